import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../src/domain/ledger.ts'
import { pausedMs, usedMs } from '../../src/domain/sla.ts'
import { at, clockOf, moved, rules, told } from './promise.ts'

describe('Why this due time?', () => {
  const keeping = told({ plan: 'basic', priority: 'normal' }, moved(at(16), 'waiting'), moved(at(34), 'open'))

  it('tells Ada every stretch and the rule that made it', () => {
    const lines = ledgerOf(clockOf(keeping, 'resolution'), rules, at(60))
    expect(lines).toEqual([
      { from: at(9), to: at(16), state: 'running', because: null },
      { from: at(16), to: at(17), state: 'paused', because: 'waiting' },
      { from: at(17), to: at(33), state: 'outside-hours', because: 'office' },
      { from: at(33), to: at(34), state: 'paused', because: 'waiting' },
      { from: at(34), to: at(41), state: 'running', because: null },
      { from: at(41), to: at(48), state: 'outside-hours', because: 'office' },
      { from: at(48), to: at(60), state: 'holiday', because: '2024-05-08' },
    ])
  })

  it('ends where the clock stopped, and what happened at all hours is one stretch', () => {
    const always = told({ plan: 'gold', priority: 'normal' }, moved(at(30), 'done'))
    expect(ledgerOf(clockOf(always, 'resolution'), rules, at(60))).toEqual([
      { from: at(9), to: at(30), state: 'running', because: null },
    ])
  })

  it('adds up, whatever was paused', () => {
    const moves = fc
      .uniqueArray(fc.integer({ min: 1, max: 6000 }), { maxLength: 8 })
      .map((minutes) =>
        minutes
          .toSorted((one, other) => one - other)
          .map((minute, index) =>
            moved(at(9, minute), ['waiting', 'open', 'done', 'waiting', 'open'][index % 5] ?? ''),
          ),
      )
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 8000 }), (events, minute) => {
        const clock = clockOf(told({ plan: 'basic', priority: 'normal' }, ...events), 'resolution')
        const until = Math.max(at(9, minute), ...events.map((event) => event.at))
        const lines = ledgerOf(clock, rules, until)
        const sum = (state: string) =>
          lines.filter((line) => line.state === state).reduce((ms, { from, to }) => ms + to - from, 0)
        expect(sum('running')).toBe(usedMs(clock, until, rules))
        expect(sum('paused')).toBe(pausedMs(clock, until, rules))
        for (const [index, line] of lines.entries()) expect(line.from).toBe(lines[index - 1]?.to ?? clock.startedAt)
      }),
    )
  })
})
