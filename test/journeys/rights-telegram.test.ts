import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { ButtonAct } from '../../src/acts/buttons.ts'
import { menusOf } from '../../src/menus.ts'
import { cardNow, inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { forgedPress } from '../support/forged-press.ts'
import { type Ear, earOf } from '../support/heard.ts'
import { cardOf, chatOf, keyOn } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { buttonMeaning } from '../support/rights.ts'

/*
 * Cara has a ticket; Mallory, another customer, knows its key and the ids of its buttons, and gets nothing for it
 * (reliability.md SEC3). Nothing she is told differs from what is told of a ticket that never was.
 */

let desk: TestDesk
let ear: Ear
let cara: number
let mallory: number
let card: SlackMessage
let key: string
let ticketId: string

beforeAll(async () => {
  desk = await startTestDesk({ webhook: true })
  ear = earOf(desk)
  cara = newCustomer(desk, 'Cara')
  mallory = newCustomer(desk, 'Mallory')
  desk.telegram.write(cara, 'canary of Cara')
  card = await cardOf(desk, 'canary of Cara')
  key = keyOn(desk, card)
  const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  if (!ticket) throw new Error('no ticket of Cara’s')
  ticketId = ticket.id
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** What becomes of a message somebody writes to the bot. Everything written here is written once. */
const writes = (customer: number, text: string): Promise<string> =>
  ear.heard(`"text": "${text}"`, () => desk.telegram.write(customer, text))

async function nothingHappened(): Promise<void> {
  await desk.desk.idle()
  expect(chatOf(desk, mallory).filter((text) => text.includes('Cara'))).toEqual([])
  expect(cardNow(desk, card)).toMatch(/Status\s+New/)
  const history = await desk.desk.store.transaction((unit) => unit.tickets.history(ticketId))
  expect(new Set(history.map(({ event }) => event.type))).toEqual(new Set(['TicketOpened', 'RequesterReplied']))
}

const becomes: Record<string, { mine: string; another: string }> = {
  new: { mine: 'form-started', another: 'form-started' },
  tickets: { mine: 'listed', another: 'listed' },
  status: { mine: 'status-told', another: 'refused:ticket-not-found' },
  history: { mine: 'history-told', another: 'refused:ticket-not-found' },
  why: { mine: 'refused:not-an-agent', another: 'refused:ticket-not-found' },
  close: { mine: 'resolved', another: 'refused:ticket-not-found' },
  help: { mine: 'helped', another: 'helped' },
  cancel: { mine: 'cancelled', another: 'cancelled' },
  delete: { mine: 'delete-what', another: 'delete-what' },
  // A key is no language's name.
  language: { mine: 'language-unknown', another: 'language-unknown' },
  start: { mine: 'greeted-with-link', another: 'greeted-with-link' },
  find: { mine: 'found', another: 'found-nothing' },
  // What agents say, whatever stands behind it.
  merge: { mine: 'refused:not-an-agent', another: 'refused:not-an-agent' },
  link: { mine: 'refused:not-an-agent', another: 'refused:not-an-agent' },
  split: { mine: 'refused:not-an-agent', another: 'refused:ticket-not-found' },
  tagged: { mine: 'refused:not-an-agent', another: 'refused:not-an-agent' },
  mine: { mine: 'refused:not-an-agent', another: 'refused:not-an-agent' },
  report: { mine: 'refused:not-an-agent', another: 'refused:not-an-agent' },
  desk: { mine: 'helped', another: 'helped' },
}
const ORDER = [
  'status',
  'history',
  'why',
  'tickets',
  'help',
  'language',
  'start',
  'find',
  'merge',
  'link',
  'split',
  'tagged',
  'mine',
  'report',
  'desk',
  'delete',
  'new',
  'cancel',
]

it('every command of the menu is asked about here', () => {
  const commands = menusOf(desk.desks).flatMap((menu) => menu.commands.map(({ name }) => name))
  for (const name of new Set(commands)) expect(becomes).toHaveProperty(name)
})

it('with Cara’s key no command of Mallory’s tells or does anything; with her own it does for Cara', async () => {
  const found: Record<string, string> = {}
  for (const name of [...ORDER, 'close']) found[name] = await writes(mallory, `/${name} ${key}`)
  expect(found).toEqual(Object.fromEntries([...ORDER, 'close'].map((name) => [name, becomes[name]?.another])))
  await nothingHappened()
  // The same words as of a ticket that never was.
  await told(desk, mallory, `There is no ticket ${key} among yours`)
  await writes(mallory, '/status DEMO-999')
  await told(desk, mallory, 'There is no ticket DEMO-999 among yours')
  const hers: Record<string, string> = {}
  for (const name of ORDER) hers[name] = await writes(cara, `/${name} ${key.toLowerCase()}`)
  expect(hers).toEqual(Object.fromEntries(ORDER.map((name) => [name, becomes[name]?.mine])))
})

it('a button of Cara’s ticket or of an agent’s is worth nothing in Mallory’s hand', async () => {
  const acts: { act: ButtonAct; argument?: string }[] = [
    { act: 'resolve', argument: 'requester' },
    { act: 'still-need-help' },
    { act: 'new-question' },
    { act: 'rate', argument: '1' },
    { act: 'rate-comment', argument: '1' },
    { act: 'take' },
    { act: 'why' },
    { act: 'send-anyway' },
  ]
  desk.telegram.write(mallory, '/help')
  for (const { act, argument } of acts) {
    const button = await buttonMeaning(desk, { act, ticketId, argument })
    expect([act, await forgedPress(desk, ear, mallory, button)]).toEqual([act, expect.stringMatching(/^refused:/)])
    expect([act, await writes(mallory, `/start ${button}`)]).toEqual([act, 'greeted-with-link'])
  }
  expect(await forgedPress(desk, ear, mallory, 'no-such-button')).toBe('refused:button-is-stale')
  await nothingHappened()
})

it('agents answer Cara, and Mallory never hears of it', async () => {
  desk.slack.say(ADA, TRIAGE, { text: 'An answer for Cara', thread: card.ts })
  await told(desk, cara, 'An answer for Cara')
  await inThread(desk, card, 'An answer for Cara')
  expect(chatOf(desk, mallory).join()).not.toContain('Cara')
})
