import { App, type Receiver, webApi } from '@slack/bolt'
import type { Adapter, HttpRoute } from '../../src/adapter.ts'
import { clientOptions, SLACK_API, sdkLogger } from './client.ts'
import { type Identity, learnIdentity } from './identity.ts'
import { fetchEarlier } from './in/fetch-earlier.ts'
import { fetchFile } from './in/fetch-file.ts'
import { fetchMessage } from './in/fetch-message.ts'
import { fetchMissed } from './in/fetch-missed.ts'
import { listen } from './in/listeners.ts'
import { type TakeDropped, takeDropped } from './in/rate-limited.ts'
import { here, read } from './in/read.ts'
import { fetchReceiver } from './in/receiver.ts'
import { socketReceiver } from './in/socket.ts'
import { storeFirst } from './in/store-first.ts'
import type { Log } from './log.ts'
import { channelFinder, permalink } from './out/conversations.ts'
import { called, deliver, type Out } from './out/deliver.ts'
import { find } from './out/find.ts'
import { people } from './people.ts'

export type SlackOptions = {
  /** xoxb-… */
  botToken: string
  /** Default: `https://slack.com/api/`. */
  apiUrl?: string | undefined
  /** With its slash. Default: `/ticket`. */
  command?: string | undefined
  /** How long a call may take before its end is unclear (ms). Default 12 s. */
  timeoutMs?: number | undefined
  /** How long Slack's line may leave a ping unanswered before it counts as down (ms). Default 5 s. */
  silentMs?: number | undefined
  /** Real time: Slack's signatures age by it, and what was asked of Slack is kept by it. */
  now: () => Date
  log: Log
} & Entrance

/** How Slack reaches us: by its Socket Mode where there is a token for it, else at our own address. */
type Entrance = { appToken: string } | { signingSecret: string }

/** Slack over its Events API or Socket Mode, one workspace, one app (platforms.md part A). */
export function slackAdapter(options: SlackOptions): Adapter {
  const { botToken, log, now, apiUrl = SLACK_API, command = '/ticket' } = options
  const client = new webApi.WebClient(botToken, clientOptions(apiUrl, log, options.timeoutMs))
  const { receiver, routes } = entrance(options, apiUrl)
  const stopping = new AbortController()
  let identity: Identity | undefined

  function us(): Identity {
    if (!identity) throw new Error('slack adapter: not started')
    return identity
  }

  const out: Out = { client, apiUrl, log, now, channelOf: channelFinder(client) }
  const { profile, members, reads, strangersIn } = people({ client, account: () => us().account, now, log })

  return {
    platform: 'slack',
    get account() {
      return us().account
    },
    routes,

    async start(door) {
      identity = await learnIdentity(client, log, stopping.signal)
      const at = here(identity, command)
      const app = new App({
        token: botToken,
        // Known from `auth.test`; Bolt would ask again for every event (platforms.md §E).
        tokenVerificationEnabled: false,
        botId: identity.botId,
        botUserId: identity.botUser,
        ignoreSelf: false,
        convoStore: false,
        receiver,
        logger: sdkLogger(log),
        clientOptions: clientOptions(apiUrl, log, options.timeoutMs),
      })
      app.error(async (error) => {
        throw error
      })
      listen(app, at, { client, door, apiUrl, log })
      receiver.onDropped(takeDropped(door, identity.account, log))
      storeFirst(app, door, identity, log)
      await app.start()
      log.info({ account: identity.account }, 'slack-started')
    },

    async stop() {
      stopping.abort()
      await receiver.stop()
    },

    read: (body) => read(body, here(us(), command)),
    deliver: (delivery) => deliver(delivery, out),
    find: (delivery, since) => find(delivery, since, out),
    profile,
    members,
    // One message a second a channel with short bursts; several hundred a minute for all (platforms.md §A2).
    budget: () => ({ chat: { burst: 8, everyMs: 1000 }, account: { burst: 40, everyMs: 150 } }),
    fetchMessage: (chat, message) =>
      called(out, 'read', 'conversations.replies', () => fetchMessage(client, chat, message, here(us(), command))),
    strangersIn,
    async fetchEarlier(of, most, reader) {
      if ((await reads(of.chat, reader)) === false) return { refused: 'not-theirs' }
      return called(out, 'read', 'conversations.replies', () => fetchEarlier(client, of, most, here(us(), command)))
    },
    missed: (of) => fetchMissed(client, of, here(us(), command), log),
    get hears() {
      return receiver.hears?.() ?? true
    },
    fetchFile: (id) => called(out, 'read', 'files.info', () => fetchFile(id, { client, botToken, apiUrl, log })),
    startLink: () => undefined,
    permalink: (chat, message) => called(out, 'read', 'chat.getPermalink', () => permalink(client, chat, message)),
  }
}

/** `hears`: whether Slack's line is open, where there is one. */
interface Opened {
  receiver: Receiver & { hears?: () => boolean; onDropped: (take: TakeDropped) => void }
  routes: HttpRoute[]
}

function entrance(options: SlackOptions, apiUrl: string): Opened {
  const { now, log } = options
  if ('appToken' in options)
    return {
      receiver: socketReceiver({ appToken: options.appToken, apiUrl, now, log, silentMs: options.silentMs }),
      routes: [],
    }
  const receiver = fetchReceiver({ signingSecret: options.signingSecret, now, log })
  return { receiver, routes: [receiver.route] }
}
