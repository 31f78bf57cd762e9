import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { clockStandsAt } from '../support/clock.ts'
import { cardNow, newCustomer, pressed, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, keyOn, matches, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, buttonOn, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withReader })
  desk.slack.addUser({ id: READER, name: 'reader', real_name: 'Reader' })
  desk.slack.join(READER, HELP)
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Somebody who may answer, and neither merge nor link nor tag; what is tagged money is worked on in a channel of its own. */
const READER = 'U0READER'
function withReader(demo: Desk): Desk {
  const who = { slackGroup: [], slackMembersOf: [], slack: [READER], telegram: [], telegramMembersOf: [] }
  const routing = [...demo.routing, { when: { tag: ['money'] }, to: TRIAGE_FINANCE }]
  return { ...demo, routing, roles: [{ id: 'reader', who, may: ['reply', 'note'] }, ...demo.roles] }
}

const does = (who: string, words: string) => desk.slack.command(who, TRIAGE, '/ticket', words)
const shows = (asked: Asked, words: string | RegExp) =>
  until(() => matches(cardNow(desk, asked.card), words), `«${words}» on the card of ${asked.key}`)
const ticketOf = (key: string) => desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
const clocksOf = (key: string) =>
  desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    const standing = ticket && (await unit.tickets.standing(ticket.id))
    return standing?.times.judged?.keeping.clocks ?? []
  })

/** Presses a button of a message in somebody's thread. */
async function presses(who: string, asked: Asked, words: string | RegExp, label: string): Promise<void> {
  const line = await until(() => seen(desk.slack, TRIAGE, words, asked.card.ts), `«${words}»`)
  await desk.slack.press(who, TRIAGE, line.ts, { label })
}

describe('a merge undone', () => {
  it('by the button: both are what they were, clocks and all; what was written since stays where it was written', async () => {
    await clockStandsAt(desk, '2027-06-07T08:00:00Z')
    const first = await ritaAsks(desk, 'the printer smells')
    desk.slack.say(ADA, TRIAGE, { text: 'Of what?', thread: first.card.ts })
    await ritaHears(desk, first, 'Of what?')
    await shows(first, /Status\s+Waiting for an answer/)
    const again = await ritaAsks(desk, 'the scanner is mute')
    const before = await clocksOf(again.key)
    await does(ADA, `merge ${again.key} into ${first.key}`)
    await shows(again, /Status\s+Closed/)
    await shows(first, /Status\s+In progress/)
    desk.slack.say(RITA, HELP, { text: 'No sound at all', thread: again.root.ts })
    await agentsHear(desk, first, 'No sound at all')

    await presses(BO, again, 'merged this ticket into', 'Undo')
    await agentsHear(desk, again, `Bo undid the merge: this ticket goes on by itself again, apart from ${first.key}.`)
    await agentsHear(desk, first, `Bo undid the merge: ${again.key} goes on by itself again.`)
    await ritaHears(desk, again, `${again.key} is a ticket of its own again`)
    await shows(again, /Status\s+New/)
    expect(await clocksOf(again.key)).toEqual(before)
    // She has written in it since: it stays ours, and she waits since then.
    expect(cardNow(desk, first.card)).toMatch(/Status\s+In progress/)

    desk.slack.say(RITA, HELP, { text: 'It hums now', thread: again.root.ts })
    await agentsHear(desk, again, 'It hums now')
    expect(threadOf(desk, first.card).join()).not.toContain('It hums now')
    expect(threadOf(desk, again.card).join()).not.toContain('No sound at all')
    await presses(BO, again, 'merged this ticket into', 'Undo')
    await whispered(desk, BO, `${again.key} is not merged into another ticket`)
  })

  it('by a word: the other one waits for Rita again, since nobody has spoken; strangers learn nothing', async () => {
    const first = await ritaAsks(desk, 'the blinds')
    desk.slack.say(ADA, TRIAGE, { text: 'Which window?', thread: first.card.ts })
    await shows(first, /Status\s+Waiting for an answer/)
    const again = await ritaAsks(desk, 'the curtains')
    await does(ADA, `merge ${again.key} into ${first.key}`)
    await shows(first, /Status\s+In progress/)
    await desk.slack.command(KIM, HELP, '/ticket', `unmerge ${again.key}`)
    await whispered(desk, KIM, `There is no ticket ${again.key}`)
    await does(ADA, `unmerge ${again.key}`)
    await whispered(desk, ADA, `${again.key} goes on by itself again, apart from ${first.key}.`)
    await shows(first, /Status\s+Waiting for an answer/)
    await shows(again, /Status\s+New/)
  })
})

describe('links', () => {
  it('stand on both cards with key and status, follow it, and go', async () => {
    const [one, other] = [await ritaAsks(desk, 'wifi is slow'), await ritaAsks(desk, 'wifi is gone')]
    await does(ADA, `link ${one.key} to ${other.key} as duplicate`)
    await agentsHear(desk, one, `Ada linked this ticket: it is a duplicate of ${other.key}.`)
    await agentsHear(desk, other, `Ada linked this ticket: ${one.key} is a duplicate of it.`)
    await shows(one, new RegExp(`Duplicate of\\s+${other.key} \\(New\\)`))
    await shows(other, new RegExp(`Repeated by\\s+${one.key} \\(New\\)`))
    await desk.slack.press(ADA, TRIAGE, other.card.ts, { label: 'Resolve' })
    await shows(one, new RegExp(`Duplicate of\\s+${other.key} \\(Done\\)`))
    expect(ritaReads(desk, one).join()).not.toContain(other.key)

    await does(ADA, `unlink ${other.key} from ${one.key}`)
    await agentsHear(desk, one, `Ada took the link with ${other.key} away.`)
    await until(() => !cardNow(desk, one.card).includes(other.key), 'that the card says so no more')
    await does(ADA, `unlink ${other.key} from ${one.key}`)
    await whispered(desk, ADA, 'are not linked')
  })

  it('to a private ticket show its key alone; those outside cannot make one', async () => {
    const [open, shut] = [await ritaAsks(desk, 'pay day'), await ritaAsks(desk, 'pay is short')]
    await does(ADA, `link ${open.key} with ${shut.key} as caused by`)
    await shows(open, new RegExp(`Caused by\\s+${shut.key} \\(New\\)`))
    await edits(desk, ADA, shut.card, { 'Private to': ['Ada'] })
    await until(() => !cardNow(desk, open.card).includes(`${shut.key} (`), 'that the status is gone')
    expect(cardNow(desk, open.card)).toMatch(new RegExp(`Caused by\\s+${shut.key}`))
    await does(BO, `link ${open.key} to ${shut.key}`)
    await whispered(desk, BO, `${shut.key} is private`)
  })

  it('and tags come in the form, too; a key or tag that is none is told beside the field', async () => {
    const [one, other] = [await ritaAsks(desk, 'tea is cold'), await ritaAsks(desk, 'tea is out')]
    await desk.slack.press(ADA, TRIAGE, one.card.ts, { label: 'Edit…' })
    await until(() => desk.slack.view(ADA), 'the form')
    expect(await desk.slack.submitView(ADA, { 'Link to another ticket': 'DEMO-9999', Tags: 'tea !!!' })).toMatchObject({
      errors: {
        'field:link-to': 'There is no ticket DEMO-9999 that you may link.',
        'field:tags': expect.stringContaining('!!! is no tag'),
      },
    })
    const kind = { 'Link to another ticket': other.key, 'This ticket is': 'a follow-up of it', Tags: 'Tea #Kitchen' }
    expect(await desk.slack.submitView(ADA, kind)).toMatchObject({ ok: true })
    await shows(one, new RegExp(`Follows\\s+${other.key}`))
    await shows(one, /Tags\s+tea, kitchen/)
  })
})

describe('tags', () => {
  it('are put on and taken off, seen by agents alone, and find what belongs together', async () => {
    const [one, other] = [await ritaAsks(desk, 'red door'), await ritaAsks(desk, 'blue door')]
    await does(ADA, `tag ${one.key} #Door VIP`)
    await whispered(desk, ADA, `Tags of ${one.key}: door, vip`)
    await does(ADA, `tag ${other.key} door`)
    await agentsHear(desk, one, 'Ada tagged this ticket: door, vip')
    await shows(one, /Tags\s+door, vip/)
    await does(ADA, `untag ${one.key} vip`)
    await agentsHear(desk, one, 'Ada took tags away: vip')
    await does(BO, 'list tag:Door')
    const list = desk.slack.textOf(await whispered(desk, BO, '2 open tickets are tagged door'))
    expect(list).toContain(`${one.key} red door`)
    expect(ritaReads(desk, one).join()).not.toContain('vip')
    await desk.slack.command(RITA, HELP, '/ticket', 'list tag:door')
    await whispered(desk, RITA, 'Only the people of this desk')
    await desk.slack.command(READER, HELP, '/ticket', `tag ${one.key} mine`)
    await whispered(desk, READER, 'Your role does not allow this')
    // A tag that a route names: it is worked on there from now on, and here again without it.
    await does(ADA, `tag ${one.key} money`)
    await cardOf(desk, 'red door', TRIAGE_FINANCE)
    await does(ADA, `untag ${one.key} money`)
    await until(async () => (await ticketOf(one.key))?.triage.chat === TRIAGE, 'that it is back')
    await does(ADA, `link ${one.key} somewhere`)
    await whispered(desk, ADA, 'Tickets relate by commands like these')
  })
})

describe('a ticket split', () => {
  it('from a message by its shortcut: what follows goes along, Rita is told the new key, both threads say so', async () => {
    const asked = await ritaAsks(desk, 'my desk lamp')
    for (const text of ['And the chair creaks', 'Since Monday']) {
      desk.slack.say(RITA, HELP, { text, thread: asked.root.ts })
      await agentsHear(desk, asked, text)
    }
    const copy = await until(() => seen(desk.slack, TRIAGE, 'the chair creaks', asked.card.ts), 'the copy')
    await desk.slack.shortcut(ADA, TRIAGE, copy.ts, 'ticket_split')
    const choice = await whispered(desk, ADA, `A new ticket out of ${asked.key}, beginning with “And the chair creaks”`)
    await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'This and what follows' })
    const card = await cardOf(desk, 'And the chair creaks')
    const key = keyOn(desk, card)
    const made: Asked = { key, card, root: await until(() => seen(desk.slack, HELP, key), 'Rita’s new thread') }
    expect(desk.slack.textOf(made.root)).toContain(`A part of ${asked.key} is a ticket of its own now, ${key}`)
    await agentsHear(desk, made, 'Since Monday')
    await agentsHear(desk, made, `Ada split this ticket from ${asked.key}.`)
    await agentsHear(desk, asked, `Ada made a ticket of its own out of a part of this one: ${key}`)
    await shows(asked, new RegExp(`Split into\\s+${key}`))
    await whispered(desk, ADA, `${key} is split from ${asked.key}`)
    // Pressed once more: it is that ticket already.
    await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'Only this message' })
    await whispered(desk, ADA, `This message is already ticket ${key}`)
    desk.slack.say(ADA, TRIAGE, { text: 'We oil it', thread: card.ts })
    await ritaHears(desk, made, 'We oil it')
  })

  it('by a command, one message of several; not an agent’s own words, and not what is private', async () => {
    const asked = await ritaAsks(desk, 'the kettle')
    desk.slack.say(RITA, HELP, { text: 'And the toaster', thread: asked.root.ts })
    await agentsHear(desk, asked, 'And the toaster')
    desk.slack.say(ADA, TRIAGE, { text: '// both are old', thread: asked.card.ts })
    const own = await until(() => seen(desk.slack, TRIAGE, 'both are old', asked.card.ts), 'her note')
    await desk.slack.shortcut(ADA, TRIAGE, own.ts, 'ticket_split')
    await whispered(desk, ADA, 'from a message of the requester only')
    await does(ADA, `split ${asked.key}`)
    const which = await whispered(desk, ADA, `With which message of ${asked.key}`)
    expect(() => buttonOn(which, 'both are old')).toThrow('no button')
    await desk.slack.press(ADA, TRIAGE, which.ts, { label: 'And the toaster' })
    const choice = await whispered(desk, ADA, 'beginning with “And the toaster”')
    await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'Only this message' })
    await cardOf(desk, 'And the toaster')
    expect(await timesHappened(desk, asked.key, 'TicketLinked')).toBe(1)
  })

  it('hours after it was asked waits for its first answer since then, unless it was answered; too late, agents hear it', async () => {
    await clockStandsAt(desk, '2027-06-28T07:00:00Z')
    const asked = await ritaAsks(desk, 'the window sticks')
    desk.slack.say(RITA, HELP, { text: 'The blind, too', thread: asked.root.ts })
    await agentsHear(desk, asked, 'The blind, too')
    desk.slack.say(ADA, TRIAGE, { text: 'Pull harder', thread: asked.card.ts })
    await ritaHears(desk, asked, 'Pull harder')
    await clockStandsAt(desk, '2027-06-28T07:30:00Z')
    desk.slack.say(RITA, HELP, { text: 'And the door squeaks', thread: asked.root.ts })
    await agentsHear(desk, asked, 'And the door squeaks')
    // Eight office hours are promised; on Tuesday at half past ten in Stockholm they are over.
    await clockStandsAt(desk, '2027-06-29T09:00:00Z')
    await does(ADA, `split ${asked.key}`)
    const which = await whispered(desk, ADA, `With which message of ${asked.key}`)
    const splits = async (words: string): Promise<Asked> => {
      await desk.slack.press(ADA, TRIAGE, which.ts, { label: words })
      const choice = await whispered(desk, ADA, `beginning with “${words}”`)
      await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'Only this message' })
      await agentsHear(desk, asked, `out of a part of this one`)
      const card = await cardOf(desk, words)
      return { key: keyOn(desk, card), card, root: card }
    }
    const late = await splits('And the door squeaks')
    expect(await clocksOf(late.key)).toMatchObject([
      { metric: 'first-response', breachedBy: 'split', stoppedAt: null },
      { metric: 'resolution', breachedAt: null },
    ])
    const answered = await splits('The blind, too')
    expect((await clocksOf(answered.key)).map(({ metric }) => metric)).not.toContain('first-response')
    await clockStandsAt(desk, '2027-06-29T09:01:00Z')
    await agentsHear(desk, late, /The first answer was due .* and is late now/)
  })
})

describe('a word after the end', () => {
  it('in Slack opens a new ticket in the same thread, which follows the old one', async () => {
    await clockStandsAt(desk, '2027-07-05T08:00:00Z')
    const asked = await ritaAsks(desk, 'the fridge')
    await desk.slack.command(RITA, HELP, '/ticket', `watch ${asked.key} <@${KIM}|kim>`)
    await agentsHear(desk, asked, 'Rita brought Kim into')
    await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
    await shows(asked, /Status\s+Done/)
    await clockStandsAt(desk, '2027-07-20T08:00:00Z')
    await shows(asked, /Status\s+Closed/)
    desk.slack.say(RITA, HELP, { text: 'It is warm again', thread: asked.root.ts })
    const card = await cardOf(desk, 'It is warm again')
    const made: Asked = { key: keyOn(desk, card), card, root: asked.root }
    await ritaHears(
      desk,
      asked,
      `${asked.key} is closed for good, so this is a new ticket that follows it, ${made.key}`,
    )
    await agentsHear(desk, asked, `This ticket goes on in ${made.key}, says Rita.`)
    await agentsHear(desk, made, `This ticket follows ${asked.key}, says Rita.`)
    await shows(made, new RegExp(`Follows\\s+${asked.key} \\(Closed\\)`))
    desk.slack.say(RITA, HELP, { text: 'The milk is sour', thread: asked.root.ts })
    await agentsHear(desk, made, 'The milk is sour')
    desk.slack.say(ADA, TRIAGE, { text: 'We come', thread: card.ts })
    await ritaHears(desk, made, 'We come')

    // What is split from the old one then is Rita's, too, in a chat of her own: her thread is the new one's, Kim's is there.
    await does(ADA, `split ${asked.key}`)
    const which = await whispered(desk, ADA, `With which message of ${asked.key}`)
    await desk.slack.press(ADA, TRIAGE, which.ts, { label: 'the fridge' })
    const choice = await whispered(desk, ADA, 'beginning with “the fridge”')
    await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'Only this message' })
    const split = `A part of ${asked.key} is a ticket of its own now`
    await until(() => seen(desk.slack, desk.slack.dm(RITA), split), 'that Rita is told in her own chat')
    expect(seen(desk.slack, desk.slack.dm(KIM), split)).toBeUndefined()
  })

  it('on Telegram the next word, or an answer to an old message, follows the old one', async () => {
    await clockStandsAt(desk, '2027-08-02T08:00:00Z')
    const carol = newCustomer(desk, 'Carol')
    desk.telegram.write(carol, 'Carol’s radio')
    const card = await cardOf(desk, 'Carol’s radio')
    const key = keyOn(desk, card)
    desk.slack.say(ADA, TRIAGE, { text: 'Turn it on', thread: card.ts })
    const answer = await told(desk, carol, 'Turn it on')
    await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
    await told(desk, carol, `We think ${key} is solved`)
    await clockStandsAt(desk, '2027-08-16T08:00:00Z')
    await until(() => /Status\s+Closed/.test(cardNow(desk, card)), 'that it is closed')
    desk.telegram.write(carol, 'It only hisses')
    const next = keyOn(desk, await cardOf(desk, 'It only hisses'))
    await told(desk, carol, `${key} is closed for good, so this is a new ticket that follows it, ${next}`)
    await until(() => cardNow(desk, card).includes(`${next} (New)`), 'the link on the old card')
    desk.telegram.write(carol, { text: 'And it is hot', replyTo: answer.id })
    const after = await cardOf(desk, 'It only hisses')
    await until(() => threadOf(desk, after).some((text) => text.includes('And it is hot')), 'that it goes there')
    // Something new is a question of its own.
    desk.telegram.write(carol, '/new Carol’s lamp')
    await pressed(desk, carol, 'Question')
    await pressed(desk, carol, 'Send')
    expect(cardNow(desk, await cardOf(desk, 'Carol’s lamp'))).not.toContain('Follows')
  })
})
