import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plainText } from '../../src/domain/text/text.ts'
import { type Missing, missingOnceAMinute } from '../../src/store/missing.ts'
import { dbOf } from '../../src/store/orm.ts'
import { type Opened, openStore } from './opened.ts'

const MINUTE = 60_000
const began = Date.now()

let opened: Opened
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened.close())

it('what was missing at an earlier look stays counted for an hour, or until it is there or gone', async () => {
  const missing = missingOnceAMinute()
  const known = await owe('sent')
  const waiting = await owe('pending')
  const words = await say()
  expect(await at(missing, 2)).toEqual({ copy: 1, twin: 1 })
  expect(await at(missing, 20)).toEqual({ copy: 1, twin: 1 })

  // Long after looks at what is young have gone by them.
  await db().updateTable('delivery').set({ state: 'sent' }).where('id', '=', waiting).execute()
  expect(await at(missing, 40)).toEqual({ copy: 1, twin: 2 })
  await db()
    .insertInto('twin')
    .values({ ...here, platformMessageId: '1', ticketId: v7(), role: 'copy', deliveryId: known })
    .execute()
  await db()
    .updateTable('message')
    .set({ deletedAt: new Date(began) })
    .where('id', '=', words)
    .execute()
  expect(await at(missing, 42)).toEqual({ copy: 0, twin: 1 })
  expect(await at(missing, 62)).toEqual({ copy: 0, twin: 0 })
})

it('a post whose twin went with the person it was shown to is not missing one', async () => {
  const missing = missingOnceAMinute()
  const before = await at(missing, 0)
  const gone = await owe('sent')
  await db().updateTable('delivery').set({ chat: 'erased' }).where('id', '=', gone).execute()
  expect(await at(missing, 2)).toEqual(before)
})

const here = { platform: 'slack', account: 'T1', chat: 'C1' }
const db = () => dbOf(opened.orm.em)

function at(missing: Missing, minutes: number) {
  const now = new Date(began + minutes * MINUTE)
  return missing(db(), now, now)
}

async function owe(state: 'pending' | 'sent'): Promise<string> {
  const id = v7()
  const its = { id, ticketId: v7(), messageId: v7(), act: 'post', state, rank: 1, class: 'must-arrive' } as const
  await db()
    .insertInto('delivery')
    .values({ ...here, ...its, lane: 'slack:T1:C1', owedAt: new Date(began) })
    .execute()
  return id
}

/** By a requester, in a ticket that has a thread of the agents' elsewhere. */
async function say(): Promise<string> {
  const id = v7()
  const its = { id, ticketId: v7(), kind: 'message', side: 'requester', authorId: v7(), late: false } as const
  const when = new Date(began)
  await db()
    .insertInto('message')
    .values({ ...its, text: plainText('So'), enclosures: [], occurredAt: when, receivedAt: when })
    .execute()
  await db()
    .insertInto('place')
    .values({ ...here, id: v7(), ticketId: its.ticketId, side: 'triage' })
    .execute()
  return id
}
