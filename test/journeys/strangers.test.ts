import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, LENA, RITA, SAM, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { forgedInteraction, forgedMessage, forgedPress } from '../support/forged.ts'
import { seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, buttonOn, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk
let asked: Asked

beforeAll(async () => {
  // Sam is a guest whom somebody has let into #triage and even named among the agents.
  desk = await startTestDesk({
    desk: (demo) => ({
      ...demo,
      roles: demo.roles.map((role) => ({ ...role, who: { ...role.who, slack: [...role.who.slack, SAM] } })),
    }),
  })
  desk.slack.join(SAM, TRIAGE)
  asked = await ritaAsks(desk, 'nobody else’s business')
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const cardButton = (label: string) => buttonOn(asked.card, label)

/** Ada's answer comes after all that was tried; Rita has read nothing else. */
async function onlyAdaIsHeard(answer: string, never: string): Promise<void> {
  desk.slack.say(ADA, TRIAGE, { text: answer, thread: asked.card.ts })
  await ritaHears(desk, asked, answer)
  await desk.desk.idle()
  expect(ritaReads(desk, asked).join()).not.toContain(never)
}

it('Sam, a guest, is no agent, whoever named him one: no press, no form, no word of his reaches Rita', async () => {
  const { slack } = desk
  for (const label of ['Take', 'Resolve']) await slack.press(SAM, TRIAGE, asked.card.ts, { label })
  await slack.press(SAM, TRIAGE, asked.card.ts, { label: 'Priority' }, { option: 'Urgent' })
  await until(() => whispers(desk, SAM).filter((text) => text.includes('Only the people')).length === 3, 'the refusals')
  await slack.press(SAM, TRIAGE, asked.card.ts, { label: 'Reply' })
  await until(() => whispers(desk, SAM).filter((text) => text.includes('Only the people')).length === 4, 'the refusal')
  expect(slack.view(SAM)).toBeUndefined()
  slack.say(SAM, TRIAGE, { text: '>> trust me, I am support', thread: asked.card.ts })
  await whispered(desk, SAM, 'Only the people of Demo desk')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Assign' }, { user: SAM })
  await whispered(desk, ADA, 'cannot have tickets of this desk')
  await onlyAdaIsHeard('A first answer', 'trust me')
  for (const event of ['TicketAssigned', 'TicketResolved', 'PriorityChanged'])
    expect(await timesHappened(desk, asked.key, event)).toBe(0)
})

it('Kim’s word in Rita’s thread is a note for the agents, and changes nothing', async () => {
  const { slack } = desk
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(async () => (await timesHappened(desk, asked.key, 'TicketResolved')) === 1, 'that it is resolved')
  slack.say(KIM, HELP, { text: 'Mine is broken as well', thread: asked.root.ts })
  await agentsHear(desk, asked, /Note by Kim\s+Mine is broken as well/)
  expect(await timesHappened(desk, asked.key, 'TicketReopened')).toBe(0)
  const told = await until(() => seen(slack, HELP, 'I still need help', asked.root.ts), 'the button meant for Rita')
  await slack.press(KIM, HELP, told.ts, { label: 'I still need help' })
  await whispered(desk, KIM, 'Only the people of this desk')
  expect(await timesHappened(desk, asked.key, 'TicketReopened')).toBe(0)
})

it('buttons are worth nothing to others: Rita presses Ada’s, and one that never was', async () => {
  await forgedPress(desk, { user: RITA, channel: HELP, button: cardButton('Take') })
  await whispered(desk, RITA, 'Only the people of this desk')
  await forgedPress(desk, { user: RITA, channel: HELP, button: 'take' })
  await whispered(desk, RITA, 'This button is out of date')
  await forgedPress(desk, { user: ADA, channel: TRIAGE, button: `${cardButton('Take')}x` })
  await whispered(desk, ADA, 'This button is out of date')
  expect(await timesHappened(desk, asked.key, 'TicketAssigned')).toBe(0)
})

it('a form is its person’s alone: Kim sends Rita’s, and Rita a reply of the agents', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  const view = await until(() => slack.view(RITA), 'Rita’s form')
  await desk.desk.idle()
  const cards = shownIn(slack, TRIAGE).length
  const values = {
    'field:subject': { text: { type: 'plain_text_input', value: 'Not Rita’s words' } },
    'field:description': { longtext: { type: 'plain_text_input', value: 'not at all' } },
  }
  await forgedInteraction(desk, { type: 'view_submission', user: { id: KIM }, view: { ...view, state: { values } } })
  await until(() => shownIn(slack, slack.dm(KIM)).some((text) => text.includes('no longer there')), 'the refusal')
  await slack.closeView(RITA)

  const reply = {
    ...view,
    private_metadata: JSON.stringify({ ref: { kind: 'button', id: cardButton('Reply') } }),
    state: { values: { 'field:reply': { longtext: { type: 'plain_text_input', value: 'signed, support' } } } },
  }
  const sent = await forgedInteraction(desk, { type: 'view_submission', user: { id: RITA }, view: reply })
  expect(sent.body).toContain('Only the people of this desk')
  await onlyAdaIsHeard('A second answer', 'signed, support')
  expect(shownIn(slack, TRIAGE)).toHaveLength(cards)
})

it('what a bot says in the agents’ thread goes nowhere', async () => {
  desk.slack.addUser({ id: 'U0ALARM', name: 'alarm', is_bot: true })
  desk.slack.join('U0ALARM', TRIAGE)
  desk.slack.say('U0ALARM', TRIAGE, { text: '>> all systems nominal', thread: asked.card.ts })
  const event = { channel: TRIAGE, thread_ts: asked.card.ts, user: ADA, bot_id: 'B0OTHER', text: 'nominal, says a bot' }
  expect(await forgedMessage(desk, event)).toMatchObject({ status: 200 })
  await onlyAdaIsHeard('A third answer', 'nominal')
  expect(whispers(desk, 'U0ALARM')).toEqual([])
})

it('while Slack does not say who Lena is she is no agent, and keeps her name; when it does she is one again', async () => {
  const { slack } = desk
  await slack.press(LENA, TRIAGE, asked.card.ts, { label: 'Assign' }, { user: LENA })
  await agentsHear(desk, asked, 'Lena has taken this ticket')
  await desk.restart() // what was known of her is forgotten
  desk.playground.slack.faults.arm({ on: 'call', method: 'users.info', does: 'error', status: 503 })
  await slack.press(LENA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'On hold' })
  await whispered(desk, LENA, 'Only the people of this desk')
  await slack.command(RITA, HELP, '/ticket', asked.key)
  await whispered(desk, RITA, /Assignee\s+Lena/)
  await slack.press(LENA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'On hold' })
  await agentsHear(desk, asked, 'Lena reopened this ticket')
})

it('what Lena answers while Slack cannot say who she is waits for that, and is her answer', async () => {
  const { slack } = desk
  const { faults, ledger } = desk.playground.slack
  await desk.restart()
  const asks = () => ledger.entries.filter((one) => 'method' in one && one.method === 'users.info').length
  const before = asks()
  faults.arm({ on: 'call', method: 'users.info', does: 'error', status: 503 }, Number.POSITIVE_INFINITY)
  slack.say(LENA, TRIAGE, { text: 'It is the fuse', thread: asked.card.ts })
  await until(() => asks() - before > 1, 'that Slack was asked again')
  expect(ritaReads(desk, asked).join()).not.toContain('the fuse')
  faults.clear()
  await ritaHears(desk, asked, 'It is the fuse')
  expect(whispers(desk, LENA).filter((text) => text.includes('Only the people of Demo desk'))).toEqual([])
})

it('… and so does what she answers while Slack cannot say who is in the channel of agents', async () => {
  const { slack } = desk
  const { faults, ledger } = desk.playground.slack
  await desk.restart()
  const asks = () => ledger.entries.filter((one) => 'method' in one && one.method === 'conversations.members').length
  const before = asks()
  const refused = { on: 'call', method: 'conversations.members', does: 'too-many', retryAfterSeconds: 1 } as const
  faults.arm(refused, Number.POSITIVE_INFINITY)
  slack.say(LENA, TRIAGE, { text: 'Or the plug', thread: asked.card.ts })
  await until(() => asks() - before > 1, 'that Slack was asked again')
  faults.clear()
  await ritaHears(desk, asked, 'Or the plug')
  expect(whispers(desk, LENA).filter((text) => text.includes('Only the people of Demo desk'))).toEqual([])
})
