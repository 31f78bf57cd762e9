import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/domain/refusal.ts'
import { apply, replay } from '../../../src/domain/ticket/apply.ts'
import { assign, take } from '../../../src/domain/ticket/assign.ts'
import { close } from '../../../src/domain/ticket/close.ts'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/events.ts'
import { moveTo } from '../../../src/domain/ticket/move.ts'
import { doubt, edit, note } from '../../../src/domain/ticket/note.ts'
import { prioritise } from '../../../src/domain/ticket/prioritise.ts'
import { reopen } from '../../../src/domain/ticket/reopen.ts'
import { replyAsAgent, replyAsRequester, sendNote } from '../../../src/domain/ticket/reply.ts'
import { resolve } from '../../../src/domain/ticket/resolve.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { ada, at, bo, desk, given, happened, rita } from './given.ts'

const noAutomaticReply = { ...desk, moves: { ...desk.moves, onAgentReply: undefined } }
const types = (events: TicketEvent[]) => events.map(({ type }) => type)
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a new ticket', () => {
  it('stands in the first status, with the default priority and plan', () => {
    expect(given()).toMatchObject({
      stage: 'new',
      status: 'new',
      priority: 'normal',
      plan: desk.defaultPlan,
      version: 1,
      assigneeId: null,
    })
  })

  it('becomes open by an agent’s answer where the desk names no move for it', () => {
    const ticket = given()
    expect(happened(ticket, replyAsAgent(ticket, noAutomaticReply, ada, 'm1'))).toMatchObject({
      stage: 'open',
      lastMessageBy: 'agent',
    })
  })

  it('goes where onAgentReply leads, unless the agent says it is still ours', () => {
    const ticket = given()
    expect(happened(ticket, replyAsAgent(ticket, desk, ada, 'm1')).stage).toBe('waiting-requester')
    expect(happened(ticket, replyAsAgent(ticket, desk, ada, 'm1', { stillOurs: true })).stage).toBe('open')
    // It was the requester's, and is ours by that.
    const waiting = happened(ticket, replyAsAgent(ticket, desk, ada, 'm1'))
    expect(happened(waiting, replyAsAgent(waiting, desk, ada, 'm2', { stillOurs: true })).stage).toBe('open')
    expect(types(replyAsAgent(waiting, desk, ada, 'm2', { movedNext: true }))).toEqual(['AgentReplied'])
    expect(happened(ticket, sendNote(ticket, desk, ada, 'm1', { stillOurs: true })).stage).toBe('open')
  })

  it('is accepted by being taken', () => {
    expect(types(take(given(), desk, ada, undefined))).toEqual(['TicketAssigned', 'StatusMoved'])
  })
})

describe('taking', () => {
  it('lets one of two agents win and tells the other who has it', () => {
    const taken = happened(given(), take(given(), desk, ada, undefined))
    expect(refusal(() => take(taken, desk, bo, 'Ada Lovelace'))).toMatchObject({
      reason: 'already-taken',
      facts: { key: 'DEMO-1', name: 'Ada Lovelace' },
    })
  })

  it('twice by the same agent is harmless', () => {
    const taken = happened(given(), take(given(), desk, ada, undefined))
    expect(take(taken, desk, ada, 'Ada Lovelace')).toEqual([])
    expect(assign(taken, desk, bo, ada)).toEqual([])
  })
})

describe('the requester’s word', () => {
  it('brings a waiting ticket back to us', () => {
    const waiting = happened(given(), replyAsAgent(given(), desk, ada, 'm1'))
    expect(happened(waiting, replyAsRequester(waiting, desk, rita, 'm2')).stage).toBe('open')
  })

  it('reopens a resolved ticket', () => {
    const resolved = happened(given(), resolve(given(), desk, ada.id, 'answered'))
    expect(resolved).toMatchObject({ stage: 'resolved', resolution: 'answered', resolvedAt: at })
    expect(happened(resolved, replyAsRequester(resolved, desk, rita, 'm2'))).toMatchObject({
      stage: 'open',
      resolution: null,
      resolvedAt: null,
    })
  })

  it('reopens until grace is over as the file has it now: a due time worked out before closes nothing', () => {
    const resolved = happened(given(), resolve(given(), desk, ada.id, 'answered'))
    const later = (days: number) => new Date(at.getTime() + days * 86_400_000)
    expect(types(close(resolved, desk, later(7)))).toEqual(['TicketClosed'])
    expect(close(resolved, { ...desk, grace: 'P30D' }, later(8))).toEqual([])
    expect(close(given(), desk, later(8))).toEqual([])
  })

  it('changes no status while it is our turn', () => {
    expect(types(replyAsRequester(given(), desk, rita, 'm1'))).toEqual(['RequesterReplied'])
  })
})

const spam = { id: 'spam', stage: 'resolved', label: { en: 'Spam' }, counted: false } as const

describe('a status', () => {
  it('of the resolved stage resolves, and leaving it reopens', () => {
    const ticket = given()
    expect(types(moveTo(ticket, desk, ada, 'done'))).toEqual(['TicketResolved'])
    const done = happened(ticket, moveTo(ticket, desk, ada, 'done'))
    expect(types(moveTo(done, desk, ada, 'open'))).toEqual(['TicketReopened'])
  })

  const counting = { ...desk, statuses: [...desk.statuses, spam] }

  it('that does not count says so as it is resolved by it', () => {
    expect(moveTo(given(), counting, ada, 'spam')).toMatchObject([{ type: 'TicketResolved', uncounted: true }])
    expect(moveTo(given(), counting, ada, 'done')).not.toHaveProperty('0.uncounted')
  })

  it('of the resolved stage may be put right by another of it: it stays resolved, since when it was', () => {
    const done = happened(given(), moveTo(given(), counting, ada, 'done'))
    const put = moveTo(done, counting, ada, 'spam')
    expect(put).toMatchObject([{ type: 'StatusMoved', from: 'done', status: 'spam', uncounted: true }])
    const after = happened(done, put)
    expect(after).toMatchObject({ stage: 'resolved', resolvedAt: done.resolvedAt, resolution: 'answered' })
    expect(moveTo(after, counting, ada, 'done')).toMatchObject([{ type: 'StatusMoved', status: 'done' }])
  })

  it('of the closed stage is nobody’s to choose', () => {
    expect(refusal(() => moveTo(given(), desk, ada, 'closed')).reason).toBe('transition-not-allowed')
  })

  it('chosen again changes nothing; an unknown one is refused', () => {
    expect(moveTo(given(), desk, ada, 'new')).toEqual([])
    expect(refusal(() => moveTo(given(), desk, ada, 'nowhere')).reason).toBe('no-such-status')
  })
})

describe('saying it twice is harmless', () => {
  it.each([
    ['resolve', (ticket: Ticket) => resolve(ticket, desk, ada.id, 'answered')],
    ['priority', (ticket: Ticket) => prioritise(ticket, desk, ada, 'urgent')],
    ['status', (ticket: Ticket) => moveTo(ticket, desk, ada, 'open')],
  ])('%s', (_name, act) => {
    const once = happened(given(), act(given()))
    expect(act(once)).toEqual([])
  })

  it('reopen', () => expect(reopen(given(), desk, ada.id)).toEqual([]))
})

describe('an edited message', () => {
  it('is taken back from the requester when it becomes internal', () => {
    expect(types(edit(given(), desk, ada, { id: 'm1', kind: 'message', side: 'agent' }, 'held-slashes'))).toEqual([
      'ReplyWithdrawn',
      'MessageEdited',
    ])
  })

  it('goes out when what held it back is gone', () => {
    expect(types(edit(given(), desk, ada, { id: 'm1', kind: 'note', side: 'agent' }, 'requester'))).toEqual([
      'MessageEdited',
      'NoteSent',
      'StatusMoved',
    ])
  })
})

describe('thanks that become a question when they are edited', () => {
  it('are the requester’s word: what was solved is open, and theirs is the last one', () => {
    const answered = happened(given(), replyAsAgent(given(), desk, ada, 'm1'))
    const solved = happened(answered, resolve(answered, desk, ada.id, 'answered'))
    expect(happened(solved, doubt(solved, desk, rita, 'm2'))).toMatchObject({
      stage: 'open',
      lastMessageBy: 'requester',
    })
  })

  it('change nothing where it is open already', () => {
    expect(types(doubt(given(), desk, rita, 'm1'))).toEqual(['MessageEdited'])
  })
})

describe('a closed ticket', () => {
  const closed: Ticket = { ...given(), stage: 'closed', status: 'closed' }
  it.each([
    () => replyAsAgent(closed, desk, ada, 'm'),
    () => replyAsRequester(closed, desk, rita, 'm'),
    () => sendNote(closed, desk, ada, 'm'),
    () => resolve(closed, desk, ada.id, 'answered'),
    () => reopen(closed, desk, ada.id),
    () => assign(closed, desk, ada, bo),
    () => prioritise(closed, desk, ada, 'urgent'),
    () => moveTo(closed, desk, ada, 'open'),
  ])('refuses what would change it (%#)', (act) => expect(refusal(act).reason).toBe('ticket-is-closed'))
})

it('replaying any history gives the ticket it made (law)', () => {
  const act = fc.constantFrom<(ticket: Ticket) => TicketEvent[]>(
    (ticket) => (ticket.assigneeId ? [] : take(ticket, desk, ada, undefined)),
    (ticket) => assign(ticket, desk, ada, bo),
    (ticket) => prioritise(ticket, desk, ada, 'urgent'),
    (ticket) => moveTo(ticket, desk, ada, 'on-hold'),
    (ticket) => replyAsAgent(ticket, desk, ada, 'm'),
    (ticket) => replyAsRequester(ticket, desk, rita, 'm'),
    (ticket) => resolve(ticket, desk, ada.id, 'answered'),
    (ticket) => reopen(ticket, desk, ada.id),
    (ticket) => note(ticket, ada.id, 'm'),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const opened = given()
      const history: RecordedEvent[] = []
      let ticket = opened
      for (const decide of acts) {
        for (const event of decide(ticket)) {
          const recorded = { sequence: ticket.version + 1, occurredAt: at, receivedAt: at, event }
          history.push(recorded)
          ticket = apply(ticket, recorded)
        }
      }
      const first: RecordedEvent = {
        sequence: 1,
        occurredAt: at,
        receivedAt: at,
        event: {
          type: 'TicketOpened',
          by: rita,
          id: 't1',
          key: 'DEMO-1',
          deskId: 'demo',
          requesterId: rita,
          subject: 'Printer',
          ticketType: 'question',
          priority: 'normal',
          category: null,
          status: 'new',
          stage: 'new',
          fields: {},
          organisationId: null,
          plan: desk.defaultPlan,
          triage: desk.triage,
        },
      }
      expect(replay([first, ...history])).toEqual(ticket)
    }),
  )
})

it('a history with a gap is not one', () => {
  const event: TicketEvent = { type: 'PriorityChanged', by: ada.id, from: 'normal', to: 'urgent' }
  expect(() => apply(given(), { sequence: 5, occurredAt: at, receivedAt: at, event })).toThrow('does not follow')
  expect(() => apply(undefined, { sequence: 1, occurredAt: at, receivedAt: at, event })).toThrow('TicketOpened')
})
