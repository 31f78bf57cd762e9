import { expect, it } from 'vitest'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/events.ts'
import { askedSince } from '../../../src/domain/ticket/split.ts'
import { at, given } from './given.ts'

const minute = (n: number) => new Date(at.getTime() + n * 60_000)
const answered: TicketEvent = { type: 'AgentReplied', by: 'ada', message: 'm2' }
const gone: TicketEvent = { type: 'MessageDeleted', by: 'ada', message: 'm2' }
const solved: TicketEvent = { type: 'TicketResolved', by: 'ada', status: 'done', resolution: 'answered' }
const since = (asked: number[], ticket: ReturnType<typeof given>, ...events: [number, TicketEvent][]) =>
  askedSince(
    ticket,
    events.map(([when, event], index): RecordedEvent => {
      return { sequence: index + 2, occurredAt: minute(when), receivedAt: minute(when), event }
    }),
    asked.map((when) => ({ occurredAt: minute(when) })),
  )

it('what is split off waits since the first of its words that nobody has answered', () => {
  const open = { ...given(), openedAt: at }
  expect(since([1, 2], open)).toEqual(minute(1))
  expect(since([1, 5], open, [3, answered])).toEqual(minute(5))
  expect(since([1, 2], open, [3, answered])).toBeUndefined()
  expect(since([1, 2], open, [3, answered], [4, gone])).toEqual(minute(1))
  expect(since([1], open, [3, { type: 'NoReplyNeeded', by: 'ada' }])).toBeUndefined()
})

it('what was solved waits for nothing, and nothing waits since before the desk heard of it', () => {
  expect(since([1], given(solved))).toBeUndefined()
  expect(since([1, 5], { ...given(), openedAt: at }, [3, solved])).toEqual(minute(5))
  expect(since([-60], { ...given(), openedAt: at })).toEqual(at)
})
