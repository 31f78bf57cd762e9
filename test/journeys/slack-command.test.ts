import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RANDOM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** Types the command and waits for the private answer to it. */
async function asks(user: string, channel: string, words: string, answer: string | RegExp): Promise<string> {
  const before = whispers(desk, user).length
  await desk.slack.command(user, channel, '/ticket', words)
  return until(
    () =>
      whispers(desk, user)
        .slice(before)
        .find((text) => (typeof answer === 'string' ? text.includes(answer) : answer.test(text))),
    `«${answer}» for ${user}`,
  )
}

it('words after the command open a ticket at once, in the thread of the channel where Rita asked', async () => {
  const { slack } = desk
  const told = await asks(RITA, HELP, 'the *lift* is <stuck> & dark', /DEMO-\d+/)
  const card = await cardOf(desk, 'the *lift* is <stuck> & dark')
  const key = keyOn(desk, card)
  expect(told).toContain(key)
  expect(slack.textOf(card)).toContain('Rita')
  const root = await until(() => seen(slack, HELP, key), 'the thread')
  slack.say(RITA, HELP, { text: 'Between two floors', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Between two floors', card.ts), 'more of it')
})

it('the same in #random leads to a thread in Kim’s own chat with the desk', async () => {
  const { slack } = desk
  await asks(KIM, RANDOM, 'my badge is lost', /DEMO-\d+/)
  const card = await cardOf(desk, 'my badge is lost')
  const root = await until(() => seen(slack, slack.dm(KIM), keyOn(desk, card)), 'the thread in the chat')
  slack.say(ADA, TRIAGE, { text: 'Since when?', thread: card.ts })
  await until(() => seen(slack, slack.dm(KIM), 'Since when?', root.ts), 'the answer')
  expect(shownIn(slack, RANDOM)).toEqual([])
  expect(shownIn(slack, HELP).filter((text) => text.includes('my badge is lost'))).toEqual([])
})

it('Rita lists her tickets, asks for one by its key, and closes it; Kim has tickets of his own', async () => {
  const { slack } = desk
  await asks(RITA, HELP, 'the window is broken', /DEMO-\d+/)
  const card = await cardOf(desk, 'the window is broken')
  const key = keyOn(desk, card)
  const list = await asks(RITA, HELP, 'list', 'open tickets')
  expect(list).toContain(key)
  expect(list).not.toContain('my badge is lost')

  await slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })
  await until(() => seen(slack, TRIAGE, 'Ada has taken', card.ts), 'that Ada has it')
  const status = await asks(RITA, HELP, key.toLowerCase(), 'the window is broken')
  expect(status).toContain('In progress')
  expect(status).toContain('Ada')

  await asks(RITA, HELP, `close ${key}`, 'is closed')
  await until(() => seen(slack, TRIAGE, 'Rita says it is solved', card.ts), 'that she says so')
  await until(() => seen(slack, TRIAGE, /the window is broken[\s\S]*Done/), 'the card')
  await asks(RITA, HELP, `close ${key}`, 'already closed')
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(1)
})

it('close without a key asks which, and one press closes that one', async () => {
  const { slack } = desk
  await asks(RITA, HELP, 'the tap drips', /DEMO-\d+/)
  const key = keyOn(desk, await cardOf(desk, 'the tap drips'))
  await asks(RITA, HELP, 'close', 'Which ticket shall be closed?')
  const question = slack.ephemerals(RITA).findLast((shown) => slack.textOf(shown).includes('Which ticket'))
  await slack.press(RITA, HELP, question?.ts ?? '', { label: `${key} the tap drips` })
  const root = await until(() => seen(slack, HELP, key), 'the thread')
  await until(() => seen(slack, HELP, 'solved', root.ts), 'that it is closed')
})

it('help tells what there is; a key nobody has, and words that only look like commands, are told apart', async () => {
  const help = await asks(KIM, HELP, 'help', 'What I can do')
  for (const command of ['/ticket list', '/ticket close DEMO-17']) expect(help).toContain(command)
  await asks(KIM, HELP, 'DEMO-4711', 'There is no ticket DEMO-4711')
  await asks(KIM, HELP, 'close DEMO-4711', 'There is no ticket DEMO-4711')
  await asks(KIM, HELP, 'help me with my chair', /DEMO-\d+/)
  await cardOf(desk, 'help me with my chair')
})

it('Kim neither sees nor closes what is Rita’s; an agent does both', async () => {
  const { slack } = desk
  await asks(RITA, HELP, 'my salary is wrong', /DEMO-\d+/)
  const card = await cardOf(desk, 'my salary is wrong')
  const key = keyOn(desk, card)
  const refused = await asks(KIM, HELP, key, `There is no ticket ${key}`)
  expect(refused).not.toContain('salary')
  await asks(KIM, HELP, `close ${key}`, `There is no ticket ${key}`)
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(0)

  await asks(BO, TRIAGE, key, 'my salary is wrong')
  await asks(BO, TRIAGE, `close ${key}`, key)
  await until(() => seen(slack, TRIAGE, 'Bo marked this ticket as resolved', card.ts), 'that Bo closed it')
})
