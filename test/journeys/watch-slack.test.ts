import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, LENA, RITA, SAM, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { matches, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'
import { smallFiles } from '../support/small-files.ts'

const STRANGER = 'U0CORA'
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
  desk.slack.addUser({ id: STRANGER, name: 'cora', real_name: 'Cora', is_stranger: true })
  for (const id of [STRANGER, SAM, KIM]) desk.slack.join(id, HELP)
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** What Kim reads of it in her own chat with the desk. */
const kimReads = (user = KIM): string[] => all(user).map((message) => desk.slack.textOf(message))
const all = (user: string): SlackMessage[] => {
  const roots = desk.slack.messages(desk.slack.dm(user)).filter(({ thread_ts, ts }) => !thread_ts || thread_ts === ts)
  return roots
    .flatMap(({ ts }) => desk.slack.messages(desk.slack.dm(user), { thread: ts }))
    .filter(({ deleted }) => !deleted)
}
const kimHears = (words: string | RegExp, user = KIM): Promise<SlackMessage> =>
  until(() => all(user).findLast((message) => matches(desk.slack.textOf(message), words)), `«${words}» for ${user}`)

const watch = (user: string, { key }: Asked, whom: string) =>
  desk.slack.command(user, HELP, '/ticket', `watch ${key} ${whom}`)

/** The root of what Kim was brought into. */
async function kimWatches(asked: Asked): Promise<SlackMessage> {
  await watch(RITA, asked, '<@U0KIM|kim>')
  return kimHears(`into ${asked.key}`)
}

it('Rita brings Kim in: Kim reads what was said and no note, writes, edits, takes back, and gets files', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the blue printer hums')
  slack.say(ADA, TRIAGE, { text: '// a canary among agents', thread: asked.card.ts })
  await whispered(desk, ADA, 'This stays between us')
  slack.say(ADA, TRIAGE, { text: 'Does it hum loudly?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'hum loudly')
  const root = await kimWatches(asked)
  expect(slack.textOf(root)).toContain('Rita brought you into')
  await kimHears('Does it hum loudly?')
  await kimHears(/Rita\s+the blue printer hums/)
  await agentsHear(desk, asked, 'Rita brought Kim into')
  await ritaHears(desk, asked, 'Rita brought Kim into')
  await until(() => cardNow(desk, asked.card).includes('Also read by'), 'that the card says who reads along')

  const said = slack.say(KIM, slack.dm(KIM), { text: 'I hear it, too', thread: root.ts })
  await ritaHears(desk, asked, /Kim\s+I hear it, too/)
  await agentsHear(desk, asked, /Kim\s+I hear it, too/)
  slack.edit(KIM, slack.dm(KIM), said, 'I hear it as well')
  await ritaHears(desk, asked, 'I hear it as well')
  slack.remove(KIM, slack.dm(KIM), said)
  await until(() => !ritaReads(desk, asked).join().includes('I hear it'), 'that Rita reads it no more')
  expect(kimReads().filter((text) => text.includes('I hear it'))).toEqual([])

  slack.say(RITA, HELP, { text: 'Very loudly', thread: asked.root.ts })
  await kimHears(/Rita\s+Very loudly/)
  slack.say(ADA, TRIAGE, {
    text: 'Then do this',
    thread: asked.card.ts,
    files: [{ name: 'how.png', bytes: smallFiles.png, mimetype: 'image/png' }],
  })
  const withFile = await until(() => all(KIM).find(({ files }) => files?.length === 1), 'the file for Kim')
  expect(Buffer.from(slack.bytes(withFile.files?.[0]?.id ?? ''))).toEqual(smallFiles.png)
  const answer = slack.say(ADA, TRIAGE, { text: 'Pull teh plug', thread: asked.card.ts })
  await kimHears('Pull teh plug')
  slack.edit(ADA, TRIAGE, answer, 'Pull the plug')
  const copy = await kimHears('Pull the plug')
  slack.react(KIM, copy.channel, copy.ts, 'thumbsup')
  const shown = () => slack.message(TRIAGE, answer)?.reactions?.map(({ name }) => name) ?? []
  await until(() => shown().some((name) => name === '+1' || name === 'thumbsup'), 'Kim’s thumb on Ada’s own message')
  slack.remove(ADA, TRIAGE, answer)
  await until(() => !kimReads().join().includes('the plug'), 'that Kim reads it no more')

  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await kimHears(/solved/)
  expect(kimReads().join()).not.toContain('canary')
  // Her word counts as Rita's: what was solved is open again.
  slack.say(KIM, slack.dm(KIM), { text: 'It hums again', thread: root.ts })
  await until(async () => (await timesHappened(desk, asked.key, 'TicketReopened')) === 1, 'that it is open again')
})

it('Kim leaves by the button, and what she writes then goes nowhere; brought in again she reads what she missed', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the red printer smokes')
  const root = await kimWatches(asked)
  await slack.press(KIM, slack.dm(KIM), root.ts, { label: 'Leave' })
  await ritaHears(desk, asked, 'Kim has left')
  const late = slack.say(KIM, slack.dm(KIM), { text: 'one word more', thread: root.ts })
  await whispered(desk, KIM, 'goes on without you')
  slack.edit(KIM, slack.dm(KIM), late, 'one more word')
  slack.say(ADA, TRIAGE, { text: 'Said meanwhile', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Said meanwhile')
  await desk.desk.idle()
  expect(kimReads().join()).not.toContain('Said meanwhile')
  expect(shownIn(slack, TRIAGE, asked.card.ts).join()).not.toMatch(/one word more|one more word/)
  await watch(RITA, asked, '<@U0KIM|kim>')
  await kimHears('Said meanwhile')
  await slack.command(RITA, HELP, '/ticket', `unwatch ${asked.key} <@U0KIM|kim>`)
  await kimHears(`${asked.key} goes on without you`)
})

it('nobody comes in who may not: not by themselves, not strangers, not bots, not who is blocked', async () => {
  const asked = await ritaAsks(desk, 'the green printer sings')
  for (const user of [KIM, SAM, STRANGER]) {
    await watch(user, asked, '')
    await whispered(desk, user, `There is no ticket ${asked.key}`)
    await watch(user, asked, `<@${user}|x>`)
  }
  await watch(RITA, asked, `<@${STRANGER}|cora>`)
  await whispered(desk, RITA, 'people of your own workspace')
  await watch(RITA, asked, 'DEMO-1')
  await until(
    () =>
      desk.slack.ephemerals(RITA).filter((shown) => desk.slack.textOf(shown).includes('own workspace')).length === 2,
    'the second refusal',
  )
  await watch(RITA, asked, '')
  await whispered(desk, RITA, 'Name a colleague')
  expect(await timesHappened(desk, asked.key, 'WatcherAdded')).toBe(0)
  // An agent brings herself in, and answers from there.
  await watch(LENA, asked, '')
  const root = await kimHears(`in ${asked.key}`, LENA)
  desk.slack.say(LENA, desk.slack.dm(LENA), { text: 'From my own chat', thread: root.ts })
  await ritaHears(desk, asked, 'From my own chat')
  expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(1)
  desk.slack.say(LENA, desk.slack.dm(LENA), { text: '// a canary of Lena’s', thread: root.ts })
  await agentsHear(desk, asked, 'a canary of Lena’s')
  expect(ritaReads(desk, asked).join()).not.toContain('canary')
})

it('in the thread of a channel others of the company speak along, agents answer, and strangers stay a note', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the lift stands still')
  slack.say(KIM, HELP, { text: 'On our floor as well', thread: asked.root.ts })
  await agentsHear(desk, asked, /^Kim\s+On our floor as well/)
  slack.say(STRANGER, HELP, { text: 'With us it works', thread: asked.root.ts })
  await agentsHear(desk, asked, /Note by Cora\s+With us it works/)
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'Waiting for an answer' })
  const answered = slack.say(ADA, HELP, { text: '<@U0RITA> which floor?', thread: asked.root.ts })
  await agentsHear(desk, asked, 'which floor?')
  expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(1)
  slack.edit(ADA, HELP, answered, '<@U0RITA> which floors?')
  await agentsHear(desk, asked, 'which floors?')
  slack.say(ADA, TRIAGE, { text: '// a canary of the lift', thread: asked.card.ts })
  slack.say(KIM, HELP, { text: 'All of them', thread: asked.root.ts })
  await agentsHear(desk, asked, 'All of them')
  await desk.desk.idle()
  const inPublic = ritaReads(desk, asked)
  expect(inPublic.join()).not.toContain('canary')
  // Each word stands there once: as its author wrote it.
  expect(inPublic.filter((text) => /On our floor|which floors|All of them/.test(text))).toHaveLength(3)
  expect(await timesHappened(desk, asked.key, 'RequesterReplied')).toBe(3)
})

it('another requester: who was brought in goes with the old one; who is blocked is brought in by nobody', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the door of the archive')
  await kimWatches(asked)
  await watch(ADA, asked, `<@${SAM}|sam>`)
  await kimHears(`into ${asked.key}`, SAM)
  await edits(desk, ADA, asked.card, { Requester: KIM })
  await kimHears(`${asked.key} goes on without you`, SAM)
  await kimHears(`A ticket was opened for you: ${asked.key}`)
  slack.say(ADA, TRIAGE, { text: 'Here is your key', thread: asked.card.ts })
  await kimHears('Here is your key')
  await desk.desk.idle()
  expect([...kimReads(SAM), ...ritaReads(desk, asked)].join()).not.toContain('Here is your key')

  await edits(desk, ADA, asked.card, { 'Block the requester?': 'Yes' })
  await agentsHear(desk, asked, 'Ada blocked Kim')
  const other = await ritaAsks(desk, 'the door of the cellar')
  await watch(RITA, other, '<@U0KIM|kim>')
  await whispered(desk, RITA, 'cannot be brought into')
  expect(await timesHappened(desk, other.key, 'WatcherAdded')).toBe(0)
  await edits(desk, ADA, asked.card, { 'Block the requester?': 'No' })
})
