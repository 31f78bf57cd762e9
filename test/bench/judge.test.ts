import { afterAll, beforeAll, expect, it } from 'vitest'
import { TRIAGE } from '../../playground/slack/index.ts'
import { told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, seen, until } from '../support/people.ts'
import { judge } from '../support/verdict.ts'

/** The eye that judges every fault run, on a conversation that went well and on claims that are not true of it. */
let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
  desk.telegram.add({ id: 8001, first_name: 'Customer', language_code: 'en' })
  desk.telegram.write(8001, 'c8001#1.')
  const card = await cardOf(desk, 'c8001#1.')
  desk.telegram.write(8001, 'c8001#2.')
  await until(() => seen(desk.slack, TRIAGE, 'c8001#2.', card.ts))
  desk.slack.say('U0ADA', TRIAGE, { text: 'ada#1.', thread: card.ts })
  await told(desk, 8001, 'ada#1.')
})
afterAll(() => desk.stop())

const said = (counts: Record<string, number>) =>
  judge(desk.playground, { said: new Map(Object.entries(counts)), roots: new Map(), customers: [8001] })

it('sees that all was shown once and in order', () => {
  expect(said({ c8001: 2, ada: 1 })).toMatchObject({
    words: 3,
    lost: [],
    doubledInSlack: [],
    doubledInTelegram: [],
    disordered: [],
  })
})

it('sees what was said and is not shown', () => {
  expect(said({ c8001: 3, ada: 1 }).lost).toEqual(['c8001#3'])
})

it('sees what is shown twice, and in another order', async () => {
  const card = await cardOf(desk, 'c8001#1.')
  const api = async (text: string) => {
    const answer = await fetch(`${desk.playground.slackApiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: TRIAGE, thread_ts: card.ts, text }),
    })
    expect(await answer.json()).toMatchObject({ ok: true })
  }
  await api('c8001#1.')
  expect(said({ c8001: 2, ada: 1 }).doubledInSlack).toEqual(['c8001#1'])
  await api('c8001#4.')
  await api('c8001#3.')
  expect(said({ c8001: 4, ada: 1 }).disordered).toEqual(['c8001: 1 2 4 3'])
})
