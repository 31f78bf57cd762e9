import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, SAM, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { importTable } from '../../src/commands/organisations.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { cardNow, inThread } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { type Ear, earOf } from '../support/heard.ts'
import { manyLike } from '../support/many.ts'
import { cardOf, keyOn, matches, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { allBut, buttonMeaning, press, withEveryRole } from '../support/rights.ts'
import { buttonOn, whispered } from '../support/slack-asks.ts'

/*
 * Acme and Globex are customers of one desk, each sees all its own tickets and answers in them. Gil and Gus of Globex,
 * and Kim, who is of neither, know keys and buttons of Acme's and get nothing for them.
 */

const ALMA = 'U0ALMA'
const ARNE = 'U0ARNE'
const GIL = 'U0GIL'
const ACME_CHANNEL = 'C0ACME'

let desk: TestDesk
let ear: Ear
let card: SlackMessage
let key: string

const org = (words: string, by = ADA) =>
  ear.heard(`"user_id": "${by}"`, () => desk.slack.command(by, by === ADA ? TRIAGE : HELP, '/desk', `org ${words}`))
const ticket = (user: string, words: string) =>
  ear.heard(`"user_id": "${user}"`, () => desk.slack.command(user, HELP, '/ticket', words))
const stored = (of = key) => desk.desk.store.transaction((unit) => unit.tickets.byKey(of))

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...withEveryRole(demo),
      organisations: { required: false, seeAll: true, write: true, share: true },
      plans: {
        ...demo.plans,
        gold: { calendar: 'always', targets: { urgent: {}, normal: { firstResponse: 'PT4H' } } },
      },
    }),
  })
  const { slack } = desk
  slack.addUser({ id: ALMA, name: 'alma', real_name: 'Alma', is_stranger: true, team_id: 'T0ACME' })
  slack.addUser({ id: ARNE, name: 'arne', real_name: 'Arne', is_stranger: true, team_id: 'T0ACME' })
  slack.addUser({ id: GIL, name: 'gil', real_name: 'Gil', email: 'gil@globex.example' })
  slack.addUser({ id: allBut('organisation'), name: 'un', real_name: 'Una' })
  slack.addChannel({ id: ACME_CHANNEL, name: 'acme', private: true, members: [RITA, BO] })
  for (const user of [ALMA, ARNE, GIL, BO, allBut('organisation')]) slack.join(user, HELP)
  ear = earOf(desk)
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('Ada says who the customers are; what is wrong is refused with its repair', async () => {
  expect(await org('list')).toBe('organisations-listed')
  await whispered(desk, ADA, 'There is no organisation yet')
  expect(await org('add Acme Inc gold')).toBe('organisation-added')
  await whispered(desk, ADA, 'Acme Inc is there, with the plan gold')
  expect(await org('add “Globex”')).toBe('organisation-added')
  expect(await org('add  acme  inc')).toBe('refused:organisation-is-there')
  expect(await org('workspace Acme Inc t0acme')).toBe('rule-added')
  expect(await org('domain Globex @Globex.example')).toBe('rule-added')
  expect(await org('domain Globex gmail.com')).toBe('refused:domain-is-public')
  expect(await org('domain Acme Inc globex.example')).toBe('refused:rule-is-taken')
  await whispered(desk, ADA, '/desk org remove domain globex.example')
  expect(await org('domain Globex not-a-domain')).toBe('refused:rule-is-odd')
  expect(await org('plan Globex platinum')).toBe('refused:no-such-plan')
  expect(await org('who Initech')).toBe('refused:no-such-organisation')
  await whispered(desk, ADA, 'There are: Acme Inc, Globex.')
  expect(await org('nonsense')).toBe('organisation-how')
})

it('only agents with that leave do it; nobody else learns who the customers are', async () => {
  for (const user of [RITA, ALMA, GIL, SAM])
    expect([user, await org('list', user)]).toEqual([user, 'refused:not-an-agent'])
  expect(await org('who Acme Inc', allBut('organisation'))).toBe('refused:not-allowed')
  expect([RITA, ALMA, GIL, SAM, allBut('organisation')].flatMap((user) => whispers(desk, user)).join()).not.toMatch(
    /Acme|Globex/,
  )
})

it('Alma’s ticket is Acme’s by her workspace, and its plan is pinned on it; the card shows both', async () => {
  expect(await ticket(ALMA, 'canary of Alma')).toBe('opened')
  card = await cardOf(desk, 'canary of Alma')
  key = keyOn(desk, card)
  expect(cardNow(desk, card)).toMatch(/Organisation\s+Acme Inc \(gold\)/)
  expect(await org('plan Acme Inc basic')).toBe('organisation-plan-set')
  await whispered(desk, ADA, 'Tickets that are open keep what was promised on them')
  expect(await stored()).toMatchObject({ plan: 'gold' })
  expect(await ticket(ARNE, 'a newer one of Arne')).toBe('opened')
  const newer = keyOn(desk, await cardOf(desk, 'a newer one of Arne'))
  expect(await stored(newer)).toMatchObject({ plan: 'basic', organisationId: (await stored())?.organisationId })
})

it('a priority the plan does not offer stands in no menu, and a forged press of it is refused with those it offers', async () => {
  expect(JSON.stringify(card.blocks)).toContain('Urgent')
  expect(JSON.stringify(card.blocks)).not.toMatch(/"High"|"Low"/)
  const button = await buttonMeaning(desk, { act: 'priority', ticketId: (await stored())?.id, argument: 'high' })
  expect(await press(desk, ADA, button)).toBe('refused:priority-not-offered')
  await whispered(desk, ADA, 'The plan gold does not offer this priority. It offers: Urgent, Normal.')
})

it('Gil is Globex’s by the e-mail his own workspace gave him; Kim’s and a stranger’s say nothing', async () => {
  expect(await ticket(GIL, 'company')).toBe('company-listed')
  await whispered(desk, GIL, 'Your organisation has no open ticket')
  desk.slack.addUser({ id: 'U0FAKE', name: 'fake', is_stranger: true, team_id: 'T0FAKE', email: 'boss@globex.example' })
  desk.slack.addUser({ id: 'U0GUEST2', name: 'guest', is_restricted: true, email: 'x@globex.example' })
  for (const user of ['U0FAKE', 'U0GUEST2']) desk.slack.join(user, HELP)
  for (const user of ['U0FAKE', 'U0GUEST2', KIM])
    expect([user, await ticket(user, 'company')]).toEqual([user, 'listed-none'])
})

it('Arne reads Acme’s tickets, watches Alma’s in his own chat, answers in it and says it is solved', async () => {
  const { slack } = desk
  expect(await ticket(ARNE, 'company')).toBe('company-listed')
  await whispered(desk, ARNE, new RegExp(`${key} canary of Alma · New · Alma`))
  expect(await ticket(ARNE, key)).toBe('status-told')
  expect(await ticket(ARNE, `watch ${key}`)).toBe('brought-in')
  const root = await until(() => seen(slack, slack.dm(ARNE), key), 'the ticket in Arne’s chat')
  await until(() => seen(slack, slack.dm(ARNE), 'canary of Alma', root.ts), 'what was said')
  await inThread(desk, card, /Arne.*reads/)
  slack.say(ADA, TRIAGE, { text: '// a canary among agents', thread: card.ts })
  slack.say(ADA, TRIAGE, { text: 'Which printer?', thread: card.ts })
  await until(() => seen(slack, slack.dm(ARNE), 'Which printer?', root.ts), 'Ada’s question for Arne')
  slack.say(ARNE, slack.dm(ARNE), { text: 'The one on the third floor', thread: root.ts })
  await inThread(desk, card, 'The one on the third floor')
  const almas = await until(() => seen(slack, HELP, key), 'Alma’s thread')
  await until(() => seen(slack, HELP, 'The one on the third floor', almas.ts), 'Arne’s words for Alma')
  expect(await stored()).toMatchObject({ stage: 'open' })
  expect(shownIn(slack, slack.dm(ARNE), root.ts).join()).not.toContain('among agents')
  expect(await ticket(ARNE, `close ${key}`)).toBe('resolved')
  await until(() => seen(slack, HELP, `Arne says that ${key} is solved`, almas.ts), 'that Arne closed it')
})

describe('nothing of Acme’s is shown to Globex, to Kim, to a guest or to a stranger', () => {
  const outsiders = [GIL, KIM, SAM, 'U0FAKE']

  it('by no list, look-up or command', async () => {
    const forged = [key, ...['status', 'history', 'why', 'close', 'watch'].map((verb) => `${verb} ${key}`)]
    forged.push(`share ${key} with Alma`, `share ${key} with <@${GIL}>`)
    // Each asks one thing after another, all of them at once.
    await Promise.all(
      outsiders.map(async (user) => {
        const found: Record<string, string> = {}
        for (const words of ['list', 'company', ...forged]) found[words] = await ticket(user, words)
        expect([user, found]).toEqual([
          user,
          {
            list: 'listed',
            company: expect.stringMatching(/listed/),
            ...Object.fromEntries(forged.map((words) => [words, 'refused:ticket-not-found'])),
          },
        ])
      }),
    )
  })

  it('by no button, nor by a word in the thread', async () => {
    const ticketId = (await stored())?.id
    for (const act of ['still-need-help', 'resolve', 'rate', 'why', 'take', 'new-question'] as const) {
      const button = await buttonMeaning(desk, { act, ticketId, argument: act === 'resolve' ? 'requester' : '5' })
      for (const user of outsiders)
        expect([act, user, await press(desk, user, button)]).toEqual([act, user, expect.stringMatching(/^refused:/)])
    }
    const almas = await until(() => seen(desk.slack, HELP, key), 'Alma’s thread')
    desk.slack.say(GIL, HELP, { text: 'Globex asks to open it', thread: almas.ts })
    await inThread(desk, card, /Note by Gil/)
    expect(await stored()).toMatchObject({ stage: 'resolved' })
    for (const user of outsiders) {
      const own = shownIn(desk.slack, desk.slack.dm(user))
      expect([...whispers(desk, user), ...own].filter((text) => matches(text, /canary|Acme/))).toEqual([])
    }
  })
})

it('Alma shares with Arne by name, and with nobody of another company', async () => {
  expect(await ticket(ALMA, 'another canary, hers alone')).toBe('opened')
  const other = keyOn(desk, await cardOf(desk, 'another canary, hers alone'))
  expect(await ticket(ALMA, `share ${other} with Gil`)).toBe('refused:not-a-colleague')
  expect(await ticket(ALMA, `share ${other} with <@${GIL}|gil>`)).toBe('refused:not-a-colleague')
  expect(await ticket(ALMA, `share ${other} with arne`)).toBe('brought-in')
  const root = await until(() => seen(desk.slack, desk.slack.dm(ARNE), other), 'it in Arne’s chat')

  // Private is between agents: it stands in no list of the company's, and whom Alma let in reads on.
  const others = await cardOf(desk, other)
  await edits(desk, ADA, others, { 'Private to': ['Ada'] })
  await until(() => cardNow(desk, others).startsWith(`${other} 🔒`), 'that it is private')
  const own = await until(() => seen(desk.slack, desk.slack.dm(ADA), other), 'it in Ada’s chat')
  desk.slack.say(ADA, desk.slack.dm(ADA), { text: 'for Alma’s eyes', thread: own.ts })
  await until(() => seen(desk.slack, desk.slack.dm(ARNE), 'for Alma’s eyes', root.ts), 'Ada’s answer for Arne')
  expect(await ticket(ARNE, 'company')).toBe('company-listed')
  await desk.desk.idle()
  expect(whispers(desk, ARNE).at(-1)).not.toContain(other)
})

it('Arne is told how many tickets Acme has, whatever is shown of them', async () => {
  const known =
    whispers(desk, ARNE)
      .at(-1)
      ?.match(/^.*· \w+ · /gm)?.length ?? 0
  expect(known).toBeGreaterThan(0)
  const take = await manyLike(desk, key, 340, { stage: 'open', resolved_at: null, subject: 'One of many' })
  try {
    expect(await ticket(ARNE, 'company')).toBe('company-listed')
    await whispered(desk, ARNE, new RegExp(`Your organisation has ${known + 340} tickets:`))
    await whispered(desk, ARNE, `… and ${known + 310} more.`)
  } finally {
    await take()
  }
})

it('who asks in Acme’s channel is Acme’s until they leave it; Bo, who works here, never is', async () => {
  desk.slack.join('U0DESK', ACME_CHANNEL)
  expect(await org(`channel Acme Inc <#${ACME_CHANNEL}|acme>`)).toBe('rule-added')
  const inChannel = (user: string, words: string) =>
    ear.heard(`"user_id": "${user}"`, () => desk.slack.command(user, ACME_CHANNEL, '/ticket', words))
  expect(await inChannel(RITA, 'company')).toBe('company-listed')
  expect(await ticket(RITA, key)).toBe('status-told')
  expect(await inChannel(BO, 'company')).toBe('listed-none')
  await ear.heard('member_left_channel', () => desk.slack.leave(RITA, ACME_CHANNEL))
  expect(await ticket(RITA, key)).toBe('refused:ticket-not-found')
})

it('whom Ada takes out hears no more of what colleagues ask', async () => {
  const { slack } = desk
  expect(await org(`person Globex <@${KIM}|kim>`)).toBe('person-added')
  expect(await ticket(GIL, 'Gil has a question')).toBe('opened')
  const gils = await cardOf(desk, 'Gil has a question')
  expect(await ticket(KIM, `watch ${keyOn(desk, gils)}`)).toBe('brought-in')
  const kims = await until(() => seen(slack, slack.dm(KIM), 'Gil has a question'), 'it in Kim’s chat')
  expect(await org(`remove person <@${KIM}|kim>`)).toBe('person-out')
  slack.say(ADA, TRIAGE, { text: 'for Globex alone', thread: gils.ts })
  await until(() => shownIn(slack, HELP).length > 0 && seen(slack, HELP, keyOn(desk, gils)), 'Gil’s thread')
  await desk.desk.idle()
  const all = () => slack.messages(slack.dm(KIM)).flatMap(({ ts }) => shownIn(slack, slack.dm(KIM), ts))
  expect(all().join()).not.toContain('for Globex alone')
  expect(await ticket(KIM, keyOn(desk, gils))).toBe('refused:ticket-not-found')
  const says = (text: string) => slack.say(KIM, slack.dm(KIM), { text, thread: kims.ts })
  expect(await ear.heard('Am I still heard', async () => says('Am I still heard'))).toBe('no-longer-theirs')

  // Nor where it goes on in another one.
  expect(await ticket(GIL, 'Gil asks once more')).toBe('opened')
  const again = await cardOf(desk, 'Gil asks once more')
  const merge = `merge ${keyOn(desk, gils)} into ${keyOn(desk, again)}`
  expect(await ear.heard(`"user_id": "${ADA}"`, () => slack.command(ADA, TRIAGE, '/ticket', merge))).toBe('merged')
  slack.say(ADA, TRIAGE, { text: 'merged for Globex alone', thread: again.ts })
  await inThread(desk, again, `Ada merged ${keyOn(desk, gils)} into this ticket`)
  await desk.desk.idle()
  expect(all().join()).not.toMatch(new RegExp(`for Globex alone|${keyOn(desk, again)}`))
  expect(await timesHappened(desk, keyOn(desk, again), 'WatcherAdded')).toBe(0)
})

it('a table is imported: dry it says what would change, then it changes that, then nothing; wrong lines change nothing', async () => {
  const run = (text: string, dry = false) =>
    desk.desk.store.transaction((unit) => importTable(unit, idsOf('x'), desk.desks, text, dry))
  const table =
    'name;plan;domains\r\nGlobex;gold;globex.example\r\n"Initech; Ltd";basic;initech.example www.initech.example\r\n'
  const would = [
    'line 2: Globex goes from plan basic to gold; open tickets keep theirs',
    'line 3: new organisation Initech; Ltd, plan basic',
    'line 3: domain initech.example is Initech; Ltd’s',
    'line 3: domain www.initech.example is Initech; Ltd’s',
  ]
  expect(await run(table, true)).toEqual({
    ok: true,
    lines: [...would, '4 changes would be made. Without --dry-run they are.'],
  })
  expect(await run(table)).toEqual({ ok: true, lines: [...would, '4 changes are made.'] })
  expect((await run(table)).lines.at(-1)).toBe('Nothing to change.')
  const wrong = await run('name,plan,domains\nUmbrella,gold,globex.example\nHooli,none,\n,gold,\n')
  expect(wrong).toEqual({
    ok: false,
    lines: [
      'line 2: globex.example is Globex’s. First: /desk org remove domain globex.example',
      'line 3: the desk has no plan none. Write one of: gold, basic.',
      'line 4: there is no name. Write one, or remove the line.',
    ],
  })
  expect(await org('who Umbrella')).toBe('refused:no-such-organisation')
})

it('Acme removed: its tickets stay, its people are nobody’s', async () => {
  expect(await org('remove Acme Inc')).toBe('organisation-removed')
  expect(await ticket(ARNE, key)).toBe('refused:ticket-not-found')
  expect(await ticket(ALMA, key)).toBe('status-told')
  expect(buttonOn(card, 'Take')).toBeDefined()
})
