import { describe, expect, it } from 'vitest'
import { acts } from '../../src/domain/desk/act.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { mayDo } from '../../src/domain/desk/questions.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { replay } from '../../src/domain/ticket/apply.ts'
import { moveTo } from '../../src/domain/ticket/move.ts'
import { open } from '../../src/domain/ticket/open.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { shippedDesk } from '../support/demo.ts'

/* Role × act × desk, and role × transition × desk: by hand beside the desk files, so that a slip of the pen shows here. */

const names = ['smarttalk', 'smartplayer', 'saas-helpdesk', 'mutelab', 'kubit', 'demo'] as const
type Name = (typeof names)[number]
const desks = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, (await shippedDesk(name))[0]] as const)),
)
function deskOf(name: Name): Desk {
  const desk = desks[name]
  if (!desk) throw new Error(name)
  return desk
}

const letters: Record<string, string> = {
  agent: 'a',
  developer: 'd',
  qa: 'q',
  'product-owner': 'o',
  lead: 'l',
  requester: 'r',
}

/** Who may: a letter each. An act without a row here does not compile. In the order of `names`. */
const rights: Record<(typeof acts)[number], readonly [string, string, string, string, string, string]> = {
  open: ['or', 'lr', 'lr', 'lr', 'lr', 'lr'],
  reply: ['adqor', 'alr', 'alr', 'alr', 'alr', 'alr'],
  note: ['adqo', 'al', 'al', 'al', 'al', 'al'],
  take: ['adqo', 'al', 'al', 'al', 'al', 'al'],
  assign: ['ado', 'al', 'al', 'al', 'al', 'al'],
  triage: ['adqo', 'al', 'al', 'al', 'al', 'al'],
  move: ['adqo', 'al', 'al', 'al', 'al', 'al'],
  tag: ['ao', 'al', 'al', 'al', 'al', 'al'],
  merge: ['ao', 'al', 'al', 'al', 'al', 'al'],
  link: ['ado', 'al', 'al', 'al', 'al', 'al'],
  resolve: ['aqor', 'alr', 'alr', 'al', 'alr', 'alr'],
  reopen: ['aqor', 'alr', 'alr', 'alr', 'alr', 'alr'],
  rate: ['or', 'lr', 'lr', 'lr', 'lr', 'lr'],
  watch: ['adqor', 'alr', 'alr', 'alr', 'alr', 'alr'],
  share: ['ao', 'alr', 'al', 'al', 'alr', 'alr'],
  private: ['ao', 'al', 'al', 'al', 'al', 'al'],
  block: ['ao', 'al', 'al', 'al', 'al', 'al'],
  report: ['ao', 'al', 'al', 'al', 'al', 'al'],
  organisation: ['ao', 'al', 'al', 'al', 'al', 'al'],
}

describe.each([...names.entries()])('%s %s', (index, name) => {
  const roles = [...new Set(Object.values(rights).flatMap((row) => (row[index] ?? '').split('')))]
  it('has these roles and no other', () => {
    expect(
      deskOf(name)
        .roles.map(({ id }) => letters[id] ?? id)
        .toSorted(),
    ).toEqual(roles.toSorted())
  })
  it.each(acts)('%s is for these roles alone', (act) => {
    const desk = deskOf(name)
    const may = desk.roles.filter(({ id }) => mayDo(desk, id === 'requester' ? [id] : [id, 'requester'], act))
    expect(may.map(({ id }) => letters[id] ?? id).toSorted()).toEqual((rights[act][index] ?? '').split('').toSorted())
  })
})

/**
 * `from to who needs`: the ways there are, and what must be said first. A desk not named lets whoever may move go
 * anywhere. `waiting-other` of smarttalk is built in, and no way of the file leads from it: whoever may move begins anew.
 */
const ways: Partial<Record<Name, string>> = {
  smarttalk: `
    reported classified ao severity,category
    reported waiting ao
    reported resolved ao
    verifying classified ao severity,category
    verifying waiting ao
    verifying investigating ado severity,category
    verifying resolved ao
    classified waiting ao
    classified hotfix ao
    classified bugfix ao planned
    hotfix investigating do
    bugfix hotfix ao
    bugfix investigating do
    investigating waiting ado
    investigating testing do cause
    testing investigating qo
    testing resolved qo severity-confirmed
    waiting verifying ao
    waiting investigating ado
    waiting-other verifying adqo`,
  mutelab: `
    new in-progress al
    new go-ahead al prepaid
    new pending al
    new feedback al
    new resolved al
    in-progress go-ahead al prepaid
    in-progress tested al
    in-progress pending al
    in-progress feedback al
    in-progress resolved al
    go-ahead in-progress al
    go-ahead tested al
    go-ahead pending al
    go-ahead feedback al
    go-ahead resolved al
    tested in-progress al
    tested go-ahead al prepaid
    tested pending al
    tested feedback al
    tested resolved al
    pending in-progress al
    pending go-ahead al prepaid
    pending feedback al
    pending resolved al
    feedback in-progress al
    feedback go-ahead al prepaid
    feedback pending al
    feedback resolved al
    resolved in-progress al`,
}

const said = { severity: 's1', planned: '2027-Q1', cause: 'x', 'severity-confirmed': 'yes', prepaid: 'yes' }

/** What becomes of a move by somebody of this role, of a ticket in this status. */
function moved(desk: Desk, role: string, from: string, to: string, ticket: Partial<Ticket>): string {
  const events = open(desk, {
    id: 't',
    key: 'T-1',
    by: 'r',
    requesterId: 'r',
    subject: 's',
    ticketType: desk.types[0].id,
    fields: {},
  })
  const at = new Date(0)
  const opened = replay(events.map((event, index) => ({ sequence: index + 1, occurredAt: at, receivedAt: at, event })))
  const stage = desk.statuses.find(({ id }) => id === from)?.stage
  if (!opened || !stage) throw new Error(from)
  const by = { id: role, name: role, roles: role === 'requester' ? [role] : [role, 'requester'] }
  try {
    moveTo({ ...opened, ...ticket, status: from, stage }, desk, by, to)
    return 'moved'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.reason
  }
}

describe.each(names)('every transition of %s, by every role', (name) => {
  it('is for whom the table names, once what it needs is said', () => {
    const desk = deskOf(name)
    const table = ways[name]
      ?.trim()
      .split('\n')
      .map((line) => line.trim().split(' '))
    for (const { id: role } of desk.roles) {
      for (const from of desk.statuses.filter(({ stage }) => stage !== 'closed')) {
        for (const to of desk.statuses.filter(({ id }) => id !== from.id)) {
          const way = table?.find(([one, other]) => one === from.id && other === to.id)
          const whose = table ? (way?.[2] ?? '') : (rights.move[names.indexOf(name)] ?? '')
          const may = to.stage !== 'closed' && whose.includes(letters[role] ?? '?')
          const needs = way?.[3] !== undefined
          const bare = moved(desk, role, from.id, to.id, { fields: {}, category: null })
          const told = moved(desk, role, from.id, to.id, { fields: said, category: desk.categories[0]?.id ?? null })
          const expected = may
            ? [needs ? 'transition-needs' : 'moved', 'moved']
            : ['transition-not-allowed', 'transition-not-allowed']
          expect([role, from.id, to.id, bare, told]).toEqual([role, from.id, to.id, ...expected])
        }
      }
    }
  })
})

it('mutelab: prepayment that is said not to be in is none', () => {
  const fields = { ...said, prepaid: 'no' }
  expect(moved(deskOf('mutelab'), 'lead', 'new', 'go-ahead', { type: 'paid', fields })).toBe('transition-needs')
})
