import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { cardsWith, newCustomer, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const MINUTE = 60_000
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    limits: {
      personTickets: { most: 2, withinMs: 10 * MINUTE },
      personMessages: { most: 3, withinMs: MINUTE },
      deskTickets: { most: 5, withinMs: 60 * MINUTE },
    },
  })
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('too many tickets at once wait, politely and in order, and are opened when there is room', async () => {
  const { slack } = desk
  for (const number of [1, 2, 3, 4]) await slack.command(RITA, HELP, '/ticket', `paste number ${number}`)
  await cardOf(desk, 'paste number 2')
  await until(() => whispers(desk, RITA).some((text) => text.includes('Nothing is lost')), 'the answer')
  await desk.desk.idle()
  expect(cardsWith(desk, 'paste number')).toHaveLength(2)
  await clockMoves(desk, 10 * MINUTE)
  await cardOf(desk, 'paste number 4')
  expect(cardsWith(desk, 'paste number')).toHaveLength(4)
  expect(whispers(desk, RITA).filter((text) => text.includes('Nothing is lost'))).toEqual([
    expect.stringContaining('within 10 minutes'),
  ])
  await clockMoves(desk, 10 * MINUTE)
})

it('too many messages at once wait too, none is lost and none changes places', async () => {
  const uma = newCustomer(desk, 'Uma')
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
  for (const word of words) desk.telegram.write(uma, `Uma ${word}`)
  await told(desk, uma, 'Nothing is lost')
  const card = await cardOf(desk, 'Uma one')
  for (const last of ['six', 'seven']) {
    await until(async () => {
      await clockMoves(desk, MINUTE)
      return threadOf(desk, card).join().includes(`Uma ${last}`)
    }, `Uma’s ${last}`)
  }
  expect(threadOf(desk, card)).toEqual(words.map((word) => `Uma\nUma ${word}`))
  expect(timesTold(desk, uma, 'Nothing is lost')).toBe(1)
})

it('a desk takes in so many an hour, whoever asks', async () => {
  const late = newCustomer(desk, 'Una')
  desk.telegram.write(late, 'Una comes sixth')
  await told(desk, late, 'Nothing is lost')
  expect(cardsWith(desk, 'Una comes sixth')).toEqual([])
  await clockMoves(desk, 60 * MINUTE)
  await cardOf(desk, 'Una comes sixth')
  expect(shownIn(desk.slack, 'C0TRIAGE').filter((text) => text.includes('Una comes sixth'))).toHaveLength(1)
})
