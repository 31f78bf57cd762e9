import { afterEach, expect, it } from 'vitest'
import { HELP, RITA, TEAM } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { JSON_TYPE, knock, signed } from '../support/hostile-door.ts'
import { outage } from '../support/outage.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

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
