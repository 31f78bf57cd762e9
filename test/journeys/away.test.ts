import { afterEach, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { outage } from '../support/outage.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

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
