import { once } from 'node:events'
import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { slackAdapter } from '../../adapters/slack/index.ts'
import { APP, BOT, BOT_USER, HELP, RITA, TEAM } from '../../playground/slack/index.ts'
import type { RawEvent } from '../../src/adapter.ts'
import { secrets } from './demo.ts'
import { CANARY, event } from './hostile-requests.ts'
import { until } from './people.ts'

/** What a Slack that has lost its mind may send down its line (SEC1, Socket Mode), and the keys of the rows it may make. */
export interface SocketCase {
  name: string
  frames: (string | Buffer)[]
  keys: string[]
}

const seconds = Math.floor(Date.now() / 1000)

/** An event in its envelope. */
function enveloped(payload: unknown, more: object = {}): string {
  const envelope_id = `envelope-${Math.random()}`
  return JSON.stringify({ type: 'events_api', envelope_id, accepts_response_payload: false, payload, ...more })
}

function ofAnother(): unknown[] {
  const team_id = 'T0OTHER'
  const authorizations = [{ enterprise_id: null, team_id, user_id: 'U0ELSE', is_bot: true }]
  const of = JSON.parse(event({ port: 0, seconds }, { team_id, api_app_id: 'A0OTHER', authorizations })) as unknown
  return [of]
}

export const socketCases: readonly SocketCase[] = [
  {
    name: 'by Socket Mode: an event of another workspace and app',
    frames: ofAnother().map((payload) => enveloped(payload)),
    keys: [],
  },
  {
    name: 'by Socket Mode: frames that are none',
    frames: [
      '',
      CANARY,
      '{',
      '[]',
      'null',
      '{}',
      `"${CANARY}"`,
      Buffer.from([0, 255, 254, 1]),
      '{"type":"events_api"}',
      '{"type":"hello"}',
      '{"type":["hello"],"envelope_id":7}',
      '{"type":"disconnect"',
      `{"type":"events_api","envelope_id":null,"payload":"${CANARY}"}`,
      enveloped(null),
      enveloped([CANARY]),
      enveloped({ type: CANARY }),
      enveloped({ type: 'event_callback', event: CANARY }),
      enveloped({ command: ['/ticket'] }, { type: 'slash_commands' }),
      enveloped({ type: 'block_actions', actions: CANARY }, { type: 'interactive' }),
      '{"type":"events_api","envelope_id":"e","__proto__":{"polluted":1},"payload":{"__proto__":{"polluted":1}}}',
      enveloped({ type: 'surprise', filler: 'x'.repeat(2_000_000) }),
    ],
    keys: [],
  },
]

/** The Slack adapter by Socket Mode, and the other end of its line in the test's hand. Its log goes to `lines`. */
export async function socketDesk(lines: string[]) {
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify(answerTo(request.url ?? '')))
  })
  const line = new WebSocketServer({ server })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const answerTo = (url: string): object => {
    if (url.includes('auth.test')) return { ok: true, team_id: TEAM, bot_id: BOT, user_id: BOT_USER }
    return { ok: true, url: `ws://127.0.0.1:${port}/` }
  }

  const received: RawEvent[] = []
  const note = (facts: object, event: string): void => void lines.push(JSON.stringify({ facts, event }))
  const adapter = slackAdapter({
    botToken: secrets.slackToken,
    appToken: secrets.slackAppToken,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    now: () => new Date(seconds * 1000),
    log: { info: note, warn: note, error: note },
  })
  let other: WebSocket | undefined
  let acknowledged = 0
  line.on('connection', (socket) => {
    other = socket
    socket.on('message', () => {
      acknowledged += 1
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: APP } }))
  })
  await adapter.start(
    {
      receive: async (raws) => void received.push(...raws),
      ask: async () => ({ none: true }),
      dropped: async () => {},
    },
    [],
  )

  return {
    rows: () => received.map(({ key }) => key),
    async say(frames: readonly (string | Buffer)[]): Promise<void> {
      for (const frame of frames) other?.send(frame)
      // What Slack says next is heard after all of them.
      await heardIs('EvAfter')
      received.splice(0, received.length, ...received.filter(({ key }) => key !== 'EvAfter'))
    },
    /** Whether an event is taken in and acknowledged on the same line. */
    async proper(): Promise<boolean> {
      const before = acknowledged
      await heardIs('EvProper')
      await until(() => acknowledged > before, 'the acknowledgement')
      return line.clients.size === 1
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await adapter.stop()
      line.close()
      server.closeAllConnections()
      server.close()
    },
  }

  async function heardIs(event_id: string): Promise<void> {
    const said = { type: 'message', channel: HELP, user: RITA, text: 'hello', ts: `${seconds}.999999` }
    const body = { type: 'event_callback', team_id: TEAM, api_app_id: APP, event_id, event_time: seconds, event: said }
    other?.send(enveloped(body))
    await until(() => received.some(({ key }) => key === event_id), event_id)
  }
}
