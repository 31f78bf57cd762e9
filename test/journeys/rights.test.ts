import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { type ButtonAct, buttonActs, type Meaning } from '../../src/acts/buttons.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import {
  allBut,
  buttonMeaning,
  GONE,
  HOLDER,
  people,
  press,
  submit,
  welcome,
  withEveryRole,
} from '../support/rights.ts'
import {
  anotherTicket,
  doneByPeople,
  drafts,
  hers,
  matrix,
  type OfAgents,
  ofAgents,
  preparedFor,
  strangers,
  ticketIdOf,
} from '../support/rights-matrix.ts'
import { type Asked, buttonOn, ritaReads, whispered } from '../support/slack-asks.ts'

/*
 * Who may press what: every act a button can mean, times everybody there is (reliability.md SEC3). Each cell is a
 * signed request to the desk; what became of it is read from its inbox row, and from the history of the ticket.
 */

let desk: TestDesk
/** How far the desk's real time is ahead of the machine's. */
let laterMs = 0

beforeAll(async () => {
  desk = await startTestDesk({ desk: withEveryRole, realNow: () => new Date(Date.now() + laterMs) })
  welcome(desk)
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const another = () => anotherTicket(desk)
const ticketId = (asked: Asked) => ticketIdOf(desk, asked)
const historyOf = (id: string) => doneByPeople(desk, id)
const prepared = (act: ButtonAct, row: OfAgents) => preparedFor(desk, act, row)

it('the matrix has a row for every act there is', () => {
  expect(Object.keys(matrix).toSorted()).toEqual([...buttonActs].toSorted())
})

describe.each(ofAgents)('$act', ({ act, row }) => {
  it('is refused to all who have no leave, who are told so, and nothing happens; Ada can', async () => {
    const { id, button } = await prepared(act, row)
    const before = await historyOf(id)
    const others = strangers.filter((who) => who !== 'requester' || row.requester === undefined)
    const outcomes = others.map(async (who) => [who, await press(desk, people[who], button, row.chosen)])
    expect(await Promise.all(outcomes)).toEqual(others.map((who) => [who, 'refused:not-an-agent']))
    if (row.leave) {
      const lacking = allBut(row.leave)
      const told = whispers(desk, lacking).length
      expect(await press(desk, lacking, button, row.chosen)).toBe('refused:not-allowed')
      await until(() => whispers(desk, lacking).length > told, 'the refusal')
      expect(whispers(desk, lacking).at(-1)).toContain('Your role does not allow this')
    }
    expect(await historyOf(id)).toEqual(before)
    await can(ADA, { id, button }, row.done)
  })

  const may = row.requester === undefined ? (['lead'] as const) : (['lead', 'requester'] as const)
  it.each(may)('and the %s can', async (who) => {
    await can(people[who], await prepared(act, row), (who === 'requester' && row.requester) || row.done)
  })

  async function can(user: string, { id, button }: { id: string; button: string }, done: string): Promise<void> {
    const before = (await historyOf(id)).length
    expect(await press(desk, user, button, row.chosen)).toBe(done)
    expect((await historyOf(id)).length > before).toBe(!done.startsWith('refused:') && act !== 'why')
  }
})

it.each(hers)('%s is not for anybody else, not even for those who may everything', async (act) => {
  const id = await ticketId(await another())
  await press(desk, ADA, await buttonMeaning(desk, { act: 'resolve', ticketId: id }))
  const before = await historyOf(id)
  const button = await buttonMeaning(desk, { act, ticketId: id, argument: '5' })
  for (const who of ['lead', 'agent', 'another requester', 'guest', 'bot'] as const)
    expect([who, await press(desk, people[who], button)]).toEqual([who, expect.stringMatching(/^refused:/)])
  expect(await historyOf(id)).toEqual(before)
})

it('whoever may set one status sets that one and no other, and does nothing else', async () => {
  const id = await ticketId(await another())
  const to = (argument: string) => buttonMeaning(desk, { act: 'status', ticketId: id, argument })
  for (const status of ['open', 'waiting', 'done'])
    expect(await press(desk, HOLDER, await to(status))).toBe('refused:not-allowed')
  expect(await press(desk, HOLDER, await to('on-hold'))).toBe('moved')
  for (const act of ['resolve', 'reopen', 'take'] as const)
    expect(await press(desk, HOLDER, await buttonMeaning(desk, { act, ticketId: id }))).toBe('refused:not-allowed')
})

it('of a private ticket Bo, with whom it is not shared, gets nothing, whatever he presses', async () => {
  const ticket = await another()
  await edits(desk, ADA, ticket.card, { 'Private to': ['Ada'] })
  await until(() => cardNow(desk, ticket.card).startsWith(`${ticket.key} 🔒`), 'that it is private')
  const id = await ticketId(ticket)
  const before = await historyOf(id)
  for (const { act, row } of ofAgents) {
    const button = await buttonMeaning(desk, { act, ticketId: id, argument: row.argument })
    expect([act, await press(desk, BO, button, row.chosen)]).toEqual([act, 'refused:ticket-is-private'])
  }
  expect(await historyOf(id)).toEqual(before)
})

describe('forms', () => {
  it.each(['note', 'reply', 'edit'] as const)(
    '%s sent in by who may not: refused, and nothing happens',
    async (act) => {
      const ticket = await another()
      const id = await ticketId(ticket)
      const ref = { kind: 'button', id: await buttonMeaning(desk, { act, ticketId: id }) } as const
      const values = { [act === 'edit' ? 'subject-' : act]: 'signed, support' }
      const before = await historyOf(id)
      for (const who of strangers)
        expect(await submit(desk, people[who], ref, values)).toContain('Only the people of this desk')
      if (act !== 'edit') expect(await submit(desk, allBut(act), ref, values)).toContain('Your role does not allow')
      else expect(await submit(desk, HOLDER, ref, values)).toContain('Your role does not allow')
      expect(await historyOf(id)).toEqual(before)
      if (act === 'edit') return
      await submit(desk, ADA, ref, values)
      await until(async () => (await historyOf(id)).length > before.length, 'Ada’s form')
    },
  )
})

it('a draft is worth nothing to anybody but its person, whatever the button says', async () => {
  await desk.slack.command(RITA, HELP, '/ticket')
  const view = await until(() => desk.slack.view(RITA), 'Rita’s form')
  await desk.slack.closeView(RITA)
  const draftId = /"id":"([^"]+)"/.exec(view.private_metadata ?? '')?.[1]
  expect(draftId).toBeDefined()
  await desk.desk.idle()
  for (const act of drafts) {
    const button = await buttonMeaning(desk, { act, draftId, argument: 'desk=demo' })
    for (const who of ['lead', 'agent', 'another requester', 'guest'] as const)
      expect([act, who, await press(desk, people[who], button)]).toEqual([act, who, 'refused:draft-is-gone'])
  }
})

it('a forged id means nothing: bytes changed, another ticket’s leave, a desk that is not there', async () => {
  const ticket = await another()
  const id = await ticketId(ticket)
  const take = buttonOn(ticket.card, 'Take')
  for (const forged of [take.slice(0, -1), `${take}A`, take.toLowerCase(), id, ticket.key, "' or 1=1 --"]) {
    expect(await press(desk, ADA, forged)).toBe('refused:button-is-stale')
  }
  const meaning: Meaning = { act: 'take', ticketId: '00000000-0000-7000-8000-000000000000' }
  expect(await press(desk, ADA, await buttonMeaning(desk, meaning))).toBe('refused:button-is-stale')
  expect(await submit(desk, ADA, { kind: 'button', id: 'nothing' }, { note: 'x' })).toContain('out of date')
  expect(await timesHappened(desk, ticket.key, 'TicketAssigned')).toBe(0)
})

it('who has left the agents’ channel is no agent any more a minute later', async () => {
  const id = await ticketId(await another())
  const why = await buttonMeaning(desk, { act: 'why', ticketId: id })
  expect(await press(desk, GONE, why)).toBe('why-told')
  desk.slack.leave(GONE, TRIAGE)
  laterMs += 60_000
  expect(await press(desk, GONE, why)).toBe('refused:not-an-agent')
})

it('a note stays inside when its author, who may not reply or no longer should, takes the mark from it', async () => {
  const { slack } = desk
  const ticket = await another()
  const mute = allBut('reply')
  for (const user of [mute, BO]) slack.join(user, TRIAGE)
  const says = (user: string, text: string) => slack.say(user, TRIAGE, { text: `// ${text}`, thread: ticket.card.ts })
  const [first, second] = [says(mute, 'canary one'), says(BO, 'canary two')]
  await until(async () => (await timesHappened(desk, ticket.key, 'NoteAdded')) === 2, 'the notes')
  slack.edit(mute, TRIAGE, first, 'canary one')
  await whispered(desk, mute, 'Your role does not allow this')
  await edits(desk, ADA, ticket.card, { 'Private to': ['Ada'] })
  await until(() => cardNow(desk, ticket.card).startsWith(`${ticket.key} 🔒`), 'that it is private')
  slack.edit(BO, TRIAGE, second, 'canary two')
  await whispered(desk, BO, 'kept as a note and not sent')
  await desk.desk.idle()
  expect(await timesHappened(desk, ticket.key, 'NoteSent')).toBe(0)
  expect(ritaReads(desk, ticket).join()).not.toContain('canary')
})
