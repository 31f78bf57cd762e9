import type { Call } from '../adapter.ts'
import { rungPlatform } from '../domain/desk/questions.ts'
import type { OfClock, TicketEvent } from '../domain/ticket/events.ts'
import { type ChoiceContent, type Sentence, say } from '../ports/content.ts'
import type { DigestLine } from '../ports/digests.ts'
import type { Owed } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { callTo, strangerCall } from './call.ts'
import { toTriage } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { internal, sentenceIn } from './owe.ts'
import { addressAt, nameOf, type Scene } from './scene.ts'
import { isOurs } from './shared-channels.ts'

/** One rung of the desk's ladder: who hears that a promise is broken still, and can say that they have seen it. */
export async function climb(scene: Scene, event: Extract<TicketEvent, { type: 'Escalated' }>): Promise<Owed[]> {
  const { desk, after } = scene
  const { metric, cycle, step } = event
  const tell = desk.escalation[step]?.tell ?? 'channel'
  const seen = await acknowledgeButton(scene, event)
  if (tell === 'assignee' && after.assigneeId !== null) {
    return tellAssignee(scene, say('escalated', { promise: metric }), [[seen]])
  }
  const clock = scene.times.judged?.keeping.clocks.find((one) => one.metric === metric && one.cycle === cycle)
  const dueAt = new Date(clock?.breachedAt ?? scene.unit.now).toISOString()
  await gather(scene, { what: 'escalated', metric, cycle, dueAt, calls: await callsOf(scene, tell) })
  return toTriage(scene, say('escalated', { promise: metric }), [[seen]])
}

async function callsOf(scene: Scene, tell: string): Promise<Call[]> {
  const [kind, id = ''] = tell.split(':')
  const channel = channelOf(scene)
  const named = rungPlatform(tell)
  // Of another platform than the channel's: nobody there has that id.
  if (!channel || id === '' || named !== channel.platform) return []
  if (kind === 'group') return [await strangerCall(scene, 'group', id)].filter((call) => call !== undefined)
  const { platform, account } = channel
  const person = await scene.unit.people.at({ platform, account, id })
  // Slack writes a name where an id is called; Telegram calls nobody the bot has never met.
  if (!person && named === 'telegram') return []
  if (!person) return [await strangerCall(scene, 'person', id)].filter((call) => call !== undefined)
  const people = new Map([...scene.people, [person.id, person]])
  return [await callTo({ ...scene, people }, channel, person.id)].filter((call) => call !== undefined)
}

/** In the thread, to whoever has the ticket: called by name, unless they want to be left alone now. */
export async function tellAssignee(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Promise<Owed[]> {
  const { assigneeId } = scene.after
  if (assigneeId === null) return toTriage(scene, sentence, choices)
  const owed: Owed[] = []
  for (const place of scene.places.filter((one) => one.open && one.side === 'triage' && isOurs(scene.world, one))) {
    const call = await callTo(scene, place, assigneeId)
    const told = call
      ? called(sentenceIn(scene, place, [sentence], choices), [call])
      : sentenceIn(scene, place, [say('for-somebody', { name: nameOf(scene, assigneeId) }), sentence], choices)
    owed.push(internal(told))
  }
  return owed
}

function called(owed: Owed, calls: Call[]): Owed {
  return { ...owed, content: owed.content && { ...owed.content, calls } }
}

/**
 * A line of the channel's next digest: one message a minute, however many tickets are late (design.md §3). Nothing of a
 * private ticket goes there.
 */
export async function gather(scene: Scene, line: DigestLine): Promise<void> {
  const channel = scene.after.privateTo === null ? channelOf(scene) : undefined
  if (channel) await scene.unit.digests.add({ ...addressAt(channel), thread: undefined }, scene.after.id, line)
}

function channelOf({ places }: Scene): Place | undefined {
  return places.find((place) => place.open && place.side === 'triage' && place.personId === null)
}

async function acknowledgeButton(scene: Scene, { metric, cycle }: OfClock): Promise<ChoiceContent> {
  const acknowledges = { act: 'acknowledge', ticketId: scene.after.id, argument: `${metric} ${cycle}` } as const
  return keptButton(scene, acknowledges, say('button-acknowledge', {}))
}
