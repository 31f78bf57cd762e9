import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/domain/refusal.ts'
import { clockEventsOf } from '../../../src/domain/ticket/clock-events.ts'
import type { TicketEvent } from '../../../src/domain/ticket/events.ts'
import { stillNeedHelp } from '../../../src/domain/ticket/still-need-help.ts'
import { ada, at, desk, given, happened, rita } from './given.ts'

const waiting: TicketEvent = {
  type: 'StatusMoved',
  by: ada.id,
  cause: 'onAgentReply',
  from: 'open',
  status: 'waiting',
  stage: 'waiting-requester',
}
const reminded: TicketEvent = {
  type: 'RequesterReminded',
  by: null,
  rule: 0,
  anchoredAt: at.toISOString(),
  step: 0,
  resolvesAt: null,
}
const resolved: TicketEvent = { type: 'TicketResolved', by: ada.id, status: 'done', resolution: 'answered' }
const closed: TicketEvent = { type: 'TicketClosed', by: null, status: 'closed' }

describe('the requester presses that help is still needed', () => {
  it('after a reminder: it is a word of theirs, the ticket comes back to us and no silence is counted any more', () => {
    const ticket = given(waiting, reminded)
    const events = stillNeedHelp(ticket, desk, rita)
    expect(events.map(({ type }) => type)).toEqual(['HelpStillNeeded', 'StatusMoved'])
    expect(happened(ticket, events)).toMatchObject({ stage: 'open', lastMessageBy: 'requester', silence: null })
  })

  it('where the status itself stays, the silence is broken all the same', () => {
    const ticket = given(reminded)
    const events = stillNeedHelp(ticket, desk, rita)
    expect(events.map(({ type }) => type)).toEqual(['HelpStillNeeded'])
    expect(happened(ticket, events)).toMatchObject({ lastMessageBy: 'requester', silence: null })
  })

  it('agents owe an answer from then on', () => {
    const ticket = given(waiting, reminded)
    const event: TicketEvent = { type: 'HelpStillNeeded', by: rita }
    const recorded = { sequence: ticket.version + 1, occurredAt: at, receivedAt: at, event }
    expect(clockEventsOf(recorded, ticket)).toEqual([{ at: at.getTime(), type: 'requester-message' }])
  })

  it('on a resolved ticket: it opens again, and agents owe an answer from then on, too', () => {
    const ticket = given(resolved)
    const events = stillNeedHelp(ticket, desk, rita)
    expect(events).toMatchObject([{ type: 'TicketReopened', by: rita }])
    const after = happened(ticket, events)
    expect(after).toMatchObject({ stage: 'open', lastMessageAt: at, lastMessageBy: 'requester' })
    const heard = (event: TicketEvent) =>
      clockEventsOf({ sequence: after.version, occurredAt: at, receivedAt: at, event }, after).map(({ type }) => type)
    expect(events.flatMap(heard)).toEqual(['requester-message', 'status'])
    // Opened again by an agent, or before this was so: a move and no word.
    const moved: TicketEvent = { type: 'TicketReopened', by: rita, status: 'open', stage: 'open' }
    expect(happened(ticket, [moved]).lastMessageAt).toBeNull()
    expect(heard(moved)).toEqual(['status'])
  })

  it('nothing where nobody asked, and a refusal where it is closed for good', () => {
    expect(stillNeedHelp(given(), desk, rita)).toEqual([])
    expect(() => stillNeedHelp(given(resolved, closed), desk, rita)).toThrow(Refusal)
  })
})
