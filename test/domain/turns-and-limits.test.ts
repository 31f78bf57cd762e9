import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomAgainAt } from '../../src/domain/limits.ts'
import { instantOf, localDateAndTime } from '../../src/domain/local-time.ts'
import { type Candidate, nextOf } from '../../src/domain/rota.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 0, 1, n))

describe('whose turn it is', () => {
  it('round robin: who never had one, then who waited longest', () => {
    const agents: Candidate[] = [
      { id: 'ada', load: 0, lastAt: hour(3) },
      { id: 'bo', load: 9, lastAt: hour(1) },
    ]
    expect(nextOf('round-robin', agents)).toBe('bo')
    expect(nextOf('round-robin', [...agents, { id: 'lena', load: 99, lastAt: undefined }])).toBe('lena')
    expect(nextOf('round-robin', [])).toBeUndefined()
  })

  it('least loaded: the fewest on hand, among equals who waited longest', () => {
    const agents: Candidate[] = [
      { id: 'ada', load: 2, lastAt: hour(1) },
      { id: 'bo', load: 1, lastAt: hour(9) },
      { id: 'lena', load: 1, lastAt: hour(2) },
    ]
    expect(nextOf('least-loaded', agents)).toBe('lena')
  })

  it('in turn nobody is ever two tickets ahead (law)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (people, tickets) => {
        const agents = Array.from({ length: people }, (_, index) => ({
          id: `agent-${index}`,
          load: 0,
          lastAt: undefined as Date | undefined, // filled in as they get theirs
        }))
        for (let at = 1; at <= tickets; at++) {
          const next = agents.find(({ id }) => id === nextOf('round-robin', agents))
          if (!next) throw new Error('nobody')
          next.load += 1
          next.lastAt = hour(at)
        }
        const loads = agents.map(({ load }) => load)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('a limit', () => {
  const limit = { most: 5, withinMs: 60_000 }
  it('leaves room again when the fifth newest is a minute old', () => {
    expect(roomAgainAt(limit, undefined, hour(1))).toBeUndefined()
    expect(roomAgainAt(limit, hour(0), hour(1))).toBeUndefined()
    const now = new Date(hour(1).getTime() + 59_999)
    expect(roomAgainAt(limit, hour(1), now)).toEqual(new Date(hour(1).getTime() + 60_000))
  })
})

describe('the clock on the wall', () => {
  it('reads dates and hours as people of the zone mean them', () => {
    expect(instantOf('2026-07-01', '9:30', 'Europe/Stockholm')).toEqual(new Date('2026-07-01T07:30:00Z'))
    expect(instantOf('2026-12-01', '09:30', 'Europe/Stockholm')).toEqual(new Date('2026-12-01T08:30:00Z'))
    // Summer time skips 02:30.
    expect(instantOf('2026-03-29', '02:30', 'Europe/Stockholm')).toEqual(new Date('2026-03-29T01:30:00Z'))
    for (const [date, time] of [
      ['2026-02-30', '09:00'],
      ['soon', '09:00'],
      ['2026-02-03', '25:00'],
      ['2026-02-03', 'noon'],
    ])
      expect(instantOf(date ?? '', time ?? '', 'Europe/Stockholm')).toBeUndefined()
  })

  it('an hour shown is the hour read, but where summer time ends and it comes twice (law)', () => {
    const winter = fc.date({ min: new Date('2026-11-01'), max: new Date('2027-03-01'), noInvalidDate: true })
    fc.assert(
      fc.property(winter, fc.constantFrom('Europe/Stockholm', 'Asia/Tehran', 'UTC'), (date, zone) => {
        const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        const shown = localDateAndTime(minute, zone)
        expect(instantOf(shown.date, shown.time, zone)).toEqual(minute)
      }),
    )
  })
})
