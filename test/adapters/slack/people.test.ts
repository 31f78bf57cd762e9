import { expect, test } from 'vitest'
import { ADA, AGENTS, BO, BOT_USER, HELP, LENA, RITA, SAM, TRIAGE } from '../../../playground/slack/index.ts'
import { openDesk, type TestDesk } from './desk.ts'

const profile = (desk: TestDesk, id: string) =>
  desk.adapter.profile({ platform: 'slack', account: desk.adapter.account, id })
const asked = (desk: TestDesk, method: string) =>
  desk.slack.ledger.entries.filter((entry) => 'method' in entry && entry.method === method).length

test('who people are: an employee, a guest, a stranger, a bot, nobody, somebody who left', async () => {
  await using desk = await openDesk()
  desk.slack.world.addUser({ id: 'U0VERA', name: 'vera', real_name: 'Vera', is_stranger: true })
  desk.slack.world.addUser({ id: 'U0GONE', name: 'gone', real_name: 'Gone', deleted: true })
  desk.slack.world.addUser({ id: 'U0ONE', name: 'one', real_name: 'One', is_ultra_restricted: true })
  expect(await profile(desk, RITA)).toEqual({
    name: expect.stringMatching(/rita/i),
    language: 'en-US',
    kind: 'member',
    workspace: 'T0DEMO',
    email: 'rita@demo.example',
  })
  expect(await profile(desk, SAM)).toMatchObject({ kind: 'guest' })
  expect(await profile(desk, 'U0ONE')).toMatchObject({ kind: 'guest' })
  expect(await profile(desk, 'U0VERA')).toMatchObject({ kind: 'stranger' })
  expect(await profile(desk, BOT_USER)).toMatchObject({ kind: 'bot' })
  expect(await profile(desk, 'U0NOBODY')).toBeUndefined()
  expect(await profile(desk, 'U0GONE')).toBeUndefined()
})

test('somebody is asked for once a minute, however many want to know', async () => {
  let nowMs = performance.timeOrigin
  await using desk = await openDesk({ now: () => nowMs })
  await Promise.all([profile(desk, RITA), profile(desk, RITA), profile(desk, ADA)])
  expect(asked(desk, 'users.info')).toBe(2)
  nowMs += 59_000
  await profile(desk, RITA)
  expect(asked(desk, 'users.info')).toBe(2)
  nowMs += 2_000
  await profile(desk, RITA)
  expect(asked(desk, 'users.info')).toBe(3)
})

test('what could not be learned is not remembered', async () => {
  await using desk = await openDesk()
  desk.slack.faults.arm({ on: 'call', method: 'users.info', does: 'error', status: 500 })
  await expect(profile(desk, RITA)).rejects.toMatchObject({ fault: { kind: 'again' } })
  expect(await profile(desk, RITA)).toMatchObject({ kind: 'member' })
})

test('the people of a user group and of a private channel; a public channel makes nobody anything', async () => {
  await using desk = await openDesk()
  expect(await desk.adapter.members({ kind: 'usergroup', id: AGENTS })).toEqual(new Set([ADA, BO]))
  const triage = await desk.adapter.members({ kind: 'channel', id: TRIAGE })
  expect(triage).toEqual(new Set([ADA, BO, LENA, BOT_USER]))
  expect(await desk.adapter.members({ kind: 'channel', id: HELP })).toEqual(new Set())
})

test('a private channel of more people than one page holds', async () => {
  await using desk = await openDesk()
  const members = Array.from({ length: 450 }, (_, n) => `U0P${n}`)
  for (const id of members) desk.slack.world.addUser({ id, name: id.toLowerCase() })
  desk.slack.world.addChannel({ id: 'C0BIG', name: 'big', private: true, members: [BOT_USER, ...members] })
  expect((await desk.adapter.members({ kind: 'channel', id: 'C0BIG' })).size).toBe(451)
})

test('what an app may not ask will not be told later either, so nobody need wait for it', async () => {
  await using desk = await openDesk({ scopes: ['chat:write'] })
  const refused = { fault: { kind: 'refused', code: 'missing_scope' } }
  await expect(profile(desk, RITA)).rejects.toMatchObject(refused)
  await expect(desk.adapter.members({ kind: 'usergroup', id: AGENTS })).rejects.toMatchObject(refused)
})

test('where a group cannot be learned, nobody is taken for a member', async () => {
  await using desk = await openDesk()
  await expect(desk.adapter.members({ kind: 'channel', id: 'C0NOWHERE' })).rejects.toThrow()
  await expect(desk.adapter.members({ kind: 'usergroup', id: 'S0NOWHERE' })).rejects.toThrow()
  desk.slack.faults.arm({ on: 'call', method: 'conversations.members', does: 'error', status: 500 })
  await expect(desk.adapter.members({ kind: 'channel', id: TRIAGE })).rejects.toThrow()
})
