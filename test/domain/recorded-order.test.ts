import { describe, expect, it } from 'vitest'
import type { ClockEvent } from '../../src/domain/clock.ts'
import { placed } from '../../src/domain/recorded-order.ts'
import { ada, at, moved, priority, rita } from './promise.ts'

const closed: ClockEvent = { ...moved(at(12), 'done'), type: 'status', status: 'done', resolved: true, unheard: true }

/** The events as they count, in the order given. */
function counted(...events: ClockEvent[]): ClockEvent[] {
  return placed(events.map((event) => ({ event }))).map(({ event }) => event)
}

describe('what was recorded later and happened before', () => {
  it('words keep their own time; what moves the ticket comes after what had moved it', () => {
    expect(counted(ada(at(12)), moved(at(12), 'waiting'), rita(at(11)), moved(at(11), 'open'))).toEqual([
      ada(at(12)),
      moved(at(12), 'waiting'),
      rita(at(11)),
      moved(at(12), 'open'),
    ])
  })

  it('what is promised comes after what was promised, and does not wait for the status', () => {
    expect(counted(moved(at(12), 'waiting'), priority(at(11), 'high'), priority(at(10), 'normal'))).toEqual([
      moved(at(12), 'waiting'),
      priority(at(11), 'high'),
      priority(at(11), 'normal'),
    ])
  })

  it('solved by Ada, it was solved until then; closed for silence, it was not, and her word came first', () => {
    const late = [rita(at(11)), moved(at(11), 'open')]
    expect(counted(moved(at(12), 'done'), ...late)).toEqual([
      moved(at(12), 'done'),
      rita(at(11)),
      moved(at(12), 'open'),
    ])
    expect(counted(moved(at(9), 'waiting'), closed, ...late)).toEqual([moved(at(9), 'waiting'), ...late])
    expect(counted(closed, rita(at(13)), moved(at(13), 'open'))).toHaveLength(3)
  })

  it('what takes a breach back comes after what told of it, whenever the word was said that shows it', () => {
    const of = { metric: 'resolution', cycle: 1 } as const
    const told: ClockEvent = { at: at(12), type: 'announced', ...of }
    expect(counted(told, ada(at(11)), { at: at(11), type: 'retracted', ...of })).toEqual([
      told,
      ada(at(11)),
      { at: at(12), type: 'retracted', ...of },
    ])
  })

  it('an answer is not taken back before it was given; one given before, and come late, stands in its stead', () => {
    const gone = (when: number, answeredAt?: number): ClockEvent =>
      answeredAt === undefined
        ? { at: when, type: 'answer-withdrawn' }
        : { at: when, type: 'answer-withdrawn', answeredAt }
    expect(counted(ada(at(12) + 800), gone(at(12)))).toEqual([ada(at(12) + 800), gone(at(12) + 800)])
    expect(counted(ada(at(12)), gone(at(14)), ada(at(13)))).toEqual([ada(at(12)), gone(at(14), at(13)), ada(at(13))])
    expect(counted(ada(at(12)), gone(at(14)), ada(at(15)))).toEqual([ada(at(12)), gone(at(14)), ada(at(15))])
    // The first of those that stand is the answer, though another came late before it.
    expect(counted(ada(at(12)), gone(at(15), at(14)), ada(at(13)))[1]).toEqual(gone(at(15), at(13)))
    expect(counted(ada(at(12)), gone(at(15), at(13)), ada(at(14)))[1]).toEqual(gone(at(15), at(13)))
    // Said before she asked, it is no answer to it.
    expect(counted(rita(at(11)), ada(at(12)), gone(at(15), at(14)), ada(at(10)))[2]).toEqual(gone(at(15), at(14)))
  })

  it('a time that tells the second alone: within it, words count as they were heard', () => {
    expect(counted(ada(at(12) + 800), rita(at(12)))).toEqual([ada(at(12) + 800), rita(at(12) + 800)])
    expect(counted(ada(at(12) + 1000), rita(at(12)))).toEqual([ada(at(12) + 1000), rita(at(12))])
    expect(counted(ada(at(12) + 800), rita(at(12) + 1))).toEqual([ada(at(12) + 800), rita(at(12) + 1)])
    expect(counted(rita(at(12) + 800), ada(at(12)))).toEqual([rita(at(12) + 800), ada(at(12) + 800)])
  })
})
