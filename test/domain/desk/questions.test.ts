import { describe, expect, test } from 'vitest'
import {
  categoryOf,
  defaultPriority,
  deskOfChannel,
  firstStatus,
  groupsOf,
  isAgent,
  label,
  languageFor,
  type Membership,
  mayDo,
  priorityOf,
  rolesOf,
  routeOf,
  statusesOfStage,
  statusOf,
  transitionAllowed,
  triageChannels,
  typeOf,
} from '../../../src/domain/desk/questions.ts'
import { exampleDesk } from './example.ts'

const desk = exampleDesk({
  roles: {
    agent: {
      who: { slackGroup: 'S0AGENTS', slackMembersOf: ['C0TRIAGE'], slack: ['U0ADA'], telegram: [7101] },
      may: ['take', 'reply', 'move', 'to:waiting'],
    },
    approver: { who: { slack: ['U0BO'] }, may: ['to:done'] },
    lead: { who: { slack: ['U0LEAD'] }, may: ['*'] },
  },
  transitions: undefined,
})

function on(
  platform: 'slack' | 'telegram',
  id: string,
  kind: Membership['kind'] = 'member',
  groups: string[] = [],
): Membership {
  return { platform, id, kind, groups: new Set(groups) }
}

describe('who is an agent', () => {
  test.each([
    ['Ada by name', [on('slack', 'U0ADA')], ['agent', 'requester']],
    ['Bo, who approves', [on('slack', 'U0BO')], ['approver', 'requester']],
    ['Bo in the user group as well', [on('slack', 'U0BO', 'member', ['S0AGENTS'])], ['agent', 'approver', 'requester']],
    ['a member of the triage channel', [on('slack', 'U0NEW', 'member', ['C0TRIAGE'])], ['agent', 'requester']],
    ['Ada on Telegram', [on('telegram', '7101')], ['agent', 'requester']],
    ['Lena', [on('slack', 'U0LEAD')], ['lead', 'requester']],
    ['Rita, who asks', [on('slack', 'U0RITA')], ['requester']],
    ['Cara, whose number is not on the list', [on('telegram', '7001')], ['requester']],
    ['a guest with Ada’s id', [on('slack', 'U0ADA', 'guest')], ['requester']],
    ['Sam of another company in the triage channel', [on('slack', 'U0SAM', 'stranger', ['C0TRIAGE'])], ['requester']],
    ['a bot', [on('slack', 'U0ADA', 'bot')], []],
    ['a Telegram number that looks like a Slack id', [on('telegram', 'U0ADA')], ['requester']],
    ['nobody we know an address of', [], []],
  ])('%s', (_, person, roles) => {
    expect(rolesOf(desk, person)).toEqual(roles)
    expect(isAgent(desk, rolesOf(desk, person))).toBe(roles.some((role) => role !== 'requester'))
  })

  test('a role the desk does not have makes nobody an agent', () => {
    expect(isAgent(desk, ['wizard', 'requester'])).toBe(false)
  })

  test('the groups to ask the platform about are those of the file, each once', () => {
    expect(groupsOf(desk)).toEqual([
      { kind: 'usergroup', id: 'S0AGENTS' },
      { kind: 'channel', id: 'C0TRIAGE' },
    ])
  })
})

describe('who may do what', () => {
  test.each([
    [['agent'], 'take', true],
    [['agent'], 'merge', false],
    [['agent'], 'to:done', true], // move is leave to move anywhere
    [['approver'], 'to:done', true],
    [['approver'], 'to:open', false],
    [['approver'], 'move', false],
    [['lead'], 'merge', true],
    [['lead'], 'to:open', true],
    [['requester'], 'reply', true],
    [['approver', 'requester'], 'reply', false], // a requester's leave is about their own ticket
    [['requester'], 'take', false],
    [['approver', 'agent'], 'take', true],
    [[], 'open', false],
  ] as const)('%j, %s: %s', (roles, act, may) => {
    expect(mayDo(desk, roles, act)).toBe(may)
  })
})

describe('transitions', () => {
  test('without a list, whoever may move may move anywhere', () => {
    expect(transitionAllowed(desk, 'new', 'done', ['agent'], {})).toBe('allowed')
    expect(transitionAllowed(desk, 'new', 'open', ['approver'], {})).toBe('not-allowed')
    expect(transitionAllowed(desk, 'new', 'done', ['requester'], {})).toBe('not-allowed')
  })

  test('with a list, only what it says, by whom it says, once the fields are set', () => {
    const strict = exampleDesk({
      transitions: [
        { from: 'open', to: 'done', by: ['lead'], requires: ['planned', 'version'] },
        { from: 'open', to: 'done', by: ['agent'], requires: ['planned', 'version', 'prepaid'] },
      ],
    })
    expect(transitionAllowed(strict, 'new', 'done', ['lead'], {})).toBe('not-allowed')
    expect(transitionAllowed(strict, 'open', 'done', ['requester'], {})).toBe('not-allowed')
    expect(transitionAllowed(strict, 'open', 'done', ['lead'], { version: '1', planned: '' })).toEqual({
      needs: ['planned'],
    })
    expect(transitionAllowed(strict, 'open', 'done', ['lead'], { version: '1', planned: '2' })).toBe('allowed')
    expect(transitionAllowed(strict, 'open', 'done', ['agent'], { version: '1', planned: '2' })).toEqual({
      needs: ['prepaid'],
    })
    expect(transitionAllowed(strict, 'open', 'done', ['agent', 'lead'], { version: '1', planned: '2' })).toBe('allowed')
    expect(transitionAllowed(strict, 'done', 'done', ['requester'], {})).toBe('allowed')
  })

  test('where no way of the list leads on, whoever may move brings it to where work begins, and no further', () => {
    const strict = exampleDesk({
      transitions: [
        { from: 'open', to: 'waiting', by: ['agent'] },
        { from: 'waiting', to: 'done', by: ['lead'] },
      ],
    })
    // From another desk into a built-in status, or into one that the file has dropped.
    for (const from of ['waiting-other', 'pending']) {
      expect(transitionAllowed(strict, from, 'open', ['agent', 'requester'], {})).toBe('allowed')
      expect(transitionAllowed(strict, from, 'open', ['requester'], {})).toBe('not-allowed')
      // Whoever alone may say that it is done says so still.
      for (const to of ['waiting', 'done'])
        expect(transitionAllowed(strict, from, to, ['agent'], {})).toBe('not-allowed')
    }
    // Where the list leads on, nothing else does; what is over is reopened, not moved.
    expect(transitionAllowed(strict, 'waiting', 'open', ['agent'], {})).toBe('not-allowed')
    expect(transitionAllowed(strict, 'done', 'open', ['agent'], {})).toBe('not-allowed')
  })
})

describe('where a ticket goes', () => {
  const routed = exampleDesk({
    routing: [
      { when: { type: 'bug', os: ['linux', 'macos'] }, to: 'C0UNIX' },
      { when: { category: 'finance' }, to: -1001 },
      { when: { priority: 'urgent' }, to: 'C0NOW' },
      { when: { tag: ['vip', 'board'] }, to: 'C0VIP' },
    ],
  })
  const ticket = { type: 'bug', priority: 'normal', category: null, fields: {} }

  test.each([
    ['a plain one to the desk’s own channel', ticket, 'slack', 'C0TRIAGE'],
    ['one whose answers fit', { ...ticket, fields: { os: 'macos' } }, 'slack', 'C0UNIX'],
    ['one of several values fits', { ...ticket, fields: { os: ['windows', 'linux'] } }, 'slack', 'C0UNIX'],
    ['all conditions must hold', { ...ticket, type: 'question', fields: { os: 'macos' } }, 'slack', 'C0TRIAGE'],
    ['finance to Telegram', { ...ticket, category: 'finance' }, 'telegram', '-1001'],
    ['the first route that fits wins', { ...ticket, category: 'finance', priority: 'urgent' }, 'telegram', '-1001'],
    ['urgent', { ...ticket, priority: 'urgent' }, 'slack', 'C0NOW'],
    ['one with a tag', { ...ticket, tags: ['late', 'vip'] }, 'slack', 'C0VIP'],
  ])('%s', (_, what, platform, chat) => {
    expect(routeOf(routed, what)).toEqual({ platform, chat })
  })

  test('every triage channel is known', () => {
    expect(triageChannels(routed).map(({ chat }) => chat)).toEqual(['C0TRIAGE', 'C0UNIX', '-1001', 'C0NOW', 'C0VIP'])
  })

  test('a desk whose agents are in Telegram has its triage there', () => {
    expect(exampleDesk({ channels: { telegram: { triage: [-1002, -1003] } } }).triage).toEqual({
      platform: 'telegram',
      chat: '-1002',
    })
  })
})

describe('whose channel it is', () => {
  const it1 = exampleDesk({ desk: 'it', channels: { slack: { triage: 'C0SHARED', intake: ['C0IT'] } } })
  const hr = exampleDesk({
    desk: 'hr',
    channels: { slack: { triage: 'C0SHARED', intake: ['C0HR'] }, telegram: { triage: [-5] } },
  })

  test.each([
    ['slack', 'C0IT', 'it'],
    ['slack', 'C0HR', 'hr'],
    ['telegram', '-5', 'hr'],
    ['slack', '-5', undefined],
    ['slack', 'C0SHARED', undefined], // two desks: the person chooses
    ['slack', 'C0OTHER', undefined],
  ] as const)('%s %s: %s', (platform, chat, id) => {
    expect(deskOfChannel([it1, hr], platform, chat)?.desk).toBe(id)
  })
})

describe('what things are called', () => {
  test.each([
    ['ru', 'Ошибка'],
    ['ru-RU', 'Ошибка'],
    ['fa', 'Bug report'],
  ])('in %s: %s', (language, words) => {
    const bug = typeOf(desk, 'bug')
    expect(bug && label(bug.label, language, desk)).toBe(words)
  })

  test('the desk’s own language comes before English', () => {
    expect(label({ en: 'New', sv: 'Ny' }, 'fa', { languages: ['sv', 'en'] })).toBe('Ny')
  })

  test.each([
    ['ru', 'ru'],
    ['ru-RU', 'ru'],
    ['RU', 'ru'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('somebody whose platform says %s is spoken to in %s', (wanted, language) => {
    expect(languageFor(desk, wanted)).toBe(language)
  })

  test('a desk that speaks Brazilian Portuguese speaks it to the Portuguese', () => {
    expect(languageFor({ languages: ['en', 'pt-BR'] }, 'pt')).toBe('pt-BR')
  })
})

test('things are found by id, or not', () => {
  expect(statusOf(desk, 'waiting')?.stage).toBe('waiting-requester')
  expect(statusOf(desk, 'nothing')).toBeUndefined()
  expect(firstStatus(desk, 'new').id).toBe('new')
  expect(statusesOfStage(desk, 'waiting-other').map(({ id }) => id)).toEqual(['waiting-other'])
  expect(priorityOf(desk, 'urgent')?.label.en).toBe('Urgent')
  expect(priorityOf(desk, 'nothing')).toBeUndefined()
  expect(defaultPriority(desk).id).toBe('normal')
  expect(categoryOf(desk, 'finance')?.label.en).toBe('Finance')
  expect(typeOf(desk, 'nothing')).toBeUndefined()
})
