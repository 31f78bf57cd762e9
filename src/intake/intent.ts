import type { World } from '../acts/world.ts'
import { type Address, type Answers, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { deskAt, plainType } from './desk-of.ts'

/** What a command means: the same for the form shown at once and for the stored row handled after. */
export type Intent =
  | { do: 'form'; desk: Desk | undefined; answers: Answers }
  | { do: 'open'; desk: Desk; type: string; words: string }
  | { do: 'list' }
  | { do: 'status'; key: string }
  | { do: 'close'; key: string | undefined }
  | { do: 'help' }
  | { do: 'start' }
  | { do: 'cancel' }
  | { do: 'greet-in-group' }

const KEY = /^[a-z][a-z0-9]{1,9}-\d+$/i

/** `/ticket …` in Slack, `/new`, `/tickets`, `/status KEY`, `/close`, `/help`, `/start`, `/cancel` in Telegram. */
export function intentOf(world: Pick<World, 'desks'>, command: { name: string; words: string; at: Address }): Intent {
  const words = command.words.trim()
  const [first = '', second] = words.split(/\s+/)
  switch (command.name) {
    case 'new':
      return asking(world, command.at, words)
    case 'tickets':
      return { do: 'list' }
    case 'status':
      return words === '' ? { do: 'list' } : { do: 'status', key: first }
    case 'close':
      return { do: 'close', key: words === '' ? undefined : first }
    case 'start':
      return { do: 'start' }
    case 'cancel':
      return { do: 'cancel' }
    case 'start-in-group':
      return { do: 'greet-in-group' }
    case 'ticket':
      return ofTicketCommand(world, command.at, words, first.toLowerCase(), second)
    default:
      return { do: 'help' }
  }
}

function ofTicketCommand(
  world: Pick<World, 'desks'>,
  at: Address,
  words: string,
  first: string,
  second: string | undefined,
): Intent {
  const alone = second === undefined
  if (first === 'list' && alone) return { do: 'list' }
  if (first === 'help' && alone) return { do: 'help' }
  if (first === 'close' && (alone || KEY.test(second))) return { do: 'close', key: second }
  if (first === 'status' && second !== undefined && KEY.test(second)) return { do: 'status', key: second }
  if (alone && KEY.test(first)) return { do: 'status', key: first }
  return asking(world, at, words)
}

/** Words that are enough for a ticket open it at once; everything else is asked for in a form. */
function asking(world: Pick<World, 'desks'>, at: Address, words: string): Intent {
  const desk = deskAt(world, at)
  const type = desk && plainType(desk)
  if (words !== '' && desk && type !== undefined && traits[at.platform].modals) return { do: 'open', desk, type, words }
  return { do: 'form', desk, answers: words === '' ? {} : { subject: words.slice(0, 150), description: words } }
}
