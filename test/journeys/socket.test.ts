import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ socket: true })
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const answers = Array.from({ length: 18 }, (_, n) => `answer ${n}.`)

it('Rita asks by the form and Ada answers, while Slack changes the connection under them', async () => {
  const { slack } = desk
  expect(await post('/slack/events')).toBe(404)
  await slack.command(RITA, HELP, '/ticket')
  await until(() => slack.view(RITA), 'the form')
  slack.refreshSockets()
  // The old connection has been told to go; the form is sent all the same.
  expect(await slack.submitView(RITA, { Subject: 'No sound', 'What happened?': 'All is silent' })).toMatchObject({
    ok: true,
  })
  const card = await cardOf(desk, 'No sound')
  expect(await slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })).toMatchObject({ ok: true })
  await until(() => seen(slack, TRIAGE, /Ada/, card.ts) ?? /Ada/.exec(slack.textOf(card)), 'that Ada has it')
  const root = await until(() => seen(slack, HELP, keyOn(desk, card)), 'her key')

  for (const [n, text] of answers.entries()) {
    slack.say(ADA, TRIAGE, { text, thread: card.ts })
    // Nobody writes twice within a millisecond.
    desk.later(10)
    if (n % 6 === 2) slack.refreshSockets()
    if (n % 6 === 5) await until(() => heard(root.ts).length === n + 1, 'all of Ada’s answers so far', 15_000)
  }
  expect(heard(root.ts)).toEqual(answers)
  await until(() => slack.sockets() === 1, 'that the old connections have gone')
}, 60_000)

it('the desk starts anew: Rita’s next word reaches the agents, once', async () => {
  const { slack } = desk
  const card = await cardOf(desk, 'No sound')
  const root = await until(() => seen(slack, HELP, keyOn(desk, card)), 'her key')
  await desk.restart()
  slack.say(RITA, HELP, { text: 'Still silent', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Still silent', card.ts), 'her word')
  await desk.desk.idle()
  expect(shownIn(slack, TRIAGE, card.ts).filter((text) => text.includes('Still silent'))).toHaveLength(1)
})

/** Ada’s answers in Rita’s thread. */
function heard(thread: string): string[] {
  return shownIn(desk.slack, HELP, thread).flatMap((text) => /answer \d+\./.exec(text)?.[0] ?? [])
}

async function post(path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${desk.desk.port}${path}`, { method: 'POST', body: '{}' })
  await answer.body?.cancel()
  return answer.status
}
