import { describe, expect, it } from 'vitest'
import { CsvFault, rowsOf } from '../../src/domain/csv.ts'
import { offeredTo } from '../../src/domain/desk/questions.ts'
import {
  asDomain,
  belonging,
  colleagueMay,
  domainOf,
  isLiveInvitation,
  isPublicDomain,
  type Membership,
  planOf,
  type Rule,
} from '../../src/domain/organisation.ts'
import { wantedIn } from '../../src/domain/organisation-table.ts'
import { orderOf } from '../../src/intake/organisation/order.ts'

const rule = (kind: Rule['kind'], value: string, organisationId = 'acme', deskId = 'demo'): Rule => ({
  deskId,
  organisationId,
  kind,
  value,
})
const member = (via: Membership['via'], value: string | null): Membership => ({
  deskId: 'demo',
  organisationId: 'acme',
  via,
  value,
})
const known = { workspace: 'T1', domain: 'acme.example', channel: 'C1', worksFor: [] }

describe('who belongs where', () => {
  it('a workspace says more than an e-mail, an e-mail more than a channel; each desk has its own', () => {
    const rules = [
      rule('channel', 'C1', 'by-channel'),
      rule('domain', 'acme.example', 'by-domain'),
      rule('workspace', 'T1', 'by-workspace'),
      rule('domain', 'acme.example', 'elsewhere', 'other'),
    ]
    expect(belonging(rules, [], known)).toEqual({
      join: [
        { deskId: 'demo', organisationId: 'by-workspace', via: 'workspace', value: 'T1' },
        { deskId: 'other', organisationId: 'elsewhere', via: 'profile-email', value: 'acme.example' },
      ],
      leave: [],
    })
  })

  it('whoever belongs somewhere stays, whatever the rules say of them now', () => {
    for (const via of ['invitation', 'agent', 'confirmed-email', 'channel'] as const)
      expect(belonging([rule('workspace', 'T1', 'globex')], [member(via, null)], known)).toEqual({
        join: [],
        leave: [],
      })
  })

  it('who came by a workspace or an e-mail that is theirs no more is out, and in where they are now', () => {
    const moved = belonging([rule('workspace', 'T1', 'globex')], [member('workspace', 'T0')], known)
    expect(moved.leave).toEqual(['demo'])
    expect(moved.join).toMatchObject([{ organisationId: 'globex' }])
    const renamed = [member('profile-email', 'old.example')]
    expect(belonging([], renamed, known).leave).toEqual(['demo'])
    expect(belonging([], renamed, { ...known, domain: undefined }).leave).toEqual(['demo'])
  })

  it('while the platform does not answer nobody loses what they have', () => {
    const silent = { worksFor: [] }
    for (const via of ['workspace', 'profile-email'] as const)
      expect(belonging([], [member(via, 'x')], silent)).toEqual({ join: [], leave: [] })
  })

  it('whoever works for the desk is no customer by a channel', () => {
    expect(belonging([rule('channel', 'C1')], [], { ...known, worksFor: ['demo'] }).join).toEqual([])
  })
})

it.each([
  ['Rita@Acme.Example ', 'acme.example'],
  ['rita@xn--nxasmq6b.example', 'xn--nxasmq6b.example'],
  ['rita@пример.рф', 'пример.рф'],
  ['rita@acme', undefined],
  ['rita@@acme.example', undefined],
  ['rita@acme.example, boss@globex.example', undefined],
  ['<rita@acme.example>', undefined],
  ['@acme.example', undefined],
  [`rita@${'a'.repeat(64)}.example`, undefined],
])('the domain of %s is %s', (email, domain) => expect(domainOf(email)).toBe(domain))

it('domains are compared as they are kept; of some anybody has an address', () => {
  expect(asDomain('@ACME.Example.')).toBe('acme.example')
  expect(['gmail.com', 'mail.ru', 'yandex.ru'].map(isPublicDomain)).toEqual([true, true, true])
  expect(['acme.com', 'notgmail.com', 'gmail.com.acme.example'].map(isPublicDomain)).toEqual([false, false, false])
})

it('a link in ends with its time, its last use, or a word', () => {
  const at = new Date('2026-01-10T00:00:00Z')
  const live = {
    id: '',
    organisationId: '',
    createdAt: at,
    expiresAt: new Date(at.getTime() + 1),
    mostUses: 2,
    uses: 1,
    revokedAt: null,
  }
  expect(isLiveInvitation(live, at)).toBe(true)
  expect(isLiveInvitation({ ...live, expiresAt: at }, at)).toBe(false)
  expect(isLiveInvitation({ ...live, uses: 2 }, at)).toBe(false)
  expect(isLiveInvitation({ ...live, revokedAt: at }, at)).toBe(false)
})

describe('what a colleague may', () => {
  const ticket = { organisationId: 'acme', privateTo: null }
  const may = (organisations: { seeAll: boolean; write: boolean }, shared = false, of = ticket, mine = 'acme') =>
    colleagueMay({ organisations: { required: false, share: true, ...organisations } }, of, { id: mine }, shared)
  it.each([
    [{ seeAll: false, write: false }, false, 'nothing'],
    [{ seeAll: true, write: false }, false, 'see'],
    [{ seeAll: true, write: true }, false, 'write'],
    [{ seeAll: false, write: false }, true, 'write'],
  ] as const)('%o, shared %s: %s', (organisations, shared, expected) =>
    expect(may(organisations, shared)).toBe(expected),
  )
  it('is nothing in another organisation’s, in nobody’s, in a private one', () => {
    const all = { seeAll: true, write: true }
    expect(may(all, true, ticket, 'globex')).toBe('nothing')
    expect(colleagueMay({ organisations: { required: true, share: true, ...all } }, ticket, undefined, true)).toBe(
      'nothing',
    )
    expect(
      colleagueMay(
        { organisations: { required: true, share: true, ...all } },
        { organisationId: null, privateTo: null },
        { id: 'acme' },
        true,
      ),
    ).toBe('nothing')
    expect(
      colleagueMay(
        { organisations: { required: true, share: true, ...all } },
        { ...ticket, privateTo: ['ada'] },
        { id: 'acme' },
        true,
      ),
    ).toBe('nothing')
  })
})

describe('plans', () => {
  const desk = {
    defaultPlan: 'basic',
    plans: {
      gold: { calendar: 'always', targets: {} },
      basic: { calendar: 'always', targets: { normal: { firstResponse: 'PT1H' }, low: {} } },
    },
    priorities: ['urgent', 'normal', 'low'].map((id) => ({ id, label: { en: id }, default: id === 'normal' })),
  }
  it('an organisation’s counts where the desk has it', () => {
    expect([planOf(desk, { plan: 'gold' }), planOf(desk, { plan: null }), planOf(desk, undefined)]).toEqual([
      'gold',
      'basic',
      'basic',
    ])
    expect([planOf(desk, { plan: 'toString' }), planOf(desk, { plan: 'gone' })]).toEqual(['basic', 'basic'])
  })
  it('a priority without a target is not offered; a plan without any target offers all, and one that is gone, too', () => {
    const ids = (plan: string) => offeredTo(desk, plan).map(({ id }) => id)
    expect(ids('basic')).toEqual(['normal', 'low'])
    expect(ids('gold')).toEqual(['urgent', 'normal', 'low'])
    expect([ids('gone'), ids('constructor')]).toEqual([ids('gold'), ids('gold')])
  })
})

it.each([
  ['', { do: 'list' }],
  ['list', { do: 'list' }],
  ['add Acme', { do: 'add', name: 'Acme', plan: undefined }],
  ['add Acme Inc gold', { do: 'add', name: 'Acme Inc', plan: 'gold' }],
  ['add Acme Inc plan gold', { do: 'add', name: 'Acme Inc', plan: 'gold' }],
  ['add “Acme  Inc” gold', { do: 'add', name: 'Acme Inc', plan: 'gold' }],
  ['add gold', { do: 'add', name: 'gold', plan: undefined }],
  ['plan Acme Inc gold', { do: 'plan', name: 'Acme Inc', plan: 'gold' }],
  ['plan gold', { do: 'how' }],
  ['DOMAIN Acme Inc acme.example', { do: 'rule', kind: 'domain', name: 'Acme Inc', value: 'acme.example' }],
  ['invite Acme 3', { do: 'invite', name: 'Acme', days: 3, people: undefined }],
  ['invite Acme 2000 30 20', { do: 'invite', name: 'Acme 2000', days: 30, people: 20 }],
  ['invite 42', { do: 'invite', name: '42', days: undefined, people: undefined }],
  ['remove domain acme.example', { do: 'remove-rule', kind: 'domain', value: 'acme.example' }],
  ['remove person @kim', { do: 'remove-person', whom: '@kim' }],
  ['remove Acme Inc', { do: 'remove', name: 'Acme Inc' }],
  ['frobnicate', { do: 'how' }],
])('/desk org %s', (words, order) => expect(orderOf(words, ['gold', 'basic'])).toEqual(order))

describe('a table', () => {
  it('is read as spreadsheets save it, with the line each row begins in', () => {
    expect(rowsOf('\uFEFFa,b\r\n"1, ""one""",2\n\n"two\nlines",x\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1, "one"', '2'] },
      { line: 4, cells: ['two\nlines', 'x'] },
    ])
    expect(rowsOf('a;b\n1,5;2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '2'] },
    ])
    expect(rowsOf('a\n"""x""",""')).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['"x"', ''] },
    ])
    expect(() => rowsOf('a\n\n"never closed\n')).toThrow(CsvFault)
  })

  it('of organisations tells every fault with its line', () => {
    const plans = new Map([
      ['demo', ['gold']],
      ['other', ['basic']],
    ])
    const faults = (text: string) => wantedIn(text, plans).faults.map(({ line, reason }) => `${line} ${reason}`)
    expect(faults('name,colour\n')).toEqual(['1 unknown-column'])
    expect(faults('plan\n')).toEqual(['1 no-column'])
    expect(
      faults('name,desk,plan\nAcme,,\nAcme,nowhere,\n,demo,\nAcme,demo,basic\nACME,demo,gold,x\n"Acme,demo'),
    ).toEqual(['7 quote'])
    expect(faults('name,desk,plan\nAcme,,\nAcme,nowhere,\n,demo,\nAcme,demo,basic\nACME,demo,gold,x')).toEqual([
      '2 which-desk',
      '3 no-desk',
      '4 no-name',
      '5 no-plan',
      '6 cells',
      '6 twice',
    ])
  })
})
