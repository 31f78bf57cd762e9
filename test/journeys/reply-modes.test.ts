import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { forgedPress } from '../support/forged.ts'
import { until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, buttonOn, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

/** Everything is heard and sent, and Rita has read none of these words. */
async function ritaNeverReads(desk: TestDesk, asked: Asked, words: string): Promise<void> {
  desk.slack.say(ADA, TRIAGE, { text: '>> that is all for now', thread: asked.card.ts })
  await ritaHears(desk, asked, 'that is all for now')
  await desk.desk.idle()
  expect(ritaReads(desk, asked).join()).not.toContain(words)
}

describe('a desk that answers directly', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk()
  })
  afterAll(async () => {
    await replayedEqualsStored(desk)
    await desk.stop()
  })
  const say = (who: string, asked: Asked, text: string) => desk.slack.say(who, TRIAGE, { text, thread: asked.card.ts })

  it('what an agent writes in the thread goes to Rita under the agent’s name, with or without >>', async () => {
    const asked = await ritaAsks(desk, 'direct answers')
    say(ADA, asked, 'Have you tried *another* cable?')
    expect(await ritaHears(desk, asked, 'another cable')).toMatch(/^Ada\s+Have you/)
    say(BO, asked, '>> Or another socket')
    expect(await ritaHears(desk, asked, 'another socket')).toMatch(/^Bo\s+Or another socket/)
    // Agents read it already where it was written.
    expect(desk.slack.messages(TRIAGE, { thread: asked.card.ts }).filter(({ bot_id }) => bot_id)).toHaveLength(2)
    expect(whispers(desk, ADA)).toEqual([])
  })

  it('what begins with // stays inside, and its author alone may send it anyway', async () => {
    const asked = await ritaAsks(desk, 'two slashes')
    say(ADA, asked, '// she asks this every week')
    const held = await whispered(desk, ADA, 'begins with //')
    expect(held.thread_ts).toBe(asked.card.ts)
    await forgedPress(desk, { user: BO, channel: TRIAGE, button: buttonOn(held, 'Send anyway') })
    await whispered(desk, BO, 'This button is out of date')
    await ritaNeverReads(desk, asked, 'every week')
    await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
    expect(await ritaHears(desk, asked, 'she asks this every week')).not.toContain('//')
    await whispered(desk, ADA, `Sent to the requester of ${asked.key}`)
    // Pressing twice sends once.
    await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
    await desk.desk.idle()
    expect(ritaReads(desk, asked).filter((text) => text.includes('every week'))).toHaveLength(1)
    expect(await timesHappened(desk, asked.key, 'NoteSent')).toBe(1)
  })

  it('what opens by naming a colleague stays inside, too, until its author sends it anyway', async () => {
    const asked = await ritaAsks(desk, 'a word to a colleague')
    say(ADA, asked, '<@U0BO> do you know this one?')
    const held = await whispered(desk, ADA, 'begins by naming Bo')
    await ritaNeverReads(desk, asked, 'do you know this one')
    await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
    expect(await ritaHears(desk, asked, 'do you know this one?')).toContain('@Bo')
    expect(desk.slack.messages('C0HELP', { thread: asked.root.ts }).flatMap(({ pinged }) => pinged)).toEqual([])
    // A name further on holds nothing back.
    say(ADA, asked, 'I asked <@U0BO> about it')
    await ritaHears(desk, asked, 'I asked @Bo about it')
  })

  it('a reply also sent to the channel stays inside until its author sends it anyway, and then stays sent', async () => {
    const asked = await ritaAsks(desk, 'told to everybody')
    const words = { text: 'see teh manual', thread: asked.card.ts, broadcast: true }
    const ts = desk.slack.say(ADA, TRIAGE, words)
    const held = await whispered(desk, ADA, 'also sent to the channel')
    await ritaNeverReads(desk, asked, 'manual')
    await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
    await ritaHears(desk, asked, 'see teh manual')
    desk.slack.edit(ADA, TRIAGE, ts, 'see the manual')
    await ritaHears(desk, asked, 'see the manual')
    expect(await timesHappened(desk, asked.key, 'ReplyWithdrawn')).toBe(0)
  })
})

describe('a desk that answers explicitly', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk({ desk: (demo) => ({ ...demo, reply: 'explicit' }) })
  })
  afterAll(async () => {
    await replayedEqualsStored(desk)
    await desk.stop()
  })
  const say = (who: string, asked: Asked, text: string) => desk.slack.say(who, TRIAGE, { text, thread: asked.card.ts })

  it('agents talk among themselves; >> and the Reply button go to Rita', async () => {
    const asked = await ritaAsks(desk, 'explicit answers')
    say(ADA, asked, 'between us: restart it')
    say(BO, asked, '<@U0ADA> agreed, colleague')
    say(ADA, asked, '>> Please *restart* it')
    expect(await ritaHears(desk, asked, 'Please restart it')).not.toContain('>>')
    await desk.slack.press(BO, TRIAGE, asked.card.ts, { label: 'Reply' })
    await until(() => desk.slack.view(BO), 'the form')
    await desk.slack.submitView(BO, { 'Reply to the requester': 'And tell us how it went' })
    await ritaHears(desk, asked, 'how it went')
    await agentsHear(desk, asked, 'how it went')
    await ritaNeverReads(desk, asked, 'between us')
    expect(ritaReads(desk, asked).join()).not.toContain('colleague')
    expect(await timesHappened(desk, asked.key, 'NoteAdded')).toBe(2)
    expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(3)
  })

  it('words kept inside go out by putting >> before them', async () => {
    const asked = await ritaAsks(desk, 'a second thought')
    const ts = say(ADA, asked, 'the part is ordered')
    await until(async () => (await timesHappened(desk, asked.key, 'NoteAdded')) === 1, 'the note')
    desk.slack.edit(ADA, TRIAGE, ts, '>> the part is ordered')
    await ritaHears(desk, asked, 'the part is ordered')
  })
})
