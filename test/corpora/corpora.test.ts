import { expect, it } from 'vitest'
import { rowOf } from '../../adapters/slack/in/row.ts'
import { typeFault } from '../../playground/telegram/contract.ts'
import { keptSlack, keptTelegram } from '../support/corpora.ts'

it('fifty payloads of each platform are kept, none twice, and Telegram’s are what its Bot API publishes', () => {
  for (const all of [keptTelegram, keptSlack.map((seed) => seed(1))]) {
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(50)
  }
  const faults = keptTelegram.flatMap((update, n) => typeFault('Update', { update_id: n, ...update }) ?? [])
  expect(faults).toEqual([])
})

it('every kept payload of Slack is a row, or leaves no trace, and none is malformed', () => {
  const received = { seconds: 1_790_000_000, digest: 'd' }
  const rows = keptSlack.map((seed, n) => {
    const { as, ...payload } = seed(n)
    return rowOf({ ...payload, received, ...(as === 'fields' && { type: 'command' }) }, 'T0DEMO')
  })
  expect(rows.filter((row) => row !== undefined).length).toBeGreaterThan(35)
})
