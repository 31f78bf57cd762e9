import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

const CARA = 7001
/** Everything that calls people in Slack, as text and as markup. */
const CALLS = '<!channel> <!here|x> <!everyone> <@U0ADA> <@U0BO|bo> <!subteam^S0AGENTS> @channel @here @everyone'
/** The same for Telegram. */
const TELEGRAM_CALLS = '@tom @everyone [Tom](tg://user?id=7002) <a href="tg://user?id=7002">Tom</a>'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await nobodyWasCalled()
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** Of all that the desk wrote anywhere, nothing notified anybody. */
async function nobodyWasCalled(): Promise<void> {
  await desk.desk.idle()
  const written = desk.slack.channels().flatMap(({ id }) => {
    const roots = desk.slack.messages(id)
    return [...roots, ...roots.flatMap(({ ts }) => desk.slack.messages(id, { thread: ts }))]
  })
  const bots = written.filter(({ bot_id }) => bot_id)
  expect(bots.length).toBeGreaterThan(5)
  expect(bots.flatMap(({ pinged }) => pinged)).toEqual([])
  const whispers = desk.slack.users().flatMap(({ id }) => desk.slack.ephemerals(id))
  expect(whispers.flatMap(({ pinged }) => pinged)).toEqual([])
  const told = desk.telegram.messages(CARA).filter(({ from }) => from === 'bot')
  expect(told.length).toBeGreaterThan(1)
  expect(told.flatMap(({ pinged }) => pinged)).toEqual([])
}

it('Rita’s words call nobody in the agents’ channel, as subject, first words, word, edit or note', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, `help ${CALLS}`, 'help @channel')
  const ts = slack.say(RITA, HELP, { text: `now ${CALLS}`, thread: asked.root.ts })
  expect(slack.message(HELP, ts)?.pinged).not.toEqual([]) // it was meant to
  await agentsHear(desk, asked, 'now @channel @')
  slack.edit(RITA, HELP, ts, `again ${CALLS}`)
  await agentsHear(desk, asked, 'again @channel @')
})

it('her form calls nobody either', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  await until(() => slack.view(RITA), 'the form')
  await slack.submitView(RITA, { Subject: `form ${CALLS}`, 'What happened?': `told ${CALLS}` })
  const card = await cardOf(desk, 'form <!channel>')
  await until(() => seen(slack, TRIAGE, 'told <!channel>', card.ts), 'her words, as they were typed')
})

it('a name that is markup stays a name', async () => {
  const { slack } = desk
  slack.addUser({ id: 'U0EVE', name: 'eve', real_name: '<!channel> *Eve* <@U0ADA>' })
  slack.join('U0EVE', HELP)
  await slack.command('U0EVE', HELP, '/ticket', 'who am I')
  const card = await cardOf(desk, 'who am I')
  expect(slack.textOf(card)).toContain('<!channel> *Eve* <@U0ADA>')
})

it('Ada’s words call nobody in #help and nobody in Telegram', async () => {
  const { slack, telegram } = desk
  const asked = await ritaAsks(desk, 'say something')
  slack.say(ADA, TRIAGE, { text: `hello ${CALLS} ${TELEGRAM_CALLS}`, thread: asked.card.ts })
  await ritaHears(desk, asked, 'hello @channel @')

  telegram.start(CARA)
  telegram.write(CARA, `from afar ${CALLS} ${TELEGRAM_CALLS}`)
  const card = await cardOf(desk, 'from afar')
  await until(() => seen(slack, TRIAGE, 'from afar', card.ts), 'Cara’s words')
  slack.say(ADA, TRIAGE, { text: `greetings ${CALLS} ${TELEGRAM_CALLS}`, thread: card.ts })
  await until(() => chatOf(desk, CARA).some((text) => text.includes('greetings')), 'the answer')
})
