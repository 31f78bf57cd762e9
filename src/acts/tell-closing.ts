import type { TicketEvent } from '../domain/ticket/events.ts'
import { turnOf } from '../domain/turn.ts'
import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { isRequesters, toRequester } from './in-places.ts'
import { hourIn, type Scene } from './scene.ts'
import { closingOf } from './silence-line.ts'
import { once } from './tell-time.ts'
import { deskById } from './world.ts'

/**
 * A silence that begins without words of an agent's to say it below, or ends sooner than was said: the requester hears
 * when their ticket will be over (sla.md, part B iii). Once: what is on its way already is not said with every change.
 */
export function tellClosing(scene: Scene, events: readonly TicketEvent[]): Owed[] {
  const { before, after, desk } = scene
  const closing = closingOf(desk, after)
  if (!closing || saidAlready(scene, events)) return []
  const known = before.requesterId === after.requesterId && closingOf(deskById(scene.world, before.deskId), before)
  if (known && known.at <= closing.at) return []
  const until = hourIn(desk, new Date(closing.at))
  const theirs = turnOf(after.stage) === 'requester'
  return toRequester(
    scene,
    theirs ? say('silence-reminder-until', { key: after.key, until }) : say('silence-closes', { until }),
  ).map(once)
}

/** A reminder names the hour, and so does what an agent writes, but in the requester's own thread, where no copy comes. */
function saidAlready(scene: Scene, events: readonly TicketEvent[]): boolean {
  const there = scene.places.some((place) => place.id === scene.origin && isRequesters(scene, place))
  return events.some(
    ({ type }) => type === 'RequesterReminded' || (!there && (type === 'AgentReplied' || type === 'NoteSent')),
  )
}
