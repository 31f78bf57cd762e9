import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk
const logged: string[] = []

beforeAll(async () => {
  const keep = (_: object, what: string) => void logged.push(what)
  desk = await startTestDesk({ log: { debug: () => {}, info: keep, warn: keep, error: keep } })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Slack tells, and the desk knows at once, without waiting for the next look of its own. */
async function share(channel: string, shared: boolean): Promise<void> {
  const says = shared ? 'triage-channel-is-shared-with-another-company' : 'triage-channel-is-ours-again'
  const times = (): number => logged.filter((what) => what === says).length
  const before = times()
  desk.slack.share(channel, shared)
  await until(() => times() > before, 'that the desk knows')
  await settled()
}

const onCard = ({ card }: Asked): string => desk.slack.textOf(desk.slack.message(TRIAGE, card.ts) ?? card)
const inThread = ({ card }: Asked): string => shownIn(desk.slack, TRIAGE, card.ts).slice(1).join('\n')

async function settled(): Promise<void> {
  await desk.playground.slack.idle()
  await desk.desk.idle()
}

it('a triage channel shared with another company: the desk warns, tells who writes a note, and says nothing internal', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the gate is stuck')
  expect(onCard(asked)).toContain('Requester')
  await share(TRIAGE, true)
  expect(logged).toContain('triage-channel-is-shared-with-another-company')

  slack.say(ADA, TRIAGE, { text: '// she is three months behind', thread: asked.card.ts })
  await whispered(desk, ADA, 'People of another company read this channel')
  slack.say(KIM, HELP, { text: 'I know her gate', thread: asked.root.ts })
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Take' })
  await until(() => onCard(asked).includes('Nothing internal is shown here'), 'the bare card')
  expect(onCard(asked)).not.toMatch(/Requester|Rita|Bo\b|due/)
  await settled()
  // Nor Bo's name, nor what somebody beside her said: both are for agents alone.
  expect(inThread(asked)).not.toMatch(/has taken|I know her gate/)

  slack.say(RITA, HELP, { text: 'It opens half', thread: asked.root.ts })
  await agentsHear(desk, asked, 'It opens half')
  slack.say(ADA, TRIAGE, { text: 'A fitter comes', thread: asked.card.ts })
  await ritaHears(desk, asked, 'A fitter comes')
  expect(ritaReads(desk, asked).join()).not.toContain('three months behind')
})

it('the note form is refused there with the way out; unshared, everything is as before', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the fence is down')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Note' })
  await whispered(desk, ADA, 'no note is kept here')
  expect(slack.view(ADA)).toBeUndefined()
  await share(TRIAGE, false)
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Note' })
  await until(() => slack.view(ADA), 'the form')
  // Shared while she writes.
  await share(TRIAGE, true)
  const sent = await slack.submitView(ADA, { 'Note for the team': 'nobody else may read this' })
  expect(JSON.stringify(sent)).toContain('no note is kept here')
  // What she wrote is not lost: the form is still there.
  expect(slack.view(ADA)).toBeDefined()
  await slack.closeView(ADA)
  await settled()
  expect(inThread(asked)).not.toContain('nobody else may read this')

  await share(TRIAGE, false)
  slack.say(KIM, HELP, { text: 'mine, too', thread: asked.root.ts })
  await agentsHear(desk, asked, 'mine, too')
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Take' })
  await until(() => /Assignee\s+Bo/.test(onCard(asked)), 'the whole card again')
})

it('into a shared channel where people ask goes what the requester may read, and nothing else', async () => {
  const { slack } = desk
  desk.slack.share(HELP, true)
  await settled()
  const asked = await ritaAsks(desk, 'the wall has a crack')
  for (const words of ['// CANARY-note', '<@U0BO> CANARY-mention', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc CANARY-key'])
    slack.say(ADA, TRIAGE, { text: words, thread: asked.card.ts })
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Note' })
  await until(() => slack.view(ADA), 'the form')
  await slack.submitView(ADA, { 'Note for the team': 'CANARY-form' })
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'CANARY-form')
  await agentsHear(desk, asked, 'Bo has taken')
  slack.say(ADA, TRIAGE, { text: 'We fill it', thread: asked.card.ts })
  await ritaHears(desk, asked, 'We fill it')
  await settled()
  const shown = desk.slack.messages(HELP).flatMap(({ ts }) => shownIn(slack, HELP, ts))
  expect(shown.join('\n')).not.toMatch(/CANARY|taken|Assignee/)
})
