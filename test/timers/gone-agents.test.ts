import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import type { World } from '../../src/acts/world.ts'
import type { Adapter, GroupRef, PersonAddress, Platform } from '../../src/adapter.ts'
import type { Role } from '../../src/domain/desk/roles.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { goneAgents } from '../../src/timers/gone-agents.ts'
import { desk as demo, given } from '../domain/ticket/given.ts'
import { type Opened, openStore } from '../store/opened.ts'

/* Bo has a ticket on each of these desks; Slack and Telegram tell of him what the desk's name says. */

const SLACK_BO = 'U0BO'
const TELEGRAM_BO = '7102'
const OUR_BOT = '700'
const now = new Date('2026-11-22T12:00:00Z')

const nobody = { slackGroup: [], slackMembersOf: [], slack: [], telegram: [], telegramMembersOf: [] }
const cases: Record<string, { platform: Platform; who: Partial<Role['who']>; account?: string; keeps: boolean }> = {
  'in-the-group': { platform: 'slack', who: { slackGroup: ['S0WITH'] }, keeps: true },
  'out-of-the-group': { platform: 'slack', who: { slackGroup: ['S0WITHOUT'] }, keeps: false },
  'out-of-one-of-two': { platform: 'slack', who: { slackGroup: ['S0WITHOUT', 'S0WITH'] }, keeps: true },
  'out-of-the-file': { platform: 'slack', who: { slack: ['U0LENA'] }, keeps: false },
  'group-not-told': { platform: 'slack', who: { slackGroup: ['S0WITHOUT', 'S0DOWN'] }, keeps: true },
  'channel-of-all': { platform: 'slack', who: { slackMembersOf: ['C0PUBLIC'] }, keeps: true },
  'of-another-workspace': { platform: 'slack', account: 'T0OTHER', who: { slack: ['U0LENA'] }, keeps: true },
  'in-the-forum': { platform: 'telegram', who: { telegramMembersOf: ['-1001'] }, keeps: true },
  'out-of-the-forum': { platform: 'telegram', who: { telegramMembersOf: ['-1002'] }, keeps: false },
  'forum-without-us': { platform: 'telegram', who: { telegramMembersOf: ['-1003'] }, keeps: true },
  'named-and-never-met': { platform: 'telegram', who: { telegram: [TELEGRAM_BO] }, keeps: true },
}
const people: Record<string, string[]> = {
  S0WITH: [SLACK_BO, 'U0LENA'],
  S0WITHOUT: ['U0LENA'],
  C0PUBLIC: [],
  '-1001': [OUR_BOT, TELEGRAM_BO],
  '-1002': [OUR_BOT],
  '-1003': [],
}

async function members({ id }: GroupRef, who?: string): Promise<ReadonlySet<string>> {
  const inside = people[id]
  if (!inside) throw new Error('Slack is down')
  return new Set(id.startsWith('-') ? inside.filter((one) => one === who) : inside)
}
// Of an adapter only what is asked here.
const slack = {
  platform: 'slack',
  account: 'T0DEMO',
  members,
  profile: async ({ id }: PersonAddress) => (id === 'U0CLOSED' ? undefined : { name: id, kind: 'member' as const }),
} as unknown as Adapter
const telegram = {
  platform: 'telegram',
  account: OUR_BOT,
  members,
  profile: async () => undefined,
} as unknown as Adapter

const desks = Object.entries({ ...cases, closed: { who: { slack: ['U0CLOSED'] } } }).map(([id, { who }]) => ({
  ...demo,
  desk: id,
  roles: demo.roles.map((role) => ({ ...role, who: role.id === 'agent' ? { ...nobody, ...who } : nobody })),
}))
const world: World = {
  desks,
  accountOf: () => undefined,
  ids: idsOf('a-secret-of-tests-a-secret-of-tests'),
  log: logTo('silent', false),
}

let opened: Opened
beforeAll(async () => {
  opened = await openStore(4)
})
afterAll(() => opened.close())

async function has(address: PersonAddress, deskId: string, stage: 'open' | 'resolved'): Promise<string> {
  const id = v7()
  await opened.store.transaction(async (unit) => {
    const { id: assigneeId } = await unit.people.meet(address, { name: address.id })
    const { id: requesterId } = await unit.people.meet({ ...address, id: 'U0RITA' }, { name: 'Rita' })
    const ticket = { ...given(), id, key: `DEMO-${id}`, deskId, requesterId, assigneeId, stage }
    await unit.tickets.insert(ticket, noTimes)
  })
  return id
}

const hasIt = async (id: string): Promise<boolean> =>
  (await opened.store.transaction((unit) => unit.tickets.byId(id)))?.assigneeId !== null

it('who has gone from a desk’s groups or file has nothing on hand there; in doubt, and what is resolved, stays', async () => {
  const tickets = new Map<string, string>()
  for (const [name, { platform, account }] of Object.entries(cases)) {
    const ours = platform === 'slack' ? 'T0DEMO' : OUR_BOT
    const bo = { platform, account: account ?? ours, id: platform === 'slack' ? SLACK_BO : TELEGRAM_BO }
    tickets.set(name, await has(bo, name, 'open'))
  }
  const closed = { platform: 'slack', account: 'T0DEMO', id: 'U0CLOSED' } as const
  tickets.set('closed', await has(closed, 'closed', 'open'))
  const resolved = await has(closed, 'closed', 'resolved')
  const freed = await Promise.all(
    [1, 2].map(() =>
      goneAgents(
        {
          store: opened.store,
          world,
          platforms: new Map([
            ['slack', slack],
            ['telegram', telegram],
          ]),
        },
        now,
      ),
    ),
  )
  const keeps: Record<string, boolean> = {}
  for (const [name, id] of tickets) keeps[name] = await hasIt(id)
  const expected = Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, one.keeps]))
  expect(keeps).toEqual({ ...expected, closed: false })
  expect(await hasIt(resolved)).toBe(true)
  expect(freed.reduce((sum, some) => sum + some)).toBe(Object.values(keeps).filter((one) => !one).length)
})
