import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { labelsOn, newCustomer, pressed, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import {
  asksInForum,
  FORUM,
  inTopic,
  TG_ADA,
  TG_BO,
  topicOf,
  topicShows,
  whisperedTo,
  withForum,
} from '../support/forum.ts'
import { chatOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

/* What agents say by commands where they work in Telegram: in their forum group, in a ticket's topic, in private. */

let desk: TestDesk

/** Ada is an agent; Bo is one who may only leave notes. */
beforeAll(async () => {
  desk = await startTestDesk({ desk: (demo) => withReader(withForum(demo, [String(FORUM)], [String(TG_ADA)])) })
  desk.telegram.start(TG_ADA)
})
// What Telegram lets nobody take back any more.
const stays = ['message-cant-be-deleted-for-everyone', 'file-cannot-be-replaced']
afterEach(() => replayedEqualsStored(desk, ({ fault }) => stays.includes(fault ?? '')))
afterAll(() => desk.stop())

function withReader(demo: Desk): Desk {
  const nobody = { slackGroup: [], slackMembersOf: [], slack: [], telegramMembersOf: [] }
  const reader = { id: 'reader', who: { ...nobody, telegram: [String(TG_BO)] }, may: ['note'] }
  return { ...demo, roles: [reader, ...demo.roles] }
}

const inGroup = (who: number, text: string, thread?: number, reply?: number) =>
  desk.telegram.write(who, {
    text,
    chat: FORUM,
    ...(thread !== undefined && { thread }),
    ...(reply !== undefined && { replyTo: reply }),
  })
const whispered = (who: number, words: string | RegExp) => whisperedTo(desk, who, words)

it('in a ticket’s topic its key is not said: tagged, linked, split, merged; and found again by the tag', async () => {
  const cara = newCustomer(desk, 'Cara')
  const one = await asksInForum(desk, cara, 'The scanner beeps')
  desk.telegram.write(cara, 'And the beamer is dark')
  const second = await inTopic(desk, one.thread, /beamer is dark$/)
  inGroup(TG_ADA, '/tag printer vip', one.thread)
  await whispered(TG_ADA, `Tags of ${one.key}: printer, vip`)
  await inTopic(desk, one.thread, /Tags.*printer, vip/s)
  inGroup(TG_ADA, '/untag vip', one.thread)
  await whispered(TG_ADA, new RegExp(`Tags of ${one.key}: printer$`))
  inGroup(TG_ADA, '/tagged printer')
  await whispered(TG_ADA, new RegExp(`${one.key} The scanner beeps`))

  // In reply to a message, it is that one.
  inGroup(TG_ADA, '/split', one.thread, second.id)
  const which = await whispered(TG_ADA, 'beginning with “And the beamer is dark”')
  desk.telegram.press(TG_ADA, which.id, { label: labelsOn(which)[0] ?? '' }, { chat: FORUM })
  const other = await topicOf(desk, 'And the beamer is dark')
  const otherKey = /[A-Z]+-\d+/.exec(other.name)?.[0] ?? ''
  await inTopic(desk, other.thread, 'Requester:')
  await told(desk, cara, otherKey)
  inGroup(TG_ADA, '/split', one.thread)
  await whispered(TG_ADA, `With which message of ${one.key}`)

  inGroup(TG_ADA, `/link ${otherKey} as caused by`, one.thread)
  await whispered(TG_ADA, `${one.key} is linked with ${otherKey}`)
  inGroup(TG_ADA, `/merge into ${one.key}`, other.thread)
  await whispered(TG_ADA, `${otherKey} goes on in ${one.key}`)
  inGroup(TG_ADA, '/unmerge', other.thread)
  await whispered(TG_ADA, `${otherKey} goes on by itself again`)
  expect(chatOf(desk, cara).join('\n')).not.toMatch(/printer|vip/)
})

it('their lists, help and Why? are told to whoever asks alone', async () => {
  const dora = newCustomer(desk, 'Dora')
  const { key, thread } = await asksInForum(desk, dora, 'No coffee left')
  inGroup(TG_ADA, '/unassigned')
  await whispered(TG_ADA, new RegExp(`${key} · No coffee left`))
  inGroup(TG_ADA, '/find coffee')
  await whispered(TG_ADA, new RegExp(`1 ticket found[\\s\\S]*${key}`))
  inGroup(TG_ADA, '/why', thread)
  await whispered(TG_ADA, `${key}: what is promised`)
  inGroup(TG_ADA, '/link nothing', thread)
  await whispered(TG_ADA, 'Because you work on a desk')
  inGroup(TG_ADA, '/help')
  const all = topicShows(desk, thread).map(({ text }) => text)
  expect(all.join('\n')).not.toMatch(/1 ticket found|what is promised/)
})

it('a role without the leave is told so; what is no agents’ work is answered with where to write', async () => {
  const enid = newCustomer(desk, 'Enid')
  const { key, thread } = await asksInForum(desk, enid, 'A quiet question')
  inGroup(TG_BO, '/tag seen', thread)
  await whispered(TG_BO, 'Your role does not allow this')
  for (const [index, words] of ['/new something', '/tickets'].entries()) {
    inGroup(TG_ADA, words, thread)
    await until(() => greeted(thread) === index + 1, `where to write, not ${words}`)
  }
  const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  expect(ticket).toMatchObject({ tags: [], stage: 'new' })
})

it('an album of who may not answer is refused once, not once for each picture', async () => {
  const gina = newCustomer(desk, 'Gina')
  const { thread } = await asksInForum(desk, gina, 'Which colour')
  desk.telegram.album(TG_BO, [{ photo: { caption: 'Red' } }, { photo: {} }, { photo: {} }], { chat: FORUM, thread })
  const refusals = () =>
    desk.telegram
      .messages(FORUM)
      .filter((one) => one.onlyFor === TG_BO && one.thread === thread)
      .map(({ text }) => text)
  await until(() => refusals().length > 0, 'the refusal')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(refusals()).toEqual([expect.stringContaining('Your role does not allow this')])
})

function greeted(thread: number): number {
  return topicShows(desk, thread).filter(({ text }) => text.includes('Please write to me privately')).length
}

it('a ticket is given to another agent by name, or by a button where it is not clear who is meant', async () => {
  const rob = newCustomer(desk, 'Rob')
  const { key, thread, card } = await asksInForum(desk, rob, 'Who has the ladder')
  // Nobody but Ada has ever had one; Bo is named in the desk's file.
  desk.telegram.press(TG_ADA, card.id, { label: 'Take' }, { chat: FORUM })
  await inTopic(desk, thread, 'Ada has taken this ticket')
  inGroup(TG_ADA, '/assign Nobody', thread)
  const whom = await whispered(TG_ADA, `Who shall have ${key}?`)
  expect(labelsOn(whom)).toEqual(['Ada', 'Bo'])
  desk.telegram.press(TG_ADA, whom.id, { label: 'Bo' }, { chat: FORUM })
  await inTopic(desk, thread, 'Ada gave this ticket to Bo')
  inGroup(TG_ADA, '/assign ada', thread)
  await whispered(TG_ADA, 'Ada gave this ticket to Ada')
  inGroup(TG_BO, '/assign Bo', thread)
  await whispered(TG_BO, 'Your role does not allow this')
  desk.telegram.write(TG_ADA, `/assign ${key} bo`)
  await told(desk, TG_ADA, 'Ada gave this ticket to Bo')
  desk.telegram.write(rob, `/assign ${key} Ada`)
  await told(desk, rob, 'Only the people of this desk can do this')
})

it('what they have just answered is taken back by /undo in the group, a message of theirs by answering it with /delete', async () => {
  const gil = newCustomer(desk, 'Gil')
  const { key, thread } = await asksInForum(desk, gil, 'The lift stands')
  inGroup(TG_ADA, 'Take the stairs', thread)
  await told(desk, gil, 'Take the stairs')
  inGroup(TG_ADA, '/undo', thread)
  await whispered(TG_ADA, `Your answer in ${key} is taken back`)
  await until(() => !chatOf(desk, gil).join().includes('Take the stairs'), 'that Gil reads it no more')

  const other = inGroup(TG_ADA, 'Or wait for the smith', thread)
  await told(desk, gil, 'Or wait for the smith')
  inGroup(TG_ADA, '/delete', thread, other)
  await whispered(TG_ADA, 'that message is taken back')
  await until(() => !chatOf(desk, gil).join().includes('the smith'), 'that Gil reads it no more')
  await until(() => desk.telegram.messages(FORUM).find(({ id }) => id === other)?.deleted, 'that it is gone there, too')
})

it('in their own chat with the bot the same commands take a key, and a customer’s are refused', async () => {
  const faye = newCustomer(desk, 'Faye')
  const { key } = await asksInForum(desk, faye, 'Two of one')
  for (const [words, answer] of [
    [`/tag ${key} red`, `Tags of ${key}: red`],
    ['/tagged red', `${key} Two of one`],
    [`/split ${key}`, `With which message of ${key}`],
    [`/merge ${key}`, 'Because you work on a desk'],
    ['/mine', 'This list is empty'],
    ['/help', 'Because you work on a desk'],
  ] as const) {
    desk.telegram.write(TG_ADA, words)
    await told(desk, TG_ADA, answer)
  }
  await pressed(desk, TG_ADA, 'Two of one')
  await told(desk, TG_ADA, 'beginning with “Two of one”')
  for (const words of [`/tag ${key} blue`, `/split ${key}`, '/tagged red', '/unassigned']) {
    desk.telegram.write(faye, words)
    await told(desk, faye, 'Only the people of this desk can do this')
  }
  desk.telegram.write(faye, '/help')
  await told(desk, faye, 'asks a few questions first')
  expect(chatOf(desk, faye).join('\n')).not.toContain('Because you work on a desk')
})

it('the agents’ group has their commands in its menu; another group and private chats have not', () => {
  const names = (chat?: number) => desk.telegram.menu(TG_ADA, chat).map(({ command }) => command)
  expect(names(FORUM)).toEqual([
    'mine',
    'unassigned',
    'due',
    'waiting',
    'find',
    'why',
    'assign',
    'set',
    'merge',
    'split',
    'link',
    'tag',
    'tagged',
    'undo',
    'delete',
    'help',
  ])
  expect(names()).not.toContain('merge')
})

it('a voice message of more than 48 hours ago cannot be replaced: what was said under it goes, and its author is told', async () => {
  const una = newCustomer(desk, 'Una')
  const { thread } = await asksInForum(desk, una, 'How do I reset it')
  const voice = { bytes: smallFiles.ogg, caption: 'Listen to this' }
  const spoken = desk.telegram.send(TG_ADA, { voice }, { chat: FORUM, thread })
  const heard = await told(desk, una, 'Listen to this')
  expect(heard.kind).toBe('voice')
  desk.later(49 * 3_600_000)
  inGroup(TG_ADA, '/delete', thread, spoken)
  expect((await told(desk, una, 'This message was deleted by its author.')).id).toBe(heard.id)
  await inTopic(desk, thread, 'too long ago for its file to be taken back')
})
