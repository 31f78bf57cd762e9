import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type DeskClock, deskClock } from '../../playground/desk-clock.ts'
import { openPlayground, type Playground } from '../../playground/open.ts'
import { ADA, BO, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startDesk } from '../desk-process.ts'
import { readDesks } from '../desks.ts'
import { localTime } from '../domain/local-time.ts'
import { words } from '../locales/index.ts'
import { logTo } from '../log.ts'
import { playgroundChannels } from '../playground-names.ts'
import { openCluster } from '../store/embedded/cluster.ts'

const CARA = 7001
const HOUR_MS = 3_600_000
/** So long until the sweeps have been, and what they say is shown. */
const SWEEP_MS = 1500
/** So many things may be due before the one the story waits for. */
const MOST_DUE = 8
/** Of the demo desk. */
const ZONE = 'Europe/Stockholm'
/** How long a person of the story waits for what must appear (ms). */
const PATIENCE_MS = 20_000

/**
 * `npm run demo`: one story through the playground without a browser. Rita asks in Slack by the form, Cara in Telegram
 * by writing; Ada and Bo take, answer, resolve; both are told. What each sees is printed as it appears. Returns the exit code.
 */
export async function playDemo(home: string, print: (line: string) => void): Promise<number> {
  const cluster = await openCluster({ home })
  const database = `demo_${randomUUID().slice(0, 8)}`
  const secrets = {
    signingSecret: randomUUID(),
    slackToken: `xoxb-${randomUUID()}`,
    telegramToken: `700001:${randomUUID()}`,
  }
  let deskUrl: string | undefined
  const clock = deskClock({ deskUrl: () => deskUrl, secret: secrets.signingSecret, realNow: () => Date.now() })
  const playground = await openPlayground({ ...secrets, now: clock.now, realNow: () => Date.now(), clock })
  const { desks } = await readDesks(
    [join(import.meta.dirname, '../../desks/demo.yaml')],
    (name) => playgroundChannels[name],
  )
  const desk = await startDesk({
    config: {
      port: 0,
      slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: playground.slackApiUrl },
      telegram: { token: secrets.telegramToken, apiRoot: playground.telegramApiRoot, webhook: undefined },
    },
    databaseUrl: await cluster.ensureDatabase(database),
    desks,
    secret: randomUUID(),
    log: logTo('silent', false),
    host: '127.0.0.1',
    playgroundSecret: secrets.signingSecret,
  })
  try {
    deskUrl = `http://127.0.0.1:${desk.port}/slack/events`
    playground.slack.setRequestUrl(deskUrl)
    await tellStory(playground, clock, print)
    return 0
  } finally {
    await desk.stop()
    await playground.stop()
    await cluster.dropDatabase(database)
    await cluster.release()
  }
}

async function tellStory(playground: Playground, clock: DeskClock, print: (line: string) => void): Promise<void> {
  const [slack, telegram] = [playground.slack.world, playground.telegram.world]
  const does = (line: Line): void => print(`\n▸ ${say(line)}`)
  const shows = (where: string, text: string): void => {
    const lines = text.trim().split('\n')
    for (const [index, line] of lines.entries()) print(`    ${(index === 0 ? where : '').padEnd(18)} ${line}`)
  }
  /** What the desk shows in a Slack channel or thread; of a card only its first line. */
  const inSlack = async (channel: string, has: string, thread?: string) => {
    const where = thread === undefined ? {} : { thread }
    const message = await soon(() =>
      slack.messages(channel, where).findLast((one) => one.bot_id && slack.textOf(one).includes(has)),
    )
    const text = slack.textOf(message)
    shows(
      channel === HELP ? 'Slack · #help' : 'Slack · #triage',
      channel === TRIAGE && !thread ? (text.split('\n')[0] ?? '') : text,
    )
    return message
  }
  const inTelegram = async (has: string): Promise<number> => {
    const message = await soon(() =>
      telegram.messages(CARA).findLast((one) => one.from === 'bot' && one.text?.includes(has)),
    )
    shows('Telegram · Cara', message.text)
    return message.id
  }
  const inThread = (user: string, name: string, channel: string, thread: string, text: string): void => {
    slack.say(user, channel, { text, thread })
    shows(`  ${name} →`, text)
  }

  does('demo-rita-opens-form')
  await slack.command(RITA, HELP, '/ticket')
  await soon(() => slack.view(RITA))
  await slack.submitView(RITA, {
    [words('field-subject', {}, 'en')]: 'The printer is on fire',
    [words('field-description', {}, 'en')]: 'Second floor. It smells of toner.',
  })
  const rita = await inSlack(HELP, 'The printer is on fire')
  const printer = await inSlack(TRIAGE, 'The printer is on fire')

  does('demo-cara-writes')
  telegram.start(CARA)
  telegram.write(CARA, 'My last invoice shows 17 seats, we have 12')
  await inTelegram('My last invoice')
  const invoice = await inSlack(TRIAGE, 'My last invoice')

  does('demo-ada-takes')
  await slack.press(ADA, TRIAGE, printer.ts, { label: words('button-take', {}, 'en') })
  inThread(ADA, 'Ada', TRIAGE, printer.ts, 'Please step away from it. Is anybody hurt?')
  await inSlack(HELP, 'Is anybody hurt?', rita.ts)
  inThread(RITA, 'Rita', HELP, rita.ts, 'Nobody. And it has stopped burning!')
  await inSlack(TRIAGE, 'stopped burning', printer.ts)

  does('demo-bo-answers')
  await slack.press(BO, TRIAGE, invoice.ts, { label: words('button-take', {}, 'en') })
  inThread(BO, 'Bo', TRIAGE, invoice.ts, '// between us: their contract says 12')
  inThread(BO, 'Bo', TRIAGE, invoice.ts, 'You are right, it must be *12*. A new invoice is on its way.')
  await inTelegram('A new invoice')

  does('demo-both-resolve')
  await slack.press(ADA, TRIAGE, printer.ts, { label: words('button-resolve', {}, 'en') })
  await slack.press(BO, TRIAGE, invoice.ts, { label: words('button-resolve', {}, 'en') })
  await inSlack(HELP, 'solved', rita.ts)
  await inTelegram('solved')

  const passes = async (hours: number): Promise<void> => {
    await clock.move({ byMs: hours * HOUR_MS })
    print(hourNow())
  }
  const hourNow = (): string =>
    `    ${words('demo-clock', { hour: localTime(new Date(clock.now()), ZONE), zone: ZONE }, 'en')}`
  does('demo-time-rating')
  await passes(0.1)
  const question = await inTelegram('How was our answer')
  telegram.press(CARA, question, { label: '5' })
  await inSlack(TRIAGE, 'rates the answer 5', invoice.ts)

  does('demo-time-late')
  await slack.command(RITA, HELP, '/ticket', 'How do we add a colleague?')
  const home = await inSlack(HELP, 'How do we add a colleague?')
  const late = await inSlack(TRIAGE, 'How do we add a colleague?')
  // To whatever is due next, until it is her answer: the hour depends on when the story is told.
  for (
    let due = 0;
    due < MOST_DUE &&
    !slack.messages(TRIAGE, { thread: late.ts }).some((one) => slack.textOf(one).includes('is late now'));
    due++
  ) {
    await clock.move({ to: 'next' })
    await pause(SWEEP_MS)
  }
  print(hourNow())
  await inSlack(TRIAGE, 'is late now', late.ts)
  await inSlack(TRIAGE, 'the first answer is late')

  does('demo-time-silence')
  inThread(BO, 'Bo', TRIAGE, late.ts, 'Which colleague, please?')
  await inSlack(HELP, 'Which colleague', home.ts)
  await passes(24 * 6)
  await inSlack(HELP, 'If we hear nothing', home.ts)
  await passes(24 * 6)
  await inSlack(HELP, 'is cancelled', home.ts)
  inThread(RITA, 'Rita', HELP, home.ts, 'Sorry, I was away! It is Dora.')
  await inSlack(TRIAGE, 'It is Dora', late.ts)
  print(`\n${say('demo-end')}`)
}

type Line =
  | 'demo-rita-opens-form'
  | 'demo-cara-writes'
  | 'demo-ada-takes'
  | 'demo-bo-answers'
  | 'demo-both-resolve'
  | 'demo-time-rating'
  | 'demo-time-late'
  | 'demo-time-silence'
  | 'demo-end'

function say(key: Line): string {
  return words(key, {}, 'en')
}

/** What must appear soon; looked for as a person looks at a screen. */
async function soon<T>(look: () => T | undefined): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(50)) {
    const seen = look()
    if (seen !== undefined) return seen
  }
  throw new Error('The story got stuck: something did not appear within 20 seconds. Run it with LOG_LEVEL=debug.')
}
