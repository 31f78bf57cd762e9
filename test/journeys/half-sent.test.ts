import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { dbOf, openOrm } from '../../src/store/orm.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
/** Between two looks: faster than people look, slower than what is under way needs. */
const A_LOOK_MS = 1_000
/** Time goes by for the lanes and on the platforms: a Slack that gives no answer is tried again after up to 15 s. */
let pastMs = 0
const pass = (ms: number): void => {
  pastMs += ms
  desk.later(ms)
}

beforeAll(async () => {
  desk = await startTestDesk({ realNow: () => new Date(Date.now() + pastMs) })
})
afterAll(() => desk.stop())

it('an answer under a card whose sending is not settled yet waits for it, and is not lost', async () => {
  const { slack, playground } = desk
  // Slack takes the card and cuts the line; looking it up fails a while, so that the desk does not know of the card.
  playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'drop-after-accepting' }, 2)
  playground.slack.faults.arm({ on: 'call', method: 'conversations.history', does: 'error', status: 503 }, 4)
  await slack.command(RITA, HELP, '/ticket', 'nobody knows this card')
  const card = await cardOf(desk, 'nobody knows this card')
  slack.say(ADA, TRIAGE, { text: 'I know it', thread: card.ts })
  const root = await until(() => {
    pass(A_LOOK_MS)
    return seen(slack, HELP, 'nobody knows')
  }, 'Rita’s thread')
  const answered = async (): Promise<unknown> => {
    pass(A_LOOK_MS)
    return seen(slack, HELP, 'I know it', root.ts)
  }
  await until(answered, 'the answer', 90_000)
  const orm = await openOrm(desk.database.url, 1)
  const cards = await dbOf(orm.em.fork())
    .selectFrom('twin')
    .select('platformMessageId')
    .where('chat', '=', TRIAGE)
    .where('messageId', 'is', null)
    .execute()
  await orm.close(true)
  expect(cards.map(({ platformMessageId }) => platformMessageId)).toContain(card.ts)
  await replayedEqualsStored(desk)
}, 150_000)
