import { describe, expect, it } from 'vitest'
import { releaseOf, releaseText } from '../../src/domain/release.ts'
import { type Planned, roadmap } from '../../src/domain/roadmap.ts'
import { open } from '../../src/domain/ticket/open.ts'
import { desk, happened } from './ticket/given.ts'

describe('a release', () => {
  it.each([
    ['2026-Q4', '2026-Q4'],
    ['2026 q4', '2026-Q4'],
    ['Q4 2026', '2026-Q4'],
    ['2026-Q4 sprint  3', '2026-Q4 sprint 3'],
    ['2026-Q4, sprint 3', '2026-Q4 sprint 3'],
    ['2027', '2027'],
  ])('is understood as people write it: %s', (written, kept) => {
    const release = releaseOf(written)
    expect(release && releaseText(release)).toBe(kept)
    expect(releaseOf(kept)).toEqual(release)
  })
  it.each(['soon', 'Q5 2026', '2026-Q9', 'Q4', ''])('says when, or is none: %s', (written) => {
    expect(releaseOf(written)).toBeUndefined()
  })
})

const planned = (key: string, when: string): Planned => {
  const release = releaseOf(when)
  if (!release) throw new Error(when)
  return {
    ticket: happened(
      undefined,
      open(desk, { id: key, key, by: 'rita', requesterId: 'rita', subject: key, ticketType: 'bug', fields: {} }),
    ),
    release,
  }
}
const shown = (...of: Parameters<typeof roadmap>) =>
  roadmap(...of).map(({ when, planned: those }) => [when, ...those.map(({ ticket }) => ticket.key)])

describe('the roadmap', () => {
  const all = [
    planned('D-1', '2026-Q3'),
    planned('D-2', '2027'),
    planned('D-3', '2026-Q4 sprint 10'),
    planned('D-4', '2026-Q4 sprint 2'),
    planned('D-5', '2026'),
    planned('D-6', '2027-Q1'),
  ]
  it('goes on from this quarter, sprints in their order, a year without a quarter after its quarters', () => {
    expect(shown(all, { today: '2026-11-23' })).toEqual([
      ['2026-Q4', 'D-4', 'D-3'],
      ['2026', 'D-5'],
      ['2027-Q1', 'D-6'],
      ['2027', 'D-2'],
    ])
  })
  it('of one year is all of that year', () => {
    expect(shown(all, { year: 2026 })).toEqual([
      ['2026-Q3', 'D-1'],
      ['2026-Q4', 'D-4', 'D-3'],
      ['2026', 'D-5'],
    ])
  })
})
