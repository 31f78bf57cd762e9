import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardsWith, inThread, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('what cannot be shown is told in words, and its inbox row is kept', async () => {
  const customer = newCustomer(desk, 'Tess')
  desk.telegram.write(customer, 'Tess shows a few things')
  const card = await cardOf(desk, 'Tess shows a few things')
  desk.telegram.send(customer, { dice: {} })
  desk.telegram.send(customer, { location: { latitude: 59.3, longitude: 18.1 } })
  desk.telegram.send(customer, { contact: { phone_number: '+4670000', first_name: 'Uno' } })

  await inThread(desk, card, 'Uno, +4670000')
  expect(threadOf(desk, card).slice(1)).toEqual([
    expect.stringMatching(/^Tess\nTess threw 🎲: [1-6]$/),
    expect.stringContaining('Tess shared a place'),
    'Tess\nTess shared a contact: Uno, +4670000',
  ])
  expect(cardsWith(desk, 'Tess')).toHaveLength(1)
  expect(await inboxRowsWith('+4670000')).toBe(1)
})

it('a sticker alone opens a ticket too', async () => {
  const customer = newCustomer(desk, 'Ugo')
  desk.telegram.send(customer, { sticker: {} })
  const card = await cardOf(desk, 'Ugo')
  await until(
    () => desk.slack.messages(TRIAGE, { thread: card.ts }).find(({ files }) => files?.length === 1),
    'the sticker',
  )
})

it('hostile words ping nobody, on either side', async () => {
  const customer = newCustomer(desk, '<!channel> @here')
  desk.telegram.write(customer, '<!channel> <@U0BO> @here @everyone <https://evil.example|click> *x* &lt;!here&gt;')
  const card = await cardOf(desk, 'click')
  const copy = await inThread(desk, card, '@everyone')
  expect(desk.slack.textOf(copy)).toContain('<!channel> <@U0BO>')
  for (const message of desk.slack.messages(TRIAGE)) expect(message.pinged).toEqual([])

  desk.slack.say(ADA, TRIAGE, { text: 'Ask @cara_b or @deskhand_bot, see tg://user?id=7002', thread: card.ts })
  const answer = await told(desk, customer, /Ask .*cara_b/)
  expect(answer.pinged).toEqual([])
})

it('an answer of 12,000 characters arrives whole, in parts that Telegram takes', async () => {
  const customer = newCustomer(desk, 'Vic')
  desk.telegram.write(customer, 'Vic wants to know everything')
  const card = await cardOf(desk, 'Vic wants to know everything')
  const words = Array.from({ length: 1700 }, (_, n) => `word${n}`)
  const text = `${words.join(' ').slice(0, 11_993)} theend`
  desk.slack.say(ADA, TRIAGE, { text, thread: card.ts })
  await told(desk, customer, 'theend')
  const parts = desk.telegram.messages(customer).filter(({ from, text: part }) => from === 'bot' && /word\d/.test(part))
  expect(parts.length).toBeGreaterThan(2)
  for (const part of parts) expect(part.text.length).toBeLessThanOrEqual(4096)
  const whole = parts.map((part) => part.text.replace(/^Ada · DEMO-\d+\n/, '')).join(' ')
  expect(whole.replace(/\s+/g, ' ')).toBe(text)
})

async function inboxRowsWith(words: string): Promise<number> {
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  try {
    const found = await client.query('select from inbox where body::text like $1', [`%"${words}"%`])
    return found.rowCount ?? 0
  } finally {
    await client.end()
  }
}
