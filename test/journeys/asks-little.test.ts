import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, matches, shownIn, until } from '../support/people.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

/*
 * What a message costs is mostly what it asks of the database. Here stands what that is, so that nobody adds to it
 * without seeing it.
 */

const CARA = 7001

let desk: TestDesk
/** What every connection has been asked since its transaction began. */
const asked = new WeakMap<object, string[]>()
const transactions: string[][] = []

// The ORM brings a copy of its own of the driver.
const { Client } = createRequire(fileURLToPath(import.meta.resolve('@mikro-orm/postgresql')))('pg') as typeof pg
const query: (...sent: unknown[]) => unknown = Reflect.get(Client.prototype, 'query')

beforeAll(async () => {
  // The driver's own overloads go through untouched: only what is sent is looked at.
  Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    hear(this, nameOf(sent[0]))
    return Reflect.apply(query, this, sent)
  } as typeof Client.prototype.query // the same function with an ear
  desk = await startTestDesk()
})
afterAll(async () => {
  await desk.stop()
  Client.prototype.query = query as typeof Client.prototype.query // as it was
})

function hear(client: object, name: string): void {
  if (name === 'begin') asked.set(client, [])
  const names = asked.get(client)
  names?.push(name)
  if (name !== 'commit' || !names) return
  transactions.push(names)
  asked.delete(client)
}

function nameOf(sent: unknown): string {
  const { name, text } =
    typeof sent === 'object' && sent !== null ? { name: '', text: '', ...sent } : { name: '', text: String(sent) }
  return name || text
}

/** Of every word, once its ticket is known. */
const kept = [
  'insert-message',
  'insert-twin',
  'tickets-update-said',
  'insert-ticket-event',
  'deliveries-owe-at-once',
  'inbox-done',
  'commit',
]

it('one more word in a ticket is one transaction of seventeen questions, each planned already', async () => {
  const ticket = await ritaAsks(desk, 'the scanner beeps')
  desk.slack.say(RITA, HELP, { text: 'and it blinks', thread: ticket.root.ts })
  await agentsHear(desk, ticket, 'and it blinks')
  // Shown, and not written down as shown: until then its lane is in hand, and what follows waits.
  await desk.desk.idle()
  transactions.length = 0
  desk.slack.say(RITA, HELP, { text: 'now it smokes', thread: ticket.root.ts })
  await agentsHear(desk, ticket, 'now it smokes')
  expect(transactions.filter((names) => names.includes('insert-message'))).toEqual([
    [
      'begin',
      'clock-beginning',
      'inbox-hold',
      'people-at',
      'places-at',
      // In one breath, before anybody wants the answers (`foresee.ts`).
      'blocks-of',
      'counts-messages-by',
      'tickets-standings',
      'places-of',
      'messages-latest-beside',
      'organisation-rules-for',
      'organisation-memberships-of',
      ...kept,
    ],
  ])
})

it('and one more word of a customer, whose ticket and drafts must be found first, is no more', async () => {
  desk.telegram.write(CARA, { text: 'my bill is wrong' })
  const card = await cardOf(desk, 'my bill is wrong')
  const shown = (words: string) =>
    until(() => shownIn(desk.slack, TRIAGE, card.ts).some((text) => matches(text, words)), words)
  desk.telegram.write(CARA, { text: 'by a lot' })
  await shown('by a lot')
  // Shown, and not written down as shown: until then its lane is in hand, and what follows waits.
  await desk.desk.idle()
  transactions.length = 0
  desk.telegram.write(CARA, { text: 'by a hundred' })
  await shown('by a hundred')
  expect(transactions.filter((names) => names.includes('insert-message'))).toEqual([
    [
      'begin',
      'clock-beginning',
      'inbox-hold',
      'people-at',
      'blocks-of',
      'counts-messages-by',
      'messages-latest-in-newest',
      'tickets-of-requester',
      'places-of-requester',
      'tickets-of-watcher',
      'drafts-open-of',
      ...kept,
    ],
  ])
})
