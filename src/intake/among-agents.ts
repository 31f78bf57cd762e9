import type { Commanded } from '../adapter.ts'
import { triageChannels } from '../domain/desk/questions.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'
import type { Intent } from './intent.ts'
import { isAgentOf } from './standing.ts'

/** What agents may say before each other in their own group; everything else is between one person and the desk. */
const work: ReadonlySet<Intent['do']> = new Set([
  'help',
  'status',
  'history',
  'why',
  'assign',
  'set',
  'close',
  'merge',
  'unmerge',
  'link',
  'unlink',
  'tag',
  'untag',
  'list-tagged',
  'split',
  'split-message',
  'relate-how',
  'queue',
  'find',
  'undo',
  'delete',
])

/** Is this an agent at work in the group their desk works in? */
export function amongAgents({ world, standing, inbound: { at } }: Hearing<Commanded>, intent: Intent): boolean {
  if (!work.has(intent.do)) return false
  return world.desks.some(
    (desk) =>
      isAgentOf(desk, standing) &&
      triageChannels(desk).some(({ platform, chat }) => platform === at.platform && chat === at.chat),
  )
}

/** May it be told here? */
export function mayTellHere(hearing: Pick<Hearing, 'inbound'>, { privateTo }: Ticket): boolean {
  return privateTo === null || mayTellPrivate(hearing)
}

/** A word for one person in a group may have to be a reply that all of it reads: nothing private, then. */
export function mayTellPrivate({ inbound }: Pick<Hearing, 'inbound'>): boolean {
  return !(inbound.does === 'command' && inbound.inGroup === true)
}
