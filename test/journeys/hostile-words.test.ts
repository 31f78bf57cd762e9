import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { hostileStrings } from '../support/hostile-strings.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { shouting } from '../support/shouting.ts'

/* reliability.md SEC4; who says what is told in `support/shouting.ts`. */

let desk: TestDesk
let crowd: Awaited<ReturnType<typeof shouting>>

beforeAll(async () => {
  desk = await startTestDesk()
  crowd = await shouting(desk, hostileStrings)
})
afterAll(async () => {
  await crowd.close()
  await desk.stop()
})

it('the strings are eighty', () => {
  expect(hostileStrings).toHaveLength(80)
  expect(new Set(hostileStrings).size).toBe(80)
})

it('Telegram to Slack: what customers are called, ask and say is read by the agents as typed, and is dead', async () => {
  expect(await crowd.byCustomers()).toEqual([])
}, 90_000)

it('Slack to Telegram: what agents are called and answer is read by customers as Slack shows it, and is dead', async () => {
  expect(await crowd.byAgents()).toEqual([])
}, 90_000)

it('by form: subject, answer and name of an employee are read by the agents, and are dead', async () => {
  expect(await crowd.byForm()).toEqual([])
}, 90_000)

it('what was said is stored as it was said, and replays', async () => {
  expect(await crowd.stored()).toEqual([])
  await replayedEqualsStored(desk)
}, 60_000)

it('no adapter knows a parse mode, nor a block that reads words', () => {
  const sources = readdirSync('adapters', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const found = sources.filter((file) =>
    /parse_mode|type: '(?:mrkdwn|markdown)'/.test(readFileSync(`adapters/${file}`, 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})
