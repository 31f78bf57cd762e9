import { describe, expect, it } from 'vitest'
import { mergeInto, takeIn, unansweredSince } from '../../../src/domain/ticket/merge.ts'
import { ada, asked, at as hour, rita as writes } from '../promise.ts'
import { at, desk, given, happened, rita } from './given.ts'

const resolved = () => given({ type: 'TicketResolved', by: 'ada', status: 'done', resolution: 'answered' })

describe('Ada merges a ticket into another', () => {
  it('which was resolved, and is open again where Rita waits for an answer (S20)', () => {
    const open = happened(resolved(), takeIn(resolved(), desk, 'ada', { key: 'DEMO-2', unansweredSince: at }))
    expect(open).toMatchObject({ stage: 'open', resolvedAt: null })
    const quiet = happened(resolved(), takeIn(resolved(), desk, 'ada', { key: 'DEMO-2', unansweredSince: null }))
    expect(quiet.stage).toBe('resolved')
  })

  it('and the one that ends is closed, wakes nobody and asks for no rating', () => {
    const source = given(
      { type: 'Snoozed', by: 'ada', until: '2026-12-24T08:00:00Z' },
      { type: 'TicketResolved', by: 'ada', status: 'done', resolution: 'answered' },
    )
    const ended = happened(source, mergeInto(source, desk, 'ada', { ...given(), id: 't2', key: 'DEMO-2' }))
    expect(ended).toMatchObject({
      stage: 'closed',
      status: 'closed',
      closedAt: at,
      snoozedUntil: null,
      resolvedAt: null,
    })
  })

  it('Rita has waited since her first question without an answer', () => {
    expect(unansweredSince(asked())).toEqual(new Date(hour(9)))
    expect(unansweredSince(asked(ada(hour(9, 10)), writes(hour(9, 20)), writes(hour(9, 40))))).toEqual(
      new Date(hour(9, 20)),
    )
    expect(unansweredSince(asked(ada(hour(9, 10))))).toBeNull()
  })

  it('not one that is somebody else’s', () => {
    const theirs = { ...given(), id: 't2', key: 'DEMO-2', requesterId: 'kim' }
    expect(() => mergeInto(given(), desk, rita, theirs)).toThrow('requesters-differ')
  })
})
