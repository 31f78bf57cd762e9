import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { demoDesks, startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** A workflow reaches our step; resolves with how it ended. */
async function runs(inputs: Record<string, unknown>, on: TestDesk = desk) {
  const run = on.slack.runStep('create_ticket', inputs)
  return until(() => {
    const step = on.slack.step(run)
    return step?.state === 'running' ? undefined : step
  }, 'the end of the step')
}

it('a workflow opens a ticket for Rita: it gets the key and a link, she gets her thread, the agents their card', async () => {
  const { slack } = desk
  const step = await runs({ summary: 'New laptop for *Rita*\nby Friday', requester: RITA })
  const card = await cardOf(desk, 'New laptop for *Rita*')
  const key = keyOn(desk, card)
  const root = await until(() => seen(slack, slack.dm(RITA), key), 'her thread')
  expect(step).toMatchObject({ state: 'completed', outputs: { ticket_id: key } })
  expect(step.outputs?.url).toBe(slack.permalink(slack.dm(RITA), root.ts))
  expect(slack.textOf(root)).toContain('by Friday')
  await until(() => seen(slack, TRIAGE, 'by Friday', card.ts), 'the words for the agents')
  slack.say(ADA, TRIAGE, { text: 'Which colour?', thread: card.ts })
  await until(() => seen(slack, slack.dm(RITA), 'Which colour?', root.ts), 'the answer in her chat')
})

it('the event told twice opens one ticket, and no token of the workflow is kept', async () => {
  desk.playground.slack.faults.arm({ on: 'event', does: 'double', copies: 2 })
  await runs({ summary: 'A second screen', requester: RITA })
  await cardOf(desk, 'A second screen')
  await desk.playground.slack.idle()
  await desk.desk.idle()
  expect(desk.slack.messages(TRIAGE).filter((one) => desk.slack.textOf(one).includes('A second screen'))).toHaveLength(
    1,
  )
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const kept = await client.query(`select id from inbox where body::text like '%xwfp-%'`)
  await client.end()
  expect(kept.rows).toEqual([])
})

it('what is missing makes the step fail, and says why', async () => {
  expect(await runs({ summary: '  ', requester: RITA })).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('Something is still missing'),
  })
  expect(await runs({ summary: 'For nobody', requester: 'U0DESK' })).toMatchObject({ state: 'failed' })
  expect(await runs({ summary: 'Elsewhere', requester: RITA, desk: 'no-such' })).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('There is no desk'),
  })
})

it('the answer to Slack is tried again until Slack takes it', async () => {
  desk.playground.slack.faults.arm({
    on: 'call',
    method: 'functions.completeSuccess',
    does: 'error',
    status: 500,
  })
  desk.playground.slack.faults.arm({
    on: 'call',
    method: 'functions.completeSuccess',
    does: 'drop-after-accepting',
  })
  expect(await runs({ summary: 'A third screen', requester: RITA })).toMatchObject({ state: 'completed' })
})

it('a step of another name is not ours', async () => {
  const run = desk.slack.runStep('send_flowers', { summary: 'Roses', requester: RITA })
  await desk.playground.slack.idle()
  await desk.desk.idle()
  expect(desk.slack.step(run)?.state).toBe('running')
})

it('where there are several desks the workflow names one, or learns that it must', async () => {
  const [demo] = await demoDesks()
  if (!demo) throw new Error('no demo desk')
  const several = await startTestDesk({ desks: [demo, { ...demo, desk: 'second', prefix: 'SEC' }] })
  try {
    expect(await runs({ summary: 'Whose?', requester: RITA }, several)).toMatchObject({ state: 'failed' })
    const step = await runs({ summary: 'The second one’s', requester: RITA, desk: 'second' }, several)
    expect(step.outputs?.ticket_id).toMatch(/^SEC-/)
    await replayedEqualsStored(several)
  } finally {
    await several.stop()
  }
})
