import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { cardNow, labelsOn, pressed, timesTold, told, toldNow, withButton } from '../support/customer.ts'
import { demoDesks, startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

/** Another desk of the same house, whose id holds a hyphen. */
function hardware(demo: Desk): Desk {
  return {
    ...demo,
    desk: 'demo-hardware',
    prefix: 'HARD',
    name: { en: 'Hardware desk', ru: 'Железо' },
    channels: { ...demo.channels, slack: { triage: TRIAGE_FINANCE, intake: [] }, telegram: { triage: [] } },
    triage: { platform: 'slack', chat: TRIAGE_FINANCE },
    routing: [],
  }
}

beforeAll(async () => {
  const [demo] = await demoDesks()
  if (!demo) throw new Error('no demo desk')
  desk = await startTestDesk({ desks: [demo, hardware(demo)] })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** One more customer, who has not pressed Start yet. */
function stranger(name: string, language = 'en'): number {
  const id = 8500 + desk.telegram.people().length
  desk.telegram.add({ id, first_name: name, language_code: language })
  return id
}

it('a link to a desk greets in its name, and the next words go there', async () => {
  const customer = stranger('Una')
  desk.telegram.start(customer, 'demo-hardware')
  await told(desk, customer, 'Hello Una, this is Hardware desk.')
  desk.telegram.write(customer, 'Una’s keyboard is wet')
  const card = await cardOf(desk, 'Una’s keyboard is wet', TRIAGE_FINANCE)
  expect(keyOn(desk, card)).toMatch(/^HARD-/)
})

it('a link to a ticket type begins its form: neither desk nor type is asked, and back leads to the type', async () => {
  const customer = stranger('Vic')
  desk.telegram.start(customer, 'demo-hardware-access')
  const first = await told(desk, customer, /^Subject/)
  expect(labelsOn(first)).not.toContain('Skip')
  expect(toldNow(desk, customer, 'Who should help?')).toBeUndefined()
  expect(toldNow(desk, customer, 'Hello Vic')).toBeUndefined()
  await pressed(desk, customer, 'Back')
  await pressed(desk, customer, 'Access to a system')
  await until(() => timesTold(desk, customer, /^Subject/) === 2, 'the subject again')
  desk.telegram.write(customer, 'Vic wants in')
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, 'To the wiki')
  await pressed(desk, customer, 'Wiki')
  await told(desk, customer, 'Needed by')
  await pressed(desk, customer, 'Skip')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Vic wants in', TRIAGE_FINANCE)
  expect(cardNow(desk, card)).toMatch(/Which system\?\s+Wiki/)
})

it('fields that hang on a choice are asked as one chooses', async () => {
  const customer = stranger('Wes')
  desk.telegram.start(customer, 'demo-bug')
  await told(desk, customer, /^Subject/)
  desk.telegram.write(customer, 'Wes has a crash')
  await told(desk, customer, 'What happened?')
  await pressed(desk, customer, 'Skip')
  await told(desk, customer, 'What did you do before it broke?')
  desk.telegram.write(customer, 'Clicked')
  await pressed(desk, customer, 'A phone or tablet')
  const summary = await withButton(desk, customer, 'Send')
  expect(toldNow(desk, customer, 'Version of the program')).toBeUndefined()
  expect(labelsOn(summary)).toContain('Back')
  await pressed(desk, customer, 'Back')
  await until(() => timesTold(desk, customer, 'Operating system') === 2, 'the system again')
  await pressed(desk, customer, 'macOS')
  await told(desk, customer, 'Version of the program')
  desk.telegram.write(customer, '6.2')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Wes has a crash')
  expect(cardNow(desk, card)).toMatch(/Version of the program\s+6\.2/)
})

it.each(['', 'no-such', 'demo-no-such', 'DEMO', 'demo-hardware-access-', "'; drop table ticket", 'a'.repeat(64)])(
  'a link that means nothing («%s») is an ordinary greeting',
  async (payload) => {
    const customer = stranger(`Xan${payload.length}`)
    desk.telegram.start(customer, payload === '' ? undefined : payload)
    await told(desk, customer, 'this is Demo desk, Hardware desk.')
    expect(toldNow(desk, customer, /^Subject/)).toBeUndefined()
  },
)

it('menus: in a private chat all commands, in a group the one that says to write privately; each in the reader’s language', async () => {
  const cara = desk.telegram.menu(7001).map(({ command }) => command)
  expect(cara).toEqual(['new', 'tickets', 'status', 'close', 'find', 'delete', 'language', 'help', 'cancel'])
  const group = desk.telegram.commands({ type: 'all_group_chats' })
  expect(group).toEqual([{ command: 'start', description: 'Write to me privately: what you ask stays between us' }])
  const russian = desk.telegram.commands({ type: 'all_group_chats' }, 'ru')
  expect(russian[0]?.description).toContain('Напишите мне лично')
  expect(desk.telegram.commands({ type: 'all_private_chats' }, 'ru')).toHaveLength(9)
  expect(desk.telegram.commands()).toEqual([])
})
