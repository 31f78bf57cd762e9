import { expect, it } from 'vitest'
import { reportSentences } from '../../src/acts/report.ts'
import { reportOn } from '../../src/domain/report.ts'
import { ada, asked, at, rita, rules } from '../domain/promise.ts'

it('what needed no answer is told among what is not counted: only the table has it apart', () => {
  const { clocks } = asked(ada(at(9, 30)), rita(at(10)), { at: at(10, 5), type: 'no-reply-needed' })
  const period = { from: at(0), to: at(24) }
  const ticket = {
    deskId: 'demo',
    type: 'question',
    priority: 'normal',
    category: null,
    tags: [],
    plan: 'gold',
    assigneeId: null,
    openedAt: new Date(at(9)),
    resolvedAt: null,
    stage: 'open' as const,
    rating: null,
  }
  const { all } = reportOn([{ ...ticket, clocks, rules }], period)
  const told = reportSentences({ all, groups: [], period, firstOpenedAt: null, cut: false }, 'UTC')
  const promises = told.filter(({ key }) => key === 'report-promise').map(({ facts }) => facts)
  expect(promises).toMatchObject([
    { promise: 'first-response', met: 1, cancelled: 0 },
    { promise: 'next-response', met: 0, cancelled: 1 },
    { promise: 'resolution', met: 0, cancelled: 0 },
  ])
})
