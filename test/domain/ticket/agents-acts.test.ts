import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../src/domain/desk/desk.ts'
import type { Actor } from '../../../src/domain/person.ts'
import { Refusal } from '../../../src/domain/refusal.ts'
import { assignByTurn, take, unassign } from '../../../src/domain/ticket/assign.ts'
import { blockRequester, keepWords, unblockRequester } from '../../../src/domain/ticket/block.ts'
import { changeRequester } from '../../../src/domain/ticket/change-requester.ts'
import { categorise, retype } from '../../../src/domain/ticket/classify.ts'
import { insiders, mayEnter } from '../../../src/domain/ticket/enter.ts'
import { inTurn } from '../../../src/domain/ticket/in-turn.ts'
import { followRouting, moveChannel, moveDesk } from '../../../src/domain/ticket/move-place.ts'
import { rename } from '../../../src/domain/ticket/rename.ts'
import { replyAsAgent, replyAsRequester } from '../../../src/domain/ticket/reply.ts'
import { resolve } from '../../../src/domain/ticket/resolve.ts'
import { shareWith } from '../../../src/domain/ticket/share.ts'
import { snooze, wake } from '../../../src/domain/ticket/snooze.ts'
import { tag, untag } from '../../../src/domain/ticket/tag.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { ada, at, bo, desk, given, happened, rita } from './given.ts'

const later = new Date(at.getTime() + 3_600_000)
const lena: Actor = { id: 'lena', name: 'Lena', roles: ['lead', 'requester'] }
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type)
const refused = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.reason
  }
  throw new Error('nothing was refused')
}

describe('what a ticket is', () => {
  it('is said again: subject, type and category', () => {
    const ticket = happened(given(), [
      ...rename(given(), ada.id, 'Printer on fire'),
      ...retype(given(), desk, ada.id, 'bug'),
      ...categorise(given(), desk, ada.id, 'finance'),
    ])
    expect(ticket).toMatchObject({ subject: 'Printer on fire', type: 'bug', category: 'finance' })
    expect(happened(ticket, categorise(ticket, desk, ada.id, null)).category).toBeNull()
  })

  it('only as the desk knows it', () => {
    expect(refused(() => retype(given(), desk, ada.id, 'nothing'))).toBe('no-such-type')
    expect(refused(() => categorise(given(), desk, ada.id, 'nothing'))).toBe('no-such-category')
  })

  it('said as it is already is no event', () => {
    expect(rename(given(), ada.id, 'Printer')).toEqual([])
    expect(rename(given(), ada.id, '')).toEqual([])
    expect(retype(given(), desk, ada.id, 'question')).toEqual([])
    expect(categorise(given(), desk, ada.id, null)).toEqual([])
  })
})

describe('another requester', () => {
  it('brings their organisation and its plan', () => {
    const changed = changeRequester(given(), desk, ada.id, 'kim', { id: 'acme', plan: 'gold' })
    expect(happened(given(), changed)).toMatchObject({ requesterId: 'kim', organisationId: 'acme', plan: 'gold' })
    const nobodys = changeRequester(given(), desk, ada.id, 'kim', undefined)
    expect(happened(given(), nobodys)).toMatchObject({ organisationId: null, plan: desk.defaultPlan })
    expect(changeRequester(given(), desk, ada.id, rita, undefined)).toEqual([])
  })
})

describe('where a ticket belongs', () => {
  const finance = desk.routing[0]?.to ?? ''

  it('follows the routing when its category changes, and goes where an agent says', () => {
    const before = given()
    const ticket = happened(before, categorise(before, desk, ada.id, 'finance'))
    const there = happened(ticket, followRouting(before, ticket, desk, ada.id))
    expect(there.triage.chat).toBe(finance)
    expect(followRouting(there, there, desk, ada.id)).toEqual([])
    expect(happened(there, moveChannel(there, desk, ada.id, desk.triage)).triage).toEqual(desk.triage)
    const foreign = { platform: 'slack', chat: 'C0ELSE' } as const
    expect(refused(() => moveChannel(there, desk, ada.id, foreign))).toBe('no-such-channel')
  })

  it('follows a tag that a route names, there and back; a closed one stays', () => {
    const routed: Desk = { ...desk, routing: [{ when: { tag: ['vip'] }, to: finance }] }
    const before = given()
    const tagged = happened(before, tag(before, ada.id, ['vip', 'late']))
    const there = happened(tagged, followRouting(before, tagged, routed, ada.id))
    expect(there.triage.chat).toBe(finance)
    const plain = happened(there, untag(there, ada.id, ['vip']))
    const back = followRouting(there, plain, routed, ada.id)
    expect(back).toMatchObject([{ type: 'ChannelMoved', to: desk.triage }])
    expect(followRouting(before, { ...tagged, stage: 'closed' }, routed, ada.id)).toEqual([])
  })

  const billing: Desk = {
    ...desk,
    desk: 'billing',
    triage: { platform: 'slack', chat: 'C0BILLS' },
    routing: [],
    categories: [],
    types: [{ id: 'bill', label: { en: 'Bill' }, hints: {}, asks: [], fields: [], agentFields: [] }],
    plans: { other: { calendar: 'always', targets: {} } },
    defaultPlan: 'other',
  }

  it('on another desk means what that desk knows; the key and what was answered stay', () => {
    const open = happened(given(), [
      ...take(given(), desk, ada, undefined),
      ...categorise(given(), desk, ada.id, 'technical'),
    ])
    const moved = happened(open, moveDesk(open, billing, bo.id, { takesAlong: true }))
    expect(moved).toMatchObject({
      deskId: 'billing',
      key: 'DEMO-1',
      type: 'bill',
      category: null,
      stage: 'open',
      status: 'open',
      plan: 'other',
      triage: billing.triage,
      assigneeId: null,
    })
    const along = happened(open, moveDesk(open, billing, ada.id, { takesAlong: true }))
    expect(along.assigneeId).toBe('ada')
    expect(moveDesk(moved, billing, ada.id, { takesAlong: false })).toEqual([])
  })

  it('a private one goes to another desk only where one of those inside works there, too', () => {
    const shut = happened(given(), shareWith(given(), ada, ['bo']))
    const moves = (ticket: Ticket, workThere: string[], takesAlong = false) =>
      moveDesk(ticket, billing, bo.id, { takesAlong, workThere })
    expect(refused(() => moves(shut, []))).toBe('move-of-private')
    expect(refused(() => moves(shut, ['lena']))).toBe('move-of-private')
    expect(happened(shut, moves(shut, ['bo'])).privateTo).toEqual(['ada', 'bo'])
    // Whoever has it is inside only while they have it.
    const lenas = happened(shut, assignByTurn(shut, 'lena'))
    expect(refused(() => moves(lenas, ['lena']))).toBe('move-of-private')
    expect(happened(given(), moves(given(), [])).deskId).toBe('billing')
  })
})

describe('snoozed', () => {
  const asleep = () => happened(given(), snooze(given(), ada.id, later, at))

  it('it keeps its stage, and wakes once', () => {
    expect(asleep()).toMatchObject({ stage: 'new', snoozedUntil: later })
    const awake = happened(asleep(), wake(asleep(), null, 'due'))
    expect(awake.snoozedUntil).toBeNull()
    expect(wake(awake, null, 'due')).toEqual([])
  })

  it('its requester’s word wakes it; an agent’s does not', () => {
    expect(types(replyAsRequester(asleep(), desk, rita, 'm1'))).toEqual(['RequesterReplied', 'Woken'])
    expect(happened(asleep(), replyAsAgent(asleep(), desk, ada, 'm1')).snoozedUntil).toEqual(later)
  })

  it('also where it was solved first: it is open again, and in sight', () => {
    const solved = happened(given(), resolve(given(), desk, ada.id, 'answered'))
    const put = happened(solved, snooze(solved, ada.id, later, at))
    const back = happened(put, replyAsRequester(put, desk, rita, 'm1'))
    expect(back).toMatchObject({ stage: 'open', snoozedUntil: null })
  })

  it('solved is nothing to wake for', () => {
    expect(happened(asleep(), resolve(asleep(), desk, ada.id, 'answered')).snoozedUntil).toBeNull()
  })

  it('until an hour that is past is refused; until the same hour is no event', () => {
    expect(refused(() => snooze(given(), ada.id, at, at))).toBe('snooze-is-past')
    expect(snooze(asleep(), bo.id, later, at)).toEqual([])
  })
})

describe('private', () => {
  const shared = () => happened(given(), shareWith(given(), ada, ['bo']))

  it('is for those named, who named them, the assignee and the lead', () => {
    const ticket = shared()
    expect(ticket.privateTo).toEqual(['ada', 'bo'])
    const cara: Actor = { id: 'cara', name: 'Cara', roles: ['agent', 'requester'] }
    expect([ada, bo, lena, cara].map((by) => mayEnter(ticket, desk, by))).toEqual([true, true, true, false])
    const hers = { ...ticket, assigneeId: 'cara' }
    expect(mayEnter(hers, desk, cara)).toBe(true)
    expect(insiders(hers)).toEqual(['ada', 'bo', 'cara'])
  })

  it('is over when nobody is named; saying either twice is no event', () => {
    expect(shareWith(shared(), bo, ['ada'])).toEqual([])
    const all = happened(shared(), shareWith(shared(), bo, []))
    expect(all.privateTo).toBeNull()
    expect(insiders(all)).toEqual([])
    expect(shareWith(all, bo, [])).toEqual([])
    expect(mayEnter(all, desk, { ...bo, id: 'anybody' })).toBe(true)
  })
})

describe('a blocked requester', () => {
  it('changes nothing by what they write', () => {
    const resolved = happened(given(), resolve(given(), desk, ada.id, 'answered'))
    const kept = happened(resolved, [...blockRequester(resolved, ada.id), ...keepWords(rita, 'm1')])
    expect({ ...kept, version: 0 }).toEqual({ ...resolved, version: 0 })
    expect(unblockRequester(kept, ada.id)).toEqual([{ type: 'RequesterUnblocked', by: 'ada', person: rita }])
  })
})

describe('given by turn, and left', () => {
  it('a new ticket comes to somebody and stays new; one that somebody has does not', () => {
    const turn = happened(given(), assignByTurn(given(), 'bo'))
    expect(turn).toMatchObject({ assigneeId: 'bo', stage: 'new' })
    expect(assignByTurn(turn, 'ada')).toEqual([])
  })

  it('who leaves has it no more, but what they solved stays theirs', () => {
    const turn = happened(given(), assignByTurn(given(), 'bo'))
    expect(happened(turn, unassign(turn, 'bo', 'left')).assigneeId).toBeNull()
    expect(unassign(turn, 'ada', 'left')).toEqual([])
    const solved = happened(turn, resolve(turn, desk, bo.id, 'answered'))
    expect(unassign(solved, 'bo', 'left')).toEqual([])
  })
})

it('a closed ticket refuses all of it', () => {
  const closed: Ticket = { ...given(), stage: 'closed', status: 'closed' }
  const acts = [
    () => rename(closed, ada.id, 'x'),
    () => retype(closed, desk, ada.id, 'bug'),
    () => categorise(closed, desk, ada.id, 'finance'),
    () => changeRequester(closed, desk, ada.id, 'kim', undefined),
    () => moveChannel(closed, desk, ada.id, desk.triage),
    () => moveDesk(closed, { ...desk, desk: 'other' }, ada.id, { takesAlong: false }),
    () => snooze(closed, ada.id, later, at),
    () => shareWith(closed, ada, ['bo']),
  ]
  expect(acts.map(refused)).toEqual(acts.map(() => 'ticket-is-closed'))
})

it('acts in turn see what those before them did, and together make what they make one by one (law)', () => {
  const step = fc.constantFrom<(now: Readonly<Ticket>) => ReturnType<typeof rename>>(
    (now) => rename(now, ada.id, `${now.subject}!`),
    (now) => categorise(now, desk, ada.id, now.category === null ? 'finance' : null),
    (now) => snooze(now, ada.id, later, at),
    (now) => wake(now, ada.id, 'agent'),
    (now) => shareWith(now, ada, now.privateTo === null ? ['bo'] : []),
    (now) => assignByTurn(now, 'bo'),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const oneByOne = steps.reduce((now, one) => happened(now, one(now)), given())
      expect(happened(given(), inTurn(given(), at, steps))).toEqual(oneByOne)
    }),
  )
})
