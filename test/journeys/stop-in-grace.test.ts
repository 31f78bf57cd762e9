import { it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { newCustomer } from '../support/customer.ts'
import { startTestDesk } from '../support/desk.ts'
import { cardOf, chatOf, until } from '../support/people.ts'

it('a desk that is stopped while platforms hang stops, and what was in hand goes out after the next start', async () => {
  const desk = await startTestDesk({ callTimeoutMs: 600_000, graceMs: 50 })
  const { slack, telegram } = desk.playground
  const cara = newCustomer(desk, 'Cara')
  desk.telegram.write(cara, 'The gate squeaks')
  const card = await cardOf(desk, 'gate')
  await desk.desk.idle()
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'hang' }, Number.POSITIVE_INFINITY)
  desk.slack.say(ADA, TRIAGE, { text: 'Oil it', thread: card.ts })
  const sending = () => desk.database.query("select 1 from delivery where state = 'sending'")
  await until(async () => (await sending()).rowCount === 1, 'that it is on its way')
  slack.faults.arm({ on: 'call', method: 'users.info', does: 'hang' }, Number.POSITIVE_INFINITY)
  desk.slack.say(RITA, HELP, { text: 'What is this?' })

  await desk.desk.stop()
  slack.faults.clear()
  telegram.faults.clear()
  await desk.restart()
  await until(() => chatOf(desk, cara).some((text) => text.includes('Oil it')), 'the answer')
  await desk.stop()
})
