import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

/*
 * What a message costs is mostly what it asks of the database. Here stands what that is, so that nobody adds to it
 * without seeing it.
 */

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

it('one more word in a ticket is one transaction of seventeen questions, each planned already', async () => {
  const ticket = await ritaAsks(desk, 'the scanner beeps')
  desk.slack.say(RITA, HELP, { text: 'and it blinks', thread: ticket.root.ts })
  await agentsHear(desk, ticket, 'and it blinks')
  transactions.length = 0
  desk.slack.say(RITA, HELP, { text: 'now it smokes', thread: ticket.root.ts })
  await agentsHear(desk, ticket, 'now it smokes')
  const [handled, another] = transactions.filter((names) => names.includes('insert-message'))
  expect(another).toBeUndefined()
  expect(handled).toEqual([
    'begin',
    'clock-beginning',
    'inbox-hold',
    'people-at',
    'organisation-rules-for',
    'organisation-memberships-of',
    'places-at',
    'tickets-standings',
    'places-of',
    'blocks-of',
    'counts-messages-by',
    'messages-latest-beside',
    'insert-message',
    'insert-twin',
    'tickets-update',
    'insert-ticket-event',
    'deliveries-owe',
    'inbox-done',
    'commit',
  ])
})
