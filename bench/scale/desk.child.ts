import { startDesk } from '../../src/desk-process.ts'
import { logTo } from '../../src/log.ts'
import { secrets } from '../../test/support/demo.ts'
import { ready } from '../mirror/ready.ts'
import { bigDesks, highLimits } from './desk.ts'
import { overhear, overheard } from './overhear.ts'

/**
 * The product as people run it, but for two things: a chat takes as much as comes, and Slack's messages do not wait for
 * earlier ones. Whoever sends this process anything is answered with the statements it has sent since.
 */
const { DESK_PORT, DESK_DATABASE, DESK_SLACK, DESK_TELEGRAM } = process.env
const port = Number(DESK_PORT)
const free = { burst: 100_000, everyMs: 0.01 }
overhear()
process.on('message', () => process.send?.(overheard()))
await startDesk({
  config: {
    port,
    slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: DESK_SLACK ?? '' },
    telegram: {
      token: secrets.telegramToken,
      apiRoot: DESK_TELEGRAM ?? '',
      webhook: { url: `http://127.0.0.1:${port}/telegram/webhook`, secret: secrets.webhookSecret },
    },
  },
  databaseUrl: DESK_DATABASE ?? '',
  desks: await bigDesks(),
  secret: 'a-secret-of-the-bench-a-secret-of-the-bench',
  log: logTo(process.env.DESK_LOG ?? 'error', false),
  host: '127.0.0.1',
  limits: highLimits,
  budgetOf: () => free,
  accountBudgetOf: () => free,
  holdMs: 0,
})
ready(port)
