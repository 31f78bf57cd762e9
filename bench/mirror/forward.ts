import { webApi } from '@slack/bolt'
import { Api } from 'grammy'
import { secrets } from '../../test/support/demo.ts'
import type { Target } from './routes.ts'

/** One call of the platform's own SDK, as its documentation shows it. */
export function forwarder(): (target: Target, text: string) => Promise<unknown> {
  const { BENCH_SLACK = '', BENCH_TELEGRAM = '' } = process.env
  const slack = new webApi.WebClient(secrets.slackToken, { slackApiUrl: BENCH_SLACK })
  const telegram = new Api(secrets.telegramToken, { apiRoot: BENCH_TELEGRAM })
  return ({ platform, chat, thread }, text) =>
    platform === 'slack'
      ? slack.chat.postMessage({ channel: chat, text, ...(thread !== undefined && { thread_ts: thread }) })
      : telegram.sendMessage(Number(chat), text, thread === undefined ? {} : { message_thread_id: Number(thread) })
}
