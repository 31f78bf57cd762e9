import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk
const logged: string[] = []
/** What became of what people did, in the desk's words. */
const heard: unknown[] = []

beforeAll(async () => {
  const keep = (facts: object, what: string) => {
    logged.push(what)
    if (what === 'heard' && 'outcome' in facts) heard.push(facts.outcome)
  }
  desk = await startTestDesk({ log: { debug: keep, info: keep, warn: keep, error: keep } })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Slack tells, and the desk knows at once, without waiting for the next look of its own. */
async function share(channel: string, shared: boolean): Promise<void> {
  const says = shared ? 'triage-channel-is-shared-with-another-company' : 'triage-channel-is-ours-again'
  const before = times(says)
  desk.slack.share(channel, shared)
  await until(() => times(says) > before, 'that the desk knows')
}

const times = (says: string): number => logged.filter((what) => what === says).length

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
  slack.say(KIM, HELP, { text: 'Thanks!', thread: asked.root.ts })
  await until(() => heard.includes('noted'), 'that Kim’s thanks are a note')
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Take' })
  await until(() => onCard(asked).includes('Nothing internal is shown here'), 'the bare card')
  expect(onCard(asked)).not.toMatch(/Requester|Rita|Bo\b|due/)
  await settled()
  // Nor Bo's name, nor thanks of somebody beside her: both are for agents alone.
  expect(inThread(asked)).not.toMatch(/has taken|Thanks/)

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

it('what is internal and still owed when strangers come is not said to them; a card that waits goes out bare', async () => {
  const { slack } = desk
  const { faults } = desk.playground.slack
  const asked = await ritaAsks(desk, 'the pond is dry')
  const [faulty, opened] = [times('delivery-fault'), heard.filter((outcome) => outcome === 'opened').length]
  faults.arm({ on: 'call', method: 'chat.postMessage', does: 'too-many', retryAfterSeconds: 5 })
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Note' })
  await until(() => slack.view(ADA), 'the form')
  await slack.submitView(ADA, { 'Note for the team': 'CANARY-owed' })
  await until(() => times('delivery-fault') > faulty, 'that Slack wants quiet')
  await slack.command(RITA, HELP, '/ticket', 'the lamp is out')
  await until(() => heard.filter((outcome) => outcome === 'opened').length > opened, 'her second ticket')
  await share(TRIAGE, true)

  const lamp = await until(() => seen(slack, TRIAGE, 'the lamp is out'), 'its card')
  expect(slack.textOf(lamp)).toContain('Nothing internal is shown here')
  expect(slack.textOf(lamp)).not.toMatch(/Requester|Rita|due/)
  slack.say(RITA, HELP, { text: 'All fish are safe', thread: asked.root.ts })
  await agentsHear(desk, asked, 'All fish are safe')
  expect(inThread(asked)).not.toContain('CANARY-owed')
  expect(logged).toContain('withheld-from-strangers')
  // She believes that Bo has read it: she alone is told that he has not, and what she can do.
  const told = await whispered(desk, ADA, `Your note in ${asked.key} was not shown here`)
  expect(told.text).toContain('write it once more')
  expect(whispers(desk, BO).join()).not.toContain(asked.key)
})

it('what another process was told counts when this one sends, and so does that the strangers are gone', async () => {
  const { slack, desk: running } = desk
  await share(TRIAGE, false)
  const { sharedChannels } = running.store
  const asked = await ritaAsks(desk, 'the door creaks')
  await settled()
  const channel = { platform: 'slack', chat: TRIAGE } as const
  const note = async (words: string) => {
    await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Note' })
    await until(() => slack.view(ADA), 'the form')
    await slack.submitView(ADA, { 'Note for the team': words })
  }
  const earlier = await sharedChannels.hour()
  await sharedChannels.tell(channel, true, await sharedChannels.hour())
  // Asked before the strangers came, answered after.
  await sharedChannels.tell(channel, false, earlier)
  await note('CANARY-heard-elsewhere')
  await whispered(desk, ADA, `Your note in ${asked.key} was not shown here`)
  // The same for a lane that is taken by itself, after a fault.
  const faulty = times('delivery-fault')
  desk.playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'error', status: 502 })
  slack.say(RITA, HELP, { text: 'And it squeaks', thread: asked.root.ts })
  await until(() => times('delivery-fault') > faulty, 'the fault')
  await note('CANARY-after-a-fault')
  await agentsHear(desk, asked, 'And it squeaks')
  await settled()
  expect(inThread(asked)).not.toContain('CANARY')

  await sharedChannels.tell(channel, false, await sharedChannels.hour())
  await note('Only among us')
  await agentsHear(desk, asked, 'Only among us')
  await share(TRIAGE, true)
})

it('an answer of Slack from before the strangers came does not send them away again', async () => {
  const { faults, ledger } = desk.playground.slack
  await share(TRIAGE, false)
  const back = times('triage-channel-is-ours-again')
  const asks = (): number =>
    ledger.entries.filter((one) => one.what === 'called' && one.method === 'conversations.info').length
  const before = asks()
  faults.arm({ on: 'call', method: 'conversations.info', does: 'slow', ms: 1500 })
  const slow = desk.desk.runTimers()
  await until(() => asks() > before, 'the question of the minute')
  await share(TRIAGE, true)
  await slow
  expect(times('triage-channel-is-ours-again')).toBe(back)
  await share(TRIAGE, false)
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

it('who merged, who took a ticket away and how somebody was rated stays among agents', async () => {
  const { slack } = desk
  const [stays, ends, leaves] = [
    await ritaAsks(desk, 'the roof leaks'),
    await ritaAsks(desk, 'water from above'),
    await ritaAsks(desk, 'an invoice is wrong'),
  ]
  await share(TRIAGE, true)
  await slack.command(ADA, HELP, '/ticket', `merge ${ends.key} into ${stays.key}`)
  await ritaHears(desk, ends, `is about the same as ${stays.key}`)
  await edits(desk, ADA, leaves.card, { Category: 'Finance' })
  await until(() => seen(slack, TRIAGE_FINANCE, leaves.key), 'its card elsewhere')
  await slack.press(ADA, TRIAGE, stays.card.ts, { label: 'Resolve' })
  await ritaHears(desk, stays, /solved|resolved/i)
  await clockMoves(desk, 6 * 60_000)
  const question = await until(() => seen(slack, slack.dm(RITA), stays.key), 'how it was')
  await slack.press(RITA, slack.dm(RITA), question.ts, { label: '5' })
  const rated = () => desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(stays.key))?.rating?.score)
  await until(async () => (await rated()) === 5, 'her five')
  await settled()
  for (const asked of [stays, ends, leaves]) expect(inThread(asked)).not.toMatch(/Ada|rates|merged|moved/)
  await share(TRIAGE, false)
})
