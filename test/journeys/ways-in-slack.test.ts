import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, BOT_USER, HELP, KIM, RANDOM, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { whispered } from '../support/slack-asks.ts'

let desk: TestDesk

/** All cards whose heading has these words. */
function cards(words: string): SlackMessage[] {
  return desk.slack.messages(TRIAGE).filter((message) => desk.slack.textOf(message).includes(words))
}

/** Everything people did is heard. */
async function heard(): Promise<void> {
  await desk.playground.slack.idle()
  await desk.desk.idle()
}

describe('a desk whose first type asks nothing', () => {
  beforeAll(async () => {
    desk = await startTestDesk()
  })
  afterEach(() => replayedEqualsStored(desk))
  afterAll(() => desk.stop())

  it('the global shortcut opens the form anywhere, and the ticket lives in Rita’s own chat with the desk', async () => {
    const { slack } = desk
    await slack.globalShortcut(RITA, 'ticket_new')
    await until(() => slack.view(RITA), 'the form')
    expect(await slack.submitView(RITA, { Subject: 'A chair is broken', 'What happened?': 'It fell' })).toMatchObject({
      ok: true,
    })
    const card = await cardOf(desk, 'A chair is broken')
    const root = await until(() => seen(slack, slack.dm(RITA), keyOn(desk, card)), 'the thread in her chat')
    slack.say(ADA, TRIAGE, { text: 'Which chair?', thread: card.ts })
    await until(() => seen(slack, slack.dm(RITA), 'Which chair?', root.ts), 'the answer there')
    slack.say(RITA, slack.dm(RITA), { text: 'The red one', thread: root.ts })
    await until(() => seen(slack, TRIAGE, 'The red one', card.ts), 'her word')
  })

  it('Rita puts the desk’s emoji on her message: it is a ticket, once, whoever else puts it there too', async () => {
    const { slack } = desk
    const ts = slack.say(RITA, HELP, 'The *lamp* flickers\nall day')
    slack.react(RITA, HELP, ts, 'ticket')
    slack.react(KIM, HELP, ts, 'ticket')
    const card = await cardOf(desk, 'The lamp flickers')
    await whispered(desk, KIM, `already ticket ${keyOn(desk, card)}`)
    slack.react(RITA, HELP, ts, 'ticket', { remove: true })
    slack.react(RITA, HELP, ts, 'ticket')
    await whispered(desk, RITA, 'already ticket')
    expect(cards('The lamp flickers')).toHaveLength(1)
    expect(slack.textOf(card)).toMatch(/Requester\s+Rita/)
    await until(() => seen(slack, TRIAGE, 'all day', card.ts), 'her words for the agents')
    await until(() => seen(slack, TRIAGE, 'A ticket was made from', card.ts), 'where it began')
    await until(() => seen(slack, HELP, keyOn(desk, card), ts), 'the key below her message')
    slack.say(ADA, TRIAGE, { text: 'We bring another', thread: card.ts })
    await until(() => seen(slack, HELP, 'We bring another', ts), 'the answer below her message')
    // The form on the same message finds that it is a ticket already, and keeps what was typed.
    await slack.shortcut(KIM, HELP, ts, 'ticket_from_message')
    await until(() => slack.view(KIM), 'the form')
    await heard()
    expect(JSON.stringify(await slack.submitView(KIM))).toContain(`already ticket ${keyOn(desk, card)}`)
    expect(slack.view(KIM)).toBeDefined()
    await slack.closeView(KIM)
    expect(cards('The lamp flickers')).toHaveLength(1)
  })

  it('while Slack wants quiet the emoji waits: the message is a ticket when it may be read', async () => {
    const { slack } = desk
    const ts = slack.say(RITA, HELP, 'The window is stuck')
    desk.playground.slack.faults.arm(
      { on: 'call', method: 'conversations.replies', does: 'too-many', retryAfterSeconds: 1 },
      5, // as often as anything is tried
    )
    slack.react(RITA, HELP, ts, 'ticket')
    await cardOf(desk, 'The window is stuck')
  })

  it('Ada, an agent, puts it on Kim’s reply in a thread: Kim asks, and that thread is his', async () => {
    const { slack } = desk
    const root = slack.say(RITA, HELP, 'Who knows the printer?')
    const ts = slack.say(KIM, HELP, { text: 'Mine is out of ink', thread: root })
    slack.react(ADA, HELP, ts, 'ticket::skin-tone-3')
    const card = await cardOf(desk, 'Mine is out of ink')
    expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
    await until(() => seen(slack, HELP, keyOn(desk, card), root), 'the key in that thread')
    slack.say(KIM, HELP, { text: 'Black ink', thread: root })
    await until(() => seen(slack, TRIAGE, /Kim\s+Black ink/, card.ts), 'his word')
  })

  it('another emoji, a message that is gone, and the agents’ own copies make no ticket', async () => {
    const { slack } = desk
    const ts = slack.say(RITA, HELP, 'No ticket of this, please')
    slack.react(RITA, HELP, ts, 'eyes')
    const gone = slack.say(RITA, HELP, 'Nor of this')
    slack.remove(RITA, HELP, gone)
    await heard()
    const [card] = cards('Mine is out of ink')
    if (!card) throw new Error('no card')
    slack.react(BO, TRIAGE, card.ts, 'ticket')
    await whispered(desk, BO, `already ticket ${keyOn(desk, card)}`)
    expect(cards('No ticket of this')).toEqual([])
    expect(cards('Nor of this')).toEqual([])
  })

  it('a message of a file alone is called by its name', async () => {
    const { slack } = desk
    const ts = slack.say(RITA, HELP, { files: [{ name: 'invoice.pdf', bytes: Buffer.from('%PDF-1.7') }] })
    slack.react(RITA, HELP, ts, 'ticket')
    await cardOf(desk, 'invoice.pdf')
  })

  it('Rita names the desk in #help: what she says to it is a ticket in that message’s thread', async () => {
    const { slack } = desk
    const ts = slack.say(RITA, HELP, `<@${BOT_USER}>: the door does not close, ask <@${KIM}>`)
    const card = await cardOf(desk, 'the door does not close')
    expect(slack.textOf(card)).not.toContain('Deskhand')
    expect(slack.textOf(card)).toContain('@Kim')
    const root = await until(() => seen(slack, HELP, keyOn(desk, card), ts), 'the key below her message')
    expect(root.thread_ts).toBe(ts)
    // In the ticket's own thread a mention is just a message.
    slack.say(RITA, HELP, { text: `<@${BOT_USER}> and it squeaks`, thread: ts })
    await until(() => seen(slack, TRIAGE, 'and it squeaks', card.ts), 'her word')
    await heard()
    expect(cards('squeaks')).toEqual([])
    expect(cards('the door does not close')).toHaveLength(1)
    expect(shownIn(slack, HELP, ts).filter((text) => text.includes('this is ticket'))).toHaveLength(1)
  })

  it('naming the desk and saying nothing shows what it can do; in a thread of others it opens a ticket there', async () => {
    const { slack } = desk
    slack.say(KIM, HELP, `<@${BOT_USER}>`)
    await whispered(desk, KIM, 'What I can do')
    const root = slack.say(RITA, HELP, 'Lunch?')
    slack.say(KIM, HELP, { text: `Later. <@${BOT_USER}> the oven is dead`, thread: root })
    const card = await cardOf(desk, 'the oven is dead')
    expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
    await until(() => seen(slack, HELP, keyOn(desk, card), root), 'the key in that thread')
  })

  it('Bo writes to the desk alone: a ticket in that thread; what he writes in any other thread there is not lost', async () => {
    const { slack } = desk
    const chat = slack.dm(BO)
    const ts = slack.say(BO, chat, 'My badge is lost')
    const card = await cardOf(desk, 'My badge is lost')
    await until(() => seen(slack, chat, keyOn(desk, card), ts), 'the key below his message')
    slack.say(BO, chat, 'Since Monday')
    await until(() => seen(slack, TRIAGE, 'Since Monday', card.ts), 'the second message in the same ticket')
    await slack.command(BO, chat, '/ticket', 'list')
    await until(() => whispers(desk, BO).some((text) => text.includes('My badge is lost')), 'his list')
    const answer = slack.say(BO, chat, { text: 'And my key, too', thread: slack.say(BO, chat, 'By the way') })
    await until(() => seen(slack, TRIAGE, 'And my key, too', card.ts), 'what he said in a thread of his own')
    expect(answer).toBeDefined()
    slack.say(ADA, TRIAGE, { text: 'A new one waits', thread: card.ts })
    await until(() => seen(slack, chat, 'A new one waits', ts), 'the answer in the ticket’s thread')
  })

  it('where the desk is not, an emoji and a mention are not heard', async () => {
    const { slack } = desk
    const ts = slack.say(KIM, RANDOM, `<@${BOT_USER}> are you here`)
    slack.react(KIM, RANDOM, ts, 'ticket')
    await heard()
    expect(cards('are you here')).toEqual([])
  })
})

describe('a desk whose first type asks something', () => {
  beforeAll(async () => {
    desk = await startTestDesk({ desk: bugsFirst })
  })
  afterEach(() => replayedEqualsStored(desk))
  afterAll(() => desk.stop())

  function bugsFirst(demo: Desk): Desk {
    const bug = demo.types.find(({ id }) => id === 'bug')
    if (!bug) throw new Error('the demo has no bug')
    return { ...demo, types: [bug, ...demo.types.filter(({ id }) => id !== 'bug')] }
  }

  it('the emoji shows a private note with the form behind a button, for the one who put it there', async () => {
    const { slack } = desk
    const ts = slack.say(KIM, HELP, 'The repotr is empty')
    slack.react(ADA, HELP, ts, 'ticket')
    const note = await whispered(desk, ADA, 'A few questions come before a ticket')
    expect(cards('is empty')).toEqual([])
    slack.edit(KIM, HELP, ts, 'The report is empty')
    await heard()
    await slack.press(ADA, HELP, note.ts, { label: 'Open the form' })
    const view = await until(() => slack.view(ADA), 'the form')
    const form = slack.textOf({ blocks: view.blocks })
    expect(form).toContain('The report is empty')
    expect(form).not.toContain('What happened?')
    expect(await slack.submitView(ADA)).toMatchObject({ ok: false })
    expect(await slack.submitView(ADA, { 'What did you do before it broke?': 'Kim pressed print' })).toMatchObject({
      ok: true,
    })
    const card = await cardOf(desk, 'The report is empty')
    expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
    await until(() => seen(slack, TRIAGE, 'Kim pressed print', card.ts), 'the answer')
    await until(() => seen(slack, HELP, keyOn(desk, card), ts), 'the key below his message')
    // The note has done its work.
    await slack.press(ADA, HELP, note.ts, { label: 'Open the form' })
    await heard()
    expect(slack.view(ADA)).toBeUndefined()
  })

  it('a mention does the same; the words to the desk are the description', async () => {
    const { slack } = desk
    slack.say(KIM, HELP, `<@${BOT_USER}> the import stops`)
    const note = await whispered(desk, KIM, 'A few questions come before a ticket')
    await slack.press(KIM, HELP, note.ts, { label: 'Open the form' })
    await until(() => slack.view(KIM), 'the form')
    await slack.submitView(KIM, { 'What did you do before it broke?': 'Nothing' })
    const card = await cardOf(desk, 'the import stops')
    expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
  })
})
