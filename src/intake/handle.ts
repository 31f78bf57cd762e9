import { followMovedChats } from '../acts/moved-chats.ts'
import { Refusal } from '../domain/refusal.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Ahead, InboxRow, Unit } from '../ports/store.ts'
import { OverLimit } from './admit.ts'
import { albumOf } from './album.ts'
import { withApology } from './apology.ts'
import { onCommanded } from './command.ts'
import { hearingOf } from './hearing-of.ts'
import { onLeft } from './leave.ts'
import { tellRefusal, waitForName, waitForOrganisation, waitForRoom } from './not-heard.ts'
import { NoOrganisation } from './organisation/required.ts'
import { type Handling, type Prepared, prepare, readOnce, readRow, withRest } from './prepare.ts'
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
 * One inbox row, from the platform's body to everything it changes and owes, in one transaction together with the row
 * itself: after a kill it has happened or it has not. Throws what is not a refusal; the row then comes again.
 */
export async function handleRow(handling: Handling, row: InboxRow): Promise<string> {
  const outcome = await heard(handling, row)
  // Before anything else of that conversation: until the desks know, nobody in the group is an agent.
  if (outcome === RENUMBERED) await followMovedChats(handling.store, handling.world)
  return outcome
}

async function heard(handling: Handling, row: InboxRow): Promise<string> {
  const { adapter, inbounds } = readRow(handling, row)
  const album = albumOf(inbounds)
  const prepared = await Promise.all(inbounds.map((inbound) => prepare(handling, inbound, row)))
  try {
    return await inOneTransaction(handling, row, prepared, async (unit) => {
      waitForName(unit, row, prepared)
      const outcomes: string[] = []
      const rest =
        album === undefined ? [] : (await unit.inbox.takeAlbum(row, album)).flatMap((body) => adapter.read(body))
      for (const one of prepared) outcomes.push(await act(unit, withRest(one, rest)))
      return outcomes.join(' ') || 'not-ours'
    })
  } catch (error) {
    if (error instanceof OverLimit)
      return handling.store.transaction(async (unit) =>
        (await unit.inbox.hold(row.id)) ? waitForRoom(unit, row, prepared, error) : HELD_ELSEWHERE,
      )
    if (error instanceof NoOrganisation)
      return inOneTransaction(handling, row, prepared, (unit) => waitForOrganisation(unit, row, prepared, error))
    if (!(error instanceof Refusal)) throw error
    return inOneTransaction(handling, row, prepared, (unit) => tellRefusal(unit, prepared, error))
  }
}

/**
 * Rows of different conversations, heard side by side in one transaction: words cost the database a fraction of what
 * they do one by one. Returns what became of each. Rejects where one of them meets anything but an ordinary end, a rule
 * that refuses included: nothing has happened then, and each is to be heard by itself.
 */
export async function handleTogether(handling: Handling, rows: readonly InboxRow[]): Promise<string[]> {
  const prepared = await Promise.all(
    rows.map(async (row) => {
      const { inbounds } = readRow(handling, row)
      return { row, all: await Promise.all(inbounds.map((inbound) => prepare(handling, inbound, row))) }
    }),
  )
  const works = prepared.map(({ row, all }) => (unit: Unit) => {
    return whileHeld(unit, row, async () => {
      waitForName(unit, row, all)
      const said: string[] = []
      for (const one of all) said.push(await act(unit, one))
      return said.join(' ') || 'not-ours'
    })
  })
  return handling.store.together(
    works,
    aheadOf(
      rows,
      prepared.flatMap(({ all }) => all),
    ),
  )
}

/** Words for the first time, that are no part of an album: what most rows are, and what hardly ever fails. */
export function isPlainWords({ platforms }: Handling, row: InboxRow): boolean {
  if (row.tries > 0) return false
  try {
    const adapter = platforms.get(row.platform)
    const inbounds = adapter ? readOnce(adapter, row) : []
    return inbounds.every((inbound) => inbound.does === 'say' && inbound.album === undefined)
  } catch {
    return false // by itself it fails loudly
  }
}

async function inOneTransaction(
  handling: Handling,
  row: InboxRow,
  prepared: readonly Prepared[],
  work: (unit: Unit) => Promise<string>,
): Promise<string> {
  return handling.store.transaction((unit) => whileHeld(unit, row, () => work(unit)), aheadOf([row], prepared))
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
function aheadOf(rows: readonly InboxRow[], prepared: readonly Prepared[]): Ahead {
  return {
    rows: rows.map(({ id }) => id),
    people: prepared.flatMap(({ inbound, standing }) =>
      standing && inbound.does !== 'share' && inbound.does !== 'delete' ? [standing.address] : [],
    ),
    places: prepared.flatMap(({ inbound }) => (inbound.does === 'say' ? [inbound.at] : [])),
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
