import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardsWith, inThread, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('what is not carried yet is told in words, with its caption, and its inbox row is kept', async () => {
  const customer = newCustomer(desk, 'Tess')
  desk.telegram.write(customer, 'Tess shows a few things')
  const card = await cardOf(desk, 'Tess shows a few things')
  desk.telegram.send(customer, { sticker: {} })
  desk.telegram.send(customer, { photo: { caption: 'the broken lid' } })
  desk.telegram.send(customer, { voice: {} })
  desk.telegram.send(customer, { location: { latitude: 59.3, longitude: 18.1 } })
  desk.telegram.send(customer, { document: { name: 'bill.pdf' } })
  desk.telegram.send(customer, { contact: { phone_number: '+4670000', first_name: 'Uno' } })
  desk.telegram.send(customer, { dice: {} })

  await inThread(desk, card, 'something of another kind (dice)')
  expect(threadOf(desk, card).slice(1)).toEqual([
    'Tess\nTess sent a sticker. It cannot be shown here yet.',
    'Tess\nthe broken lid\nTess sent a photo. It cannot be shown here yet.',
    'Tess\nTess sent a voice message. It cannot be played here yet.',
    'Tess\nTess sent a location. It cannot be shown here yet.',
    'Tess\nTess sent a file. It cannot be shown here yet. (bill.pdf)',
    'Tess\nTess sent a contact. It cannot be shown here yet.',
    'Tess\nTess sent something of another kind (dice). It cannot be shown here yet.',
  ])
  expect(cardsWith(desk, 'Tess')).toHaveLength(1)
  expect(await inboxRowsWith('bill.pdf')).toBe(1)
  expect(await inboxRowsWith('sticker')).toBe(1)
})

it('a sticker alone opens a ticket too', async () => {
  const customer = newCustomer(desk, 'Ugo')
  desk.telegram.send(customer, { sticker: {} })
  const card = await cardOf(desk, 'Ugo')
  await inThread(desk, card, 'Ugo sent a sticker')
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
