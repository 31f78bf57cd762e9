import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '../../src/ports/log.ts'
import { newCustomer, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const logged: string[] = []
const note = (facts: object, event: string): void => void logged.push(`${event} ${JSON.stringify(facts)}`)
const log: Log = { debug: note, info: note, warn: note, error: note }
/** A lease is renewed once a second. */
const times = (event: string): number => logged.filter((line) => line.startsWith(event)).length

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk({ log })
})
afterAll(() => desk.stop())

it('what Telegram took while the database was away is written down when it is back, and not sent again', async () => {
  const customer = newCustomer(desk, 'Cara')
  desk.telegram.write(customer, 'The gate squeaks')
  const card = await cardOf(desk, 'gate')
  await desk.desk.idle()
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'slow', ms: 700 })
  desk.slack.say('U0ADA', 'C0TRIAGE', { text: 'Oil helps.', thread: card.ts })
  await told(desk, customer, 'Oil helps.') // on the customer's screen; the answer to us is still on its way
  await shutting(desk, () => until(() => times('not-marked-yet') > 0 && times('lease-not-renewed') > 10, 'ten seconds'))
  desk.slack.say('U0ADA', 'C0TRIAGE', { text: 'Did it?', thread: card.ts })
  await told(desk, customer, 'Did it?')
  expect(timesTold(desk, customer, 'Oil helps.')).toBe(1)
  await replayedEqualsStored(desk)
})

/** Nobody gets into the database meanwhile, and whoever was in is out. */
async function shutting({ database }: TestDesk, meanwhile: () => Promise<unknown>): Promise<void> {
  const { pathname: name } = new URL(database.url)
  const client = new pg.Client({ connectionString: database.url.replace(name, '/postgres') })
  await client.connect()
  const quoted = client.escapeIdentifier(name.slice(1))
  try {
    await client.query(`alter database ${quoted} allow_connections false`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name.slice(1)])
    await meanwhile()
  } finally {
    await client.query(`alter database ${quoted} allow_connections true`)
    await client.end()
  }
}
