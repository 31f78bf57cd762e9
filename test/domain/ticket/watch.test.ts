import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/domain/refusal.ts'
import { clockEventsOf } from '../../../src/domain/ticket/clock-events.ts'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/events.ts'
import { takeIn } from '../../../src/domain/ticket/merge.ts'
import { replyAsRequester } from '../../../src/domain/ticket/reply.ts'
import {
  follows,
  INVITED_FOR_MS,
  INVITED_PEOPLE,
  MOST_WATCHERS,
  stillInvites,
  unwatch,
  watch,
} from '../../../src/domain/ticket/watch.ts'
import { at, desk, given, happened, rita } from './given.ts'

const added = (person: string): TicketEvent => ({ type: 'WatcherAdded', by: rita, person })
const reason = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.reason
  }
  throw new Error('nothing was refused')
}

describe('somebody is brought in', () => {
  it('once, and never the requester', () => {
    const watched = happened(given(), watch(given(), rita, 'kim'))
    expect(watched.watchers).toEqual(['kim'])
    expect(watch(watched, rita, 'kim')).toEqual([])
    expect(watch(watched, 'ada', rita)).toEqual([])
    expect([rita, 'kim', 'sam'].map((person) => follows(watched, person))).toEqual([true, true, false])
  })

  it('and leaves, also of a ticket that is closed', () => {
    const watched = given(added('kim'), { type: 'TicketClosed', by: null, status: 'closed' })
    expect(happened(watched, unwatch(watched, 'kim', 'kim')).watchers).toEqual([])
    expect(unwatch(given(), 'kim', 'kim')).toEqual([])
    expect(reason(() => watch(watched, rita, 'sam'))).toBe('ticket-is-closed')
  })

  it('until there is no room', () => {
    const full = given(...Array.from({ length: MOST_WATCHERS }, (_, n) => added(`p${n}`)))
    expect(reason(() => watch(full, rita, 'kim'))).toBe('too-many-watchers')
    expect(watch(full, rita, 'p1')).toEqual([])
  })

  it('into this requester’s conversation: another requester has none of them, and one of them may be it', () => {
    const watched = given(added('kim'), added('sam'))
    const changed = {
      type: 'RequesterChanged',
      by: 'ada',
      from: rita,
      to: 'kim',
      organisationId: null,
      plan: 'standard',
    }
    expect(happened(watched, [changed as TicketEvent])).toMatchObject({ requesterId: 'kim', watchers: [] })
  })

  it('and for the clocks is who asks: a waiting ticket comes back by their word', () => {
    const waiting = given(added('kim'), {
      type: 'StatusMoved',
      by: 'ada',
      cause: 'chosen',
      from: 'new',
      status: 'waiting',
      stage: 'waiting-requester',
    })
    const events = replyAsRequester(waiting, desk, 'kim', 'm1')
    const after = happened(waiting, events)
    expect(after).toMatchObject({ stage: 'open', lastMessageBy: 'requester' })
    const [first] = events
    const recorded: RecordedEvent = { sequence: 9, occurredAt: at, receivedAt: at, event: first ?? added('never') }
    expect(clockEventsOf(recorded, after)).toEqual([{ at: at.getTime(), type: 'requester-message' }])
  })
})

it('who watched a ticket that is merged goes on with it, once, as far as there is room', () => {
  const survivor = given(added('kim'))
  const source = { key: 'DEMO-2', unansweredSince: null, watchers: ['kim', 'sam', rita] }
  const events = takeIn(survivor, desk, 'ada', source)
  expect(events.filter(({ type }) => type === 'WatcherAdded')).toEqual([
    { type: 'WatcherAdded', by: 'ada', person: 'sam', fromKey: 'DEMO-2' },
  ])
  const many = { ...source, watchers: Array.from({ length: MOST_WATCHERS + 5 }, (_, n) => `p${n}`) }
  expect(happened(survivor, takeIn(survivor, desk, 'ada', many)).watchers).toHaveLength(MOST_WATCHERS)
})

describe('a link', () => {
  const link = { id: 'link', madeAt: at }
  const then = (ms: number) => new Date(at.getTime() + ms)
  const history = (events: TicketEvent[], receivedAt = then(1000)): RecordedEvent[] =>
    events.map((event, n) => ({ sequence: n + 1, occurredAt: receivedAt, receivedAt, event }))
  const by = (person: string): TicketEvent => ({ type: 'WatcherAdded', by: rita, person, invitation: 'link' })

  it('counts for a while', () => {
    expect(stillInvites([], link, 'kim', then(INVITED_FOR_MS - 1))).toBe(true)
    expect(stillInvites([], link, 'kim', then(INVITED_FOR_MS))).toBe(false)
  })

  it('and for a few people: others came by their own', () => {
    const some = Array.from({ length: INVITED_PEOPLE - 1 }, (_, n) => by(`p${n}`))
    expect(stillInvites(history([...some, added('other')]), link, 'kim', then(2000))).toBe(true)
    expect(stillInvites(history([...some, by('last')]), link, 'kim', then(2000))).toBe(false)
  })

  it('who left by themselves may come again, who was taken out may not: only by a newer one', () => {
    const removed = (who: string): TicketEvent => ({ type: 'WatcherRemoved', by: who, person: 'kim' })
    expect(stillInvites(history([by('kim'), removed('kim')]), link, 'kim', then(2000))).toBe(true)
    expect(stillInvites(history([by('kim'), removed(rita)]), link, 'kim', then(2000))).toBe(false)
    const newer = { id: 'newer', madeAt: then(1500) }
    expect(stillInvites(history([by('kim'), removed(rita)]), newer, 'kim', then(2000))).toBe(true)
  })
})
