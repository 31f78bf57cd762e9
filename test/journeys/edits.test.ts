import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

const CARA = 7001
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const adaSays = ({ card }: Asked, text: string) => desk.slack.say(ADA, TRIAGE, { text, thread: card.ts })
const adaEdits = (ts: string, text: string) => desk.slack.edit(ADA, TRIAGE, ts, text)
const ritaNoLongerReads = (asked: Asked, words: string) =>
  until(() => !ritaReads(desk, asked).join('\n').includes(words), `that «${words}» is gone for Rita`)
const agentsRead = ({ card }: Asked) =>
  desk.slack
    .messages(TRIAGE, { thread: card.ts })
    .filter(({ deleted }) => !deleted)
    .map((message) => desk.slack.textOf(message))

/** The desk's posts in a thread that carry somebody's words `n1 n2 n3 …`, in order. */
function numbersIn(messages: readonly SlackMessage[]): string[] {
  return messages
    .filter(({ deleted, bot_id }) => !deleted && bot_id)
    .flatMap((message) => (desk.slack.textOf(message).split('Edited:')[0] ?? '').match(/\bn\d+\b/g) ?? [])
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `n${index + 1}`)

it('Ada edits and deletes what she wrote, and Rita’s copy follows in its place', async () => {
  const asked = await ritaAsks(desk, 'words that change')
  const ts = adaSays(asked, 'Come at *nine*')
  await ritaHears(desk, asked, 'Come at nine')
  const before = ritaReads(desk, asked).length
  adaEdits(ts, 'Come at *ten*')
  expect(await ritaHears(desk, asked, 'Come at ten')).toMatch(/^Ada/)
  expect(ritaReads(desk, asked)).toHaveLength(before)
  expect(ritaReads(desk, asked).join()).not.toContain('nine')
  desk.slack.remove(ADA, TRIAGE, ts)
  await ritaNoLongerReads(asked, 'Come at ten')
})

it('the same for Cara on Telegram', async () => {
  const { slack, telegram } = desk
  telegram.start(CARA)
  telegram.write(CARA, 'Where is my parcel?')
  const card = await cardOf(desk, 'Where is my parcel?')
  const ts = slack.say(ADA, TRIAGE, { text: 'It comes on Monday', thread: card.ts })
  await until(() => chatOf(desk, CARA).some((text) => text.includes('It comes on Monday')), 'the answer')
  adaEdits(ts, 'It comes on Tuesday')
  await until(() => chatOf(desk, CARA).some((text) => text.includes('It comes on Tuesday')), 'the edit')
  expect(chatOf(desk, CARA).join()).not.toContain('Monday')
  slack.remove(ADA, TRIAGE, ts)
  await until(() => !chatOf(desk, CARA).join().includes('Tuesday'), 'that it is gone')
})

it('where Slack lets nobody edit a copy any more the new words are said anew, once, and go with what they were said in place of', async () => {
  const asked = await ritaAsks(desk, 'words of yesterday')
  const ts = adaSays(asked, 'It is room 12')
  await ritaHears(desk, asked, 'room 12')
  const closes = (words: string): void => {
    const copy = desk.slack
      .messages(HELP, { thread: asked.root.ts })
      .find((one) => desk.slack.textOf(one).includes(words))
    desk.slack.closeEditWindow(HELP, copy?.ts ?? '')
  }
  const rooms = () => ritaReads(desk, asked).filter((text) => text.includes('room'))
  closes('room 12')
  adaEdits(ts, 'It is room 20')
  expect(await ritaHears(desk, asked, 'room 20')).toContain('edited')
  await ritaNoLongerReads(asked, 'room 12')
  await desk.desk.idle()
  closes('room 20')
  // Both are on their way before Slack has refused either.
  desk.playground.slack.faults.arm({ on: 'call', method: 'chat.update', does: 'too-many', retryAfterSeconds: 1 })
  adaEdits(ts, 'It is room 21')
  adaEdits(ts, 'It is room 22')
  await ritaHears(desk, asked, 'room 22')
  await ritaNoLongerReads(asked, 'room 20')
  await desk.desk.idle()
  expect(rooms()).toEqual([expect.stringContaining('room 22')])
  desk.slack.remove(ADA, TRIAGE, ts)
  await ritaNoLongerReads(asked, 'room')
})

it('Rita edits and deletes what she wrote, and the agents’ copy follows', async () => {
  const asked = await ritaAsks(desk, 'she changes her mind')
  const ts = desk.slack.say(RITA, HELP, { text: 'It is the left one', thread: asked.root.ts })
  await agentsHear(desk, asked, 'It is the left one')
  desk.slack.edit(RITA, HELP, ts, 'It is the right one')
  await agentsHear(desk, asked, 'It is the right one')
  expect(agentsRead(asked).join()).toContain('Edited: left → right')
  desk.slack.remove(RITA, HELP, ts)
  await until(() => !agentsRead(asked).join().includes('right one'), 'that it is gone')
})

it('an edit or a deletion after Ada has answered is said in the thread: her answer may be wrong now', async () => {
  const asked = await ritaAsks(desk, 'how many chairs')
  const ts = desk.slack.say(RITA, HELP, { text: 'I need 4 chairs', thread: asked.root.ts })
  await agentsHear(desk, asked, 'I need 4 chairs')
  adaSays(asked, 'They are on their way')
  await ritaHears(desk, asked, 'on their way')
  desk.slack.edit(RITA, HELP, ts, 'I need 14 chairs')
  await agentsHear(desk, asked, /^Rita.*edited a message after your answer: 4 → 14$/)
  await agentsHear(desk, asked, 'Edited after your answer: 4 → 14')
  desk.slack.remove(RITA, HELP, ts)
  await agentsHear(desk, asked, /^Rita.*deleted a message that you have answered since/)
  expect(agentsRead(asked).filter((text) => text.includes('I need'))).toEqual([])
  expect(ritaReads(desk, asked).join()).not.toContain('after your answer')
})

it('// put before a reply takes it back from Rita, and taking it away gives it to her again', async () => {
  const asked = await ritaAsks(desk, 'said too soon')
  const ts = adaSays(asked, 'it was her own fault')
  await ritaHears(desk, asked, 'her own fault')
  adaEdits(ts, '// it was her own fault')
  await ritaNoLongerReads(asked, 'her own fault')
  // She is told that it is held now, with the way out.
  await whispered(desk, ADA, 'begins with //')
  adaEdits(ts, 'it was nobody’s fault')
  await ritaHears(desk, asked, 'nobody’s fault')
  adaEdits(ts, 'it was nobody’s fault at all')
  await ritaHears(desk, asked, 'nobody’s fault at all')
  expect(ritaReads(desk, asked).filter((text) => text.includes('fault'))).toHaveLength(1)
  expect(await timesHappened(desk, asked.key, 'ReplyWithdrawn')).toBe(1)
})

it('a note edited or deleted stays between the agents', async () => {
  const asked = await ritaAsks(desk, 'notes stay inside')
  const ts = adaSays(asked, '// ask the vendor')
  await until(() => whispers(desk, ADA).some((text) => text.includes('begins with //')), 'that it is held')
  adaEdits(ts, '// ask the other vendor')
  await until(async () => (await timesHappened(desk, asked.key, 'MessageEdited')) === 1, 'the edit')
  desk.slack.remove(ADA, TRIAGE, ts)
  await until(async () => (await timesHappened(desk, asked.key, 'MessageDeleted')) === 1, 'the deletion')
  adaSays(asked, 'An answer')
  await ritaHears(desk, asked, 'An answer')
  await desk.desk.idle()
  expect(ritaReads(desk, asked).join()).not.toContain('vendor')
})

it('a colleague’s name put first holds back; a reply that was sent anyway stays sent when it is corrected', async () => {
  const asked = await ritaAsks(desk, 'by name')
  const ts = adaSays(asked, '<@U0BO> has teh key')
  const held = await whispered(desk, ADA, 'begins by naming Bo')
  await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
  await ritaHears(desk, asked, '@Bo has teh key')
  adaEdits(ts, '<@U0BO> has the key')
  await ritaHears(desk, asked, '@Bo has the key')
  expect(await timesHappened(desk, asked.key, 'ReplyWithdrawn')).toBe(0)
})

it('12,000 characters arrive whole, and the copy follows an edit that makes them fewer or more', async () => {
  const asked = await ritaAsks(desk, 'a long story')
  const thread = () => desk.slack.messages(TRIAGE, { thread: asked.card.ts })
  const ts = desk.slack.say(RITA, HELP, { text: numbers(2100).join(' '), thread: asked.root.ts })
  await until(() => numbersIn(thread()).length === 2100, 'all of it')
  expect(numbersIn(thread())).toEqual(numbers(2100))
  desk.slack.edit(RITA, HELP, ts, numbers(900).join(' '))
  await until(() => numbersIn(thread()).length === 900, 'the shorter one')
  expect(numbersIn(thread())).toEqual(numbers(900))
  desk.slack.edit(RITA, HELP, ts, numbers(2300).join(' '))
  await until(() => numbersIn(thread()).length === 2300, 'the longer one')
  expect(numbersIn(thread())).toEqual(numbers(2300))
  expect(shownIn(desk.slack, HELP).filter((text) => text.includes('a long story'))).toHaveLength(1)
})

it('words that wait for her choice of a ticket are taken back there: no ticket hears of them', async () => {
  const { slack } = desk
  await ritaAsks(desk, 'one ticket')
  await ritaAsks(desk, 'and another')
  const chat = slack.dm(RITA)
  const asksWhich = () => slack.messages(chat).findLast(({ bot_id, deleted }) => bot_id && !deleted)
  const shows = (words: string) =>
    until(() => {
      const shown = asksWhich()
      return shown && slack.textOf(shown).includes(words) ? shown : undefined
    }, `«${words}» in her chat`)
  const secret = slack.say(RITA, chat, 'my password is hunter2')
  await shows('Which one is this for?')
  slack.say(RITA, chat, 'The lamp is dark')
  slack.remove(RITA, chat, secret)
  await desk.playground.slack.idle()
  await desk.desk.idle()
  const picker = await shows('Which one is this for?')
  await slack.press(RITA, chat, picker.ts, { label: 'New question instead' })
  const card = await cardOf(desk, 'The lamp is dark')
  expect(shownIn(slack, TRIAGE, card.ts).join()).not.toContain('hunter2')

  // Of nothing that waits nothing is asked.
  const only = slack.say(RITA, chat, 'my PIN is 4711')
  await shows('Which one is this for?')
  slack.remove(RITA, chat, only)
  await shows('Nothing was sent')
  await desk.desk.idle()
  expect(shownIn(slack, TRIAGE).join()).not.toContain('4711')
})

it('who overlooks the question in Slack is asked again below, once, and all that waited goes where she says', async () => {
  const { slack } = desk
  const chat = slack.dm(RITA)
  const pickers = () =>
    slack
      .messages(chat)
      .filter((one) => one.bot_id && !one.deleted && slack.textOf(one).includes('Which one is this for?'))
  const before = pickers().length
  slack.say(RITA, chat, 'The door creaks')
  await until(() => pickers().length === before + 1, 'the question')
  await clockMoves(desk, 60_000)
  slack.say(RITA, chat, 'Anybody?')
  desk.later(5)
  slack.say(RITA, chat, 'It creaks loudly')
  await until(() => pickers().length === before + 2, 'the question again')
  await desk.playground.slack.idle()
  await desk.desk.idle()
  const [old, picker] = pickers().slice(before)
  expect(old && slack.textOf(old)).not.toContain('New question instead')
  if (picker) await slack.press(RITA, chat, picker.ts, { label: 'New question instead' })
  const card = await cardOf(desk, 'The door creaks')
  await until(() => shownIn(slack, TRIAGE, card.ts).join().includes('loudly'), 'the last of her words')
  expect(shownIn(slack, TRIAGE, card.ts).slice(-3)).toEqual(
    ['The door creaks', 'Anybody?', 'It creaks loudly'].map((words) => `Rita\n${words}`),
  )
  expect(pickers()).toHaveLength(before + 1)
})
