import { describe, expect, it } from 'vitest'
import type { ClockEvent } from '../../src/domain/clock.ts'
import { nextWake, type Rung, step, type Timekeeping } from '../../src/domain/sla.ts'
import { eventOfWake } from '../../src/domain/ticket/breach.ts'
import { effectOf } from '../../src/domain/ticket/effect.ts'
import { ada, asked, at, clockOf, moved, priority, rita, rules, told } from './promise.ts'

const MINUTE_MS = 60_000
const SOON_MS = 15_000

/** At once, after a quarter of an hour, after half an hour and then every half hour. */
const ladder: Rung[] = [
  { afterMs: 0, repeatMs: null },
  { afterMs: 15 * MINUTE_MS, repeatMs: null },
  { afterMs: 30 * MINUTE_MS, repeatMs: 30 * MINUTE_MS },
]

const first = { metric: 'first-response', cycle: 1 } as const
const resolution = { metric: 'resolution', cycle: 1 } as const

const warned = (when: number, threshold: string): ClockEvent => ({ at: when, type: 'warned', ...first, threshold })
const announced = (when: number): ClockEvent => ({ at: when, type: 'announced', ...first })
const climbed = (when: number, rung: number, round = 1): ClockEvent => ({
  at: when,
  type: 'climbed',
  ...first,
  step: rung,
  round,
})

function next(keeping: Timekeeping) {
  return nextWake(keeping, rules, ladder)
}

describe('what the desk does by itself about what it promised', () => {
  it('warns at four fifths, once, then tells of the breach a quarter of a minute late: an answer may be under way', () => {
    expect(next(asked())).toEqual({ what: 'warn', at: at(9, 48), ...first, threshold: '80%' })
    expect(next(asked(warned(at(9, 48), '80%')))).toEqual({ what: 'announce', at: at(10) + SOON_MS, ...first })
  })

  it('an answer within the quarter of a minute changes nothing about the breach, one in time spares it', () => {
    expect(next(asked(ada(at(10) + 5000)))).toEqual({ what: 'announce', at: at(10) + SOON_MS, ...first })
    expect(next(asked(ada(at(10))))).toEqual({ what: 'warn', at: at(15, 24), ...resolution, threshold: '80%' })
  })

  it('warns so long before, in business time: of Tuesday morning’s deadline on Monday evening', () => {
    const keeping = told(
      { plan: 'basic', priority: 'high' },
      ada(at(9, 1)),
      moved(at(9, 1), 'waiting'),
      moved(at(13), 'open'),
    )
    // Four hours from nine, one minute used, resumed at 13:00: due at 16:59, ten minutes before is 16:49.
    const soon = step(keeping, { at: at(16, 12), type: 'warned', ...resolution, threshold: '80%' }, rules)
    expect(next(soon)).toEqual({ what: 'warn', at: at(16, 49), ...resolution, threshold: 'PT10M' })
    const later = told(
      { plan: 'basic', priority: 'high' },
      ada(at(9, 1)),
      moved(at(9, 1), 'waiting'),
      moved(at(13, 5), 'open'),
    )
    const early = step(later, { at: at(16, 17), type: 'warned', ...resolution, threshold: '80%' }, rules)
    expect(next(early)?.at).toBe(at(16, 54))
  })

  it('a warning overtaken by the breach is not sent any more', () => {
    expect(next(asked(rita(at(12))))).toEqual({ what: 'announce', at: at(10) + SOON_MS, ...first })
    const told = asked(announced(at(12)), rita(at(12, 1)))
    expect(next(told)).toMatchObject({ what: 'climb', ...first })
  })

  it('while Rita is waited for, nothing is warned of', () => {
    const keeping = asked(ada(at(9, 10)), moved(at(9, 10), 'waiting'))
    expect(next(keeping)).toBeUndefined()
    expect(next(step(keeping, moved(at(20), 'open'), rules))?.at).toBe(at(20, 384 - 10))
  })

  it('a breach that was taken back and is there again after all is told once more, and not taken for the first telling', () => {
    const late = asked(warned(at(9, 48), '80%'), announced(at(10, 1)))
    const again = step(late, { at: at(10, 2), type: 'retracted', ...first }, rules)
    const wake = { what: 'announce', at: at(10) + SOON_MS, ...first } as const
    expect(next(again)).toEqual(wake)
    const effects = [late, again].map((keeping) =>
      effectOf(eventOfWake(wake, clockOf(keeping, 'first-response'), at(10))),
    )
    expect(new Set(effects).size).toBe(2)
  })

  it('of two things at one instant the first answer comes first', () => {
    const both = asked(warned(at(9, 48), '80%'), priority(at(12, 30), 'urgent'), priority(at(14), 'high'))
    expect(next(both)).toMatchObject({ at: at(10) + SOON_MS, ...first })
    const late = asked(priority(at(9, 5), 'urgent'), priority(at(15), 'high'))
    expect(next(late)).toEqual({ what: 'announce', at: at(15) + SOON_MS, ...first })
    expect(next(step(late, announced(at(15, 1)), rules))).toMatchObject({ what: 'announce', ...resolution })
  })
})

describe('nobody answers, and more people hear of it', () => {
  const breached = asked(warned(at(9, 48), '80%'), announced(at(10, 1)))

  it('rung by rung, never before the announcement, the last again and again', () => {
    expect(next(breached)).toEqual({ what: 'climb', at: at(10, 1), ...first, step: 0, round: 1 })
    const one = step(breached, climbed(at(10, 1), 0), rules)
    expect(next(one)).toEqual({ what: 'climb', at: at(10, 15), ...first, step: 1, round: 1 })
    const two = step(one, climbed(at(10, 15), 1), rules)
    expect(next(two)).toEqual({ what: 'climb', at: at(10, 30), ...first, step: 2, round: 1 })
    const three = step(two, climbed(at(10, 30), 2), rules)
    expect(next(three)).toEqual({ what: 'climb', at: at(11), ...first, step: 2, round: 2 })
    expect(next(step(three, climbed(at(11, 2), 2, 2), rules))).toMatchObject({ at: at(11, 32), step: 2, round: 3 })
  })

  it('until Ada says she has seen it, answers, or the ticket is dropped', () => {
    const spare = (event: ClockEvent) => next(step(breached, event, rules))
    const quiet = { what: 'warn', ...resolution }
    expect(spare({ at: at(10, 2), type: 'acknowledged', ...first })).toMatchObject(quiet)
    expect(spare(ada(at(10, 2)))).toMatchObject(quiet)
    expect(spare({ at: at(10, 2), type: 'status', status: 'spam', resolved: true, counted: false })).toBeUndefined()
  })

  it('a reopened ticket is not climbed over an old breach, and it is not told twice (S15)', () => {
    const told: ClockEvent = { at: at(17, 1), type: 'announced', ...resolution }
    const overdue = asked(ada(at(9, 10)), told)
    expect(next(overdue)).toMatchObject({ what: 'climb', ...resolution })
    const paused = step(overdue, moved(at(17, 5), 'waiting'), rules)
    expect(next(paused)).toBeUndefined()
    expect(next(asked(ada(at(9, 10)), told, moved(at(18), 'done'), moved(at(40), 'open')))).toBeUndefined()
  })
})
