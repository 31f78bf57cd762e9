import { ADA, BO, HELP, KIM, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { type FactsOf, type Key, words } from '../../src/locales/index.ts'
import { clockMoves, clockStandsAt } from './clock.ts'
import { newCustomer } from './customer.ts'
import type { TestDesk } from './desk.ts'
import { cardOf, keyOn, seen, until } from './people.ts'
import { accented, PSEUDO } from './pseudo.ts'

/** Who is there. */
export const names = ['Ada', 'Bo', 'Lena', 'Rita', 'Kim', 'Sam', 'Cyd', 'Tam', 'Acme']
const SECRET = 'xoxb-123456789012-123456789012-αβγδεζηθ'
const THANKS = 'thanks'
/** What people say in this walk with letters of the English alphabet; all else they say has none. */
export const said = [SECRET, THANKS]

/** A button, a title or a label as it is shown. */
const says = <K extends Key>(key: K, facts: FactsOf<K>): string => words(key, facts, PSEUDO)
/** The key of a ticket that nobody knows. */
const NOBODYS = 'DEMO-999'

/** A ticket of the walk. */
interface Walked {
  key: string
  card: SlackMessage
  root?: SlackMessage | undefined
}

interface Walk {
  desk: TestDesk
  quiet: () => Promise<void>
  /** Commands of one person, one after the other. */
  types: (user: string, channel: string, command: string, ...lines: string[]) => Promise<void>
  opens: (user: string, subject: string) => Promise<Walked>
  press: (user: string, at: { channel: string; ts: string }, key: Key, option?: string) => Promise<void>
  /** Opens a form by a button of a card, sends it in with these, and closes what is left of it. */
  fills: (user: string, card: SlackMessage, key: Key, ...tries: Record<string, string | string[]>[]) => Promise<void>
}

/** People do nearly all there is to do, in Slack and in Telegram; whatever they are shown was said on the wire. */
export async function pseudoWalk(desk: TestDesk): Promise<void> {
  const quiet = async (): Promise<void> => {
    await desk.playground.slack.idle()
    await desk.playground.telegram.idle()
    await desk.desk.idle()
  }
  const on: Walk = {
    desk,
    quiet,
    async types(user, channel, command, ...lines) {
      for (const line of lines) await desk.slack.command(user, channel, command, line)
      await quiet()
    },
    async opens(user, subject) {
      await desk.slack.command(user, HELP, '/ticket', subject)
      const card = await cardOf(desk, subject)
      await quiet()
      const key = keyOn(desk, card)
      return { key, card, root: seen(desk.slack, HELP, key) }
    },
    async press(user, { channel, ts }, key, option) {
      // A button's label has no facts.
      const label = says(key, {} as FactsOf<Key>)
      // The card may still say what it said before: nothing is pressed then, and tried again.
      const on = option === undefined ? undefined : { option }
      const pressing = () =>
        desk.slack.press(user, channel, ts, { label }, on).then(
          () => true,
          () => false,
        )
      await until(pressing, `the button ${label}`)
      await quiet()
    },
    async fills(user, card, key, ...tries) {
      await on.press(user, card, key)
      await until(() => desk.slack.view(user), `the form of ${key}`)
      for (const fields of tries) await desk.slack.submitView(user, fields)
      while (desk.slack.view(user)) await desk.slack.closeView(user)
      await quiet()
    },
  }
  for (const user of [BO, KIM]) desk.slack.join(user, HELP)
  await clockStandsAt(desk, '2027-03-02T09:00:00Z')
  const asked = await asksInSlack(on)
  await agentsWork(on, asked)
  await asksInTelegram(on)
  await timePasses(on)
}

/** Rita asks, in every way there is, and looks at what became of it. */
async function asksInSlack(on: Walk): Promise<Walked> {
  const { desk, quiet, types } = on
  const { slack } = desk
  slack.openHome(RITA)
  await types(RITA, HELP, '/ticket', 'help', 'list', 'close', 'roadmap', 'company', 'find ?', 'find λ', NOBODYS, 'mine')
  await types(RITA, HELP, '/language', '', 'ωωω', 'auto')
  await types(RITA, HELP, '/ticket', 'email α@β.gr', `watch ${NOBODYS} <@${KIM}|kim>`, 'undo', 'report')
  await types(RITA, HELP, '/desk', 'quiet 22-7', 'org list')

  await slack.command(RITA, HELP, '/ticket')
  await until(() => slack.view(RITA), 'the form')
  const before = slack.view(RITA)?.hash
  await slack.chooseInView(RITA, says('field-type', {}), accented('Something is broken'))
  await until(() => slack.view(RITA)?.hash !== before, 'its questions')
  const form = { [says('field-subject', {})]: 'λάμπα', [says('field-description', {})]: 'σκοτάδι' }
  const steps = accented('What did you do before it broke?')
  const os = accented('Operating system')
  await slack.submitView(RITA, { ...form, [steps]: ' ', [os]: accented('A phone or tablet') })
  // The hint, then as it is.
  for (let times = 0; times < 2; times++) await slack.submitView(RITA, { ...form, [steps]: 'τίποτα' })
  const card = await cardOf(desk, 'λάμπα')
  await quiet()
  const asked = { key: keyOn(desk, card), card, root: seen(slack, HELP, keyOn(desk, card)) }

  const said = slack.say(RITA, HELP, 'το τηλέφωνο δεν χτυπά')
  slack.say(KIM, HELP, { text: 'ούτε το δικό μου', thread: said })
  const raised = slack.say(RITA, HELP, { text: 'και τώρα;', thread: said })
  await slack.shortcut(RITA, HELP, raised, 'create_ticket')
  await quiet()
  if (slack.view(RITA)) await slack.submitView(RITA, form)
  await quiet()
  slack.say(RITA, HELP, `<@U0DESK> γεια`)
  await types(
    RITA,
    HELP,
    '/ticket',
    'list',
    asked.key,
    `how is ${asked.key} going?`,
    'find λάμπα',
    `history ${asked.key}`,
  )
  await types(RITA, HELP, '/ticket', `watch ${asked.key}`, `watch ${asked.key} <@${KIM}|kim>`, `unwatch ${asked.key}`)
  if (asked.root) {
    const one = slack.say(RITA, HELP, { text: 'ακόμα', thread: asked.root.ts })
    await quiet()
    slack.edit(RITA, HELP, one, 'ακόμα και τώρα')
    slack.react(RITA, HELP, one, 'eyes')
    await quiet()
    slack.remove(RITA, HELP, one)
    await quiet()
  }
  slack.openHome(RITA)
  await quiet()
  return asked
}

/** Ada and Bo work on it, with every button of the card and every command of theirs. */
async function agentsWork(on: Walk, { key, card, root }: Walked): Promise<void> {
  const { desk, quiet, types, press, fills } = on
  const { slack } = desk
  const thread = (text: string, by = ADA) => slack.say(by, TRIAGE, { text, thread: card.ts })
  for (const user of [ADA, KIM]) slack.openHome(user)
  await press(ADA, card, 'button-take')
  await press(BO, card, 'button-why')
  await press(ADA, card, 'button-priority', accented('High'))
  await fills(ADA, card, 'button-note', { [says('field-note', {})]: 'σημείωση' })
  await fills(ADA, card, 'button-reply', { [says('field-reply', {})]: 'απάντηση' })
  await fills(ADA, card, 'button-macro', {}, {})
  await fills(
    ADA,
    card,
    'button-details',
    { [accented('Planned for')]: 'ποτέ' },
    { [accented('Planned for')]: '2027-Q2' },
  )
  await fills(
    ADA,
    card,
    'button-edit',
    { [says('field-link-to', {})]: NOBODYS, [says('field-tags', {})]: '!!!' },
    { [says('field-link-to', {})]: '', [says('field-tags', {})]: 'φως', [says('field-snooze-date', {})]: '2027-03-09' },
  )
  const held = [thread('// μεταξύ μας'), thread(`<@${BO}> δες`), thread(SECRET)]
  await quiet()
  for (const one of slack
    .ephemerals(ADA)
    .filter(({ thread_ts }) => thread_ts === card.ts)
    .slice(-1))
    await press(ADA, one, 'button-send-anyway')
  const out = thread('στείλε εικόνα')
  await quiet()
  slack.edit(ADA, TRIAGE, out, 'στείλε μία εικόνα')
  await quiet()
  if (root)
    slack.say(RITA, HELP, { text: 'ορίστε', thread: root.ts, files: [{ name: 'φως.txt', bytes: Buffer.from('1') }] })
  await quiet()
  slack.remove(ADA, TRIAGE, held[0] ?? '')
  thread('ευχαριστώ')
  await quiet()
  await types(ADA, TRIAGE, '/ticket', 'undo', 'undo')

  const other = await on.opens(RITA, 'οθόνη')
  await types(ADA, TRIAGE, '/ticket', `merge ${other.key} into ${key}`)
  await types(ADA, TRIAGE, '/ticket', `unmerge ${other.key}`, `link ${other.key} to ${key} as duplicate`)
  await types(ADA, TRIAGE, '/ticket', `unlink ${other.key} from ${key}`, `tag ${key} οθόνη`, `untag ${key} οθόνη`)
  await types(ADA, TRIAGE, '/ticket', 'list tag:φως', `split ${key}`, `merge ${key} into ${key}`, `link ${key}`)
  await types(ADA, TRIAGE, '/ticket', `set ${key} planned 2027-Q3`, `set ${key} ${accented('Nothing')} 1`, 'roadmap')
  await types(ADA, TRIAGE, '/ticket', 'mine', 'unassigned', 'due', 'waiting', `history ${key}`, `why ${key}`)
  await types(ADA, TRIAGE, '/ticket', 'report week', 'report month csv', `find ${key}`, 'help', `watch ${key}`)
  await types(ADA, TRIAGE, '/desk', 'quiet 22-7', 'quiet', 'quiet off', 'org help', 'org list', 'org add Acme gold')
  await types(ADA, TRIAGE, '/desk', 'org domain Acme acme.example', 'org invite Acme 14 25', 'org who Acme', 'org list')
  await types(ADA, TRIAGE, '/desk', `org person Acme <@${RITA}|rita>`, 'org channel Acme here', 'org plan Acme basic')
  await types(
    ADA,
    TRIAGE,
    '/desk',
    'org revoke Acme',
    'org remove domain acme.example',
    'org who ωωω',
    'org domain Acme @',
  )
  await types(
    RITA,
    HELP,
    '/ticket',
    'company',
    `share ${key} <@${KIM}|kim>`,
    `share ${key} ωωω`,
    'roadmap',
    'roadmap 2027',
  )
  await types(ADA, TRIAGE, '/ticket', `for <@${KIM}|kim>`)
  // It comes a moment after the command is acknowledged, and would be taken for the next form.
  await until(() => slack.view(ADA), 'the form for somebody else')
  while (slack.view(ADA)) await slack.closeView(ADA)
  const hers = await on.opens(KIM, 'κλειδί')
  await fills(ADA, hers.card, 'button-edit', { [says('field-private-to', {})]: ['Ada'] })
  await fills(ADA, hers.card, 'button-edit', { [says('field-private-to', {})]: [] })
  await fills(ADA, hers.card, 'button-edit', { [says('field-blocked', {})]: says('answer-yes', {}) })
  await fills(ADA, hers.card, 'button-edit', { [says('field-blocked', {})]: says('answer-no', {}) })
  await fills(ADA, hers.card, 'button-edit', { [says('field-requester', {})]: RITA })
  await press(ADA, hers.card, 'button-status', accented('On hold'))
  await press(ADA, hers.card, 'button-resolve')
  await press(ADA, hers.card, 'button-reopen')
  for (const user of [ADA, RITA]) slack.openHome(user)
  await quiet()
}

/** Cyd writes to the bot, asks by its form, brings in Tam, and takes things back. */
async function asksInTelegram(on: Walk): Promise<void> {
  const { desk, quiet } = on
  const { telegram, slack } = desk
  const cyd = newCustomer(desk, 'Cyd')
  const tam = newCustomer(desk, 'Tam')
  const writes = async (...lines: string[]) => {
    for (const line of lines) telegram.write(cyd, line)
    await quiet()
  }
  const presses = async (label: string) => {
    const withIt = () =>
      telegram
        .messages(cyd)
        .findLast(({ buttons, deleted }) => !deleted && buttons.flat().some((one) => one.label.includes(label)))
    // Not every question may be skipped.
    const message = await until(withIt, `a button «${label}»`, 3_000).catch(() => undefined)
    if (!message) return
    const found = message.buttons.flat().find((one) => one.label.includes(label))
    telegram.press(cyd, message.id, { label: found?.label ?? '' })
    await quiet()
  }
  await writes(
    '/help',
    '/tickets',
    '/status',
    `/status ${NOBODYS}`,
    '/close',
    '/cancel',
    '/delete',
    'hi',
    '/find',
    '/roadmap',
  )
  await writes(
    '/language',
    `/language ${PSEUDO}`,
    '/email α@β.gr',
    '/tickets company',
    `/watch ${NOBODYS}`,
    '/unwatch',
    '/what',
  )
  await writes('/new')
  await presses(accented('Something is broken'))
  await writes('x'.repeat(200).replaceAll('x', 'ξ'), 'ποδήλατο')
  await presses(says('button-back', {}))
  await writes('ποδήλατο', 'έσπασε', 'χθες')
  await presses(says('button-skip', {}))
  await presses(says('button-skip', {}))
  await presses(says('button-send', {}))
  const bicycle = await cardOf(desk, 'ποδήλατο')
  await quiet()
  for (const thing of [
    { location: { latitude: 59.3, longitude: 18.1 } },
    { contact: { phone_number: '+4670000', first_name: 'Ωμέγα' } },
    { poll: { question: 'ναι;', options: ['α', 'β'] } },
    { dice: {} },
    { sticker: {} },
    { document: { name: 'λ.txt' } },
  ])
    telegram.send(cyd, thing)
  await writes('/new')
  await presses(accented('Question'))
  await writes('δεύτερο', 'τίποτα')
  await presses(says('button-send', {}))
  const second = await cardOf(desk, 'δεύτερο')
  await quiet()
  await writes('σε ποιο;')
  await presses(keyOn(desk, second))
  await writes('/tickets', `/status ${keyOn(desk, second)}`, '/close', `/watch ${keyOn(desk, second)}`)
  const link = telegram.messages(cyd).findLast(({ text }) => text?.includes('start='))
  const code = /start=([\w-]+)/.exec(JSON.stringify(link))?.[1]
  if (code) telegram.start(tam, code)
  await quiet()
  telegram.write(tam, 'εδώ είμαι')
  await quiet()
  await writes(`/unwatch ${keyOn(desk, second)}`)
  slack.say(BO, TRIAGE, { text: 'ποιο χρώμα;', thread: second.ts })
  await on.press(BO, second, 'button-resolve')
  await writes('ευχαριστώ πολύ', THANKS)
  await presses(says('button-still-need-help', {}))
  telegram.block(tam)
  slack.say(BO, TRIAGE, { text: 'ποιο;', thread: bicycle.ts })
  await quiet()
}

/** Promises are broken, silence ends tickets, answers are rated, the week is reported. */
async function timePasses(on: Walk): Promise<void> {
  const { desk, quiet } = on
  const late = await on.opens(RITA, 'ασανσέρ')
  for (const hours of [6, 2, 2, 15, 6, 20]) {
    await clockMoves(desk, hours * 3_600_000)
    await desk.desk.runTimers()
    await quiet()
  }
  await on.types(ADA, TRIAGE, '/ticket', 'due', `why ${late.key}`, `history ${late.key}`)
  const cyd = newCustomer(desk, 'Cyd')
  desk.telegram.write(cyd, 'καφές')
  const coffee = await cardOf(desk, 'καφές')
  await quiet()
  desk.slack.say(BO, TRIAGE, { text: 'έρχεται', thread: coffee.ts })
  await quiet()
  await on.press(BO, coffee, 'button-resolve')
  await clockMoves(desk, 10 * 60_000)
  await desk.desk.runTimers()
  await quiet()
  const question = desk.telegram
    .messages(cyd)
    .findLast(({ buttons }) => buttons.flat().some(({ label }) => label === '5'))
  if (question) desk.telegram.press(cyd, question.id, { label: '5' })
  await quiet()
  const rated = desk.telegram.messages(cyd).findLast(({ buttons }) => buttons.flat().length > 0)
  const comment = rated?.buttons.flat().find(({ label }) => label === says('button-rating-comment', {}))
  if (rated && comment) desk.telegram.press(cyd, rated.id, { label: comment.label })
  await quiet()
  desk.telegram.write(cyd, 'καλός')
  await quiet()
  desk.slack.say(BO, TRIAGE, { text: 'ποιος όροφος;', thread: late.card.ts })
  await quiet()
  for (const days of [4, 4, 4]) {
    await clockMoves(desk, days * 86_400_000)
    await desk.desk.runTimers()
    await quiet()
  }
}
