import { followMovedChats } from '../acts/moved-chats.ts'
import type { Inbound } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { InboxRow } from '../ports/inbox.ts'
import type { Ahead, Unit } from '../ports/store.ts'
import { OverLimit } from './admit.ts'
import { albumOf } from './album.ts'
import { withApology } from './apology.ts'
import { onCommanded } from './command.ts'
import { hearingOf } from './hearing-of.ts'
import { onLeft } from './leave.ts'
import { tellRefusal, waitForName, waitForOrganisation, waitForRoom } from './not-heard.ts'
import { NoOrganisation } from './organisation/required.ts'
import { type Handling, type Prepared, type PreparedRow, withRest } from './prepare.ts'
import { onPressed } from './press.ts'
import { onRaised } from './raise.ts'
import { onReacted } from './react.ts'
import { onRenumbered, RENUMBERED } from './renumber.ts'
import { onDeleted, onEdited } from './revise.ts'
import { onSaid } from './say.ts'
import { onStep } from './step.ts'
import { onSubmitted } from './submit.ts'
import { onTopicTurned } from './turn-topic.ts'

/** What `handleRow` says of a row that another replica has, or that is not the first of its conversation any more. */
export const HELD_ELSEWHERE = 'held-elsewhere'

/**
 * One inbox row, from what people did to everything it changes and owes, in one transaction together with the row itself:
 * after a kill it has happened or it has not. Throws what is not a refusal; the row then comes again.
 */
export async function handleRow(handling: Handling, prepared: PreparedRow): Promise<string> {
  const outcome = await heard(handling, prepared)
  // Before anything else of that conversation: until the desks know, nobody in the group is an agent.
  if (outcome === RENUMBERED) await followMovedChats(handling.store, handling.world)
  return outcome
}

async function heard(handling: Handling, prepared: PreparedRow): Promise<string> {
  const { row, acts } = prepared
  try {
    return await inOneTransaction(handling, prepared, async (unit) => {
      waitForName(unit, row, acts)
      const outcomes: string[] = []
      const rest = await restOfAlbum(unit, prepared)
      for (const one of acts) outcomes.push(await act(unit, withRest(one, rest)))
      return outcomes.join(' ') || 'not-ours'
    })
  } catch (error) {
    if (error instanceof OverLimit)
      return handling.store.transaction(async (unit) =>
        (await unit.inbox.hold(row.id)) ? waitForRoom(unit, row, acts, error) : HELD_ELSEWHERE,
      )
    if (error instanceof NoOrganisation)
      return inOneTransaction(handling, prepared, (unit) => waitForOrganisation(unit, row, acts, error))
    if (!(error instanceof Refusal)) throw error
    return inOneTransaction(handling, prepared, async (unit) => {
      // What was refused is the album: each of its other parts by itself would be refused, and told so, again.
      await restOfAlbum(unit, prepared)
      return tellRefusal(unit, acts, error)
    })
  }
}

/** What its other parts say, where it is a part of an album; their rows are done with it. */
async function restOfAlbum(unit: Unit, { row, adapter, acts }: PreparedRow): Promise<Inbound[]> {
  const album = albumOf(acts.map(({ inbound }) => inbound))
  return album === undefined ? [] : (await unit.inbox.takeAlbum(row, album)).flatMap((body) => adapter.read(body))
}

/**
 * Rows of different conversations, heard side by side in one transaction: words cost the database a fraction of what
 * they do one by one. Returns what became of each. Rejects where one of them meets anything but an ordinary end, a rule
 * that refuses included: nothing has happened then, and each is to be heard by itself.
 */
export async function handleTogether(handling: Handling, all: readonly PreparedRow[]): Promise<string[]> {
  const works = all.map(({ row, acts }) => (unit: Unit) => {
    return whileHeld(unit, row, async () => {
      waitForName(unit, row, acts)
      const said: string[] = []
      for (const one of acts) said.push(await act(unit, one))
      return said.join(' ') || 'not-ours'
    })
  })
  return handling.store.together(works, aheadOf(all))
}

/** Words for the first time, that are no part of an album: what most rows are, and what hardly ever fails. */
export function isPlainWords({ row, acts }: PreparedRow): boolean {
  return row.tries === 0 && acts.every(({ inbound }) => inbound.does === 'say' && inbound.album === undefined)
}

async function inOneTransaction(
  handling: Handling,
  prepared: PreparedRow,
  work: (unit: Unit) => Promise<string>,
): Promise<string> {
  return handling.store.transaction((unit) => whileHeld(unit, prepared.row, () => work(unit)), aheadOf([prepared]))
}

/** What became of the row is written with what was done. */
async function whileHeld(unit: Unit, row: InboxRow, work: () => Promise<string>): Promise<string> {
  if (!(await unit.inbox.hold(row.id))) return HELD_ELSEWHERE
  const outcome = await work()
  await unit.inbox.done(row.id, outcome)
  failpoint('in-handle-before-commit')
  return outcome
}

/** Whatever it is, the row is held, whoever did it is met, and words are looked for in the thread they were said in. */
function aheadOf(all: readonly PreparedRow[]): Ahead {
  const acts = all.flatMap((one) => one.acts)
  return {
    rows: all.map(({ row }) => row.id),
    people: acts.flatMap(({ inbound, standing }) =>
      standing && inbound.does !== 'share' && inbound.does !== 'delete' ? [standing.address] : [],
    ),
    places: acts.flatMap(({ inbound }) => (inbound.does === 'say' ? [inbound.at] : [])),
  }
}

async function act(unit: Unit, prepared: Prepared): Promise<string> {
  const { inbound, handling } = prepared
  if (inbound.does === 'share') return 'looked'
  if (inbound.does === 'renumber') return onRenumbered(unit, inbound)
  if (inbound.does === 'delete') return onDeleted({ unit, world: handling.world, inbound, tries: prepared.tries })
  const hearing = await hearingOf(unit, prepared, inbound)
  switch (inbound.does) {
    case 'say':
      return withApology({ ...hearing, inbound }, prepared.receivedAt, await onSaid({ ...hearing, inbound }))
    case 'edit':
      return onEdited({ ...hearing, inbound })
    case 'press':
      return onPressed({ ...hearing, inbound })
    case 'submit':
      return onSubmitted({ ...hearing, inbound })
    case 'command':
      return onCommanded({ ...hearing, inbound })
    case 'raise':
      return onRaised({ ...hearing, inbound })
    case 'react':
      return onReacted({ ...hearing, inbound })
    case 'step':
      return onStep({ ...hearing, inbound })
    case 'turn-topic':
      return onTopicTurned({ ...hearing, inbound })
    case 'leave':
      return onLeft({ ...hearing, inbound })
    case 'reach':
      await unit.people.setReachable(hearing.standing.address, inbound.reachable)
      return inbound.reachable ? 'reachable' : 'unreachable'
    default:
      return inbound satisfies never
  }
}
