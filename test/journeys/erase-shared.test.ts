import { afterAll, beforeAll, it } from 'vitest'
import { HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { runErase } from '../../src/commands/erase.ts'
import { inThread } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

const erase = (...args: string[]) => runErase(args, { databaseUrl: desk.database.url, files: desk.files }, 'unused')

it('who is forgotten in a channel of everybody’s takes nothing of the others’ with them', async () => {
  const { slack } = desk
  const rita = await ritaAsks(desk, 'the blender hums')
  slack.say(RITA, HELP, { text: 'It hums louder', thread: rita.root.ts })
  await inThread(desk, rita.card, 'It hums louder')
  await slack.command(KIM, HELP, '/ticket', 'the toaster is cold')
  const card = await cardOf(desk, 'the toaster is cold')
  const root = await until(() => seen(slack, HELP, keyOn(desk, card)), 'Kim’s thread')
  slack.say(KIM, HELP, { text: 'Both sides', thread: root.ts })
  slack.say(KIM, HELP, { text: 'Or warm', thread: root.ts })
  await inThread(desk, card, 'Or warm')

  await until(async () => {
    const { lines } = await erase(`slack:${RITA}`, '--yes')
    return lines.join('\n').includes('Nothing waits any more') || undefined
  }, 'that Rita is forgotten')
  const [both, warm] = slack.messages(HELP, { thread: root.ts }).filter(({ user }) => user === KIM)
  slack.edit(KIM, HELP, both?.ts ?? '', 'Only the left side')
  await inThread(desk, card, 'Only the left side')
  slack.remove(KIM, HELP, warm?.ts ?? '')
  await until(() => seen(slack, TRIAGE, 'Or warm', card.ts)?.deleted ?? true, 'that what Kim took back is gone')
}, 60_000)
