import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { secrets } from '../../test/support/demo.ts'
import { forwarder } from './forward.ts'
import { ready } from './ready.ts'
import { toldRoutes } from './routes.ts'

/** Bolt as its documentation shows it: a receiver, a listener, one call. It stores nothing. */
const { BENCH_PORT, BENCH_SLACK = '' } = process.env
const port = Number(BENCH_PORT)
const routes = toldRoutes()
const forward = forwarder()
const app = new App({
  token: secrets.slackToken,
  botId: 'B0BENCH',
  botUserId: 'U0BOT',
  tokenVerificationEnabled: false,
  receiver: new HTTPReceiver({
    signingSecret: secrets.signingSecret,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
  }),
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: BENCH_SLACK },
})
app.message(async ({ message }) => {
  if (!('text' in message)) return
  const target = routes.at(message.channel, 'thread_ts' in message ? message.thread_ts : undefined)
  if (target) await forward(target, message.text ?? '')
})
await app.start(port)
ready(port)
