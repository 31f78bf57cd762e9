import { expect, it } from 'vitest'
import { apply } from '../../../src/domain/ticket/apply.ts'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/events.ts'
import { moveTo } from '../../../src/domain/ticket/move.ts'
import { takeBackReply } from '../../../src/domain/ticket/note.ts'
import { replyAsAgent, replyAsRequester } from '../../../src/domain/ticket/reply.ts'
import { resolveAsAgent } from '../../../src/domain/ticket/resolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { ada, at, bo, desk, given, opened, rita } from './given.ts'

type Act = (ticket: Ticket) => TicketEvent[]
const answers =
  (message: string): Act =>
  (ticket) =>
    replyAsAgent(ticket, desk, ada, message)

/** So many minutes after Rita has asked. */
const minute = (count: number): Date => new Date(at.getTime() + count * 60_000)

/** What taking back a reply makes of Rita's ticket, after these acts, each a minute after the one before. */
function takenBack(message: string, ...acts: Act[]): TicketEvent[] {
  let ticket = given()
  const history: RecordedEvent[] = opened().map((event) => ({ sequence: 1, occurredAt: at, receivedAt: at, event }))
  for (const [index, act] of acts.entries()) {
    const then = minute(1 + index)
    for (const event of act(ticket)) {
      const recorded = { sequence: ticket.version + 1, occurredAt: then, receivedAt: then, event }
      history.push(recorded)
      ticket = apply(ticket, recorded)
    }
  }
  return takeBackReply(ticket, desk, ada.id, message, history)
}

const withdrawn = (message: string): TicketEvent => ({ type: 'ReplyWithdrawn', by: ada.id, message })
/** Another answers her, since so many minutes after she asked. */
const answered = (message: string, after: number): TicketEvent => ({
  type: 'ReplyWithdrawn',
  by: ada.id,
  message,
  answeredAt: minute(after).toISOString(),
})
const unanswered = (message: string): TicketEvent => ({
  type: 'ReplyWithdrawn',
  by: ada.id,
  message,
  unanswered: true,
})

it('the reply that made it Rita’s turn goes: it stands where it stood', () => {
  const onHold: Act = (ticket) => moveTo(ticket, desk, ada, 'on-hold')
  expect(takenBack('m1', onHold, answers('m1'))).toEqual([
    unanswered('m1'),
    { type: 'StatusMoved', by: 'ada', cause: 'takenBack', from: 'waiting', status: 'on-hold', stage: 'waiting-other' },
  ])
})

it('while another reply waits for her it is her turn, and when that goes too it is not', () => {
  expect(takenBack('m2', answers('m1'), answers('m2'))).toEqual([withdrawn('m2')])
  expect(takenBack('m1', answers('m1'), answers('m2'))).toEqual([answered('m1', 2)])
  const both = takenBack('m1', answers('m1'), answers('m2'), () => [withdrawn('m2')])
  expect(both).toMatchObject([unanswered('m1'), { type: 'StatusMoved', status: 'new' }])
})

it('what she, or an agent, has made of it since stays', () => {
  const writes: Act = (ticket) => replyAsRequester(ticket, desk, rita, 'm2')
  expect(takenBack('m1', answers('m1'), writes)).toEqual([withdrawn('m1')])
  expect(takenBack('m1', answers('m1'), writes, answers('m3'))).toEqual([withdrawn('m1')])
  const chooses =
    (status: string): Act =>
    (ticket) =>
      moveTo(ticket, desk, bo, status)
  expect(takenBack('m1', answers('m1'), chooses('open'), chooses('waiting'))).toEqual([unanswered('m1')])
})

it('she waits for an answer again where the last one to what she asked goes; where the first goes, the next one is it', () => {
  const writes: Act = (ticket) => replyAsRequester(ticket, desk, rita, 'm2')
  const solves: Act = (ticket) => resolveAsAgent(ticket, desk, ada)
  const gone = (...acts: Act[]) => takenBack('m3', ...acts)[0]
  expect(gone(answers('m1'), writes, answers('m3'))).toEqual(unanswered('m3'))
  expect(gone(answers('m3'), writes, answers('m1'))).toEqual(withdrawn('m3'))
  expect(gone(answers('m3'), answers('m4'), answers('m5'))).toEqual(answered('m3', 2))
  expect(gone(answers('m1'), writes, answers('m3'), answers('m4'))).toEqual(answered('m3', 4))
  expect(gone(answers('m3'), answers('m4'), solves)).toEqual(withdrawn('m3'))
  expect(gone(answers('m3'), solves)).toEqual(withdrawn('m3'))
  const takesIn: Act = () => [
    { type: 'TicketMergedIn', by: 'ada', fromKey: 'DEMO-9', unansweredSince: minute(0).toISOString() },
  ]
  const givesBack: Act = () => [
    { type: 'MergedInUndone', by: 'ada', fromKey: 'DEMO-9', unansweredSince: null, waitsSince: null, stood: null },
  ]
  expect(gone(answers('m3'), takesIn)).toEqual(withdrawn('m3'))
  // What a merge asked is nobody's question here once it is undone, but where they were merged again.
  expect(gone(answers('m3'), takesIn, givesBack)).toEqual(unanswered('m3'))
  expect(gone(answers('m3'), takesIn, givesBack, takesIn)).toEqual(withdrawn('m3'))
  expect(gone(answers('m1'), writes, () => [{ type: 'NoReplyNeeded', by: 'bo' }], answers('m3'))).toEqual(
    withdrawn('m3'),
  )
  expect(
    gone(
      answers('m3'),
      () => [unanswered('m3')],
      () => [{ type: 'NoteSent', by: 'ada', message: 'm3' }],
    ),
  ).toEqual(unanswered('m3'))
})
