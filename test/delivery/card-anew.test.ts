import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { plainText } from '../../src/domain/text/text.ts'
import { type Owed, ranks } from '../../src/ports/store.ts'
import type { Place } from '../../src/ports/tickets.ts'
import { inThread } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { owed } from '../support/owed.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk
let asked: Asked
/** The agents' place as it was while its card could be edited, and as it is with the card that was posted instead. */
let before: Place
let after: Place

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  // Meant to be refused: the last test's change.
  await replayedEqualsStored(desk, ({ fault }) => fault === 'msg_blocks_too_long')
  await desk.stop()
})

beforeEach(async ({ task }) => {
  asked = await ritaAsks(desk, `${task.id} is out of ink`)
  await desk.desk.idle()
  before = await triageOf(asked)
  desk.slack.closeEditWindow(TRIAGE, asked.card.ts)
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await cardShowing(/Assignee\s+Ada/)
  await desk.desk.idle()
  after = await triageOf(asked)
  expect(after.rootDeliveryId).not.toBe(before.rootDeliveryId)
})

const cardShowing = (words: RegExp) => inThread(desk, asked.card, words)

async function triageOf({ key }: Asked): Promise<Place> {
  const place = await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket && (await unit.tickets.places(ticket.id)).find(({ side }) => side === 'triage')
  })
  if (!place) throw new Error(`${key} has no place of agents`)
  return place
}

/** A change of the card, by somebody who read the place when it was like that. */
function cardChange(place: Place, words: string): Owed {
  const { id, ticketId, platform, account, chat, rootDeliveryId } = place
  return owed({
    ticketId,
    placeId: id,
    to: { platform, account, chat },
    rank: ranks.card,
    act: 'edit',
    content: { language: 'en', body: [{ text: plainText(words) }] },
    of: rootDeliveryId,
  })
}

const owe = (...all: Owed[]) => desk.desk.store.transaction((unit) => unit.deliveries.owe(all))

it('a change of the card made while it was posted anew is shown by the new one', async () => {
  await owe(cardChange(before, 'Two tanks are empty'))
  await cardShowing(/Two tanks are empty/)
})

it('… the last of several, and never one that is older than what the new card shows', async () => {
  await owe(cardChange(before, 'Two tanks are empty'), cardChange(after, 'Three tanks are empty'))
  await cardShowing(/Three tanks are empty/)
  await desk.desk.idle()
  await cardShowing(/Three tanks are empty/)
})

it('a change Slack does not accept leaves the card and its thread as they are', async () => {
  const change = cardChange(after, '系'.repeat(5000))
  const choices = [[{ kind: 'button' as const, id: 'none', label: { words: 'Take' } }]]
  await owe({ ...change, content: { language: 'en', body: change.content?.body ?? [], choices } })
  await desk.desk.idle()
  expect(await triageOf(asked)).toEqual(after)
  const { rows } = await desk.database.query('select state from delivery where id = $1', [change.id])
  expect(rows).toEqual([{ state: 'failed' }])
})
