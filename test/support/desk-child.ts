import { flushCompileCache } from 'node:module'
import { startDesk } from '../../src/desk-process.ts'
import { logTo } from '../../src/log.ts'
import { watchFailpoints } from '../../src/ports/failpoint.ts'
import { answerOf } from './asked-of-child.ts'
import { demoDesks, noLimits, secrets } from './demo.ts'

/**
 * A desk as a process of its own, for tests that kill it: told everything by its environment, says `ready`. A message
 * from its parent is the name of the fail point it shall die at, or asks about its memory or its `Object.prototype`.
 */
const { DESK_PORT, DESK_DATABASE, DESK_SLACK, DESK_TELEGRAM, DESK_UNBOUNDED, DESK_PLATFORM_BUDGETS, DESK_WEBHOOK } =
  process.env
let deadly: unknown
process.on('message', (said) => {
  const answer = answerOf(said)
  if (answer === undefined) deadly = said
  else process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
watchFailpoints((point) => {
  if (point === deadly) process.kill(process.pid, 'SIGKILL')
})
const webhook = DESK_WEBHOOK ? { url: DESK_WEBHOOK, secret: secrets.webhookSecret } : undefined
const free = { burst: 1000, everyMs: 1 }
const desk = await startDesk({
  config: {
    port: Number(DESK_PORT),
    slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: DESK_SLACK ?? '' },
    telegram: { token: secrets.telegramToken, apiRoot: DESK_TELEGRAM ?? '', webhook },
  },
  databaseUrl: DESK_DATABASE ?? '',
  desks: await demoDesks(),
  secret: 'a-secret-of-tests-a-secret-of-tests',
  log: logTo(process.env.TEST_LOG ?? 'silent', false),
  host: '127.0.0.1',
  limits: noLimits,
  budgetOf: DESK_PLATFORM_BUDGETS ? undefined : () => free,
  // More than Slack allows one account (platforms.md §A2): what is tried out is the desk, not Slack's patience.
  accountBudgetOf: DESK_UNBOUNDED ? () => free : undefined,
})
process.once('SIGTERM', () => void desk.stop().then(() => process.exit(0)))
process.stdout.write('ready\n')
// What is killed writes nothing when it ends.
flushCompileCache()
