import { buttonFor } from '../acts/buttons.ts'
import { hourIn } from '../acts/scene.ts'
import { isShared } from '../acts/shared-channels.ts'
import type { World } from '../acts/world.ts'
import type { Call } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
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

async function digestOf(unit: Unit, world: World, lines: readonly Line[]): Promise<Content | undefined> {
  const body: Content['body'] = []
  const choices: ChoiceContent[][] = []
  const calls = new Map<string, Call>()
  let language = 'en'
  let count = 0
  // A ticket stands there once, with what was said of it last.
  const lastOf = new Map(lines.map((one) => [one.ticketId, one]))
  const standings = await unit.tickets.standings([...lastOf.keys()])
  for (const { ticketId, line } of lastOf.values()) {
    const standing = standings.get(ticketId)
    const clock = standing?.times.judged?.keeping.clocks.find(
      ({ metric, cycle }) => metric === line.metric && cycle === line.cycle,
    )
    // Answered, taken care of or hidden meanwhile: nobody needs to hear of it any more.
    if (!standing || !clock || clock.stoppedAt !== null || clock.cancelled || clock.acknowledgedAt !== null) continue
    const { ticket } = standing
    // Its desk may have gone from the files meanwhile: the others' lines are told all the same.
    const desk = world.desks.find(({ desk: id }) => id === ticket.deskId)
    if (!desk || ticket.privateTo !== null) continue
    count += 1
    if (count > MOST) continue
    language = languageFor(desk, undefined)
    const facts = { key: ticket.key, subject: ticket.subject, promise: line.metric, due: hourIn(desk, line.dueAt) }
    for (const call of line.calls) calls.set(call.id, call)
    body.push(line.what === 'warned' ? say('digest-warned', facts) : say('digest-late', facts))
    const row: ChoiceContent[] = []
    const root = (await unit.tickets.places(ticketId)).find(
      ({ side, personId, open }) => side === 'triage' && personId === null && open,
    )?.rootDeliveryId
    if (root) row.push({ kind: 'message-link', label: { words: ticket.key }, delivery: root })
    if (line.what !== 'warned') {
      const argument = `${line.metric} ${line.cycle}`
      const seen = buttonFor(world.ids, { act: 'acknowledge', ticketId, argument })
      await unit.buttons.keep([seen])
      row.push({ kind: 'button', id: seen.id, label: say('button-acknowledge-key', { key: ticket.key }) })
    }
    choices.push(row)
  }
  if (count === 0) return undefined
  if (count > MOST) body.push(say('digest-more', { count: count - MOST }))
  return {
    language,
    heading: say('digest-head', { count }),
    ...(calls.size > 0 && { calls: [...calls.values()] }),
    body,
    choices,
    internal: 'said',
  }
}
