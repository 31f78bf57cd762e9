import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClockEvent } from '../../src/domain/clock.ts'
import { asOf, dueOf, duesOf, foldClocks, outcomeOf, step, type Timekeeping, usedMs } from '../../src/domain/sla.ts'
import { ada, asked, at, clockOf, moved, priority, rita, rules, running, told } from './promise.ts'

const HOUR_MS = 3_600_000

describe('Rita waits for an answer', () => {
  it('her second question moves nothing: she has waited since the first (S11)', () => {
    const keeping = asked(ada(at(9, 10)), rita(at(9, 20)), rita(at(10)))
    expect(clockOf(keeping, 'next-response')).toMatchObject({ cycle: 1, startedAt: at(9, 20) })
    expect(duesOf(keeping, rules)).toEqual({ firstResponse: null, nextResponse: at(11, 20), resolution: at(17) })
  })

  it('while the first answer is overdue, another question begins no second promise (S11)', () => {
    const keeping = asked(rita(at(10, 30)))
    expect(running(keeping)).toEqual(['first-response 1', 'resolution 1'])
    expect(clockOf(keeping, 'first-response')).toMatchObject({ breachedAt: at(10), breachedBy: 'due' })
    expect(duesOf(keeping, rules).firstResponse).toBe(at(10))
  })

  it('an answer in the very instant of the deadline is in time, a millisecond later it is not', () => {
    expect(outcomeOf(clockOf(asked(ada(at(10))), 'first-response'))).toBe('met')
    expect(outcomeOf(clockOf(asked(ada(at(10) + 1)), 'first-response'))).toBe('breached')
    expect(outcomeOf(clockOf(asOf(asked(), at(10), rules), 'first-response'))).toBe('pending')
    expect(outcomeOf(clockOf(asOf(asked(), at(10) + 1, rules), 'first-response'))).toBe('breached')
  })

  it('an answer that was given in time and arrived late takes the breach back once all is counted again (S22)', () => {
    const told: ClockEvent = { at: at(10, 1), type: 'announced', metric: 'first-response', cycle: 1 }
    expect(clockOf(asked(told), 'first-response')).toMatchObject({ breachedAt: at(10), announcedAt: at(10, 1) })
    const again = clockOf(asked(told, ada(at(9, 50))), 'first-response')
    expect(again).toMatchObject({ stoppedAt: at(9, 50), breachedAt: null, announcedAt: at(10, 1) })
  })
})

describe('Ada takes her answer back, and no other stands', () => {
  const gone = (when: number): ClockEvent => ({ at: when, type: 'answer-withdrawn' })

  it('Rita has waited since she asked, and by what is promised now', () => {
    const keeping = asked(ada(at(9, 10)), gone(at(9, 20)))
    expect(clockOf(keeping, 'first-response')).toMatchObject({ startedAt: at(9), stoppedAt: null, breachedAt: null })
    expect(duesOf(keeping, rules).firstResponse).toBe(at(10))
    expect(outcomeOf(clockOf(step(keeping, ada(at(10)), rules), 'first-response'))).toBe('met')
    const raised = asked(ada(at(9, 10)), priority(at(9, 12), 'high'), gone(at(9, 20)))
    expect(duesOf(raised, rules).firstResponse).toBe(at(9, 30))
    const next = asked(ada(at(9, 10)), rita(at(9, 20)), ada(at(9, 30)), gone(at(9, 40)))
    expect(running(next)).toEqual(['resolution 1', 'next-response 1'])
  })

  it('already too late, that is the breach; nobody is warned of what is behind', () => {
    const clock = clockOf(asked(ada(at(9, 10)), gone(at(11))), 'first-response')
    expect(clock).toMatchObject({ stoppedAt: null, breachedAt: at(11), breachedBy: 'taken-back', warned: ['80%'] })
    const late = clockOf(asked(ada(at(10, 10)), gone(at(11))), 'first-response')
    expect(late).toMatchObject({ stoppedAt: null, breachedAt: at(10), breachedBy: 'due' })
  })

  it('what was solved, what needed no answer and what she has asked since stay as they are', () => {
    const solved = asked(ada(at(9, 10)), moved(at(9, 20), 'done'), gone(at(9, 30)))
    expect(clockOf(solved, 'first-response').stoppedAt).toBe(at(9, 10))
    const since = asked(ada(at(9, 10)), rita(at(9, 20)), gone(at(9, 30)))
    expect(running(since)).toEqual(['resolution 1', 'next-response 1'])
    const none = asked(ada(at(9, 10)), rita(at(9, 20)), { at: at(9, 25), type: 'no-reply-needed' }, gone(at(9, 30)))
    expect(running(none)).toEqual(['resolution 1'])
    const merge: ClockEvent[] = [
      { at: at(9, 20), type: 'merged-in', unansweredSince: at(9, 15) },
      { at: at(9, 30), type: 'merged-in-undone', since: at(9, 15), waitsSince: null },
    ]
    expect(running(asked(ada(at(9, 10)), ...merge, gone(at(9, 40))))).toEqual(['first-response 1', 'resolution 1'])
    expect(running(told({ plan: 'gold', priority: 'normal', by: 'agent' }, ada(at(9, 10)), gone(at(9, 20))))).toEqual([
      'resolution 1',
    ])
  })
})

describe('Ada takes her answer back, and another stands', () => {
  const instead = (when: number, answeredAt: number): ClockEvent => ({ at: when, type: 'answer-withdrawn', answeredAt })

  it('the other one is the answer: in time or late as it was', () => {
    const kept = asked(ada(at(9, 10)), ada(at(9, 50)), instead(at(11, 31), at(9, 50)))
    expect(clockOf(kept, 'first-response')).toMatchObject({ stoppedAt: at(9, 50), breachedAt: null })
    const late = clockOf(asked(ada(at(9, 10)), ada(at(11, 30)), instead(at(11, 31), at(11, 30))), 'first-response')
    expect(late).toMatchObject({ stoppedAt: at(11, 30), breachedAt: at(10), breachedBy: 'due' })
    const gone: ClockEvent = { at: at(11, 40), type: 'answer-withdrawn' }
    const none = asked(ada(at(9, 10)), ada(at(11, 30)), instead(at(11, 31), at(11, 30)), gone)
    expect(clockOf(none, 'first-response')).toMatchObject({ stoppedAt: null, breachedAt: at(10) })
  })

  it('what she has asked since waits on, and what stopped is judged by what was promised then (S16)', () => {
    const since = asked(ada(at(9, 10)), ada(at(9, 20)), rita(at(9, 30)), instead(at(9, 40), at(9, 20)))
    expect(running(since)).toEqual(['resolution 1', 'next-response 1'])
    const raised = asked(ada(at(9, 10)), ada(at(9, 50)), priority(at(9, 55), 'high'), instead(at(9, 58), at(9, 50)))
    expect(clockOf(raised, 'first-response')).toMatchObject({ stoppedAt: at(9, 50), breachedAt: null })
  })

  it('one from before she asked answers nothing', () => {
    const keeping = asked(ada(at(9, 10)), rita(at(9, 20)), ada(at(9, 30)), instead(at(9, 40), at(9, 15)))
    expect(running(keeping)).toEqual(['resolution 1', 'next-response 1'])
  })
})

describe('gold counts office hours for billing', () => {
  const category = (when: number, to: string | null): ClockEvent => ({ at: when, type: 'category', to })

  it('put into it in the evening, what she has waited counts by those hours from the beginning, and by all hours again once it is none of it', () => {
    const evening = asked(ada(at(16, 50)), rita(at(16, 55)), category(at(16, 57), 'billing'))
    expect(clockOf(evening, 'next-response')).toMatchObject({ calendar: 'office', startedAt: at(16, 55) })
    expect(duesOf(evening, rules)).toMatchObject({ nextResponse: at(34, 55), resolution: at(17) })
    const back = step(evening, category(at(17, 30), null), rules)
    expect(clockOf(back, 'next-response').calendar).toBe('always')
    expect(duesOf(back, rules)).toMatchObject({ nextResponse: at(18, 55) })
  })

  it('a category that moves the deadline into the past breaks the promise when it is set, not before (S16)', () => {
    const night = asked(ada(at(10)), category(at(16), 'billing'), rita(at(16, 30)), category(at(20), null))
    expect(clockOf(night, 'next-response')).toMatchObject({ breachedAt: at(20), breachedBy: 'retarget' })
  })

  it('another category without hours of its own moves nothing; another plan keeps the category', () => {
    const asIt = asked(category(at(9, 30), 'screens'))
    expect(asIt.clocks).toEqual(asked().clocks)
    const basic = step(asked(category(at(9, 30), 'billing')), { at: at(9, 40), type: 'plan', to: 'basic' }, rules)
    const gold = step(basic, { at: at(9, 50), type: 'plan', to: 'gold' }, rules)
    expect([basic, gold].map((keeping) => clockOf(keeping, 'resolution').calendar)).toEqual(['office', 'office'])
  })
})

describe('Ada resolves, and it was not the end', () => {
  it('a breach from before stays when Rita reopens, and the time between is not counted (S15)', () => {
    const keeping = asked(moved(at(18), 'done'), moved(at(33), 'open'))
    const clock = clockOf(keeping, 'resolution')
    expect(clock).toMatchObject({ breachedAt: at(17), stoppedAt: null })
    expect(usedMs(clock, at(34), rules)).toBe(10 * HOUR_MS)
    expect(dueOf(clock, rules)).toBe(at(17))
  })

  it('closing for good what was resolved stops nothing a second time', () => {
    const keeping = asked(moved(at(12), 'done'), {
      ...moved(at(40), 'closed'),
      type: 'status',
      resolved: true,
      status: 'closed',
    })
    expect(clockOf(keeping, 'resolution').stoppedAt).toBe(at(12))
  })

  it('a priority raised while it was resolved judges the clock from its reopening (S16)', () => {
    const keeping = asked(moved(at(14), 'done'), priority(at(15), 'high'))
    expect(clockOf(keeping, 'resolution')).toMatchObject({ targetMs: 8 * HOUR_MS, breachedAt: null })
    const reopened = clockOf(step(keeping, moved(at(20), 'open'), rules), 'resolution')
    expect(reopened).toMatchObject({ targetMs: 4 * HOUR_MS, breachedAt: at(20), breachedBy: 'retarget' })
  })

  it('reopened straight into waiting, it waits', () => {
    const keeping = asked(moved(at(12), 'waiting'), moved(at(13), 'done'), moved(at(15), 'waiting'))
    expect(clockOf(keeping, 'resolution').pauses).toEqual([
      { from: at(12), to: at(13), because: 'waiting' },
      { from: at(13), to: at(15), because: 'resolved' },
      { from: at(15), to: null, because: 'waiting' },
    ])
    expect(duesOf(keeping, rules)).toEqual({ firstResponse: null, nextResponse: null, resolution: null })
  })

  const spam = { at: at(12), type: 'status', status: 'spam', resolved: true, counted: false } as const

  it('spam counts nowhere, not even where somebody had answered (S14)', () => {
    const keeping = asked(ada(at(11)), spam)
    expect(keeping.clocks.map(outcomeOf)).toEqual(['none', 'none'])
    expect(running(keeping)).toEqual([])
    const closed = step(keeping, { at: at(40), type: 'status', status: 'closed', resolved: true }, rules)
    expect(closed.clocks.map(outcomeOf)).toEqual(['none', 'none'])
  })

  it('what is no spam after all counts as what was resolved then (S14, S15)', () => {
    const done = { at: at(13), type: 'status', status: 'done', resolved: true, counted: true } as const
    expect(asked(ada(at(11)), spam, done).clocks).toEqual(asked(ada(at(11)), moved(at(12), 'done')).clocks)
    const back = [rita(at(13)), moved(at(13), 'open')]
    expect(asked(ada(at(11)), spam, ...back).clocks).toEqual(asked(ada(at(11)), moved(at(12), 'done'), ...back).clocks)
  })
})

describe('what is promised changes', () => {
  it('no target for a while: as if it had been there from the start, pauses included (S17)', () => {
    const keeping = asked(priority(at(9, 10), 'urgent'), moved(at(10), 'waiting'), moved(at(12), 'open'))
    expect(clockOf(keeping, 'resolution').targetMs).toBeNull()
    const back = step(keeping, priority(at(13), 'normal'), rules)
    expect(duesOf(back, rules).resolution).toBe(at(19))
    expect(clockOf(back, 'first-response')).toMatchObject({ breachedAt: at(13), breachedBy: 'retarget' })
  })

  it('a better plan applied to an open ticket counts its hours from the start (S18)', () => {
    const slow = told({ plan: 'basic', priority: 'normal' }, moved(at(10), 'waiting'), moved(at(15), 'open'))
    expect(duesOf(slow, rules).resolution).toBe(at(38))
    const fast = step(slow, { at: at(20), type: 'plan', to: 'gold' }, rules)
    expect(clockOf(fast, 'resolution')).toMatchObject({ calendar: 'always', breachedAt: null })
    expect(duesOf(fast, rules).resolution).toBe(at(22))
  })

  it('a ticket that changes desks changes plan and priority in one: nothing is judged by half of it', () => {
    const slept = told({ plan: 'gold', priority: 'urgent' })
    const keeping = step(slept, { at: at(9, 40), type: 'plan', to: 'basic', priority: 'normal' }, rules)
    expect(clockOf(keeping, 'first-response')).toMatchObject({ targetMs: HOUR_MS, breachedAt: null })
  })

  it('a warning is armed again only where its time is ahead (S16)', () => {
    const warned: ClockEvent = { at: at(9, 48), type: 'warned', metric: 'first-response', cycle: 1, threshold: '80%' }
    const toHigh = clockOf(asked(priority(at(9, 25), 'high')), 'first-response')
    expect(toHigh.warned).toEqual(['80%', 'PT10M'])
    const back = asked(priority(at(9, 25), 'high'), priority(at(9, 26), 'normal'))
    expect(clockOf(back, 'first-response').warned).toEqual([])
    const late = asked(warned, priority(at(9, 50), 'high'), priority(at(9, 51), 'normal'))
    expect(clockOf(late, 'first-response').warned).toEqual(['80%'])
  })
})

describe('two tickets become one (S20)', () => {
  it('the survivor has waited since the older question; already too late, the merge is the breach', () => {
    const merged: ClockEvent = { at: at(9, 30), type: 'merged-in', unansweredSince: at(8) }
    const clock = clockOf(asked(merged), 'first-response')
    expect(clock).toMatchObject({ startedAt: at(8), breachedAt: at(9, 30), breachedBy: 'merge' })
    expect(clockOf(asked(merged), 'resolution').startedAt).toBe(at(9))
  })

  it('answered before, it owes the next answer since then', () => {
    const keeping = asked(ada(at(9, 5)), { at: at(9, 30), type: 'merged-in', unansweredSince: at(8, 50) })
    expect(clockOf(keeping, 'next-response')).toMatchObject({ cycle: 1, startedAt: at(8, 50), breachedAt: null })
  })

  it('a younger question, or none, moves nothing; the merged ticket counts nowhere', () => {
    const younger = asked({ at: at(9, 30), type: 'merged-in', unansweredSince: at(9, 20) })
    expect(clockOf(younger, 'first-response').startedAt).toBe(at(9))
    const none = asked(ada(at(9, 5)), { at: at(9, 30), type: 'merged-in', unansweredSince: null })
    expect(running(none)).toEqual(['resolution 1'])
    const away = asked({ at: at(9, 30), type: 'merged-away' })
    expect(away.clocks.map(({ cancelled }) => cancelled)).toEqual(['merged', 'merged'])
  })
})

describe('a question is split off (sla.md §2)', () => {
  const split = (askedSince: number, ...events: ClockEvent[]) => {
    const opened = { at: at(9), type: 'opened', by: 'agent', plan: 'gold', priority: 'normal', status: 'new' } as const
    const keeping = foldClocks([{ ...opened, askedSince }, ...events], rules)
    if (!keeping) throw new Error('an opened ticket has clocks')
    return keeping
  }

  it('the first answer is owed since it was asked, the solution since the split', () => {
    const keeping = split(at(8, 30), rita(at(9)))
    expect(duesOf(keeping, rules)).toEqual({ firstResponse: at(9, 30), nextResponse: null, resolution: at(17) })
    expect(outcomeOf(clockOf(step(keeping, ada(at(9, 30)), rules), 'first-response'))).toBe('met')
    expect(clockOf(split(at(9, 10)), 'first-response').startedAt).toBe(at(9))
  })

  it('already too late, the split is the breach; nobody is warned of what is behind', () => {
    const clock = clockOf(split(at(7)), 'first-response')
    expect(clock).toMatchObject({ startedAt: at(7), breachedAt: at(9), breachedBy: 'split', warned: ['80%'] })
    expect(dueOf(clock, rules)).toBe(at(8))
  })
})

describe('a pure function of what happened (S26)', () => {
  const kinds = fc.constantFrom<ClockEvent>(
    rita(0),
    ada(0),
    moved(0, 'waiting'),
    moved(0, 'open'),
    moved(0, 'done'),
    priority(0, 'high'),
    priority(0, 'normal'),
    priority(0, 'urgent'),
    { at: 0, type: 'plan', to: 'gold' },
    { at: 0, type: 'plan', to: 'basic' },
    { at: 0, type: 'no-reply-needed' },
    { at: 0, type: 'answer-withdrawn' },
    { at: 0, type: 'answer-withdrawn', answeredAt: at(12) },
  )
  /** Minutes of two days, none twice. */
  const times = fc.uniqueArray(fc.integer({ min: 1, max: 2880 }), { minLength: 1, maxLength: 14 })
  const life = fc.tuple(times, fc.array(kinds, { minLength: 14, maxLength: 14 })).map(([minutes, events]) =>
    minutes.flatMap((minute, index): ClockEvent[] => {
      const event = events[index]
      return event ? [{ ...event, at: at(9, minute) }] : []
    }),
  )

  it('in whatever order it arrives, however often somebody looks in between, through JSON: the same clocks', () => {
    fc.assert(
      fc.property(life, fc.array(fc.integer({ min: 0, max: 4000 })), (events, looks) => {
        const folded = asked(...events)
        expect(asked(...events.toReversed())).toEqual(folded)
        const inOrder = events.toSorted((one, other) => one.at - other.at)
        let keeping: Timekeeping = asked()
        for (const event of inOrder) {
          for (const look of looks.filter((minute) => at(9, minute) < event.at).toSorted((one, other) => one - other)) {
            keeping = asOf(keeping, at(9, look), rules)
          }
          keeping = step(JSON.parse(JSON.stringify(keeping)), event, rules)
        }
        expect(keeping).toEqual(folded)
      }),
    )
  })

  it('never more than one clock of a kind runs, and none uses time it does not have', () => {
    fc.assert(
      fc.property(life, (events) => {
        const keeping = asked(...events)
        for (const metric of ['first-response', 'next-response', 'resolution'] as const) {
          expect(running(keeping).filter((one) => one.startsWith(metric)).length).toBeLessThanOrEqual(1)
        }
        const now = at(9, 4000)
        for (const clock of keeping.clocks) {
          const used = usedMs(clock, now, rules)
          expect(used).toBeGreaterThanOrEqual(0)
          expect(used).toBeLessThanOrEqual((clock.stoppedAt ?? now) - clock.startedAt)
          if (clock.targetMs !== null && outcomeOf(clock) === 'met') expect(used).toBeLessThanOrEqual(clock.targetMs)
        }
      }),
    )
  })

  it('a ticket nobody opened has no clocks', () => {
    expect(foldClocks([], rules)).toBeUndefined()
    expect(() => foldClocks([rita(at(9))], rules)).toThrow('opening')
  })
})
