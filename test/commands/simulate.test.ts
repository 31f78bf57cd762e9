import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDesks } from '../../src/commands/check-desks.ts'
import { simulate } from '../../src/commands/simulate.ts'
import { temporaryFolder } from '../support/temporary.ts'

const named = () => 'C0TRIAGE'
const at = ['--at', '2026-11-20 16:55']

describe('npm run desk -- simulate', () => {
  it('tells what would be due, and why', async () => {
    const { lines, ok } = await simulate(['desks/demo.yaml', '--plan', 'basic', '--priority', 'normal', ...at], named)
    expect(ok).toBe(true)
    expect(lines).toContain('First answer, 8:00 of office: due 2026-11-24 10:00')
    expect(lines).toContain('    2026-11-20 16:55 – 2026-11-23 09:00  64:05  outside the hours of office')
    expect(lines).toContain('2026-11-24 10:15 channel hears that the first answer is late')
    expect(lines).toContain('    2026-11-26 16:55 the ticket is cancelled')
  })

  it('goes by the hours a plan has for the category', async () => {
    const asked = ['desks/kubit.yaml', '--plan', 'medium', '--category']
    const { lines } = await simulate([...asked, 'sales', ...at], named)
    expect(lines).toContain('For category sales plan medium counts the hours of office.')
    expect(lines).toContain('First answer, 12:00 of office: due 2026-11-22 13:00')
    expect((await simulate([...asked, 'technical', ...at], named)).lines).toContain(
      'First answer, 12:00 of always: due 2026-11-21 04:55',
    )
  })

  it('says where a plan promises nothing', async () => {
    const { lines } = await simulate(['desks/demo.yaml', '--plan', 'basic', '--priority', 'low', ...at], named)
    expect(lines.join('\n')).toContain('Plan basic promises nothing for priority low.')
  })

  it.each([
    [['desks/demo.yaml'], 'Say which desk'],
    [['desks/demo.yaml', '--plan', 'silver', ...at], 'There is no plan silver. Write one of: gold, basic'],
    [['desks/demo.yaml', '--priority', 'huge', ...at], 'Write one of: urgent, high, normal, low'],
    [['desks/kubit.yaml', '--category', 'money', ...at], 'There is no category money. Write one of: activation'],
    [['desks/demo.yaml', '--at', 'tomorrow'], 'tomorrow is no hour'],
  ])('%j: says how to repair it', async (args, words) => {
    const { lines, ok } = await simulate(args, named)
    expect(ok).toBe(false)
    expect(lines.join('\n')).toContain(words)
  })
})

/** A desk with these plans, the highest first. */
function deskWith(plans: string): string {
  const file = join(temporaryFolder(), 'slow.yaml')
  writeFileSync(
    file,
    `desk: slow
name: Slow
prefix: SLOW
zone: Europe/Stockholm
channels: { slack: { triage: C0TRIAGE } }
roles: { agent: { who: { slack: [U0ADA] }, may: ["*"] } }
priorities: [{ id: normal, label: Normal, default: true }]
calendars:
  always: { alwaysOpen: true }
  office: { weekly: { mon: ["09:00-17:00"], fri: ["09:00-17:00"] } }
  mornings: { weekly: { mon: ["09:00-12:00"] } }
plans:
${plans}
defaultPlan: basic
`,
  )
  return file
}

it('the check works an example for each promise, and warns of a plan slower than the one below it', async () => {
  const file = deskWith(`  gold: { calendar: office, targets: { normal: { firstResponse: PT8H } } }
  basic: { calendar: office, targets: { normal: { firstResponse: PT4H } } }`)
  const { lines, ok } = await checkDesks([file], named)
  expect(ok).toBe(true)
  expect(lines).toContain('  plan basic, normal: 4:00 of office, asked 2026-11-20 16:00, is due 2026-11-23 12:00')
  expect(lines.join('\n')).toContain('plan gold promises the first answer to normal later than plan basic')
})

it('a plan is compared with all below it, and by when an answer is due where their calendars differ', async () => {
  const file = deskWith(`  gold: { calendar: mornings, targets: { normal: { firstResponse: PT4H } } }
  silver: { calendar: always, targets: { normal: { firstResponse: PT6H } } }
  basic: { calendar: office, targets: { normal: { firstResponse: PT3H } } }`)
  const { lines } = await checkDesks([file], named)
  // Silver is later than basic on a Monday morning only, and sooner at every other hour.
  expect(lines.filter((line) => line.startsWith('slow: plan'))).toEqual([
    'slow: plan gold promises the first answer to normal later than plan silver, which stands below it.',
    'slow: plan gold promises the first answer to normal later than plan basic, which stands below it.',
  ])
})
