import type { App } from '@slack/bolt'
import { answersOf, errorsOnBlocks } from '../form/answers.ts'
import { FORM, modalOf } from '../form/modal.ts'
import { type Desk, type FormQuestion, openForm, redrawForm } from '../form/open.ts'
import { refOf } from '../form/ref.ts'
import { OPENS_FORM } from '../out/choices.ts'
import { commandWords, peopleNamed } from './command-words.ts'
import { draftOf } from './draft.ts'
import { HOME_NEW, showHome } from './home.ts'
import { textOf } from './message.ts'
import type { Payload } from './payload.ts'
import { DESK, type Here, LANGUAGE, NEW_TICKET, RAISE, SPLIT } from './read.ts'
import { rowOf } from './row.ts'
import {
  type BlockActions,
  blockActions,
  command,
  globalShortcut,
  homeOpened,
  messageAction,
  viewSubmission,
} from './shapes.ts'

/** What cannot wait for the inbox: forms to open, to draw again and to check while Slack waits (design.md §8). */
export function listen(app: App, at: Here, desk: Desk): void {
  app.command(at.command, async ({ body, ack }) => {
    const { user_id, channel_id, text, trigger_id, response_url } = command.parse(body)
    const ref = { kind: 'draft', id: draftOf(trigger_id) } as const
    const question: FormQuestion = {
      ask: 'form',
      who: at.person(user_id),
      at: at.place(channel_id),
      ref,
      words: commandWords(text),
      people: peopleNamed(text),
    }
    const kept = ack()
    await Promise.all([kept, openForm(question, { trigger: trigger_id, via: response_url, kept }, desk)])
  })

  // Their answers are messages of their own: nothing is shown at once.
  app.command(DESK, async ({ ack }) => ack())
  app.command(LANGUAGE, async ({ ack }) => ack())

  app.shortcut({ callback_id: NEW_TICKET, type: 'shortcut' }, async ({ body, ack }) => {
    const { user, trigger_id } = globalShortcut.parse(body)
    const ref = { kind: 'draft', id: draftOf(trigger_id) } as const
    const question = { ask: 'form', who: at.person(user.id), at: at.place(user.id), ref, words: '' } as const
    const kept = ack()
    await Promise.all([kept, openForm(question, { trigger: trigger_id, kept }, desk)])
  })

  app.shortcut({ callback_id: RAISE, type: 'message_action' }, async ({ body, ack }) => {
    const { user, channel, message, trigger_id, response_url } = messageAction.parse(body)
    const ref = { kind: 'draft', id: draftOf(trigger_id) } as const
    const place = at.place(channel.id, message.thread_ts)
    const raised = textOf(message)
    const question = { ask: 'form', who: at.person(user.id), at: place, ref, raised } as const
    const kept = ack()
    await Promise.all([kept, openForm(question, { trigger: trigger_id, via: response_url ?? undefined, kept }, desk)])
  })

  app.event('app_home_opened', async ({ body }) => {
    const { user, tab } = homeOpened.parse(body).event
    if (tab !== 'messages') await showHome(at.person(user), desk)
  })
  // Its answer is a message, too.
  app.shortcut({ callback_id: SPLIT, type: 'message_action' }, async ({ ack }) => ack())

  app.action(/^/, async ({ body, ack }) => {
    const kept = ack()
    await Promise.all([kept, act(blockActions.parse(body), at, desk, kept)])
  })

  app.view({ callback_id: FORM, type: 'view_submission' }, async ({ body, ack }) => {
    const { user, view } = viewSubmission.parse(body)
    const { values } = view.state
    const check = {
      ask: 'check',
      who: at.person(user.id),
      at: at.place(user.id),
      ref: refOf(view.private_metadata),
    } as const
    const answer = await desk.door.ask({ ...check, answers: answersOf(values) })
    if ('form' in answer) return ack({ response_action: 'update', view: modalOf(answer.form) })
    const wrong = 'errors' in answer ? answer.errors : 'refused' in answer ? { '': answer.refused } : {}
    if (Object.keys(wrong).length > 0) {
      return ack({ response_action: 'errors', errors: errorsOnBlocks(wrong, values) })
    }
    // Where this fails nothing is acknowledged: Slack says so in the form, and what was typed stays in it.
    const row = rowOf(body as unknown as Payload, at.us.account) // the payload the receiver opened, typed by Bolt
    if (row) await desk.door.receive([row])
    return ack({ response_action: 'clear' })
  })
}

/** A button that opens a form, or a choice in an open one on which its fields depend. */
async function act(body: BlockActions, at: Here, desk: Desk, kept: Promise<unknown>): Promise<void> {
  const who = at.person(body.user.id)
  if (body.view?.type === 'home') {
    if (!body.trigger_id || !body.actions.some(({ action_id }) => action_id === HOME_NEW)) return
    const ref = { kind: 'draft', id: draftOf(body.trigger_id) } as const
    return openForm(
      { ask: 'form', who, at: at.place(body.user.id), ref, words: '' },
      { trigger: body.trigger_id, kept },
      desk,
    )
  }
  if (body.view) {
    const { id, hash, private_metadata, state } = body.view
    const ref = refOf(private_metadata)
    const answers = answersOf(state.values)
    return redrawForm({ ask: 'form', who, at: at.place(body.user.id), ref, answers }, { id, hash }, desk)
  }
  const opener = body.actions.find((action) => action.action_id.startsWith(OPENS_FORM))
  if (!opener?.value || !body.trigger_id) return
  const place = at.place(body.channel?.id ?? body.user.id, body.message?.thread_ts ?? body.container?.thread_ts)
  const ref = { kind: 'button', id: opener.value } as const
  await openForm(
    { ask: 'form', who, at: place, ref },
    { trigger: body.trigger_id, via: body.response_url ?? undefined, kept },
    desk,
  )
}
