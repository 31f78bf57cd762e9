import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { inThread, newCustomer, pressed, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { inTopic, topicOf, topicShows, topics } from '../support/forum.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

/** An agent with two names, of which requesters read the first. */
const IDA = 'U0IDA'
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ privateTopics: { theirs: true } })
  desk.slack.addUser({ id: IDA, name: 'ida', real_name: 'Ida Lovelace' })
  desk.slack.join(IDA, TRIAGE)
})
afterEach(() => {
  desk.telegram.setTopics({ theirs: true })
  return replayedEqualsStored(desk, ({ fault }) => fault !== null && /not-found|not-a-forum|follows/.test(fault))
})
afterAll(() => desk.stop())

/** A customer's first words, their card, and the topic that was made for them. */
async function asks(name: string, words: string) {
  const customer = newCustomer(desk, name)
  return { customer, ...(await asksMore(customer, words)) }
}

async function asksMore(customer: number, words: string, thread?: number) {
  desk.telegram.write(customer, { text: words, thread })
  const card = await cardOf(desk, words)
  const key = keyOn(desk, card)
  const topic = await topicOf(desk, key, customer)
  await inTopic(desk, topic.thread, `ticket ${key}`, customer)
  return { card, key, topic: topic.thread }
}

const says = (user: string, { channel, ts }: { channel: string; ts: string }, text: string) =>
  desk.slack.say(user, channel, { text, thread: ts })
const nameOf = async (customer: number, key: string) => (await topicOf(desk, key, customer)).name
const shows = (customer: number, thread: number) => topicShows(desk, thread, customer).map(({ text }) => text)

describe('a topic per ticket', () => {
  it('is made by the first words, and everything of the ticket is said there', async () => {
    const { customer, key, card, topic } = await asks('Cara', 'The printer smokes')
    expect(await topicOf(desk, key, customer)).toMatchObject({ name: `💬 ${key} The printer smokes`, icon: '💬' })
    says(ADA, card, 'Is it plugged in?')
    await inTopic(desk, topic, /^Ada.*\nIs it plugged in\?/, customer)
    desk.telegram.write(customer, { text: 'It is', thread: topic })
    await inThread(desk, card, 'It is')
    says(ADA, card, '// she is impatient')
    await desk.desk.idle()
    expect(shows(customer, topic).join()).not.toContain('impatient')
    await desk.slack.press(ADA, card.channel, card.ts, { label: 'Resolve' })
    await inTopic(desk, topic, 'is solved', customer)
    await until(async () => (await nameOf(customer, key)) === `✅ ${key} The printer smokes`, 'the sign of the end')
    expect((await topicOf(desk, key, customer)).closed).toBe(false)
    desk.telegram.write(customer, { text: 'It smokes again', thread: topic })
    await inThread(desk, card, 'It smokes again')
    await until(async () => (await nameOf(customer, key)).startsWith('💬'), 'the sign that it is open')
    // Outside of its topic stand the greeting and what the customer wrote there.
    await desk.desk.idle()
    const outside = desk.telegram
      .messages(customer)
      .filter(({ from, thread }) => from === 'bot' && thread === undefined)
    expect(outside.map(({ text }) => text)).toEqual([expect.stringContaining('Hello Cara')])
  })

  it('lets two tickets go on beside each other, without a picker', async () => {
    const first = await asks('Dora', 'No sound at all')
    const { customer } = first
    desk.telegram.write(customer, '/new')
    await told(desk, customer, 'What is it?')
    await pressed(desk, customer, 'Question')
    await answers(customer, 'No picture either')
    const card = await cardOf(desk, 'No picture either')
    const second = await topicOf(desk, keyOn(desk, card), customer)
    desk.telegram.write(customer, { text: 'The loudspeaker is on', thread: first.topic })
    desk.telegram.write(customer, { text: 'The screen is black', thread: second.thread })
    await inThread(desk, card, 'The screen is black')
    await inThread(desk, first.card, 'The loudspeaker is on')
    expect(threadOf(desk, card).join()).not.toContain('loudspeaker')
    expect(timesTold(desk, customer, 'Which one is this for?')).toBe(0)
    // In a topic its key need not be said; outside it is asked which one.
    desk.telegram.write(customer, { text: '/status', thread: second.thread })
    await inTopic(desk, second.thread, /Turn: /, customer)
    desk.telegram.write(customer, 'And one thing more')
    await told(desk, customer, 'Which one is this for?')
    await pressed(desk, customer, /No sound at all/)
    await inThread(desk, first.card, 'And one thing more')
    desk.telegram.write(customer, { text: '/close', thread: second.thread })
    await until(async () => (await nameOf(customer, second.name.split(' ')[1] ?? '')).startsWith('✅'), 'the end')
    expect(await nameOf(customer, first.key)).toMatch(/^💬/)
  })
})

it('a form begun in a ticket’s topic takes no answer to what the agents asked there', async () => {
  const { customer, card, topic } = await asks('Ines', 'The heating hums')
  says(ADA, card, 'Since when?')
  const asked = await inTopic(desk, topic, 'Since when?', customer)
  desk.telegram.write(customer, { text: '/new', thread: topic })
  await inTopic(desk, topic, 'What is it?', customer)
  await pressed(desk, customer, 'Question')
  await inTopic(desk, topic, /^Subject/, customer)
  desk.telegram.write(customer, { text: 'Since noon', thread: topic, replyTo: asked.id })
  await inThread(desk, card, 'Since noon')
  desk.telegram.write(customer, { text: 'The lamp hums, too', thread: topic })
  await inTopic(desk, topic, 'What happened?', customer)
  await pressed(desk, customer, 'Cancel')
})

/** Goes through the rest of the form, question by question. */
async function answers(customer: number, subject: string) {
  await told(desk, customer, 'Subject')
  desk.telegram.write(customer, subject)
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, `${subject}, in detail`)
  await pressed(desk, customer, 'Send')
}

it('the rating is asked there, and the comment on it is given there without reopening anything', async () => {
  const { customer, key, card, topic } = await asks('Nell', 'The coffee is cold')
  const other = await asksMore(customer, 'The tea is too', desk.telegram.makeTopic(customer))
  await desk.slack.press(ADA, card.channel, card.ts, { label: 'Resolve' })
  await inTopic(desk, topic, 'is solved', customer)
  await clockMoves(desk, 2 * 60_000)
  const asked = await inTopic(desk, topic, 'was our answer', customer)
  desk.telegram.press(customer, asked.id, { label: '4' })
  await inThread(desk, card, /rates the answer 4/)
  await pressed(desk, customer, 'Add a comment')
  await inTopic(desk, topic, /next/i, customer)
  desk.telegram.write(customer, { text: 'It has milk', thread: other.topic })
  await inThread(desk, other.card, 'It has milk')
  desk.telegram.write(customer, { text: 'Hot at last', thread: topic })
  await inThread(desk, card, /on the rating[\s\S]*Hot at last/)
  expect(await timesHappened(desk, key, 'TicketReopened')).toBe(0)
})

it('another requester gets a topic of their own, and the old one’s says that it is over', async () => {
  const ola = newCustomer(desk, 'Ola')
  const { customer, key, card, topic } = await asks('Pia', 'It is not mine')
  await edits(desk, ADA, card, { 'Or a requester who is not in Slack': String(ola) })
  await inTopic(desk, topic, key, customer)
  const next = await topicOf(desk, key, ola)
  await inTopic(desk, next.thread, key, ola)
  await until(async () => (await nameOf(customer, key)).startsWith('✅'), 'the end for Pia')
  says(ADA, card, 'Good day')
  await inTopic(desk, next.thread, 'Good day', ola)
})

describe('a topic the customer made', () => {
  it('is adopted by the ticket that its first words open, whatever else is open, and renamed', async () => {
    const first = await asks('Enid', 'The door is locked')
    const { customer } = first
    const own = desk.telegram.makeTopic(customer)
    const second = await asksMore(customer, 'The window is stuck', own)
    expect(second.topic).toBe(own)
    expect(second.key).not.toBe(first.key)
    await until(async () => (await nameOf(customer, second.key)) === `💬 ${second.key} The window is stuck`, 'its name')
    desk.telegram.write(customer, { text: 'since Monday', thread: own })
    await inThread(desk, second.card, 'since Monday')
    says(ADA, second.card, 'We send somebody')
    await inTopic(desk, own, 'We send somebody', customer)
    expect(topics(desk, customer)).toHaveLength(2)
  })

  it('opens nothing by a greeting, and holds the form that was begun in it', async () => {
    const customer = newCustomer(desk, 'Fay')
    const own = desk.telegram.makeTopic(customer, 'My things')
    desk.telegram.write(customer, { text: 'Hello!', thread: own })
    await until(() => shows(customer, own).length === 2, 'an answer in the topic')
    desk.telegram.write(customer, { text: '/new', thread: own })
    await inTopic(desk, own, 'What is it?', customer)
    await pressed(desk, customer, 'Question')
    await inTopic(desk, own, 'Subject', customer)
    // Not said in the topic where it was asked, it is no answer.
    desk.telegram.write(customer, 'My chair squeaks')
    const other = await cardOf(desk, 'My chair squeaks')
    desk.telegram.write(customer, { text: 'A new desk', thread: own })
    await inTopic(desk, own, 'What happened?', customer)
    desk.telegram.write(customer, { text: 'of oak', thread: own })
    await pressed(desk, customer, 'Send')
    const card = await cardOf(desk, 'A new desk')
    await until(() =>
      topics(desk, customer)
        .find(({ thread }) => thread === own)
        ?.name.includes(keyOn(desk, card)),
    )
    expect(threadOf(desk, other).join()).not.toContain('oak')
  })
})

describe('a topic that was deleted', () => {
  it('is made again by the next word, with what was read there, and no note', async () => {
    const { customer, key, card, topic } = await asks('Gil', 'My screen flickers')
    says(ADA, card, 'Since when?')
    await inTopic(desk, topic, 'Since when?', customer)
    says(ADA, card, '// the old model, I bet')
    desk.telegram.write(customer, { text: 'Since noon', thread: topic })
    await inThread(desk, card, 'Since noon')
    await desk.desk.idle()
    desk.telegram.deleteTopic(customer, customer, topic)
    says(ADA, card, 'Please restart it')
    const again = await topicOf(desk, key, customer)
    expect(again.thread).not.toBe(topic)
    await inTopic(desk, again.thread, 'Please restart it', customer)
    const [opened, line, ...said] = shows(customer, again.thread)
    expect(opened).toContain(key)
    expect(line).toContain('was deleted')
    expect(said).toEqual([
      'Gil\nMy screen flickers',
      'Ada\nSince when?',
      'Gil\nSince noon',
      expect.stringMatching(/restart it/),
    ])
    desk.telegram.write(customer, { text: 'It helped', thread: again.thread })
    await inThread(desk, card, 'It helped')
  })

  it('bears what agents said as they signed it, also when nothing is kept any more of what was sent', async () => {
    const { customer, key, card, topic } = await asks('Hera', 'My mouse squeaks')
    says(IDA, card, 'Mice do')
    await inTopic(desk, topic, /^Ida\nMice do/, customer)
    await desk.desk.idle()
    await clockMoves(desk, 31 * 86_400_000)
    await desk.desk.runTimers()
    await desk.desk.idle()
    desk.telegram.deleteTopic(customer, customer, topic)
    says(IDA, card, 'Is it better?')
    const again = await topicOf(desk, key, customer)
    await inTopic(desk, again.thread, /Is it better/, customer)
    expect(shows(customer, again.thread)).toContain('Ida\nMice do')
    expect(shows(customer, again.thread).join()).not.toContain('Lovelace')
  })

  it('is not made again to say that it is solved: that stands in the chat itself', async () => {
    const { customer, key, card, topic } = await asks('Hal', 'Never mind')
    await desk.desk.idle()
    desk.telegram.deleteTopic(customer, customer, topic)
    await desk.slack.press(ADA, card.channel, card.ts, { label: 'Resolve' })
    const end = await told(desk, customer, `We think ${key} is solved`)
    expect(end.thread).toBeUndefined()
    expect(topics(desk, customer)).toEqual([])
    desk.telegram.write(customer, 'It is not')
    await inThread(desk, card, 'It is not')
    says(ADA, card, 'I look again')
    expect((await told(desk, customer, 'I look again')).text).toContain(key)
  })
})

describe('what is on its way is shown', () => {
  it('while an agent has the Reply form open, but not to who has blocked the bot, nor of a private ticket', async () => {
    const gone = await asks('Jo', 'Angry about the heating')
    const secret = await asks('Kit', 'About my salary')
    await edits(desk, ADA, secret.card, { 'Private to': ['Ada'] })
    const { customer, card, topic } = await asks('Lea', 'When is lunch')
    await desk.desk.idle()
    desk.telegram.block(gone.customer)
    await desk.playground.telegram.idle()
    await desk.desk.idle()
    const own = await until(() => seen(desk.slack, desk.slack.dm(ADA), secret.key), 'the card in her own chat')
    const cards = [gone.card, own, card]
    for (const { channel, ts } of cards) {
      await desk.slack.press(ADA, channel, ts, { label: 'Reply' })
      await until(() => desk.slack.view(ADA), 'the form')
      await desk.slack.closeView(ADA)
    }
    await until(() => desk.telegram.actions(customer).length > 0, 'that somebody types')
    expect(desk.telegram.actions(customer)).toEqual([{ chat: customer, thread: topic, action: 'typing' }])
    expect(desk.telegram.actions(gone.customer)).toEqual([])
    expect(desk.telegram.actions(secret.customer)).toEqual([])
    desk.telegram.unblock(gone.customer)
  })

  it('while a file is brought over', async () => {
    const { customer, card, topic } = await asks('Max', 'How does it look')
    const files = [{ name: 'plan.png', bytes: smallFiles.png, mimetype: 'image/png' }]
    desk.slack.say(ADA, card.channel, { text: 'So', files, thread: card.ts })
    await until(() => desk.telegram.messages(customer).some(({ kind }) => kind === 'photo'), 'the picture')
    expect(desk.telegram.actions(customer)).toContainEqual({ chat: customer, thread: topic, action: 'upload_photo' })
  })
})

it('where topics are not to be had any more it goes on in the plain chat, and nothing is lost', async () => {
  desk.telegram.setTopics(undefined)
  const customer = newCustomer(desk, 'Ida')
  desk.telegram.write(customer, 'The lift hangs')
  const card = await cardOf(desk, 'The lift hangs')
  const opened = await told(desk, customer, `ticket ${keyOn(desk, card)}`)
  expect(opened.thread).toBeUndefined()
  says(ADA, card, 'On which floor?')
  const answer = await told(desk, customer, 'On which floor?')
  expect(answer.text).toContain(keyOn(desk, card))
  desk.telegram.write(customer, 'On the third')
  await inThread(desk, card, 'On the third')
})
