import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { type ButtonAct, buttonActs, type Meaning } from '../../src/acts/buttons.ts'
import type { acts } from '../../src/domain/desk/act.ts'
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
import { type Asked, buttonOn, ritaAsks, ritaReads, whispered } from '../support/slack-asks.ts'

/*
 * Who may press what: every act a button can mean, times everybody there is (reliability.md SEC3). Each cell is a
 * signed request to the desk; what became of it is read from its inbox row, and from the history of the ticket.
 */

/** An act of agents: the leave it needs (none: any agent's), and what becomes of an allowed press. */
interface OfAgents {
  leave?: (typeof acts)[number]
  argument?: string
  chosen?: string
  /** The ticket is resolved first. */
  resolved?: true
  /** Bo reads along; he is who it is about. */
  watched?: true
  done: string
  /** What becomes of it when she who asked presses it herself; without it she is no agent. */
  requester?: string
}

/**
 * `form`: a press shows a form, and the form is what counts (below). `draft`: worth something to its person alone.
 * `of no ticket`: about somebody's address (`organisations.test.ts`). `own`: about oneself alone, anybody's
 * (`languages.test.ts`). `hers`: for her alone who asked, whatever else somebody may.
 */
type Row = OfAgents | 'form' | 'draft' | 'hers' | 'own' | 'of no ticket'

const matrix: Record<ButtonAct, Row> = {
  take: { leave: 'take', done: 'taken' },
  assign: { leave: 'assign', chosen: ADA, done: 'assigned' },
  priority: { leave: 'triage', argument: 'urgent', done: 'prioritised' },
  status: { leave: 'move', argument: 'on-hold', done: 'moved' },
  note: 'form',
  edit: 'form',
  details: 'form',
  reply: 'form',
  // The leave is there; the macro is not.
  macro: { leave: 'reply', argument: 'gone', done: 'refused:no-such-macro' },
  'macro-send': { leave: 'reply', argument: 'thanks', done: 'replied' },
  // The leave is there; that nothing is merged, and nothing to split, is another rule's word.
  unmerge: { leave: 'merge', argument: 'DEMO-1', done: 'refused:not-merged' },
  'split-from': { leave: 'link', done: 'refused:nothing-to-split' },
  split: { leave: 'link', argument: 'one', done: 'refused:nothing-to-split' },
  resolve: { leave: 'resolve', done: 'resolved' },
  reopen: { leave: 'reopen', resolved: true, done: 'reopened' },
  'still-need-help': { leave: 'reopen', resolved: true, done: 'reopened', requester: 'reopened' },
  // The leave is there; that no promise is broken, and that no answer is owed, is another rule's word.
  acknowledge: { leave: 'take', argument: 'first-response 1', done: 'refused:button-is-stale' },
  'no-reply-needed': { leave: 'reply', done: 'refused:no-reply-owed' },
  'confirm-email': 'of no ticket',
  'decline-email': 'of no ticket',
  why: { done: 'why-told' },
  // Only who wrote what was held back; nobody here did.
  'send-anyway': { leave: 'reply', done: 'refused:button-is-stale' },
  'retry-deliveries': { leave: 'reply', done: 'refused:nothing-undelivered' },
  // Who may is asked first; then there is no such thread.
  'bring-earlier': {
    leave: 'note',
    argument: JSON.stringify(['slack', 'C0HELP', '1700000000.000001', '1700000000.000002']),
    done: 'refused:earlier-unseen',
    requester: 'refused:earlier-unseen',
  },
  // Only hers who asked, and only with the words it is about.
  'new-question': { done: 'refused:button-is-stale' },
  unwatch: { leave: 'watch', watched: true, done: 'taken-out', requester: 'taken-out' },
  // A link's, never on a screen.
  watch: { done: 'refused:button-is-stale' },
  rate: 'hers',
  'rate-comment': 'hers',
  'pick-ticket': 'draft',
  'choose-desk': 'draft',
  'choose-type': 'draft',
  'fill-form': 'draft',
  answer: 'draft',
  'answer-done': 'draft',
  skip: 'draft',
  back: 'draft',
  cancel: 'draft',
  send: 'draft',
  language: 'own',
}

const rows = Object.entries(matrix)
const ofAgents = rows.flatMap(([act, row]) => (typeof row === 'object' ? [{ act: act as ButtonAct, row }] : [])) // keys of the record above
const drafts = rows.flatMap(([act, row]) => (row === 'draft' ? [act as ButtonAct] : [])) // the same
const hers = rows.flatMap(([act, row]) => (row === 'hers' ? [act as ButtonAct] : [])) // the same
const strangers = ['requester', 'another requester', 'guest', 'somebody of another company', 'bot'] as const

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

const ticketId = async ({ key }: Asked): Promise<string> => {
  const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  if (!ticket) throw new Error(`no ticket ${key}`)
  return ticket.id
}
/** What people did to it; the desk does some things by itself meanwhile. */
async function historyOf(id: string) {
  const history = await desk.desk.store.transaction((unit) => unit.tickets.history(id))
  return history.flatMap(({ event }) => (event.by === null ? [] : [event]))
}

let asked = 0
const another = () => ritaAsks(desk, `question number ${++asked} of many, please`)

/** A ticket of Rita's as the row wants it, and its button. */
async function prepared(act: ButtonAct, row: OfAgents): Promise<{ ticket: Asked; id: string; button: string }> {
  const ticket = await another()
  const id = await ticketId(ticket)
  if (row.resolved) await press(desk, ADA, await buttonMeaning(desk, { act: 'resolve', ticketId: id }))
  const argument = row.watched ? await watcherOf(ticket) : row.argument
  return { ticket, id, button: await buttonMeaning(desk, { act, ticketId: id, argument }) }
}

async function watcherOf({ key }: Asked): Promise<string> {
  await desk.slack.command(ADA, HELP, '/ticket', `watch ${key} <@U0BO|bo>`)
  const watchers = () => desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(key))?.watchers)
  return until(async () => (await watchers())?.[0], 'that Bo reads along')
}

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
