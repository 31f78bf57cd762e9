import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '../../src/ports/log.ts'
import { type Owed, ranks } from '../../src/ports/store.ts'
import { inThread, newCustomer, told } from '../support/customer.ts'
import { secrets } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'

/** More chats than calls of one platform may be under way. */
const CHATS = 40
/** Longer than a word waits on any machine, so that no call is over when it comes. */
const HANGS_MS = 60_000

const faults: object[] = []
const quiet = (): void => {}
const log: Log = { debug: quiet, info: quiet, warn: noteFault, error: noteFault }

function noteFault(facts: object, event: string): void {
  if (event === 'delivery-fault' || event === 'lane-failed') faults.push(facts)
}

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk({ log, callTimeoutMs: HANGS_MS })
})
afterAll(async () => {
  // What hangs there is let go, for a desk that stops finishes what is in hand.
  desk.playground.telegram.faults.clear()
  await desk.stop()
})

const owedTo = (chat: number): Owed => ({
  id: v7(),
  ticketId: null,
  to: { platform: 'telegram', account: secrets.telegramToken.split(':')[0] ?? '', chat: String(chat) },
  class: 'must-arrive',
  rank: ranks.words,
  act: 'post',
  content: { language: 'en', body: [] },
})

it('Telegram says nothing in forty chats at once: a word for Slack does not wait for any of those calls', async () => {
  const customer = newCustomer(desk, 'Cara')
  desk.telegram.write(customer, 'The gate squeaks')
  const card = await cardOf(desk, 'gate')
  await told(desk, customer, 'this is ticket')
  await desk.desk.idle()

  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'hang' }, Number.POSITIVE_INFINITY)
  const chats = Array.from({ length: CHATS }, (_, n) => owedTo(7_000_000_000 + n))
  await desk.desk.store.transaction((unit) => unit.deliveries.owe(chats))
  const underWay = async (): Promise<number> => {
    const found = await desk.database.query<{ lanes: string }>(
      "select count(distinct lane) as lanes from delivery where state = 'sending'",
    )
    return Number(found.rows[0]?.lanes)
  }
  await until(async () => (await underWay()) >= 32, 'as many calls as may be under way')

  desk.telegram.write(customer, 'It squeaks louder')
  await inThread(desk, card, 'It squeaks louder')
  expect(faults).toEqual([])
})
