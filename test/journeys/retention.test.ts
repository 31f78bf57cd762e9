import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { forgetTicket } from '../../src/acts/forget.ts'
import { runReport } from '../../src/commands/report.ts'
import { clockMoves } from '../support/clock.ts'
import { inThread, newCustomer, quietTicket, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { bytesIn, dumpOf, foundIn } from '../support/dump.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

const DAY_MS = 86_400_000
let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk({ desk: (demo) => ({ ...demo, silence: [], retention: { closedTickets: 'P60D' } }) })
})
afterAll(() => desk.stop())

const stored = () => dumpOf(desk.database.url)
const figures = async () => {
  const of = { databaseUrl: desk.database.url, desks: ['desks/demo.yaml'] }
  const env = (name: string) =>
    ({ SLACK_TRIAGE_CHANNEL: 'C0TRIAGE', SLACK_HELP_CHANNEL: 'C0HELP', SLACK_FINANCE_CHANNEL: 'C0TRIAGE2' })[name]
  return (await runReport(['--month'], of, { env, home: 'unused' })).lines
}

it('raw payloads and deliveries go after 30 days, what was said in a closed ticket as the desk says; figures stay', async () => {
  const cara = newCustomer(desk, 'Cara')
  desk.telegram.write(cara, 'canaryone hums')
  const card = await cardOf(desk, 'canaryone')
  const key = keyOn(desk, card)
  const attached = Buffer.concat([smallFiles.jpg, Buffer.from('canarytwo')])
  desk.telegram.send(cara, { photo: { bytes: attached, caption: 'canarythree' } })
  await inThread(desk, card, 'canarythree')
  desk.slack.say(ADA, TRIAGE, { text: '// canaryfour', thread: card.ts })
  desk.slack.say(ADA, TRIAGE, { text: 'canaryfive', thread: card.ts })
  await told(desk, cara, 'canaryfive')
  // Another ticket stays open all the while.
  const open = await quietTicket(desk, 'Otto')
  const picture = desk.telegram.send(open.customer, { photo: { bytes: smallFiles.jpg, caption: 'canarysix' } })
  await inThread(desk, open.card, 'canarysix')
  await desk.slack.press(ADA, card.channel, card.ts, { label: 'Resolve' })
  await until(async () => (await timesHappened(desk, key, 'TicketResolved')) === 1, 'that it is resolved')
  await desk.desk.idle()
  const words = ['one', 'two', 'three', 'four', 'five'].map((word) => `canary${word}`)
  expect(foundIn((await stored()) + bytesIn(desk.files), words)).toEqual(words)

  await clockMoves(desk, 8 * DAY_MS)
  await desk.desk.runTimers()
  expect(await timesHappened(desk, key, 'TicketClosed')).toBe(1)
  await desk.desk.idle()
  await clockMoves(desk, 31 * DAY_MS)
  await desk.desk.runTimers()
  await desk.desk.idle()
  const after = (await stored()).split('\n')
  const tables = (word: string) => [
    ...new Set(after.filter((line) => line.includes(word)).map((line) => line.split(' ', 1)[0] ?? '')),
  ]
  // What Slack told of since then is young.
  const raw = after.filter((line) => line.startsWith('inbox ')).join()
  expect(foundIn(raw, [...words, 'canarysix'])).toEqual([])
  expect(tables('canaryone').toSorted()).toEqual(['message', 'ticket', 'ticket_event', 'twin'])
  expect(tables('canaryfive').toSorted()).toEqual(['message', 'twin'])
  // What is open goes on: the words below a picture are edited where they stand.
  desk.telegram.edit(open.customer, picture, 'canaryseven')
  await until(() => threadOf(desk, open.card).some((text) => text.includes('canaryseven')), 'the edit')
  await replayedEqualsStored(desk)

  const before = await figures()
  await clockMoves(desk, 30 * DAY_MS)
  const id = await desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(key))?.id ?? '')
  // A process that dies in the middle: the next one finds the ticket again.
  const dying = { remove: () => Promise.reject(new Error('killed')) }
  await expect(forgetTicket({ store: desk.desk.store, files: dying }, id)).rejects.toThrow('killed')
  expect(foundIn(await stored(), ['canaryone'])).toEqual(['canaryone'])
  await desk.desk.runTimers()
  expect(foundIn((await stored()) + bytesIn(desk.files), words)).toEqual([])
  expect(foundIn(await stored(), ['canarysix', 'canaryseven'])).toHaveLength(2)
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(1)
  expect((await figures()).length).toBe(before.length)
  await replayedEqualsStored(desk)
})
