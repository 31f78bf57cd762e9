import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, TRIAGE } from '../../playground/slack/index.ts'
import { cardsWith, inThread, newCustomer, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, keyOn, seen, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const BLOCKED = 'does not take messages from you any more'

it('who is blocked is told once; what they write is kept, reaches nobody and opens nothing, until they are unblocked', async () => {
  const ivo = newCustomer(desk, 'Ivo')
  desk.telegram.write(ivo, 'Ivo shouts')
  const card = await cardOf(desk, 'Ivo shouts')
  await inThread(desk, card, 'Ivo shouts')
  await edits(desk, ADA, card, { 'Block the requester?': 'Yes' })
  await inThread(desk, card, 'Ada blocked Ivo.')
  for (const words of ['Ivo curses', 'Ivo curses on', 'Ivo goes on cursing']) desk.telegram.write(ivo, words)
  await told(desk, ivo, BLOCKED)
  await until(async () => (await timesHappened(desk, keyOn(desk, card), 'WordsKept')) === 3, 'that all is kept')
  expect(timesTold(desk, ivo, BLOCKED)).toBe(1)
  expect(threadOf(desk, card).join()).not.toContain('curse')

  // A resolved ticket is not reopened by it, and no other is opened.
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, ivo, 'is solved')
  const back = desk.telegram.write(ivo, 'Ivo is back')
  desk.telegram.write(ivo, '/new Ivo asks anew')
  await until(async () => (await timesHappened(desk, keyOn(desk, card), 'WordsKept')) === 4, 'that it is kept')
  expect(await timesHappened(desk, keyOn(desk, card), 'TicketReopened')).toBe(0)

  await edits(desk, ADA, card, { 'Block the requester?': 'No' })
  await inThread(desk, card, 'Ada unblocked Ivo.')
  desk.telegram.edit(ivo, back, 'Ivo is back again')
  desk.telegram.write(ivo, '/cancel')
  await told(desk, ivo, 'Cancelled')
  expect(await timesHappened(desk, keyOn(desk, card), 'TicketReopened')).toBe(0)
  desk.telegram.write(ivo, 'Ivo says sorry')
  await inThread(desk, card, 'Ivo says sorry')
  expect(threadOf(desk, card).join()).not.toMatch(/curse|Ivo is back/)
})

it('Kim, blocked, is told at each command that nothing is taken', async () => {
  const { slack } = desk
  await slack.command(KIM, HELP, '/ticket', 'Kim asks once')
  const card = await cardOf(desk, 'Kim asks once')
  await until(() => seen(slack, HELP, keyOn(desk, card)), 'her thread')
  await edits(desk, ADA, card, { 'Block the requester?': 'Yes' })
  await inThread(desk, card, 'Ada blocked Kim.')
  for (const time of [1, 2]) {
    await slack.command(KIM, HELP, '/ticket', `Kim asks again ${time}`)
    await until(() => whispers(desk, KIM).filter((text) => text.includes(BLOCKED)).length === time, 'the answer')
  }
  expect(cardsWith(desk, 'Kim asks again')).toEqual([])
  await edits(desk, ADA, card, { 'Block the requester?': 'No' })
  await inThread(desk, card, 'Ada unblocked Kim.')
  await slack.command(KIM, HELP, '/ticket', 'Kim asks nicely')
  await cardOf(desk, 'Kim asks nicely')
})
