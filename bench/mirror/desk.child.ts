import { startDesk } from '../../src/desk-process.ts'
import { logTo } from '../../src/log.ts'
import { answerOf } from '../../test/support/asked-of-child.ts'
import { noLimits, secrets } from '../../test/support/demo.ts'
import { benchDesks } from './desks.ts'
import { ready } from './ready.ts'

/**
 * The product as people run it, but for two things: a chat takes as much as comes, and Slack's messages do not wait for
 * earlier ones, so that software is measured and not patience. `DESK_HOLDS` gives them their wait back. A message from its
 * parent asks about its memory.
 */
const { DESK_PORT, DESK_DATABASE, DESK_SLACK, DESK_TELEGRAM, DESK_HOLDS } = process.env
const port = Number(DESK_PORT)
const free = { burst: 100_000, everyMs: 0.01 }
process.on('message', (said) => {
  const answer = answerOf(said)
  if (answer !== undefined) process.send?.(answer)
})
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
  desks: await benchDesks(),
  secret: 'a-secret-of-the-bench-a-secret-of-the-bench',
  log: logTo('warn', false),
  host: '127.0.0.1',
  limits: noLimits,
  budgetOf: () => free,
  accountBudgetOf: () => free,
  ...(DESK_HOLDS === undefined && { holdMs: 0 }),
})
ready(port)
