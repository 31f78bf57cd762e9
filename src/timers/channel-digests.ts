import { buttonFor } from '../acts/buttons.ts'
import { hourIn } from '../acts/scene.ts'
import { isShared } from '../acts/shared-channels.ts'
import type { World } from '../acts/world.ts'
import type { Call } from '../adapter.ts'
import { isLive } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor } from '../domain/desk/questions.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, type Content, say } from '../ports/content.ts'
import type { DigestLine } from '../ports/digests.ts'
import { ranks, type Unit } from '../ports/store.ts'
import type { Timing } from './index.ts'

/** Tickets that become late together are told together. */
const GATHER_MS = 2_000
/** One message a minute and channel, however many tickets are late. */
const EVERY_MS = 60_000
/** Each with its buttons; of more than these the number is told (Slack: 50 blocks a message). */
const MOST = 10

/** Tells each channel, at most once a minute, which of its tickets are late or soon will be. Returns how many digests. */
export async function channelDigests({ store, world }: Timing, now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const found = await store.transaction(async (unit) => {
      const before = (ms: number) => new Date(now.getTime() - ms)
      const taken = await unit.digests.take(before(GATHER_MS), before(EVERY_MS))
      if (!taken) return false
      const content = await digestOf(unit, world, taken.lines)
      if (content && !isShared(world, taken.to)) {
        await unit.deliveries.owe([
          {
            id: world.ids.uuid(),
            ticketId: null,
            to: taken.to,
            class: 'must-not-double',
            rank: ranks.digest,
            act: 'post',
            content,
          },
        ])
      }
      return true
    })
    if (!found) return told
    told += 1
  }
}

type Line = { ticketId: string; line: DigestLine }
/** A ticket as the channel is told of it: with one line, and whomever all its lines call. */
type Told = { ticket: Ticket; desk: Desk; line: DigestLine; calls: readonly Call[] }

async function digestOf(unit: Unit, world: World, lines: readonly Line[]): Promise<Content | undefined> {
  const told = await stillTrue(unit, world, lines)
  if (told.length === 0) return undefined
  const body: Content['body'] = []
  const choices: ChoiceContent[][] = []
  let language = 'en'
  for (const { ticket, desk, line } of told.slice(0, MOST)) {
    language = languageFor(desk, undefined)
    const facts = { key: ticket.key, subject: ticket.subject, promise: line.metric, due: hourIn(desk, line.dueAt) }
    body.push(line.what === 'warned' ? say('digest-warned', facts) : say('digest-late', facts))
    choices.push(await choicesOf(unit, world, ticket, line))
  }
  if (told.length > MOST) body.push(say('digest-more', { count: told.length - MOST }))
  // Of tickets that are but counted, too: their rung of the ladder is climbed by this.
  const calls = new Map(told.flatMap((one) => one.calls).map((call) => [call.id, call]))
  return {
    language,
    heading: say('digest-head', { count: told.length }),
    ...(calls.size > 0 && { calls: [...calls.values()] }),
    body,
    choices,
    internal: 'said',
  }
}

/** The smaller, the sooner somebody must look. */
const urgency: Record<DigestLine['what'], number> = { escalated: 0, breached: 1, warned: 2 }

/**
 * The tickets of which something is still to be told, the most urgent first. A ticket stands there once, with the most
 * urgent of its lines, of several the last.
 */
async function stillTrue(unit: Unit, world: World, lines: readonly Line[]): Promise<Told[]> {
  const standings = await unit.tickets.standings([...new Set(lines.map(({ ticketId }) => ticketId))])
  const told = new Map<string, Told>()
  for (const { ticketId, line } of lines) {
    const standing = standings.get(ticketId)
    const clock = standing?.times.judged?.keeping.clocks.find(
      ({ metric, cycle }) => metric === line.metric && cycle === line.cycle,
    )
    // Answered, taken care of or hidden meanwhile: nobody needs to hear of it any more.
    if (!standing || !clock || !isLive(clock) || clock.acknowledgedAt !== null) continue
    const { ticket } = standing
    // Its desk may have gone from the files meanwhile: the others' lines are told all the same.
    const desk = world.desks.find(({ desk: id }) => id === ticket.deskId)
    if (!desk || ticket.privateTo !== null) continue
    const before = told.get(ticketId)
    const shown = before && urgency[before.line.what] < urgency[line.what] ? before.line : line
    told.set(ticketId, { ticket, desk, line: shown, calls: [...(before?.calls ?? []), ...line.calls] })
  }
  return [...told.values()].toSorted((one, other) => urgency[one.line.what] - urgency[other.line.what])
}

/** Where it is talked about, and that somebody looks after it. */
async function choicesOf(unit: Unit, world: World, ticket: Ticket, line: DigestLine): Promise<ChoiceContent[]> {
  const row: ChoiceContent[] = []
  const root = (await unit.tickets.places(ticket.id)).find(
    ({ side, personId, open }) => side === 'triage' && personId === null && open,
  )?.rootDeliveryId
  if (root) row.push({ kind: 'message-link', label: { words: ticket.key }, delivery: root })
  if (line.what !== 'warned') {
    const argument = `${line.metric} ${line.cycle}`
    const seen = buttonFor(world.ids, { act: 'acknowledge', ticketId: ticket.id, argument })
    await unit.buttons.keep([seen])
    row.push({ kind: 'button', id: seen.id, label: say('button-acknowledge-key', { key: ticket.key }) })
  }
  return row
}
