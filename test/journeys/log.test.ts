import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { secrets } from '../support/demo.ts'
import { startTestDesk } from '../support/desk.ts'
import { cardOf, chatOf, seen, until } from '../support/people.ts'

const CARA = 7001

it('the log knows what happened, and nothing of what anybody said', async () => {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const desk = await startTestDesk({ log: pino({ level: 'trace' }, sink) })
  const { slack, telegram, playground } = desk
  try {
    playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'error', status: 500 })
    playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'drop' })
    await slack.command(RITA, HELP, '/ticket', 'canaryone is on fire')
    const card = await cardOf(desk, 'canaryone')
    telegram.start(CARA)
    telegram.write(CARA, 'canarytwo is wrong')
    const other = await cardOf(desk, 'canarytwo')
    slack.say(ADA, TRIAGE, { text: 'canarythree', thread: other.ts })
    await until(() => chatOf(desk, CARA).some((text) => text.includes('canarythree')), 'the answer')
    slack.say(ADA, TRIAGE, { text: '// canaryfour', thread: card.ts })
    telegram.block(CARA)
    slack.say(ADA, TRIAGE, { text: 'canaryfive', thread: other.ts })
    await until(() => seen(slack, TRIAGE, /blocked/i, other.ts), 'that she blocked the bot')
    await fetch(`http://127.0.0.1:${desk.desk.port}/slack/events`, { method: 'POST', body: '{"canarysix":' })
  } finally {
    await desk.stop()
  }
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(20)
  expect(log).toContain('delivery-fault')
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) expect(log).not.toContain(`canary${word}`)
  for (const secret of Object.values(secrets)) expect(log).not.toContain(secret)
}, 60_000)
