import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../src/domain/desk/desk.ts'
import { ratingDue } from '../../../src/domain/rating.ts'
import { apply } from '../../../src/domain/ticket/apply.ts'
import type { TicketEvent } from '../../../src/domain/ticket/events.ts'
import { askForRating, commentRating, rate } from '../../../src/domain/ticket/rate.ts'
import type { Resolution, Ticket } from '../../../src/domain/ticket/ticket.ts'
import { ada, at, desk, given, rita } from './given.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const later = (ms: number): Date => new Date(at.getTime() + ms)

const resolved = (resolution: Resolution = 'answered'): TicketEvent => ({
  type: 'TicketResolved',
  by: resolution === 'answered' ? ada.id : null,
  status: 'done',
  resolution,
})
const reopened: TicketEvent = { type: 'TicketReopened', by: rita, status: 'open', stage: 'open' }
const asked: TicketEvent = { type: 'RatingAsked', by: null, scale: 5 }

function then(ticket: Ticket, event: TicketEvent, when: Date): Ticket {
  return apply(ticket, { sequence: ticket.version + 1, occurredAt: when, receivedAt: when, event })
}

/** The demo desk with another rule. */
const ruled = (rule: Partial<NonNullable<Desk['rating']>>): Desk => ({
  ...desk,
  ...(desk.rating && { rating: { ...desk.rating, ...rule } }),
})

const answered = { askedAt: at.toISOString(), at: later(MINUTE) }

describe('when the requester is asked', () => {
  it('minutes after it was resolved, and not while it is open', () => {
    expect(ratingDue(desk, given())).toBeNull()
    expect(ratingDue(desk, given(resolved()))).toEqual(later(2 * MINUTE))
    expect(askForRating(given(resolved()), desk, later(2 * MINUTE - 1))).toEqual([])
    expect(askForRating(given(resolved()), desk, later(2 * MINUTE))).toEqual([asked])
  })

  it('not where it was nothing to answer', () => {
    const statuses = desk.statuses.map((status) => (status.id === 'done' ? { ...status, counted: false } : status))
    expect(ratingDue({ ...desk, statuses }, given(resolved()))).toBeNull()
    expect(askForRating(given(resolved()), { ...desk, statuses }, later(DAY))).toEqual([])
  })

  it('not where it was opened again, and anew where it was resolved again', () => {
    expect(ratingDue(desk, given(resolved(), reopened))).toBeNull()
    expect(ratingDue(desk, given(resolved(), asked, reopened))).toBeNull()
    expect(ratingDue(desk, given(resolved(), asked, reopened, resolved()))).toEqual(later(2 * MINUTE))
  })

  it('not again about what they rated before they had it opened again: the score stays', () => {
    const rated: TicketEvent = { type: 'TicketRated', by: rita, score: 1, scale: 5 }
    const open = given(resolved(), asked, rated, reopened)
    expect(open.rating).toMatchObject({ score: 1, ratedAt: at.toISOString() })
    expect(() => rate(open, desk, rita, 5, answered)).toThrow('button-is-stale')
    const again = given(resolved(), asked, rated, reopened, resolved())
    expect(again.rating).toMatchObject({ score: 1 })
    expect(ratingDue(desk, again)).toBeNull()
    expect(rate(again, desk, rita, 4, answered)).toEqual([{ type: 'TicketRated', by: rita, score: 4, scale: 5 }])
  })

  it.each(['closed-by-silence', 'cancelled-by-silence'] as const)('after %s only where the desk says so', (how) => {
    expect(ratingDue(desk, given(resolved(how)))).toBeNull()
    expect(ratingDue(ruled({ onAutomaticClose: true }), given(resolved(how)))).toEqual(later(2 * MINUTE))
  })

  it('never by a desk without the question, or whose requesters may not rate', () => {
    const { rating: _none, ...mute } = desk
    expect(ratingDue(mute, given(resolved()))).toBeNull()
    const roles = desk.roles.map((role) => ({ ...role, may: role.may.filter((act) => act !== 'rate') }))
    expect(ratingDue({ ...desk, roles }, given(resolved()))).toBeNull()
  })

  it('not about what was closed long ago, before anybody was asked', () => {
    const closed = then(given(resolved()), { type: 'TicketClosed', by: null, status: 'closed' }, later(7 * DAY))
    expect(ratingDue(desk, closed)).toBeNull()
    expect(ratingDue(ruled({ after: 'P8D' }), closed)).toEqual(later(8 * DAY))
  })

  it('once more a day later at most, not after they rated, and not after the end', () => {
    const waits = given(resolved(), asked)
    expect(ratingDue(desk, waits)).toEqual(later(DAY))
    expect(askForRating(waits, desk, later(DAY))).toEqual([{ type: 'RatingReminded', by: null }])
    expect(ratingDue(desk, given(resolved(), asked, { type: 'RatingReminded', by: null }))).toBeNull()
    expect(ratingDue(desk, given(resolved(), asked, { type: 'TicketRated', by: rita, score: 1, scale: 5 }))).toBeNull()
    expect(ratingDue(ruled({ remind: 0 }), waits)).toBeNull()
    expect(ratingDue(ruled({ expires: 'P1D' }), waits)).toBeNull()
  })

  it('after an outage longer than the asking lasts nobody is reminded, and it is not due for ever', () => {
    const waits = given(resolved(), asked)
    expect(askForRating(waits, desk, later(7 * DAY))).toEqual([{ type: 'RatingLapsed', by: null }])
    expect(ratingDue(desk, given(resolved(), asked, { type: 'RatingLapsed', by: null }))).toBeNull()
  })
})

describe('what the requester answers', () => {
  const waits = given(resolved(), asked)

  it('is a score of the scale; the same again is nothing, another one replaces it', () => {
    expect(rate(waits, desk, rita, 4, answered)).toEqual([{ type: 'TicketRated', by: rita, score: 4, scale: 5 }])
    const rated = given(resolved(), asked, { type: 'TicketRated', by: rita, score: 4, scale: 5 })
    expect(rate(rated, desk, rita, 4, answered)).toEqual([])
    expect(rate(rated, desk, rita, 2, answered)).toEqual([{ type: 'TicketRated', by: rita, score: 2, scale: 5 }])
    for (const none of [0, 6, 1.5, Number.NaN]) expect(() => rate(waits, desk, rita, none, answered)).toThrow('stale')
  })

  it('counts only from whom was asked, about what was asked, and until the end', () => {
    expect(() => rate(waits, desk, ada.id, 1, answered)).toThrow('only-the-requester-rates')
    expect(() => rate(waits, desk, rita, 5, { ...answered, askedAt: later(1).toISOString() })).toThrow('stale')
    expect(() => rate(given(resolved(), asked, reopened), desk, rita, 5, answered)).toThrow('button-is-stale')
    expect(rate(waits, desk, rita, 5, { ...answered, at: later(7 * DAY - 1) })).toHaveLength(1)
    expect(() => rate(waits, desk, rita, 5, { ...answered, at: later(7 * DAY) })).toThrow('rating-is-over')
  })

  it('still counts when the ticket was closed meanwhile', () => {
    const closed = then(waits, { type: 'TicketClosed', by: null, status: 'closed' }, later(DAY))
    expect(rate(closed, desk, rita, 5, answered)).toHaveLength(1)
  })

  it('may have a comment, which never reopens; not before a score, and not where the desk wants none', () => {
    const rated = given(resolved(), asked, { type: 'TicketRated', by: rita, score: 4, scale: 5 })
    const said = commentRating(rated, desk, rita, 'm1', answered)
    expect(said).toEqual([{ type: 'RatingCommented', by: rita, message: 'm1' }])
    expect(given(resolved(), asked, { type: 'TicketRated', by: rita, score: 4, scale: 5 }, ...said).stage).toBe(
      'resolved',
    )
    expect(() => commentRating(waits, desk, rita, 'm1', answered)).toThrow('button-is-stale')
    expect(() => commentRating(rated, ruled({ comment: false }), rita, 'm1', answered)).toThrow('button-is-stale')
    expect(() => commentRating(rated, desk, ada.id, 'm1', answered)).toThrow('only-the-requester-rates')
  })
})
