import { secrets } from './demo.ts'
import { JSON_TYPE, type Knock, signed } from './hostile-door.ts'
import { CANARY, type DoorCase, event, nextNumber } from './hostile-requests.ts'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const WEBHOOK = '/telegram/webhook'

function update(): string {
  const serial = nextNumber()
  const from = { id: 7001, is_bot: false, first_name: 'Cara' }
  const chat = { id: 7001, type: 'private' }
  const text = `${CANARY} ${serial}`
  return JSON.stringify({
    update_id: 900_000 + serial,
    message: { message_id: serial, date: 1_800_000_000, chat, from, text },
  })
}

/** One update for each of these secrets. */
function updatesWith(...given: string[]): Knock[] {
  return given.map((secret) => ({ path: WEBHOOK, body: update(), headers: [JSON_TYPE, [SECRET_HEADER, secret]] }))
}

/** Updates without Telegram's secret, or not where it brings them. */
export const updateCases: DoorCase[] = [
  {
    name: 'an update without the secret, and with an empty one',
    knocks: () => [{ path: WEBHOOK, body: update(), headers: [JSON_TYPE] }, ...updatesWith('')],
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'an update with a wrong secret',
    knocks: () => updatesWith('a-wrong-secret', secrets.signingSecret, secrets.webhookSecret.toUpperCase()),
    statuses: [401, 401, 401],
    rows: 0,
  },
  {
    name: 'an update with the beginning of the secret, and with more than it',
    knocks: () => updatesWith(secrets.webhookSecret.slice(0, -1), `${secrets.webhookSecret}x`),
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'an update with the secret in the address',
    knocks: () => [
      { path: `${WEBHOOK}?secret_token=${secrets.webhookSecret}`, body: update(), headers: [JSON_TYPE] },
      { path: `${WEBHOOK}?${SECRET_HEADER}=${secrets.webhookSecret}`, body: update(), headers: [JSON_TYPE] },
    ],
    statuses: [401, 401],
    rows: 0,
  },
  {
    name: 'an update at a path that is not its own',
    knocks: () =>
      ['/telegram', '/telegram/webhook/', '/telegram//webhook', `/telegram/webhook/${secrets.webhookSecret}`].map(
        (path) => ({ path, body: update(), headers: [JSON_TYPE, [SECRET_HEADER, secrets.webhookSecret]] as const }),
      ),
    statuses: [404, 404, 404, 404],
    rows: 0,
  },
  {
    name: 'an update at Slack’s door, and an event at Telegram’s',
    knocks: (at) => {
      const body = event(at)
      return [
        { body: update(), headers: [JSON_TYPE, [SECRET_HEADER, secrets.webhookSecret]] },
        { path: WEBHOOK, body, headers: [JSON_TYPE, ...signed(body, at.seconds)] },
      ]
    },
    statuses: [401, 401],
    rows: 0,
  },
]
