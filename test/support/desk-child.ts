import { startDesk } from '../../src/desk-process.ts'
import { logTo } from '../../src/log.ts'
import { demoDesks, secrets } from './demo.ts'

/** A desk as a process of its own, for tests that kill it: told everything by its environment, says `ready`. */
const { DESK_PORT, DESK_DATABASE, DESK_SLACK, DESK_TELEGRAM } = process.env
await startDesk({
  config: {
    port: Number(DESK_PORT),
    slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: DESK_SLACK ?? '' },
    telegram: { token: secrets.telegramToken, apiRoot: DESK_TELEGRAM ?? '', webhook: undefined },
  },
  databaseUrl: DESK_DATABASE ?? '',
  desks: await demoDesks(),
  secret: 'a-secret-of-tests-a-secret-of-tests',
  log: logTo(process.env.TEST_LOG ?? 'silent', false),
  host: '127.0.0.1',
  budgetOf: () => ({ burst: 1000, everyMs: 1 }),
})
process.stdout.write('ready\n')
