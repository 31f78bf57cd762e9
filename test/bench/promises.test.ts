import { expect, it } from 'vitest'
import { holds, joined, none, shownMeasure, told, unlessTimed, within } from '../../bench/faults/measure.ts'
import { promiseTable } from '../../bench/faults/promise-table.ts'
import { promiseIds } from '../../bench/faults/promises.ts'
import type { Run } from '../../bench/faults/results.ts'
import { sizes } from '../../bench/faults/scenario.ts'
import { scenarios } from '../../bench/faults/scenarios.ts'

it('every promise has its scenario, and parts of one are told apart', () => {
  expect(scenarios.flatMap(({ proves }) => proves).toSorted()).toEqual([...promiseIds].toSorted())
  for (const { parts } of scenarios) {
    for (const size of sizes) {
      const names = parts(size).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
  }
})

it('a figure over its bound falls short, and so does one that could not be measured', () => {
  expect([none('lost', []), within('p99', 500, 500), told('kills', 4)].every(holds)).toBe(true)
  expect(holds(none('lost', ['a']))).toBe(false)
  expect(holds(within('p99', 501, 500))).toBe(false)
  expect(holds({ what: 'others', found: Number.NaN, unit: '%', most: 10 })).toBe(false)
  expect(holds({ what: 'answered', found: 39, least: 40 })).toBe(false)
  expect(shownMeasure(within('p99', 700, 500))).toBe('**p99 0.70 s (≤ 0.50 s)**')
})

it('on a machine that others use, too, counts are judged and times are told', () => {
  expect(holds(unlessTimed(none('lost', ['a'])))).toBe(false)
  expect(shownMeasure(unlessTimed(within('p99', 700, 500)))).toBe('p99 0.70 s')
  const unmeasured = { what: 'others', found: Number.NaN, unit: '%' as const, most: 10 }
  expect(holds(unlessTimed(unmeasured))).toBe(true)
})

it('parts of a run add up, and of times the worst counts', () => {
  const one = [none('lost', []), within('p99', 100, 500), { what: 'doubled', found: 1, most: 4 }]
  const other = [none('lost', ['a']), within('p99', 300, 500), { what: 'doubled', found: 2, most: 4 }]
  expect(joined([one, other])).toMatchObject([
    { found: 1, most: 0 },
    { found: 0.3, most: 0.5 },
    { found: 3, most: 8 },
  ])
})

const part = { at: '2026-11-28T10:00Z', seed: 7, seconds: 1 }
const run: Run = { scenario: 'away', size: 'full', proves: ['R7'], seed: 7, of: 2, parts: {} }
const rowOf = (runs: Run[], id: string) => promiseTable(runs).filter((row) => row.startsWith(`| ${id} `))

it('the table says what was not run, run in part, broken off, and what falls short', () => {
  expect(rowOf([], 'R7')).toEqual([expect.stringContaining('| not run |')])
  const good = { ...part, figures: { R7: [none('words lost', [])] } }
  const [half] = rowOf([{ ...run, parts: { '10 min': good } }], 'R7')
  expect(half).toMatch(/away, full; 1 of 2 parts run \| words lost 0 \(≤ 0\) .*\| yes \| 7 \| 2026-11-28 \|$/)
  const bad = { ...part, figures: { R7: [none('words lost', ['a'])] } }
  expect(rowOf([{ ...run, parts: { '10 min': good, '3 h': bad } }], 'R7')[0]).toContain('| **NO** |')
  const broken = { ...part, broken: 'no database', figures: {} }
  expect(rowOf([{ ...run, parts: { '10 min': good, '3 h': broken } }], 'R7')[0]).toMatch(/1 broken off .*\*\*NO\*\*/)
  expect(rowOf([{ ...run, parts: { '10 min': broken } }], 'R7')[0]).toContain('**NO**')
})
