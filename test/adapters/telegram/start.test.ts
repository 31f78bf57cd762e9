import { describe, expect, test } from 'vitest'
import type { CommandMenu } from '../../../src/adapter.ts'
import { aDesk, aPollingDesk, aTelegram, BOT, CARA, TOM } from './desk.ts'

const menus: CommandMenu[] = [
  { commands: [{ name: 'new', description: 'Ask something' }] },
  { language: 'ru', commands: [{ name: 'new', description: 'Новый вопрос' }] },
]

test('the bot is known from its token, before Telegram answers', async () => {
  const telegram = await aTelegram()
  expect(aDesk(telegram).adapter.account).toBe(BOT)
  expect(() => aDesk(telegram, { token: 'secret' })).toThrow('telegram-token-malformed')
})

test('a token Telegram refuses ends the start, with the repair and without the token', async () => {
  const telegram = await aTelegram()
  const desk = aDesk(telegram, { token: '700001:another' })
  const error = await desk.adapter.start(desk.inbox, []).catch((reason: unknown) => reason)
  expect(String(error)).toContain('TELEGRAM_BOT_TOKEN')
  expect(String(error)).not.toContain('another')
})

test('a Telegram that is away at first is waited for', async () => {
  const telegram = await aTelegram()
  telegram.faults.arm({ on: 'call', method: 'getMe', does: 'drop' })
  telegram.faults.arm({ on: 'call', method: 'getMe', does: 'error', status: 500 })
  const desk = await aPollingDesk(telegram)
  telegram.world.write(CARA, 'hello')
  await desk.rows(1)
  expect(desk.log.lines.filter((line) => line.startsWith('telegram-not-reached'))).toHaveLength(2)
})

describe('the menu of commands', () => {
  test('people see it in their language', async () => {
    const telegram = await aTelegram()
    await aPollingDesk(telegram, menus)
    telegram.world.start(CARA)
    telegram.world.start(TOM)
    expect(telegram.world.menu(CARA)).toEqual([{ command: 'new', description: 'Ask something' }])
    expect(telegram.world.menu(TOM)).toEqual([{ command: 'new', description: 'Новый вопрос' }])
  })

  test('is sent only where it differs', async () => {
    const telegram = await aTelegram()
    const first = await aPollingDesk(telegram, menus)
    await first.adapter.stop()
    const sent = () =>
      telegram.ledger.entries.filter((entry) => entry.what === 'called' && entry.method === 'setMyCommands')
    const before = sent().length
    expect(before).toBe(2)
    await aPollingDesk(telegram, menus)
    expect(sent().length).toBe(before)
  })

  test('that cannot be shown does not keep the desk from listening', async () => {
    const telegram = await aTelegram()
    telegram.faults.arm({ on: 'call', method: 'getMyCommands', does: 'error', status: 500 })
    const desk = await aPollingDesk(telegram, menus)
    telegram.world.write(CARA, 'hello')
    await desk.rows(1)
    expect(desk.log.lines.join('\n')).toContain('telegram-menus-not-shown')
  })
})

describe('who somebody is', () => {
  const who = { platform: 'telegram', account: BOT, id: String(TOM) } as const

  test('after an update: name and language', async () => {
    const telegram = await aTelegram()
    const desk = await aPollingDesk(telegram)
    telegram.world.write(TOM, 'hello')
    await desk.rows(1)
    desk.read()
    expect(await desk.adapter.profile(who)).toEqual({ name: nameOf(telegram, TOM), language: 'ru', kind: 'member' })
  })

  test('after a restart: the name, asked of Telegram', async () => {
    const telegram = await aTelegram()
    telegram.world.start(TOM)
    expect(await aDesk(telegram).adapter.profile(who)).toEqual({ name: nameOf(telegram, TOM), kind: 'member' })
  })

  test('a name is asked again after a minute, and the language not forgotten', async () => {
    let minutes = 0
    const telegram = await aTelegram()
    const desk = aDesk(telegram, { now: () => new Date(Date.UTC(2026, 4, 4, 9, minutes)) })
    await desk.adapter.start(desk.inbox, [])
    telegram.world.write(TOM, 'hello')
    await desk.rows(1)
    desk.read()
    const asked = () =>
      telegram.ledger.entries.filter((entry) => entry.what === 'called' && entry.method === 'getChat').length
    await desk.adapter.profile(who)
    expect(asked()).toBe(0)
    minutes = 2
    expect(await desk.adapter.profile(who)).toMatchObject({ language: 'ru' })
    expect(asked()).toBe(1)
  })

  test('somebody nobody knows', async () => {
    const telegram = await aTelegram()
    expect(await aDesk(telegram).adapter.profile({ ...who, id: '424242' })).toBeUndefined()
  })

  test('a question that fails says so without the token', async () => {
    const telegram = await aTelegram()
    const desk = aDesk(telegram, { apiRoot: 'http://127.0.0.1:9' })
    const error = await desk.adapter.profile(who).catch((reason: unknown) => reason)
    expect(String(error)).toContain('ECONNREFUSED')
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('playground-secret')
  })
})

test('Telegram says of one person whether they are in a group, and has no links to a message', async () => {
  const telegram = await aTelegram()
  const { adapter } = aDesk(telegram)
  // A bot cannot list a group's people, and may ask about one.
  const group = { kind: 'channel', id: '-1001' } as const
  expect(await adapter.members(group)).toEqual(new Set())
  expect(await adapter.members(group, '7101')).toEqual(new Set(['7101']))
  expect(await adapter.members(group, '7001')).toEqual(new Set())
  expect(await adapter.members({ ...group, id: '-4711' }, '7101')).toEqual(new Set())
  expect(await adapter.permalink(String(CARA), '1')).toBeUndefined()
})

function nameOf(telegram: Awaited<ReturnType<typeof aTelegram>>, id: number): string {
  const person = telegram.world.people().find((one) => one.id === id)
  return [person?.first_name, person?.last_name].filter(Boolean).join(' ')
}
