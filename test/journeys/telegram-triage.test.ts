import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { newCustomer, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import {
  asksInForum,
  FORUM,
  inTopic,
  TG_ADA,
  TG_BO,
  topicOf,
  topicShows,
  topics,
  whisperedTo,
  withForum,
} from '../support/forum.ts'
import { chatOf, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...withForum(demo),
      escalation: [
        { after: 'PT0S', tell: 'group:S0LEADS' },
        { after: 'PT15M', tell: `person:${TG_BO}` },
      ],
    }),
  })
})
// Who has blocked the bot gets nothing.
afterEach(() => replayedEqualsStored(desk, ({ fault }) => /blocked/.test(fault ?? '')))
afterAll(() => desk.stop())

const write = (who: number, thread: number, text: string) => desk.telegram.write(who, { text, chat: FORUM, thread })

it('a ticket has a topic of its own: its card first, then what was said', async () => {
  const cara = newCustomer(desk, 'Cara')
  const { thread, key } = await asksInForum(desk, cara, 'The printer smokes')
  expect(await topicOf(desk, key)).toMatchObject({ name: `🆕 ${key} The printer smokes`, icon: '❗️' })
  const [card, words, ...more] = topicShows(desk, thread).map(({ text }) => text)
  expect(card).toContain(`${key} · The printer smokes`)
  expect(words).toBe('Cara\nThe printer smokes')
  expect(more).toEqual([])
})

it('a long subject is cut where a topic’s name ends', async () => {
  const cara = newCustomer(desk, 'Wilma')
  desk.telegram.write(cara, `${'long words '.repeat(12)}end`)
  const { name } = await topicOf(desk, 'long words')
  expect(name.length).toBeLessThanOrEqual(128)
  expect(name).toMatch(/ long$|…$/)
})

describe('what agents write in the topic', () => {
  it('a picture in another’s place takes the other from the customer', async () => {
    const cara = newCustomer(desk, 'Pia')
    const { thread } = await asksInForum(desk, cara, 'I miss my parcel')
    const pictures = () =>
      desk.telegram
        .messages(cara)
        .filter(({ kind, from, deleted }) => kind === 'photo' && from === 'bot' && !deleted)
        .map(({ file, text }) => `${file?.size} ${text.split('\n')[1] ?? ''}`)
    const photo = (end: string, caption?: string) => ({
      photo: { bytes: Buffer.concat([smallFiles.jpg, Buffer.from(end)]), ...(caption && { caption }) },
    })
    const size = smallFiles.jpg.length
    const id = desk.telegram.send(TG_ADA, photo('1', 'Yours'), { chat: FORUM, thread })
    await until(() => pictures().join() === `${size + 1} Yours`, 'the wrong one')
    desk.telegram.replace(TG_ADA, id, photo('22', 'Yours indeed'), { chat: FORUM })
    await until(() => pictures().join() === `${size + 2} Yours indeed`, 'the right one, and no other')

    const bare = desk.telegram.send(TG_ADA, photo('333'), { chat: FORUM, thread })
    await until(() => pictures().length === 2, 'one without words')
    desk.telegram.replace(TG_ADA, bare, photo('4444'), { chat: FORUM })
    await until(
      () =>
        pictures()
          .map((one) => one.split(' ')[0])
          .join() === `${size + 2},${size + 4}`,
      'another',
    )
  })

  it('goes to the customer, and the answer comes back', async () => {
    const cara = newCustomer(desk, 'Dora')
    const { thread, key } = await asksInForum(desk, cara, 'No sound')
    write(TG_ADA, thread, 'Is it muted?')
    await told(desk, cara, `Ada · ${key}\nIs it muted?`)
    await until(async () => (await topicOf(desk, key)).name.startsWith('⏳'), 'the sign of waiting')
    desk.telegram.write(cara, 'It was, thank you for the hint')
    await inTopic(desk, thread, 'Dora\nIt was, thank you')
    await until(async () => (await topicOf(desk, key)).name.startsWith('💬'), 'the sign that it is our turn')
    // Agents read it already where it was written.
    expect(topicShows(desk, thread).filter(({ text }) => text.includes('Is it muted?'))).toHaveLength(1)
  })

  it('follows an edit', async () => {
    const cara = newCustomer(desk, 'Enid')
    const { thread } = await asksInForum(desk, cara, 'No picture')
    const id = write(TG_BO, thread, 'Press F5')
    await told(desk, cara, 'Press F5')
    desk.telegram.edit(TG_BO, id, 'Press F6', { chat: FORUM, thread })
    await told(desk, cara, 'Press F6')
    expect(timesTold(desk, cara, 'Press F5')).toBe(0)
  })

  it('stays inside behind //, says so to its author alone, and goes out when sent anyway', async () => {
    const cara = newCustomer(desk, 'Fay')
    const { thread, key } = await asksInForum(desk, cara, 'Two slashes')
    write(TG_ADA, thread, '// she asks every week')
    const held = await whisperedTo(desk, TG_ADA, 'begins with //')
    expect(held.thread).toBe(thread)
    write(TG_ADA, thread, 'That is all')
    await told(desk, cara, 'That is all')
    expect(chatOf(desk, cara).join()).not.toContain('every week')
    expect(() => desk.telegram.press(TG_BO, held.id, { label: 'Send anyway' }, { chat: FORUM })).toThrow('no message')
    desk.telegram.press(TG_ADA, held.id, { label: 'Send anyway' }, { chat: FORUM })
    await told(desk, cara, 'she asks every week')
    await whisperedTo(desk, TG_ADA, `Sent to the requester of ${key}`)
  })

  it('bears 👀 while it waits, 👌 when it has arrived, 💔 and the reason where it never will', async () => {
    const cara = newCustomer(desk, 'Gwen')
    const { thread } = await asksInForum(desk, cara, 'Receipts')
    const signOn = (id: number) => desk.telegram.messages(FORUM).find((one) => one.id === id)?.reactions
    const signed = (id: number, sign: string) =>
      until(() => JSON.stringify(signOn(id) ?? null).includes(sign), `${sign} on it`)
    await signed(write(TG_ADA, thread, 'At once'), '👌')

    desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 3 })
    const late = write(TG_ADA, thread, 'A little later')
    await until(() => desk.playground.telegram.ledger.entries.some(({ what }) => what === 'refused'), 'the refusal')
    await clockMoves(desk, 4_000)
    await signed(late, '👀')
    await told(desk, cara, 'A little later')
    await signed(late, '👌')

    desk.telegram.block(cara)
    await signed(write(TG_ADA, thread, 'Never'), '💔')
    await inTopic(desk, thread, 'did not reach Gwen')
  })

  it('is nothing to us in a topic that is no ticket’s, and in General', async () => {
    const before = topics(desk).length
    desk.telegram.write(TG_ADA, { text: 'Lunch?', chat: FORUM })
    await desk.desk.idle()
    expect(topics(desk)).toHaveLength(before)
  })
})

describe('buttons on the card', () => {
  it('take and resolve, and the topic is closed', async () => {
    const cara = newCustomer(desk, 'Hedy')
    const { thread, card, key } = await asksInForum(desk, cara, 'Buttons')
    desk.telegram.press(TG_ADA, card.id, { label: 'Take' }, { chat: FORUM })
    await inTopic(desk, thread, /Assignee: Ada/)
    desk.telegram.press(TG_ADA, card.id, { label: 'Note' }, { chat: FORUM })
    await whisperedTo(desk, TG_ADA, 'begin with //')
    desk.telegram.press(TG_ADA, card.id, { label: 'Urgent' }, { chat: FORUM })
    await inTopic(desk, thread, /Priority: Urgent/)
    desk.telegram.press(TG_ADA, card.id, { label: 'Resolve' }, { chat: FORUM })
    await told(desk, cara, `We think ${key} is solved`)
    await until(async () => (await topicOf(desk, key)).closed, 'the topic closed')
    expect(await topicOf(desk, key)).toMatchObject({ name: expect.stringMatching(/^✅/), icon: '✅' })
    desk.telegram.write(cara, 'It is broken again')
    await inTopic(desk, thread, 'It is broken again')
    await until(async () => !(await topicOf(desk, key)).closed, 'the topic open')
  })

  it('Macro… shows the replies there are; one is sent as it is, one with blanks is there to copy', async () => {
    const cara = newCustomer(desk, 'Irma')
    const { thread, card, key } = await asksInForum(desk, cara, 'Macros')
    desk.telegram.press(TG_ADA, card.id, { label: 'Macro…' }, { chat: FORUM })
    const list = await whisperedTo(desk, TG_ADA, `Which reply to the requester of ${key}?`)
    desk.telegram.press(TG_ADA, list.id, { label: 'Please restart' }, { chat: FORUM })
    await whisperedTo(desk, TG_ADA, /fill in \{program\}, \{minutes\}[\s\S]*Please restart \{program\}/)
    desk.telegram.press(TG_ADA, list.id, { label: 'Thanks for waiting' }, { chat: FORUM })
    const shown = await whisperedTo(desk, TG_ADA, `We look at ${key} now`)
    expect(timesTold(desk, cara, 'thank you for waiting')).toBe(0)
    desk.telegram.press(TG_ADA, shown.id, { label: 'Send' }, { chat: FORUM })
    await told(desk, cara, `Hello Irma, thank you for waiting. We look at ${key} now.`)
    await inTopic(desk, thread, 'thank you for waiting')
  })

  it('Why is answered to whoever asks alone', async () => {
    const cara = newCustomer(desk, 'Ilse')
    const { card } = await asksInForum(desk, cara, 'When is it due')
    desk.telegram.press(TG_BO, card.id, { label: 'Why?' }, { chat: FORUM })
    await whisperedTo(desk, TG_BO, 'what is promised')
  })
})

describe('what is set in a line, where there are no forms', () => {
  it('puts a ticket to sleep and wakes it, names it anew, says what it is and which plan it has', async () => {
    const cara = newCustomer(desk, 'Sally')
    const { thread, key } = await asksInForum(desk, cara, 'Setting things')
    const done = () => whisperedTo(desk, TG_ADA, `${key} says so now`)
    write(TG_ADA, thread, '/set snooze 2099-12-31 09:30')
    await inTopic(desk, thread, 'Ada snoozed this ticket until')
    await done()
    write(TG_ADA, thread, '/set snooze -')
    await inTopic(desk, thread, /Ada woke/)
    write(TG_ADA, thread, '/set subject Setting fewer things')
    await inTopic(desk, thread, `${key} · Setting fewer things`)
    write(TG_ADA, thread, `/set ${key} category Finance`)
    await inTopic(desk, thread, /Category: Finance/)
    write(TG_ADA, thread, '/set Type bug')
    await inTopic(desk, thread, /Type: Bug|Something is broken/)
  })

  it('and what cannot be is said, with what can', async () => {
    const cara = newCustomer(desk, 'Sonia')
    const { thread } = await asksInForum(desk, cara, 'Setting wrongly')
    write(TG_ADA, thread, '/set snooze tomorrow')
    await whisperedTo(desk, TG_ADA, 'Please write a date like')
    write(TG_ADA, thread, '/set snooze 2099-12-31 noon')
    await whisperedTo(desk, TG_ADA, 'Please write a time like')
    write(TG_ADA, thread, '/set snooze 2001-12-31')
    await whisperedTo(desk, TG_ADA, 'This time is past already')
    write(TG_ADA, thread, '/set category Sports')
    await whisperedTo(desk, TG_ADA, 'Please choose one of: Technical, Finance')
    write(TG_ADA, thread, '/set subject')
    await whisperedTo(desk, TG_ADA, 'Please fill this in')
    write(TG_ADA, thread, '/set colour red')
    await whisperedTo(desk, TG_ADA, /no field colour red\. Fields of it: .*Subject, Type, Category, Plan, Snooze until/)
  })
})

describe('closing the topic by hand', () => {
  it('resolves the ticket, and opening it again reopens it', async () => {
    const cara = newCustomer(desk, 'June')
    const { thread, key } = await asksInForum(desk, cara, 'By hand')
    desk.telegram.turnTopic(TG_ADA, FORUM, thread, true)
    await told(desk, cara, `We think ${key} is solved`)
    await inTopic(desk, thread, /Status: Done/)
    desk.telegram.turnTopic(TG_ADA, FORUM, thread, false)
    await told(desk, cara, `${key} is open again`)
    await desk.desk.idle()
    expect((await topicOf(desk, key)).closed).toBe(false)
    expect(await timesHappened(desk, key, 'TicketResolved')).toBe(1)
    expect(await timesHappened(desk, key, 'TicketReopened')).toBe(1)
  })
})

describe('while Telegram cannot say who is in the group', () => {
  /** From now on, and nobody's membership is remembered; resolves once that was asked in vain more than once. */
  async function untold(does: { does: 'error'; status: number } | { does: 'too-many'; retryAfterSeconds: number }) {
    const { faults, ledger } = desk.playground.telegram
    await desk.restart()
    const asks = () => ledger.entries.filter((one) => 'method' in one && one.method === 'getChatMember').length
    const before = asks()
    faults.arm({ on: 'call', method: 'getChatMember', ...does }, Number.POSITIVE_INFINITY)
    return {
      askedAgain: () => until(() => asks() - before > 1, 'that Telegram was asked again'),
      told: () => faults.clear(),
    }
  }
  const takenForStranger = (who: number) =>
    desk.telegram.messages(FORUM).filter(({ onlyFor, text }) => onlyFor === who && text.includes('Only the people of'))

  it('what Bo has answered stays with the customer; his edit and his next words wait, and are an agent’s', async () => {
    const cara = newCustomer(desk, 'Kay')
    const { thread } = await asksInForum(desk, cara, 'Frozen')
    const id = write(TG_BO, thread, 'Pres F5')
    await told(desk, cara, 'Pres F5')
    const group = await untold({ does: 'error', status: 502 })
    desk.telegram.edit(TG_BO, id, 'Press F5', { chat: FORUM, thread })
    write(TG_BO, thread, 'Then F6')
    await group.askedAgain()
    expect(timesTold(desk, cara, 'Pres F5')).toBe(1)
    group.told()
    await told(desk, cara, 'Press F5')
    await told(desk, cara, 'Then F6')
    expect(takenForStranger(TG_BO)).toEqual([])
  })

  it('a topic he closes stays closed, and a command of his is not a stranger’s', async () => {
    const [cara, dora] = [newCustomer(desk, 'Lea'), newCustomer(desk, 'Mia')]
    const { thread, key } = await asksInForum(desk, cara, 'Too hot')
    const other = await asksInForum(desk, dora, 'Too cold')
    const group = await untold({ does: 'too-many', retryAfterSeconds: 1 })
    desk.telegram.turnTopic(TG_BO, FORUM, thread, true)
    write(TG_BO, other.thread, '/close')
    await group.askedAgain()
    group.told()
    await told(desk, cara, `We think ${key} is solved`)
    await told(desk, dora, `We think ${other.key} is solved`)
    await desk.desk.idle()
    expect((await topicOf(desk, key)).closed).toBe(true)
    expect(topicShows(desk, other.thread).filter(({ text }) => text.includes('privately'))).toEqual([])
    expect(takenForStranger(TG_BO)).toEqual([])
  })

  it('a customer’s own chat does not wait for that', async () => {
    const cara = newCustomer(desk, 'Nora')
    const { thread } = await asksInForum(desk, cara, 'Slow todya')
    const group = await untold({ does: 'error', status: 502 })
    const [first] = desk.telegram.messages(cara).filter(({ text }) => text === 'Slow todya')
    desk.telegram.edit(cara, first?.id ?? 0, 'Slow today')
    desk.telegram.write(cara, 'And yesterday')
    await inTopic(desk, thread, 'Slow today')
    await inTopic(desk, thread, 'And yesterday')
    group.told()
  })
})

it('what is late calls the lead by name where the agents work, and a Slack group’s id stands nowhere', async () => {
  const cara = newCustomer(desk, 'Olga')
  await clockStandsAt(desk, '2027-02-01T09:00:00Z')
  const { thread, key } = await asksInForum(desk, cara, 'The fan screams')
  write(TG_BO, thread, '// I look tomorrow')
  await until(async () => (await timesHappened(desk, key, 'NoteAdded')) === 1, 'the note')
  await clockStandsAt(desk, '2027-02-02T10:00:20Z')
  await until(async () => (await timesHappened(desk, key, 'Escalated')) === 1, 'the first rung')
  await clockMoves(desk, 16 * 60_000)
  const calling = await until(() => desk.telegram.messages(FORUM).find(({ pinged }) => pinged.length > 0), 'a call')
  expect(calling.text).toMatch(/^Bo\n/)
  expect(desk.telegram.messages(FORUM).filter(({ text }) => text.includes('S0LEADS'))).toEqual([])
})
