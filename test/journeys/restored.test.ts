import { afterEach, beforeEach, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { runResume } from '../../src/commands/resume.ts'
import { newCustomer, threadOf, timesTold, told } from '../support/customer.ts'
import type { Backup } from '../support/database.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { dumpOf } from '../support/dump.ts'
import { logLines } from '../support/log-lines.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { ritaAsks, ritaHears } from '../support/slack-asks.ts'

/** Longer than a platform that gave no answer is left alone. */
const MINUTE = 60_000

const { log, lines } = logLines('warn')
let desk: TestDesk
let pastMs = 0
beforeEach(async () => {
  pastMs = 0
  desk = await startTestDesk({ log, realNow: () => new Date(Date.now() + pastMs) })
})
afterEach(() => desk.stop())

const resume = async (...args: string[]) => (await runResume(args, { databaseUrl: desk.database.url }, 'unused')).lines
const readiness = async () =>
  (await fetch(`http://127.0.0.1:${desk.desk.port}/health/ready`)).json() as Promise<{ reasons: string[] }> // our own page

/** What it owes at the backup is sent afterwards, so that the restored tables owe what everybody has. */
async function backUpBeforeSending(say: () => void): Promise<Backup> {
  const { faults: slack } = desk.playground.slack
  const { faults: telegram } = desk.playground.telegram
  slack.arm({ on: 'call', method: 'chat.postMessage', does: 'error', status: 503 }, 1000)
  telegram.arm({ on: 'call', method: 'sendMessage', does: 'error', status: 500 }, 1000)
  say()
  // Also while their lanes are quiet for a moment: a platform that stumbles is not asked again at once.
  await until(async () => {
    const dump = await dumpOf(desk.database.url)
    return /^delivery .*I open it/m.test(dump) && /^delivery .*Bo has it/m.test(dump)
  }, 'both answers owed')
  await desk.desk.stop()
  const backup = await desk.database.backUp()
  slack.clear()
  telegram.clear()
  pastMs += MINUTE
  await desk.restart()
  return backup
}

/** Cara and Rita have asked and have both been answered; a backup owes them the answers still. */
async function answeredSinceBackup(what: string) {
  const cara = newCustomer(desk, 'Cara')
  desk.telegram.write(cara, `The ${what} is shut`)
  const card = await cardOf(desk, `The ${what} is shut`)
  const asked = await ritaAsks(desk, `who has the key of the ${what}`)
  await told(desk, cara, 'this is ticket')
  await desk.desk.idle()
  const backup = await backUpBeforeSending(() => {
    desk.slack.say(ADA, TRIAGE, { text: 'I open it', thread: card.ts })
    desk.slack.say(ADA, TRIAGE, { text: 'Bo has it', thread: asked.card.ts })
  })
  await told(desk, cara, 'I open it')
  await ritaHears(desk, asked, 'Bo has it')
  const heard = () =>
    desk.slack
      .messages(asked.root.channel, { thread: asked.root.ts })
      .filter((message) => desk.slack.textOf(message).includes('Bo has it'))
  return { cara, card, backup, timesHeard: () => [timesTold(desk, cara, 'I open it'), heard().length] }
}

it('a desk on restored tables hears and sends nothing until the operator says so, and nothing is sent twice', async () => {
  expect(await resume()).toEqual(['Sending is not paused.'])
  const { cara, card, backup, timesHeard } = await answeredSinceBackup('gate')
  await desk.desk.stop()
  await backup.inPlace()
  await desk.restart()

  expect((await readiness()).reasons).toEqual(['sending-paused'])
  const page = await fetch(`http://127.0.0.1:${desk.desk.port}/metrics`)
  expect(await page.text()).toContain('\ndeskhand_sending_paused 1\n')
  desk.telegram.write(cara, 'Thank you')
  await until(async () => (await resume()).some((line) => /slack: \d+ owed/.test(line)), 'what is owed')
  expect(await resume()).toEqual([
    expect.stringMatching(/nothing is sent since 20/),
    expect.stringMatching(/^slack: \d+ owed/),
    expect.stringMatching(/^telegram: 1 owed/),
    expect.stringContaining('resume --yes'),
  ])
  expect(threadOf(desk, card)).not.toContainEqual(expect.stringContaining('Thank you'))

  expect((await resume('--yes')).join(' ')).toMatch(/left to the agents: 1\..*Tickets to look at: DEMO-\d+/)
  await until(() => threadOf(desk, card).some((text) => text.includes('Thank you')), 'what Cara said meanwhile')
  expect((await readiness()).reasons).toEqual([])
  await desk.desk.runTimers()
  await until(
    () => threadOf(desk, card).some((text) => text.includes('could not be delivered')),
    'what nobody can tell',
  )
  await desk.desk.idle()
  expect(timesHeard()).toEqual([1, 1])
  await replayedEqualsStored(desk, ({ fault }) => fault === 'restored')
}, 90_000)

/** What came in meanwhile is sent when the operator lets it, and not once more what everybody has. */
async function goesOn({ cara, card, timesHeard }: Awaited<ReturnType<typeof answeredSinceBackup>>): Promise<void> {
  desk.telegram.write(cara, 'Thank you')
  await resume('--yes')
  await until(() => threadOf(desk, card).some((text) => text.includes('Thank you')), 'what Cara said meanwhile')
  await desk.desk.idle()
  expect(timesHeard()).toEqual([1, 1])
}

it('the tables of a backup written over those of the same database are noticed as well', async () => {
  const scene = await answeredSinceBackup('barn')
  await desk.desk.stop()
  await scene.backup.over()
  await desk.restart()
  expect((await readiness()).reasons).toEqual(['sending-paused'])
  await goesOn(scene)
}, 90_000)

it('a desk that ran on while its database went away and a backup came in its place sends nothing of that', async () => {
  const scene = await answeredSinceBackup('shed')
  const missed = () => lines.filter((line) => line.includes('lease-not-renewed')).length
  const before = missed()
  await scene.backup.inPlace(() => until(() => missed() > before, 'that the desk finds no database'))
  await until(async () => (await readiness()).reasons.includes('sending-paused'), 'that it is noticed')
  await goesOn(scene)
}, 90_000)
