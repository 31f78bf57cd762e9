import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA } from '../../playground/slack/index.ts'
import { newCustomer } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'

/** Longer than a word waits on any machine, so that no call is over when it comes. */
const HANGS_MS = 60_000

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk({ callTimeoutMs: HANGS_MS })
})
afterAll(async () => {
  // What hangs there is let go, for a desk that stops finishes what is in hand.
  desk.playground.slack.faults.clear()
  await desk.stop()
})

it('Slack says nothing when it is asked who wrote: a customer of Telegram does not wait for that, by word or by command', async () => {
  desk.playground.slack.faults.arm({ on: 'call', method: 'users.info', does: 'hang' }, Number.POSITIVE_INFINITY)
  for (const words of ['one', 'two', 'three']) desk.slack.say(RITA, HELP, { text: words })
  for (const words of ['four', 'five']) await desk.slack.command(RITA, HELP, '/ticket', words)
  const waiting = async (): Promise<number> => {
    const found = await desk.database.query<{ rows: string }>(
      "select count(*) as rows from inbox where state = 'waiting' and platform = 'slack'",
    )
    return Number(found.rows[0]?.rows)
  }
  await until(async () => (await waiting()) >= 4, 'what Slack is asked about')

  const customer = newCustomer(desk, 'Cara')
  desk.telegram.write(customer, 'The gate squeaks')
  await cardOf(desk, 'gate')
  const before = desk.telegram.messages(customer).length
  desk.telegram.write(customer, '/help')
  await until(() => desk.telegram.messages(customer).length > before + 1, 'an answer to her command')
  expect(await waiting()).toBeGreaterThanOrEqual(4)
})
