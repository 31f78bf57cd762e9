import type { Inbound } from '../../../src/adapter.ts'
import { PEOPLE } from '../out/choices.ts'
import { draftOf } from './draft.ts'
import { HOME_NEW } from './home.ts'
import type { Here } from './read.ts'
import type { Action, BlockActions } from './shapes.ts'
import { timeOfAct } from './times.ts'

/** What was pressed or chosen on a message; one Inbound for each action. Choices inside a form are no acts yet. */
export function inboundOfPress(body: BlockActions, at: Here): Inbound[] {
  if (body.view?.type === 'home') return newTicketAtHome(body, at)
  if (body.view) return []
  const message = body.message?.ts ?? body.container?.message_ts ?? undefined
  return body.actions.flatMap((action): Inbound[] => {
    const pressed = pressOf(action)
    if (!pressed) return []
    return [
      {
        does: 'press',
        who: at.person(body.user.id),
        at: at.place(body.channel?.id ?? body.user.id, body.message?.thread_ts ?? body.container?.thread_ts),
        occurredAt: timeOfAct(action.action_ts, body.received),
        ...pressed,
        message,
        via: body.response_url ?? undefined,
      },
    ]
  })
}

/** The Home tab's button: the command without words. */
function newTicketAtHome(body: BlockActions, at: Here): Inbound[] {
  const pressed = body.actions.find(({ action_id }) => action_id === HOME_NEW)
  if (!pressed || !body.trigger_id) return []
  return [
    {
      does: 'command',
      who: at.person(body.user.id),
      at: at.place(body.user.id),
      occurredAt: timeOfAct(pressed.action_ts, body.received),
      name: at.command.slice(1),
      words: '',
      draft: draftOf(body.trigger_id),
    },
  ]
}

/** A link's button tells of itself too, without a value: nothing to do. */
function pressOf(action: Action): { button: string; chosen?: string } | undefined {
  if (action.type === 'static_select')
    return action.selected_option ? { button: action.selected_option.value } : undefined
  if (action.type === 'users_select') {
    if (!action.selected_user || !action.action_id.startsWith(PEOPLE)) return undefined
    return { button: action.action_id.slice(PEOPLE.length), chosen: action.selected_user }
  }
  return action.value ? { button: action.value } : undefined
}
