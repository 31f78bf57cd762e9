import { afterAll, expect, it } from 'vitest'
import { type Balancer, openBalancer } from '../../bench/faults/balancer.ts'
import { openPlayground } from '../../playground/open.ts'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { freshDatabase } from '../support/database.ts'
import { secrets } from '../support/demo.ts'
import { type KillableDesk, startKillable } from '../support/killable.ts'
import { matches, until } from '../support/people.ts'

const closings: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closings.reverse()) await close()
})

/** The topology of docker-compose.yml as plain processes: three desks on one database, and what stands before them. */
async function threeDesks() {
  const playground = await openPlayground({
    port: 0,
    ...secrets,
    now: () => Date.now(),
    retryDelaysMs: { slack: [0, 300, 1000, 2000] },
  })
  closings.push(() => playground.stop())
  const database = await freshDatabase()
  closings.push(() => database.drop())
  const env = {
    DESK_DATABASE: database.url,
    DESK_SLACK: playground.slackApiUrl,
    DESK_TELEGRAM: playground.telegramApiRoot,
    DESK_UNBOUNDED: 'yes',
  }
  const desks: KillableDesk[] = await Promise.all([1, 2, 3].map(() => startKillable(env)))
  // The first is stopped by its story.
  closings.push(() => Promise.all(desks.slice(1).map((desk) => desk.stop())))
  const balancer: Balancer = await openBalancer(desks.map(({ port }) => port))
  closings.push(() => balancer.close())
  playground.slack.setRequestUrl(`${balancer.url}/slack/events`)
  return { playground, desks, balancer }
}

it('three desks behind one proxy are one desk, also while one of them is away', async () => {
  const { playground, desks, balancer } = await threeDesks()
  const slack = playground.slack.world
  const telegram = playground.telegram.world
  const cara = 8000
  telegram.add({ id: cara, first_name: 'Cara', language_code: 'en' })
  telegram.start(cara)
  const shown = (words: string, thread?: string) =>
    slack
      .messages(TRIAGE, thread === undefined ? undefined : { thread })
      .filter((one) => matches(slack.textOf(one), words))
  const heard = (words: string) =>
    telegram.messages(cara).filter(({ from, text }) => from === 'bot' && matches(text, words))

  telegram.write(cara, 'The gate hums')
  const card = await until(() => shown('The gate hums')[0], 'the card')
  slack.say(ADA, TRIAGE, { text: 'Which gate?', thread: card.ts })
  await until(() => heard('Which gate?')[0], 'the answer')

  await desks[0]?.stop()
  for (const words of ['The north one', 'The green one', 'By the wall']) telegram.write(cara, words)
  for (const words of ['Is it locked?', 'Is it warm?', 'Is it loud?'])
    slack.say(ADA, TRIAGE, { text: words, thread: card.ts })
  await until(() => shown('By the wall', card.ts)[0], 'what Cara says')
  for (const words of ['Is it locked?', 'Is it warm?', 'Is it loud?']) await until(() => heard(words)[0], words)
  // A connection to the one that is gone breaks, and Slack comes again: what that makes late says so, and is shown after.
  const order = (all: { text: string }[], words: string[]) =>
    words.flatMap((one) => {
      const at = all.findIndex(({ text }) => text.includes(one))
      return at >= 0 && all[at]?.text.includes('arrived late') ? [] : [at]
    })
  const inThread = slack.messages(TRIAGE, { thread: card.ts }).map((one) => ({ text: slack.textOf(one) }))
  for (const places of [
    order(inThread, ['The north one', 'The green one', 'By the wall']),
    order(telegram.messages(cara), ['Is it locked?', 'Is it warm?', 'Is it loud?']),
  ]) {
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
  // It was killed: what it was sending in that moment Telegram cannot be asked about and sends again, one message at most.
  const times = ['Which gate?', 'Is it locked?', 'Is it warm?', 'Is it loud?'].map((words) => heard(words).length)
  expect(times.reduce((all, one) => all + one, 0)).toBeLessThanOrEqual(times.length + 1)
  expect(balancer.statuses.get(503)).toBeUndefined()
  expect((balancer.statuses.get(200) ?? 0) > 4).toBe(true)
}, 90_000)
