import { createServer } from 'node:http'
import { Bot, webhookCallback } from 'grammy'
import { secrets } from '../../test/support/demo.ts'
import { forwarder } from './forward.ts'
import { ready } from './ready.ts'
import { toldRoutes } from './routes.ts'

/** grammY as its documentation shows it: a webhook, a handler, one call. It stores nothing. */
const { BENCH_PORT, BENCH_TELEGRAM = '' } = process.env
const port = Number(BENCH_PORT)
const routes = toldRoutes()
const forward = forwarder()
const bot = new Bot(secrets.telegramToken, { client: { apiRoot: BENCH_TELEGRAM } })
await bot.init()
bot.on('message:text', async ({ message }) => {
  const target = routes.at(String(message.chat.id), undefined)
  if (target) await forward(target, message.text)
})
createServer(webhookCallback(bot, 'http', { secretToken: secrets.webhookSecret })).listen(port, '127.0.0.1', () =>
  ready(port),
)
