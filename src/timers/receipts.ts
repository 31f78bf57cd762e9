import { addressOn } from '../adapter.ts'
import { showCourse } from '../delivery/receipt.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { say } from '../ports/content.ts'
import { ranks, type Unit, type Waiting } from '../ports/store.ts'
import type { Timing } from './index.ts'

/** What gets through within this needs no sign that it waits (design.md §8). */
const SOON_MS = 3_000
/** Whoever waits longer is told in words. */
const LONG_MS = 10_000
const FALLEN_WITHIN_MS = 3_600_000
const MOST = 50

/** Agents' words that have not got through yet say so. Returns how many. */
export async function waitingReceipts(timing: Timing, now: Date): Promise<number> {
  const { store } = timing
  const ids = await store.transaction((unit) => unit.deliveries.waitingSince(new Date(now.getTime() - SOON_MS), MOST))
  return shown(timing, ids)
}

/** What was owed after something that never got out never will either; nobody else tells its author. Returns how many. */
export async function fallenReceipts(timing: Timing, now: Date): Promise<number> {
  const { store } = timing
  const ids = await store.transaction((unit) =>
    unit.deliveries.fallenSince(new Date(now.getTime() - FALLEN_WITHIN_MS), MOST),
  )
  return shown(timing, ids)
}

/** How many bear another sign now: one that says so already is found again, and must not be counted (`wake.ts`). */
async function shown({ store, world }: Timing, ids: readonly string[]): Promise<number> {
  let signs = 0
  for (const id of ids) {
    if (await store.transaction((unit) => showCourse(unit, () => world.ids.uuid(), id, true))) signs += 1
  }
  return signs
}

/** Where a platform wants quiet, or is away, the author of what waits is told so once. Returns how many were. */
export async function heldUp(timing: Timing, now: Date): Promise<number> {
  return timing.store.transaction(async (unit) => {
    const waiting = await unit.deliveries.heldUpSince(new Date(now.getTime() - LONG_MS), MOST)
    let told = 0
    for (const one of waiting) told += await tellHeldUp(timing, unit, one)
    return told
  })
}

async function tellHeldUp({ world }: Timing, unit: Unit, waiting: Waiting): Promise<number> {
  const { messageId, ticketId, authorId, quietForSeconds } = waiting
  const course = await unit.deliveries.courseOf(messageId)
  const ticket = await unit.tickets.byId(ticketId)
  if (!course || !ticket) return 0
  const { at } = course.original
  // Its desk may have gone from the files; what its people are told does not.
  const desk = world.desks.find(({ desk: id }) => id === ticket.deskId) ?? world.desks[0]
  const reader = (await unit.people.byIds([authorId])).get(authorId)
  const author = addressOn(at, await unit.people.addresses(authorId))
  const place = (await unit.tickets.places(ticketId)).find(({ side, chat }) => side === 'triage' && chat === at.chat)
  if (!desk || !author) return 0
  const { key } = ticket
  const sentence =
    quietForSeconds === null ? say('reply-waits', { key }) : say('reply-waits-for', { key, seconds: quietForSeconds })
  await unit.deliveries.owe([
    {
      id: world.ids.uuid(),
      ticketId,
      messageId,
      to: { ...at, thread: place?.thread ?? undefined },
      class: 'must-arrive',
      rank: ranks.words,
      act: 'whisper',
      content: { language: languageFor(desk, reader?.language), body: [sentence] },
      person: author.id,
    },
  ])
  return 1
}
