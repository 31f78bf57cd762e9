import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { hostileFiles } from '../support/hostile-files.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
let customer: number
let card: Awaited<ReturnType<typeof cardOf>>

beforeAll(async () => {
  desk = await startTestDesk()
  customer = newCustomer(desk, 'Mallory')
  desk.telegram.write(customer, 'Mallory asks')
  card = await cardOf(desk, 'Mallory asks')
  await inThread(desk, card, 'Mallory asks')
  await told(desk, customer, 'this is ticket')
})
afterAll(async () => {
  // Once for all of them: it replays every ticket.
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** What a name may never hold: a path, a line, what turns words round, or more than people read. */
function expectCalm(name: string | undefined): void {
  expect(name).toBeDefined()
  expect(name).not.toMatch(/\/|\\|[\p{Cc}\u202A-\u202E\u2066-\u2069]|^\./v)
  expect((name ?? '').length).toBeLessThanOrEqual(130)
}

it.each(hostileFiles)('Slack → Telegram: $what', async ({ what, name, mimetype, bytes }) => {
  desk.slack.say(ADA, TRIAGE, { text: `to you (${what})`, thread: card.ts, files: [{ name, bytes, mimetype }] })
  const shown = await told(desk, customer, `to you (${what})`)
  expect(shown.pinged).toEqual([])
  if (shown.file === undefined) {
    // What looks like Slack's page to sign in is taken for one, and an address that leads elsewhere is not followed.
    expect(what).toMatch(/^a page called|of dots|with lines/)
    expect(shown.text).toContain('could not be fetched')
    return
  }
  expectCalm(shown.file.name ?? 'photo.jpg')
  expect(Buffer.from(desk.telegram.bytes(shown.file.id)).equals(Buffer.from(bytes))).toBe(true)
  // Nothing is shown as more than a document but what is what it says.
  const honest = ['a picture called a page', 'a picture called a program', 'a name that turns round']
  if (shown.kind !== 'document') expect(honest).toContain(what)
})

it.each(hostileFiles)('Telegram → Slack: $what', async ({ what, name, mimetype, bytes }) => {
  desk.telegram.send(customer, { document: { name, bytes, mime: mimetype, caption: `from me (${what})` } })
  const shown = await inThread(desk, card, `from me (${what})`)
  expectCalm(shown.files?.[0]?.name)
  expect(Buffer.from(desk.slack.bytes(shown.files?.[0]?.id ?? '')).equals(Buffer.from(bytes))).toBe(true)
  expect(shown.pinged).toEqual([])
})

it('more than Telegram gives a bot is told in words', async () => {
  const big = Buffer.alloc(20 * 1024 * 1024 + 1)
  desk.telegram.send(customer, { document: { name: 'big.iso', bytes: big, caption: 'all of it' } })
  const said = await inThread(desk, card, 'all of it')
  expect(desk.slack.textOf(said)).toContain('too large to be carried over: big.iso')
})

it('bytes lie under their digest and nowhere else', async () => {
  await until(() => readdirSync(desk.files).length > 0)
  for (const name of readdirSync(desk.files, { recursive: true })) {
    expect(String(name)).toMatch(/^[0-9a-f]{2}(\/[0-9a-f]{64})?$/)
  }
})
