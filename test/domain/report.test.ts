import { describe, expect, it } from 'vitest'
import type { ClockEvent } from '../../src/domain/clock.ts'
import { type ReportedTicket, reportOn } from '../../src/domain/report.ts'
import { tableOf } from '../../src/domain/report-table.ts'
import { asOf } from '../../src/domain/sla.ts'
import { ada, asked, at, moved, priority, rita, rules, told } from './promise.ts'

const HOUR_MS = 3_600_000
/** Monday; Rita asks at nine. */
const day = { from: at(0), to: at(24) }

/** A ticket Rita asked for at nine, as it stands on Monday evening. */
function reported(events: ClockEvent[], more: Partial<ReportedTicket> = {}): ReportedTicket {
  return {
    deskId: 'demo',
    type: 'question',
    priority: 'normal',
    category: null,
    tags: [],
    plan: 'gold',
    assigneeId: null,
    openedAt: new Date(at(9)),
    resolvedAt: null,
    stage: 'open',
    rating: null,
    clocks: asOf(asked(...events), at(20), rules).clocks,
    rules,
    ...more,
  }
}

const rated = (score: number, scale: number) => ({
  askedAt: '2024-05-06T12:00:00.000Z',
  scale,
  reminded: 0,
  lapsed: false,
  score,
  ratedAt: '2024-05-06T13:00:00.000Z',
})

describe('how Monday was', () => {
  it('says how long Rita waited, and how often the promise was kept; one nobody answered is broken already (S25)', () => {
    const { all } = reportOn(
      [reported([ada(at(9, 30))]), reported([ada(at(10))]), reported([ada(at(12))]), reported([])],
      day,
    )
    expect(all).toMatchObject({ opened: 4, resolved: 0, backlog: 4 })
    expect(all.metrics['first-response']).toEqual({
      met: 2,
      breached: 2,
      cancelled: 0,
      noReplyNeeded: 0,
      share: 0.5,
      medianMs: HOUR_MS,
      p90Ms: 2.6 * HOUR_MS,
      lateMs: 2 * HOUR_MS,
      lateOnTheWallMs: 2 * HOUR_MS,
    })
  })

  it('leaves out what was merged, and counts it apart (S25)', () => {
    const away = reported([{ at: at(10, 30), type: 'merged-away' }], { stage: 'closed', resolvedAt: null })
    const { all } = reportOn([away], day)
    expect(all).toMatchObject({ opened: 1, backlog: 0 })
    expect(all.metrics.resolution).toEqual({
      met: 0,
      breached: 0,
      cancelled: 1,
      noReplyNeeded: 0,
      share: null,
      medianMs: null,
      p90Ms: null,
      lateMs: null,
      lateOnTheWallMs: null,
    })
  })

  it('says how late the late ones were: by the hours of the desk, and on the wall (S25)', () => {
    const office = { plan: 'basic', priority: 'normal' }
    const clocks = asOf(told(office, ada(at(24 + 10))), at(48), rules).clocks
    const { all } = reportOn([reported([], { clocks, plan: 'basic' })], day)
    expect(all.metrics['first-response']).toMatchObject({
      breached: 1,
      lateMs: 8 * HOUR_MS,
      lateOnTheWallMs: 24 * HOUR_MS,
    })
  })

  it('measures both from when the promise was broken, which a change can do long after its new deadline (S16)', () => {
    const { all } = reportOn([reported([priority(at(9, 50), 'high'), ada(at(10))])], day)
    const late = 10 * 60_000
    expect(all.metrics['first-response']).toMatchObject({ breached: 1, lateMs: late, lateOnTheWallMs: late })
  })

  it('counts apart where no answer was needed (S11)', () => {
    const needless: ClockEvent[] = [ada(at(9, 30)), rita(at(10)), { at: at(10, 5), type: 'no-reply-needed' }]
    const { all } = reportOn([reported(needless)], day)
    expect(all.metrics['next-response']).toMatchObject({ met: 0, cancelled: 0, noReplyNeeded: 1 })
  })

  it('by priority, of each desk its own', () => {
    const { groups } = reportOn([reported([]), reported([], { priority: 'high' })], day)
    expect(groups.filter(({ by }) => by === 'priority').map(({ id }) => id)).toEqual(['demo high', 'demo normal'])
  })

  it('counts no time in which the clock stood still', () => {
    const waited = [ada(at(9, 30)), moved(at(10), 'waiting'), moved(at(14), 'open'), moved(at(15), 'done')]
    const { all } = reportOn([reported(waited, { stage: 'resolved', resolvedAt: new Date(at(15)) })], day)
    expect(all.resolved).toBe(1)
    expect(all.metrics.resolution).toMatchObject({ met: 1, medianMs: 2 * HOUR_MS })
  })

  it('a ticket of another day is open still, and nothing else of it counts', () => {
    const { all } = reportOn([reported([ada(at(12))])], { from: at(24), to: at(48) })
    expect(all).toMatchObject({ opened: 0, backlog: 1 })
    expect(all.metrics['first-response']).toMatchObject({ met: 0, breached: 0, share: null })
  })

  it('scores of ten and of five are told as of five', () => {
    const { all } = reportOn([reported([], { rating: rated(10, 10) }), reported([], { rating: rated(4, 5) })], day)
    expect(all.ratings).toEqual({ count: 2, average: 4.5 })
  })

  it('who did how much, the busiest first', () => {
    const bo = { assigneeId: 'bo' }
    const { groups } = reportOn([reported([]), reported([], bo), reported([], bo)], day)
    const agents = groups.filter(({ by }) => by === 'agent')
    expect(agents.map(({ id, figures }) => [id, figures.opened])).toEqual([
      ['bo', 2],
      [null, 1],
    ])
  })

  it('by category and by tag: of several tags in each, without one in none', () => {
    const vip = { category: 'billing', tags: ['vip', 'late'] }
    const { groups } = reportOn([reported([]), reported([], vip), reported([], { tags: ['vip'] })], day)
    const found = groups.flatMap(({ by, id, figures }) =>
      by === 'category' || by === 'tag' ? [[by, id, figures.opened]] : [],
    )
    expect(found).toEqual([
      ['category', 'demo billing', 1],
      ['tag', 'vip', 2],
      ['tag', 'late', 1],
    ])
  })

  it('as a table it has one row each, and as many cells as its head', () => {
    const report = reportOn([reported([ada(at(12))])], day)
    const table = tableOf({ ...report, groups: report.groups.map((group) => ({ ...group, name: 'a name' })) })
    expect(table.map(([by]) => by)).toEqual(['by', 'all', 'desk', 'type', 'priority', 'plan', 'agent'])
    expect(new Set(table.map((row) => row.length)).size).toBe(1)
    expect(table[1]?.[table[0]?.indexOf('first_response_median_s') ?? -1]).toBe(3 * 3600)
  })
})
