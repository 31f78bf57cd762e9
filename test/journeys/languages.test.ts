import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, LENA, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { type FactsOf, type Key, words } from '../../src/locales/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, inThread, labelsOn, newCustomer, pressed, withButton } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, keyOn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { buttonMeaning, press } from '../support/rights.ts'
import { ritaAsks, ritaHears } from '../support/slack-asks.ts'

/*
 * A Russian desk that also speaks English and Persian. What somebody chose counts before what their platform says of
 * them, and that before the desk's own language; agents and requesters of one ticket each read their own.
 */

let desk: TestDesk
/** How far the desk's real time is ahead of the machine's: what it remembers of people is a minute old then. */
let laterMs = 0

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({ ...demo, languages: ['ru', 'en', 'fa'], agentName: 'desk' }),
    realNow: () => new Date(Date.now() + laterMs),
  })
  for (const agent of [BO, LENA]) desk.slack.join(agent, HELP)
  await clockStandsAt(desk, '2027-03-02T10:00:00Z')
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** Marks that keep keys and names in their own direction are not seen. */
const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
const says = <K extends Key>(key: K, facts: FactsOf<K>, language: string) => words(key, facts, language)
const speaking = (tongue: string) => ({ language: { tongue } })

/** What somebody is told privately after a command, in Slack. */
async function answered(user: string, command: string, typed: string, channel = HELP): Promise<string> {
  await desk.desk.idle()
  const before = whispers(desk, user).length
  expect(await desk.slack.command(user, channel, command, typed)).toMatchObject({ ok: true })
  return bare(await until(() => whispers(desk, user)[before], `an answer to ${command} ${typed}`))
}
const whispered = (user: string, said: string) =>
  until(() => whispers(desk, user).some((text) => bare(text).includes(said)), `«${said}» for ${user}`)
const tells = (customer: number, said: string) =>
  until(() => chatOf(desk, customer).some((text) => bare(text).includes(said)), `«${said}» to ${customer}`)
const menuOf = (customer: number) => desk.telegram.menu(customer).map(({ description }) => description)
const menuIn = (customer: number, language: string) =>
  until(() => menuOf(customer).includes(says('command-language', {}, language)), `the menu in ${language}`)

it('who says nothing is spoken to by their app’s language where the desk speaks it, else by the desk’s own', async () => {
  const greeted = async (name: string, app: string, language: string) => {
    const customer = newCustomer(desk, name, app)
    const shown = language === 'ru' ? 'Демо-поддержка' : 'Demo desk'
    await tells(customer, says('start-greeting', { name, desk: shown }, language).split('\n')[0]?.slice(0, 6) ?? '')
    return customer
  }
  const [persian, swede] = [await greeted('Dara', 'fa', 'fa'), await greeted('Sven', 'sv', 'ru')]
  await greeted('Ben', 'en-gb', 'en')
  desk.slack.speak(KIM, 'sv-SE')
  expect(await answered(KIM, '/ticket', 'list')).toBe(says('list-empty', {}, 'ru'))
  expect(await answered(RITA, '/ticket', 'list')).toBe(says('list-empty', {}, 'en'))
  // The menu of commands is the platform's to choose by the app, English where it has none for it.
  await menuIn(persian, 'fa')
  await menuIn(swede, 'en')
})

it('Telegram: a choice counts more than the app, is still there after a restart, and the menu is in it, too', async () => {
  const dara = newCustomer(desk, 'Dara', 'fa')
  desk.telegram.write(dara, '/language')
  const asked = await withButton(desk, dara, 'русский')
  expect(bare(asked.text ?? '')).toBe(says('language-ask', speaking('fa'), 'fa'))
  expect(labelsOn(asked)).toEqual(['русский', 'English', 'فارسی', says('button-language-auto', {}, 'fa')])

  await pressed(desk, dara, 'русский')
  await tells(dara, says('language-set', speaking('ru'), 'ru'))
  await menuIn(dara, 'ru')

  desk.telegram.speak(dara, 'en')
  await desk.restart()
  desk.telegram.write(dara, '/tickets')
  await tells(dara, says('list-empty', {}, 'ru'))
  await menuIn(dara, 'ru')

  desk.telegram.write(dara, '/language Persian')
  await tells(dara, says('language-set', speaking('fa'), 'fa'))
  await menuIn(dara, 'fa')
  desk.telegram.write(dara, '/language auto')
  await tells(dara, says('language-auto', speaking('en'), 'en'))
  await menuIn(dara, 'en')
})

it('a menu of one’s own is given anew at the next start where its words are others by then, and only there', async () => {
  const mina = newCustomer(desk, 'Mina', 'en')
  desk.telegram.write(mina, '/language fa')
  await menuIn(mina, 'fa')
  const address = { platform: 'telegram', account: '700001', id: String(mina) } as const
  await desk.desk.store.transaction((unit) => unit.people.keepMenu(address, 'that of an earlier version'))
  const given = () =>
    desk.playground.telegram.ledger.entries.filter((one) => one.what === 'called' && one.method === 'setMyCommands')
      .length
  const before = given()
  await desk.restart()
  await until(() => given() === before + 1, 'that it is given again')
  await desk.restart()
  await desk.desk.idle()
  expect(given()).toBe(before + 1)
})

it('Slack: the buttons of the choice work, it counts more than the profile, and survives its change', async () => {
  await desk.slack.command(RITA, HELP, '/language')
  const asked = await until(
    () => desk.slack.ephemerals(RITA).find((one) => desk.slack.textOf(one).includes('I speak English with you')),
    'the choice',
  )
  await desk.slack.press(RITA, HELP, asked.ts, { label: 'русский' })
  await whispered(RITA, says('language-set', speaking('ru'), 'ru'))
  desk.slack.speak(RITA, 'fa-IR')
  laterMs += 61_000
  expect(await answered(RITA, '/ticket', 'list')).toBe(says('list-empty', {}, 'ru'))
  await desk.slack.command(RITA, HELP, '/ticket')
  const form = await until(() => desk.slack.view(RITA), 'the form')
  expect([form.title.text, form.submit?.text]).toEqual([
    says('form-new-title', {}, 'ru'),
    says('form-submit', {}, 'ru'),
  ])
  await desk.slack.closeView(RITA)

  expect(await answered(RITA, '/language', 'klingon')).toContain('klingon')
  expect(await answered(RITA, '/language', 'auto')).toBe(says('language-auto', speaking('fa'), 'fa'))
  expect(await answered(RITA, '/language', 'English')).toBe(says('language-set', speaking('en'), 'en'))
})

it('a forged choice changes nothing: an id that is none, a language that nobody here speaks', async () => {
  for (const forged of ['language', 'ru', '00000000-0000-7000-8000-000000000000'])
    expect(await press(desk, RITA, forged)).toBe('refused:button-is-stale')
  const swedish = await buttonMeaning(desk, { act: 'language', argument: 'sv' })
  expect(await press(desk, RITA, swedish)).toBe('language-unknown')
  expect(await answered(RITA, '/ticket', 'list')).toBe(says('list-empty', {}, 'en'))
})

it('one ticket: the channel reads the desk’s language, each agent and who asked their own', async () => {
  const { slack } = desk
  expect(await answered(ADA, '/language', 'fa')).toBe(says('language-set', speaking('fa'), 'fa'))
  const dara = newCustomer(desk, 'Dara', 'fa')
  desk.telegram.write(dara, 'Принтер горит')
  const card = await cardOf(desk, 'Принтер горит')
  const key = keyOn(desk, card)
  await tells(dara, says('ticket-opened', { key, subject: 'Принтер горит' }, 'fa'))
  await until(() => /Статус\s+Новая/.test(cardNow(desk, card)), 'the card in Russian')
  await desk.desk.idle()

  // Forms and what is wrong with them: of who opens them.
  for (const [user, language] of [
    [ADA, 'fa'],
    [BO, 'en'],
  ] as const) {
    await slack.press(user, TRIAGE, card.ts, { label: says('button-edit', {}, 'ru') })
    const view = await until(() => slack.view(user), 'the form')
    expect(view.title.text).toBe(says('form-edit-title', {}, language))
    const sent = await slack.submitView(user, { [says('field-link-to', {}, language)]: 'DEMO-999' })
    expect(sent).toMatchObject({ errors: expect.anything() })
    expect(bare(JSON.stringify(sent))).toContain(says('error-no-such-ticket', { key: 'DEMO-999' }, language))
    await slack.closeView(user)
  }
  // What was refused, and what was held back: of who did it.
  await slack.press(BO, TRIAGE, card.ts, { label: says('button-take', {}, 'ru') })
  await inThread(desk, card, says('taken', { name: 'Bo' }, 'ru'))
  const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
  await press(desk, ADA, await buttonMeaning(desk, { act: 'take', ticketId: ticket?.id }))
  await whispered(ADA, says('already-taken', { key, name: 'Bo' }, 'fa'))
  for (const [user, language] of [
    [ADA, 'fa'],
    [BO, 'en'],
  ] as const) {
    slack.say(user, TRIAGE, { text: '// между нами', thread: card.ts })
    await whispered(user, says('held-note', {}, language))
  }
  // What is said to who asked.
  await slack.press(BO, TRIAGE, card.ts, { label: says('button-resolve', {}, 'ru') })
  await inThread(desk, card, says('resolved-by', { by: 'Bo' }, 'ru'))
  await tells(dara, says('resolved-for-requester', { key }, 'fa'))
})

it('that an answer waits is said to its author in theirs, and the desk signs it in its reader’s', async () => {
  const dara = newCustomer(desk, 'Dara', 'en')
  desk.telegram.write(dara, 'The lamp')
  const card = await cardOf(desk, 'The lamp')
  await desk.desk.idle()
  const { faults, ledger } = desk.playground.telegram
  faults.arm({ on: 'call', method: 'sendMessage', does: 'error', status: 502 }, Number.POSITIVE_INFINITY)
  desk.slack.say(ADA, TRIAGE, { text: 'Which one?', thread: card.ts })
  const before = ledger.entries.length
  const tried = () => ledger.entries.slice(before).some((one) => 'method' in one && one.method === 'sendMessage')
  await until(tried, 'a failed try')
  await clockMoves(desk, 12_000)
  await whispered(ADA, says('reply-waits', { key: keyOn(desk, card) }, 'fa'))
  faults.clear()
  await tells(dara, 'Which one?')
  expect(chatOf(desk, dara).at(-1)).toMatch(/^Demo desk · DEMO-\d+\nWhich one\?/)
})

it('lists, reports and hours are written as each reads them: Jalali days and Persian digits, Russian months', async () => {
  expect(await answered(LENA, '/language', 'ru')).toContain('русский')
  const asked = await ritaAsks(desk, 'The beamer is dark')
  desk.slack.say(BO, TRIAGE, { text: 'We look at it', thread: asked.card.ts })
  await ritaHears(desk, asked, 'We look at it')
  // Where it is the desk that signs nobody who asks learns which agents there are.
  expect(await answered(RITA, '/ticket', asked.key)).not.toContain(says('card-assignee', {}, 'en'))
  expect(await answered(RITA, '/ticket', `history ${asked.key}`)).not.toMatch(/Bo\b/)
  await ritaAsks(desk, 'The screen is dark, too')
  await answered(BO, '/desk', 'org add Acme gold', TRIAGE)
  await answered(BO, '/desk', 'org invite Acme 14 25', TRIAGE)

  const lists = [
    ['/ticket', 'due'],
    ['/ticket', 'unassigned'],
    ['/ticket', 'find beamer'],
    ['/ticket', `why ${asked.key}`],
    ['/ticket', `history ${asked.key}`],
    ['/ticket', 'report week'],
    ['/desk', 'org list'],
    ['/desk', 'org who Acme'],
    ['/desk', 'quiet 22-7'],
  ] as const
  const read = new Map<string, string>()
  for (const user of [ADA, LENA, BO])
    for (const [command, typed] of lists) read.set(`${user} ${typed}`, await answered(user, command, typed, TRIAGE))
  const readBy = (user: string) => [...read].filter(([of]) => of.startsWith(user))

  for (const [of, text] of readBy(ADA)) {
    expect(text, of).toMatch(/[ا-ی]{3}/)
    // All but keys and what is typed.
    expect(text.replaceAll(/DEMO-\d+|\/desk \S+ \S+|npm run .*/g, ''), of).not.toMatch(/[0-9]/)
  }
  for (const [of, text] of readBy(LENA)) {
    expect(text, of).toMatch(/[а-я]{3}/)
    expect(text, of).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  }
  expect(read.get(`${ADA} due`)).toMatch(/۱[۱-۳] اسفند ۱۴۰۵/)
  expect(read.get(`${LENA} due`)).toMatch(/\d мар\. 2027/)
  expect(read.get(`${BO} due`)).toMatch(/\d Mar 2027, \d\d:\d\d/)

  const home = (user: string) => JSON.stringify(desk.slack.home(user)?.blocks ?? [])
  for (const [user, day] of [
    [ADA, 'اسفند ۱۴۰۵'],
    [LENA, 'мар. 2027'],
  ] as const) {
    desk.slack.openHome(user)
    await until(() => home(user).includes(day), `${user}’s Home tab`)
  }
})
