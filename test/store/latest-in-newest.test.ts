import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import type { Address } from '../../src/adapter.ts'
import { plainText } from '../../src/domain/text/text.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { given } from '../domain/ticket/given.ts'
import { type Opened, openStore } from './opened.ts'

const RITA = '01990000-0000-7000-8000-000000000001'
const NOBODY = '01990000-0000-7000-8000-000000000002'
const CHAT: Address = { platform: 'telegram', account: 'bot', chat: '7001' }
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 9, minute))

let opened: Opened
let made = 0
beforeAll(async () => {
  opened = await openStore(2)
})
afterAll(() => opened.close())
beforeEach(() => opened.orm.em.fork().execute('truncate ticket, message, twin cascade'))

const id = (): string => `01990000-0000-7000-8000-${String(++made + 100).padStart(12, '0')}`

/** A ticket of Rita's in which she said something at these minutes. */
async function ticketOf(more: Partial<Ticket>, ...minutes: readonly number[]): Promise<string> {
  const ticket: Ticket = { ...given(), id: id(), key: `KEY-${made}`, requesterId: RITA, ...more }
  await opened.store.transaction(async (unit) => {
    await unit.tickets.insert(ticket, noTimes)
    for (const minute of minutes) {
      await unit.messages.insert({
        id: id(),
        ticketId: ticket.id,
        kind: 'message',
        side: 'requester',
        authorId: RITA,
        text: plainText('it beeps'),
        enclosures: [],
        answers: null,
        occurredAt: at(minute),
        receivedAt: at(minute),
        late: false,
        editedAt: null,
        deletedAt: null,
      })
    }
  })
  return ticket.id
}

const asked = (person: string, since = at(0)) =>
  opened.store.transaction((unit) => unit.messages.latestInNewest(person, since, CHAT))

it('of the newest ticket somebody may speak in, and what is said of that one by itself', async () => {
  await ticketOf({ openedAt: at(1) }, 40)
  const newest = await ticketOf({ openedAt: at(2) }, 10, 30, 20)
  expect(await asked(RITA)).toEqual({ ticketId: newest, latest: at(30) })
  const beside = await opened.store.transaction((unit) => unit.messages.latestBeside(newest, RITA, CHAT))
  expect(beside).toEqual(at(30))
})

it('not of one that is closed, nor of one resolved before', async () => {
  const living = await ticketOf({ openedAt: at(1), stage: 'resolved', resolvedAt: at(5) }, 4)
  await ticketOf({ openedAt: at(2), stage: 'resolved', resolvedAt: at(3) }, 2)
  await ticketOf({ openedAt: at(9), stage: 'closed', closedAt: at(9) }, 9)
  expect(await asked(RITA, at(4))).toEqual({ ticketId: living, latest: at(4) })
})

it('a ticket nobody has said anything in, and somebody without a ticket', async () => {
  const silent = await ticketOf({ openedAt: at(1) })
  expect(await asked(RITA)).toEqual({ ticketId: silent, latest: undefined })
  expect(await asked(NOBODY)).toBeUndefined()
})
