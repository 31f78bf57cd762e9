import { ADA, HELP } from '../../playground/slack/index.ts'
import type { ButtonAct } from '../../src/acts/buttons.ts'
import type { acts } from '../../src/domain/desk/act.ts'
import type { TestDesk } from './desk.ts'
import { until } from './people.ts'
import { allBut, buttonMeaning, people, press } from './rights.ts'
import { type Asked, ritaAsks } from './slack-asks.ts'

/** An act of agents: the leave it needs (none: any agent's), and what becomes of an allowed press. */
export interface OfAgents {
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

export const matrix: Record<ButtonAct, Row> = {
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
export const ofAgents = rows.flatMap(([act, row]) => (typeof row === 'object' ? [{ act: act as ButtonAct, row }] : [])) // keys of the record above
export const drafts = rows.flatMap(([act, row]) => (row === 'draft' ? [act as ButtonAct] : [])) // the same
export const hers = rows.flatMap(([act, row]) => (row === 'hers' ? [act as ButtonAct] : [])) // the same
export const strangers = ['requester', 'another requester', 'guest', 'somebody of another company', 'bot'] as const

export async function ticketIdOf(desk: TestDesk, { key }: Asked): Promise<string> {
  const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  if (!ticket) throw new Error(`no ticket ${key}`)
  return ticket.id
}

/** What people did to it; the desk does some things by itself meanwhile. */
export async function doneByPeople(desk: TestDesk, id: string) {
  const history = await desk.desk.store.transaction((unit) => unit.tickets.history(id))
  return history.flatMap(({ event }) => (event.by === null ? [] : [event]))
}

let asked = 0
/** One more of Rita's. */
export function anotherTicket(desk: TestDesk): Promise<Asked> {
  asked += 1
  return ritaAsks(desk, `question number ${asked} of many, please`)
}

/** A ticket of Rita's as the row wants it, and its button. */
export async function preparedFor(
  desk: TestDesk,
  act: ButtonAct,
  row: OfAgents,
): Promise<{ ticket: Asked; id: string; button: string }> {
  const ticket = await anotherTicket(desk)
  const id = await ticketIdOf(desk, ticket)
  if (row.resolved) await press(desk, ADA, await buttonMeaning(desk, { act: 'resolve', ticketId: id }))
  const argument = row.watched ? await watcherOf(desk, ticket) : row.argument
  return { ticket, id, button: await buttonMeaning(desk, { act, ticketId: id, argument }) }
}

async function watcherOf(desk: TestDesk, { key }: Asked): Promise<string> {
  await desk.slack.command(ADA, HELP, '/ticket', `watch ${key} <@U0BO|bo>`)
  const watchers = () => desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(key))?.watchers)
  return until(async () => (await watchers())?.[0], 'that Bo reads along')
}

/** What the matrix came to: presses made, and those that came to something else than it says. */
export interface MatrixTried {
  presses: number
  wrong: string[]
}

/** Every row of agents' acts, pressed by everybody who may not and by Ada, who may. */
export async function tryMatrix(desk: TestDesk): Promise<MatrixTried> {
  const tried: MatrixTried = { presses: 0, wrong: [] }
  const expects = async (who: string, pressed: Promise<string>, wanted: string): Promise<void> => {
    const outcome = await pressed
    tried.presses += 1
    if (outcome !== wanted) tried.wrong.push(`${who}: ${outcome}, not ${wanted}`)
  }
  for (const { act, row } of ofAgents) {
    const { id, button } = await preparedFor(desk, act, row)
    const before = JSON.stringify(await doneByPeople(desk, id))
    const others = strangers.filter((who) => who !== 'requester' || row.requester === undefined)
    await Promise.all(
      others.map((who) =>
        expects(`${who} ${act}`, press(desk, people[who], button, row.chosen), 'refused:not-an-agent'),
      ),
    )
    if (row.leave) {
      const lacking = press(desk, allBut(row.leave), button, row.chosen)
      await expects(`who lacks ${row.leave} ${act}`, lacking, 'refused:not-allowed')
    }
    if (JSON.stringify(await doneByPeople(desk, id)) !== before) tried.wrong.push(`${act}: something happened`)
    await expects(`agent ${act}`, press(desk, ADA, button, row.chosen), row.done)
  }
  return tried
}
