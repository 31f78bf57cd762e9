import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest'
import { clockMoves } from '../support/clock.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { asksInForum, FORUM, inTopic, TG_ADA, TG_BO, topicOf, topicShows, topics, withForum } from '../support/forum.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

let desk: TestDesk

/** Where tickets about the network are worked on. */
const NETWORK = -1002

beforeAll(async () => {
  const route = { when: { tag: ['network'] }, to: String(NETWORK) }
  desk = await startTestDesk({ desk: (demo) => ({ ...withForum(demo), routing: [route] }) })
  desk.telegram.addForum(NETWORK, 'Network', [TG_ADA, TG_BO])
})
afterEach(() => replayedEqualsStored(desk, ({ fault }) => fault !== null && /not-found|migrated/.test(fault)))
afterAll(() => desk.stop())

const photosIn = (thread: number) =>
  desk.telegram.messages(FORUM).flatMap((one) => (one.thread === thread && one.kind === 'photo' ? [one.text] : []))
const write = (thread: number, text: string) => desk.telegram.write(TG_ADA, { text, chat: FORUM, thread })

it('a deleted topic is made again, with its card, a line that says so and what was said', async () => {
  const cara = newCustomer(desk, 'Cara')
  const { thread, key } = await asksInForum(desk, cara, 'No dial tone')
  write(thread, 'Which phone?')
  await told(desk, cara, 'Which phone?')
  write(thread, '// she has two')
  desk.telegram.send(cara, { photo: { bytes: smallFiles.jpg, caption: 'This is how it looks' } })
  await until(() => photosIn(thread).length === 1, 'the photo')
  await desk.desk.idle()
  desk.telegram.deleteTopic(TG_ADA, FORUM, thread)
  desk.telegram.write(cara, 'The black one')
  desk.telegram.write(cara, 'on the left')

  const again = await until(() => topics(desk).find((topic) => topic.name.includes(key)), 'another topic')
  await inTopic(desk, again.thread, 'on the left')
  const [card, ...said] = topicShows(desk, again.thread).map(({ text }) => text)
  expect(card).toContain(`${key} · No dial tone`)
  expect(said).toEqual([
    'The topic of this ticket was deleted, so it goes on in this one. The last messages:',
    'Cara\nNo dial tone',
    'Ada\nWhich phone?',
    'Note by Ada\nshe has two',
    'Cara\nThe black one',
    'Cara\non the left',
  ])
  expect(again.name).toMatch(/^💬/)
  expect(photosIn(again.thread)).toEqual(['Cara\nThis is how it looks'])
  // What was sent again has not got lost.
  await desk.desk.runTimers()
  expect(await timesHappened(desk, key, 'UndeliveredFound')).toBe(0)

  // It goes on there: words both ways, edits, the card.
  write(again.thread, 'I see it')
  await told(desk, cara, 'I see it')
  desk.telegram.edit(cara, desk.telegram.write(cara, 'Thank yuo'), 'Thank you, Ada')
  await inTopic(desk, again.thread, 'Thank you, Ada')
  desk.telegram.turnTopic(TG_ADA, FORUM, again.thread, true)
  await told(desk, cara, `We think ${key} is solved`)
  await inTopic(desk, again.thread, /Status: Done/)
  expect(topics(desk).filter(({ name }) => name.includes(key))).toHaveLength(1)
})

it('… a month later, too, when nothing is kept any more of what was sent', async () => {
  const cara = newCustomer(desk, 'Nora')
  const { thread, card: first, key } = await asksInForum(desk, cara, 'The dish is dented')
  // From now on the topic bears another sign, which was sent so long ago as well.
  desk.telegram.press(TG_ADA, first.id, { label: 'Take' }, { chat: FORUM })
  await topicOf(desk, /^💬.*dented/u)
  write(thread, '// which dish?')
  await inTopic(desk, thread, 'which dish?')
  await desk.desk.idle()
  await clockMoves(desk, 31 * 86_400_000)
  await desk.desk.runTimers()
  await desk.desk.idle()
  desk.telegram.deleteTopic(TG_ADA, FORUM, thread)
  desk.telegram.write(cara, 'And now it is bent')
  const again = await until(() => topics(desk).find((topic) => topic.name.includes(key)), 'another topic')
  await inTopic(desk, again.thread, 'And now it is bent')
  const [card, ...said] = topicShows(desk, again.thread).map(({ text }) => text)
  expect(again.name).toContain('The dish is dented')
  expect(card).toContain(`${key} · The dish is dented`)
  expect(said.slice(1)).toEqual(['Nora\nThe dish is dented', 'Note by Ada\nwhich dish?', 'Nora\nAnd now it is bent'])
})

it('… when the card alone has something to say, too, but not for a ticket that is solved', async () => {
  const cara = newCustomer(desk, 'Dora')
  const { thread, card, key } = await asksInForum(desk, cara, 'Nothing at all')
  desk.telegram.deleteTopic(TG_ADA, FORUM, thread)
  desk.telegram.write(cara, 'Still nothing')
  const again = await topicOf(desk, key)
  await inTopic(desk, again.thread, 'Still nothing')
  expect(card.thread).not.toBe(again.thread)
  desk.telegram.turnTopic(TG_ADA, FORUM, again.thread, true)
  await told(desk, cara, `We think ${key} is solved`)
  await desk.desk.idle()
  desk.telegram.deleteTopic(TG_ADA, FORUM, again.thread)
  await desk.desk.idle()
  expect(topics(desk).some(({ name }) => name.includes(key))).toBe(false)

  desk.telegram.write(cara, 'It came back')
  const third = await topicOf(desk, key)
  await inTopic(desk, third.thread, 'It came back')
  expect(third.closed).toBe(false)
})

it('a card that was deleted alone is posted again in its topic', async () => {
  const cara = newCustomer(desk, 'Enid')
  const { thread, card } = await asksInForum(desk, cara, 'Lost card')
  desk.telegram.deleteByAdmin(TG_ADA, FORUM, card.id)
  write(thread, 'Have you looked under the table?')
  await told(desk, cara, 'under the table')
  const again = await inTopic(desk, thread, 'Requester:')
  expect(again.id).toBeGreaterThan(card.id)
})

it('tickets opened while the bot may not make topics are there once it may, with all that was said meanwhile', async () => {
  const { ledger } = desk.playground.telegram
  const before = ledger.entries.length
  const refused = () =>
    ledger.entries.slice(before).filter((one) => one.what === 'refused' && one.method === 'createForumTopic').length
  const later = async (minutes: number) => {
    await clockMoves(desk, minutes * 60_000)
    await desk.desk.runTimers()
    await desk.desk.idle()
  }
  const old = await asksInForum(desk, newCustomer(desk, 'Ida'), 'There before')
  desk.telegram.letManageTopics(FORUM, false)
  onTestFinished(() => desk.telegram.letManageTopics(FORUM, true))
  const jan = newCustomer(desk, 'Jan')
  desk.telegram.write(jan, 'The heating is off')
  await told(desk, jan, 'this is ticket')
  const lia = newCustomer(desk, 'Lia')
  desk.telegram.write(lia, 'A leak')
  await until(() => refused() === 2, 'that both topics are refused')
  const typed = desk.telegram.write(jan, 'Adn no warm water')
  // Words that still wait when they are mended go mended, and say nothing of it.
  const fell = `select from delivery where state = 'failed' and content::text like '%Adn no warm water%'`
  await until(async () => (await desk.database.query(fell)).rowCount === 1, 'that the words fall with their topic')
  desk.telegram.edit(jan, typed, 'And no warm water')
  // Those that are there go on.
  desk.telegram.write(old.customer, 'Still here')
  await inTopic(desk, old.thread, 'Still here')
  // It is tried again, later and later.
  await desk.desk.runTimers()
  expect(refused()).toBe(2)
  await later(1)
  await until(() => refused() === 4, 'that both are tried again')
  await later(1)
  expect(refused()).toBe(4)

  desk.telegram.letManageTopics(FORUM, true)
  await later(1)
  const { thread } = await topicOf(desk, 'The heating is off')
  await inTopic(desk, thread, 'And no warm water')
  const [card, ...said] = topicShows(desk, thread).map(({ text }) => text)
  expect(card).toContain('The heating is off')
  expect(said).toEqual(['Jan\nThe heating is off', expect.stringMatching(/^Jan\nAnd no warm water\n/)])
  await inTopic(desk, (await topicOf(desk, 'A leak')).thread, /Lia\nA leak/)
  const key = /[A-Z]+-\d+/.exec(card ?? '')?.[0] ?? ''
  // Nobody was told in a topic that was not there, nor is told now that it is.
  expect(await timesHappened(desk, key, 'UndeliveredFound')).toBe(0)
  write(thread, 'We come')
  await told(desk, jan, 'We come')
})

/** The group of agents, once it has become a supergroup. */
const UPGRADED = -1009

it('a group that became a supergroup, before Telegram says so: what is owed goes where it is now', async () => {
  const faye = newCustomer(desk, 'Faye')
  const { key } = await asksInForum(desk, faye, 'Before the move')
  const quiet = await asksInForum(desk, newCustomer(desk, 'Gail'), 'Nobody says a word')
  await desk.desk.idle()
  desk.telegram.upgrade(FORUM, UPGRADED, { untold: true })
  desk.telegram.write(faye, 'And before the desk knows')
  const { thread } = await topicOf(desk, key, UPGRADED)
  await inTopic(desk, thread, 'And before the desk knows', UPGRADED)
  expect(topicShows(desk, thread, UPGRADED)[0]?.text).toContain(`${key} · Before the move`)
  const dan = newCustomer(desk, 'Dan')
  const after = await asksInForum(desk, dan, 'After the move', UPGRADED)
  // Who is in the group is an agent there at once.
  desk.telegram.write(TG_ADA, { text: 'Welcome', chat: UPGRADED, thread: after.thread })
  await told(desk, dan, 'Welcome')
  expect(after.key).not.toBe(key)

  // Where only a card changes it stands in a topic of its ticket, too, and never in place of another message: a card
  // may say more by then, but stays the card of its ticket.
  const begun = () => desk.telegram.messages(UPGRADED).map(({ id, text }) => `${id}: ${text.split('\n')[0]}`)
  const said = begun()
  desk.telegram.write(TG_ADA, { text: `/tag ${quiet.key} vip`, chat: UPGRADED })
  const again = await topicOf(desk, quiet.key, UPGRADED)
  await inTopic(desk, again.thread, /Tags.*vip/s, UPGRADED)
  expect(begun()).toEqual(expect.arrayContaining(said))

  // A ticket from before the move leaves the group, and comes back to the topic it has there.
  const shut = () => topics(desk, UPGRADED).find((one) => one.thread === thread)?.closed
  desk.telegram.write(TG_ADA, { text: '/tag network', chat: UPGRADED, thread })
  const away = await topicOf(desk, key, NETWORK)
  await inTopic(desk, away.thread, 'And before the desk knows', NETWORK)
  await inTopic(desk, thread, 'goes on in another channel', UPGRADED)
  await until(() => shut() === true, 'that the topic it left is closed')
  desk.telegram.write(TG_ADA, { text: '/untag network', chat: NETWORK, thread: away.thread })
  await until(() => shut() === false, 'that it is open again')
  desk.telegram.write(faye, 'Back again?')
  await inTopic(desk, thread, 'Back again?', UPGRADED)
  expect(topics(desk, UPGRADED).filter(({ name }) => name.includes(key))).toHaveLength(1)
  expect(topicShows(desk, away.thread, NETWORK).some(({ text }) => text.includes('Back again?'))).toBe(false)
})

/** What became of the network's group. */
const GROWN = -1010

it('… and where Telegram says so the desk follows at once, without a single call refused', async () => {
  const hal = newCustomer(desk, 'Hal')
  const { key, thread } = await asksInForum(desk, hal, 'The cable is cut', UPGRADED)
  desk.telegram.write(TG_ADA, { text: '/tag network', chat: UPGRADED, thread })
  const old = await topicOf(desk, key, NETWORK)
  await inTopic(desk, old.thread, 'The cable is cut', NETWORK)
  await desk.desk.idle()
  const before = desk.playground.telegram.ledger.entries.length
  desk.telegram.upgrade(NETWORK, GROWN)
  // Whoever is in the group is an agent there, though nothing was owed to it.
  desk.telegram.write(TG_BO, { text: `/tag ${key} digger`, chat: GROWN })
  const { thread: now } = await topicOf(desk, key, GROWN)
  await inTopic(desk, now, /Tags.*digger/s, GROWN)
  desk.telegram.write(hal, 'In the yard')
  await inTopic(desk, now, 'In the yard', GROWN)
  desk.telegram.write(TG_ADA, { text: 'We are coming', chat: GROWN, thread: now })
  await told(desk, hal, 'We are coming')
  expect(refusedSince(before)).toEqual([])
  expect(topics(desk, GROWN).filter(({ name }) => name.includes(key))).toHaveLength(1)
})

it('… and the desk knows the group by its new id from then on, although its file does not', async () => {
  await desk.restart()
  const eve = newCustomer(desk, 'Eve')
  const before = desk.playground.telegram.ledger.entries.length
  const { thread } = await asksInForum(desk, eve, 'Long after the move', UPGRADED)
  // A process that has just begun remembers nobody: who is an agent is asked of the group as it is now.
  desk.telegram.write(TG_ADA, { text: 'Still here', chat: UPGRADED, thread })
  await told(desk, eve, 'Still here')
  expect(refusedSince(before)).toEqual([])
})

/** Telegram tells a bot nothing of people it has not met, and who has tickets may be looked up at any time: that is left out. */
function refusedSince(entry: number) {
  const refused = desk.playground.telegram.ledger.entries.slice(entry).filter(({ what }) => what === 'refused')
  return refused.filter((one) => !('error' in one && one.error === 'Bad Request: chat not found'))
}
