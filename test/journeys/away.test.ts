import { afterEach, expect, it } from 'vitest'
import { ADA, HELP, RITA, TEAM, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { JSON_TYPE, knock, signed } from '../support/hostile-door.ts'
import { outage } from '../support/outage.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks, whispered } from '../support/slack-asks.ts'

/* We are away for longer than Slack repeats anything (reliability.md R7): its history has what it has given up. */

let desk: TestDesk
afterEach(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('after ten minutes away nothing is lost or doubled, edits, deletions and reactions have followed, clocks run from when it was said, and each is told once that we are sorry', async () => {
  desk = await startTestDesk()
  const after = await outage(desk, 10 * 60_000, 3)
  expect(after).toEqual({ words: 14, lost: [], doubled: [], unfollowed: [], late: [], apologies: [1, 1, 1] })
}, 90_000)

it('what Slack dropped of a flood, by its own word, is asked of its history', async () => {
  desk = await startTestDesk()
  const { slack } = desk.playground
  const asked = await ritaAsks(desk, 'Rita asks in a flood')
  slack.setRequestUrl('http://127.0.0.1:9/dropped')
  desk.slack.say(RITA, HELP, { text: 'said in the flood', thread: asked.root.ts })
  await until(() => slack.ledger.entries.some(({ what }) => what === 'given-up'), 'that Slack gives up')
  const seconds = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({ type: 'app_rate_limited', team_id: TEAM, minute_rate_limited: seconds - 120 })
  const headers = [JSON_TYPE, ...signed(body, seconds)]
  expect(await knock(desk.desk.port, { headers, body })).toMatchObject({ status: 200 })
  // It has listened all the time: nothing but Slack's word makes it ask.
  await desk.restart()
  await agentsHear(desk, asked, 'said in the flood')
})

it('what Rita wrote beside its thread stands, is edited or deleted as it was while we were away', async () => {
  desk = await startTestDesk()
  const { slack } = desk
  const chat = slack.dm(RITA)
  const root = slack.say(RITA, chat, 'the printer is broken')
  const card = await cardOf(desk, 'the printer is broken')
  await until(() => seen(slack, chat, keyOn(desk, card), root), 'the key below her message')
  const beside = (text: string): string => slack.say(RITA, chat, text)
  const [, edited, deleted] = [beside('and it smells'), beside('it is the grey one'), beside('and I like it')]
  const read = (words: string) => seen(slack, TRIAGE, words, card.ts)
  const copies = await until(() => {
    const all = [read('and it smells'), read('it is the grey one'), read('and I like it')]
    return all.every((one) => one !== undefined) && all
  }, 'all of it for the agents')
  await missing(async () => {
    slack.edit(RITA, chat, edited, 'it is the black one')
    slack.remove(RITA, chat, deleted)
  }, 2)
  await until(() => read('it is the black one'), 'her edit')
  const deletedNow = () =>
    copies.map((copy) => slack.messages(TRIAGE, { thread: card.ts }).find(({ ts }) => ts === copy.ts)?.deleted)
  await until(() => deletedNow()[2], 'her deletion')
  await desk.desk.idle()
  expect(deletedNow()).toEqual([false, false, true])
})

it('what Rita wrote to a ticket that goes on in another stands after we were away', async () => {
  desk = await startTestDesk()
  const { slack } = desk
  const first = await ritaAsks(desk, 'the lift is stuck')
  const again = await ritaAsks(desk, 'still no lift')
  await slack.command(ADA, TRIAGE, '/ticket', `merge ${again.key} into ${first.key}`)
  await whispered(desk, ADA, `${again.key} goes on in ${first.key}.`)
  slack.say(RITA, HELP, { text: 'Between two floors', thread: again.root.ts })
  await agentsHear(desk, first, 'Between two floors')
  await missing(async () => {
    slack.say(RITA, HELP, { text: 'Help', thread: first.root.ts })
  }, 1)
  await agentsHear(desk, first, 'Help')
  await desk.desk.idle()
  expect(seen(slack, TRIAGE, 'Between two floors', first.card.ts)?.deleted).toBe(false)
})

/** The desk is away for ten minutes while so many things happen, and Slack gives each of them up. */
async function missing(happens: () => Promise<void>, things: number): Promise<void> {
  await desk.desk.idle()
  await desk.desk.stop()
  await clockMoves(desk, 10 * 60_000)
  await happens()
  const givenUp = () => desk.playground.slack.ledger.entries.filter(({ what }) => what === 'given-up').length
  await until(() => givenUp() >= things, 'that Slack gives up')
  await desk.restart()
}
