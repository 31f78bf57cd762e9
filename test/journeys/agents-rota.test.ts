import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import {
  ADA,
  BO,
  HELP,
  KIM,
  LENA,
  RITA,
  type SlackMessage,
  TRIAGE,
  TRIAGE_FINANCE,
} from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { billingLike } from '../support/billing.ts'
import { clockStandsAt } from '../support/clock.ts'
import { cardNow, cardsWith, inThread, newCustomer } from '../support/customer.ts'
import { demoDesks, startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, keyOn, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

/** An agent who is on Telegram, where no ticket is worked on. */
const TESS = 7103
let desk: TestDesk
let laterMs = 0

beforeAll(async () => {
  const [demo] = await demoDesks((one) => ({ ...one, assign: 'round-robin', roles: one.roles.map(withTess) }))
  if (!demo) throw new Error('no demo desk')
  desk = await startTestDesk({ desks: [demo, billing(demo)], realNow: () => new Date(Date.now() + laterMs) })
  desk.telegram.add({ id: TESS, first_name: 'Tess', language_code: 'en' })
  desk.telegram.start(TESS)
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

function withTess(role: Desk['roles'][number]): Desk['roles'][number] {
  return role.id === 'agent' ? { ...role, who: { ...role.who, telegram: [String(TESS)] } } : role
}

/** Other types and categories, and nobody assigned by itself. */
function billing(demo: Desk): Desk {
  return billingLike(demo, {
    assign: 'none',
    types: [
      { id: 'bill', label: { en: 'A bill' }, hints: {}, asks: [], fields: [], agentFields: [] },
      { id: 'refund', label: { en: 'A refund' }, hints: {}, asks: [], fields: [], agentFields: [] },
    ],
    categories: [],
  })
}

const assignee = (text: string): string => /Assignee\s+(\S+)/.exec(text)?.[1] ?? ''
const givenTo = (card: SlackMessage): Promise<string> =>
  until(() => {
    const name = assignee(cardNow(desk, card))
    return name !== 'Nobody' && name !== '' && name
  }, 'an assignee')

it('each new ticket goes to whoever has waited longest, of those who are where it is worked on; it stays new, for nobody has looked', async () => {
  const given: string[] = []
  for (const number of [1, 2, 3, 4]) {
    await desk.slack.command(RITA, HELP, '/ticket', `in turn ${number}`)
    const card = await cardOf(desk, `in turn ${number}`)
    given.push(await givenTo(card))
    await inThread(desk, card, 'this ticket is theirs')
    expect(cardNow(desk, card)).toMatch(/Status\s+New/)
  }
  expect(new Set(given.slice(0, 3))).toEqual(new Set(['Ada', 'Bo', 'Lena']))
  expect(given[3]).toBe(given[0])
})

it('moved to another desk a ticket keeps its key and goes on there, as that desk knows it', async () => {
  const { slack } = desk
  const gus = newCustomer(desk, 'Gus')
  desk.telegram.write(gus, 'Gus paid twice')
  await until(() => desk.telegram.messages(gus).some(({ buttons }) => buttons.length > 0), 'the picker')
  const picker = desk.telegram.messages(gus).findLast(({ buttons }) => buttons.length > 0)
  desk.telegram.press(gus, picker?.id ?? 0, { label: 'Demo desk' })
  const card = await cardOf(desk, 'Gus paid twice')
  const key = keyOn(desk, card)
  await until(() => !cardNow(desk, card).includes('Nobody yet'), 'an assignee')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Edit…' })
  await until(() => slack.view(ADA), 'the form')
  await slack.chooseInView(ADA, 'Desk', 'Billing desk')
  await until(() => JSON.stringify(slack.view(ADA)?.blocks).includes('A refund'), 'the form of the other desk')
  expect(JSON.stringify(slack.view(ADA)?.blocks)).not.toContain('Triage channel')
  expect(await slack.submitView(ADA, { Type: 'A refund' })).toMatchObject({ ok: true })
  const there = await cardOf(desk, key, TRIAGE_FINANCE)
  expect(slack.textOf(there)).toMatch(/Type\s+A refund/)
  expect(slack.textOf(there)).toMatch(/Assignee\s+Nobody yet/)
  // It would be nobody’s turn where all agents are on Telegram, and keep no other ticket waiting.
  const waiting = (where: 'slack' | 'telegram') =>
    desk.desk.store.transaction((unit) => unit.tickets.lockUnassigned('billing', [where]))
  expect([(await waiting('slack'))?.key, await waiting('telegram')]).toEqual([key, undefined])
  await until(() => seen(slack, TRIAGE_FINANCE, 'Ada brought this ticket here from Demo desk', there.ts), 'the line')
  slack.say(LENA, TRIAGE_FINANCE, { text: 'We pay it back', thread: there.ts })
  await until(() => desk.telegram.messages(gus).some(({ text }) => text?.includes('We pay it back')), 'the answer')
  expect(shownIn(slack, TRIAGE, card.ts).join()).not.toContain('We pay it back')
  expect(cardsWith(desk, key, TRIAGE_FINANCE)).toHaveLength(1)
})

it('a private ticket goes to another desk only with somebody who works there; else it would be nobody’s', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket', 'Bo knows why')
  const shut = await cardOf(desk, 'Bo knows why')
  const key = keyOn(desk, shut)
  const ticket = () => desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  await edits(desk, BO, shut, { 'Private to': ['Bo'] })
  await until(async () => (await ticket())?.privateTo, 'that it is private')
  await edits(desk, BO, shut, { Desk: 'Billing desk' })
  await until(() => seen(slack, slack.dm(BO), 'none of those it is shared with'), 'the refusal')
  expect((await ticket())?.deskId).toBe('demo')
  // Who is let in by the same form counts.
  await edits(desk, BO, shut, { Desk: 'Billing desk', 'Private to': ['Bo', 'Lena'] })
  await until(async () => (await ticket())?.deskId === 'billing', 'that it is there')
  const lenas = await until(() => seen(slack, slack.dm(LENA), key), 'the card in Lena’s own chat')
  slack.say(LENA, slack.dm(LENA), { text: 'Lena looks at it', thread: lenas.ts })
  const root = await until(() => seen(slack, HELP, key), 'Rita’s thread')
  await until(() => seen(slack, HELP, 'Lena looks at it', root.ts), 'the answer')
})

it('who moves a ticket and blocks its requester in one form blocks them where they may, not on the other desk', async () => {
  await desk.slack.command(KIM, HELP, '/ticket', 'Kim shouts')
  const card = await cardOf(desk, 'Kim shouts')
  const key = keyOn(desk, card)
  await edits(desk, BO, card, { Desk: 'Billing desk', 'Block the requester?': 'Yes' })
  await cardOf(desk, key, TRIAGE_FINANCE)
  const blocked = await desk.desk.store.transaction(async (unit) => {
    const kim = (await unit.tickets.byKey(key))?.requesterId ?? ''
    return Promise.all(['demo', 'billing'].map(async (id) => Boolean(await unit.blocks.of(kim, id))))
  })
  expect(blocked).toEqual([true, false])
})

it('a private ticket is nobody’s turn: whoever it fell to would read it', async () => {
  const { slack } = desk
  const ticket = (key: string) => desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  await slack.command(RITA, HELP, '/ticket', 'Rita is ill')
  const card = await cardOf(desk, 'Rita is ill')
  const key = keyOn(desk, card)
  await edits(desk, BO, card, { 'Private to': ['Bo'] })
  const bos = await until(() => seen(slack, slack.dm(BO), `${key} · Rita is ill`), 'the card in Bo’s own chat')
  await slack.press(BO, slack.dm(BO), bos.ts, { label: 'Resolve' })
  await until(async () => (await ticket(key))?.stage === 'resolved', 'that it is solved')
  await clockStandsAt(desk, new Date(Date.now() + 30 * 24 * 3_600_000).toISOString())
  await until(async () => (await ticket(key))?.stage === 'closed', 'that it is closed')
  const root = await until(() => seen(slack, HELP, key), 'Rita’s thread')
  slack.say(RITA, HELP, { text: 'Rita is ill again', thread: root.ts })
  const next = await until(() => seen(slack, slack.dm(BO), 'Rita is ill again'), 'the card of what follows')
  await slack.command(RITA, HELP, '/ticket', 'whose turn is it')
  const other = await cardOf(desk, 'whose turn is it')
  await until(() => !cardNow(desk, other).includes('Nobody yet'), 'an assignee')
  expect((await ticket(keyOn(desk, next)))?.assigneeId).toBeNull()
})

it('nobody gets what they asked themselves', async () => {
  const given: string[] = []
  for (const number of [1, 2, 3]) {
    await desk.slack.command(ADA, HELP, '/ticket', `Ada asks ${number}`)
    const card = await cardOf(desk, `Ada asks ${number}`)
    given.push(await givenTo(card))
  }
  expect(new Set(given)).toEqual(new Set(['Bo', 'Lena']))
})

it('who leaves the channel or the workspace has nothing on hand any more; what they solved stays theirs', async () => {
  const { slack } = desk
  const mine = async (words: string) => {
    await slack.command(RITA, HELP, '/ticket', words)
    const card = await cardOf(desk, words)
    await until(() => !cardNow(desk, card).includes('Nobody yet'), 'an assignee')
    await slack.press(LENA, TRIAGE, card.ts, { label: 'Assign' }, { user: BO })
    await until(() => assignee(cardNow(desk, card)) === 'Bo', 'that it is Bo’s')
    return card
  }
  const [open, done] = [await mine('Bo has this'), await mine('Bo had that')]
  await slack.press(BO, TRIAGE, done.ts, { label: 'Resolve' })
  await until(() => /Status\s+Done/.test(cardNow(desk, done)), 'that it is done')
  slack.leave(BO, TRIAGE)
  await inThread(desk, open, 'Bo does not work here any more')
  expect(assignee(cardNow(desk, done))).toBe('Bo')
  expect(await timesHappened(desk, keyOn(desk, done), 'TicketUnassigned')).toBe(0)

  await slack.press(LENA, TRIAGE, open.ts, { label: 'Assign' }, { user: ADA })
  await until(() => assignee(cardNow(desk, open)) === 'Ada', 'that it is Ada’s')
  slack.deactivate(ADA)
  await inThread(desk, open, 'Ada does not work here any more')
  await until(() => assignee(cardNow(desk, open)) === 'Nobody', 'that nobody has it')
  await edits(desk, LENA, open, { Subject: 'Who takes this' })
  await until(() => cardNow(desk, open).includes('Who takes this'), 'that the desk goes on')

  // What Slack told of its people is a minute old.
  laterMs += 61_000
  const root = await until(() => seen(slack, HELP, keyOn(desk, done)), 'Rita’s thread')
  slack.say(RITA, HELP, { text: 'It is not done', thread: root.ts })
  await inThread(desk, done, 'It is not done')
  await desk.desk.runTimers()
  await inThread(desk, done, 'Bo does not work here any more')
  await until(() => assignee(cardNow(desk, done)) === 'Nobody', 'that what came back is nobody’s')
})
