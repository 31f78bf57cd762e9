import { APP, HELP, RITA, TEAM } from '../../playground/slack/index.ts'
import { JSON_TYPE, type Knock, signed } from './hostile-door.ts'

/** Whoever is at the door: where it is, and the second by the desk's own clock (which stands still). */
export interface Stranger {
  port: number
  seconds: number
}

/** Every case's words carry this, to be looked for in the log. */
export const CANARY = 'canary'

/**
 * One way to speak to the desk's HTTP doors without being the platform (reliability.md SEC1), or to be it and be
 * strange. `statuses` are of the knocks in order; `rows` is how many inbox rows may come of all of them.
 */
export interface DoorCase {
  name: string
  knocks: (at: Stranger) => Knock[]
  statuses: number[]
  rows: number
}

let serial = 0

/** Another number each time. */
export function nextNumber(): number {
  serial += 1
  return serial
}

/** An event of Rita's, as Slack tells it; every one is another. */
export function event(at: Stranger, more: Record<string, unknown> = {}): string {
  const serial = nextNumber()
  const ts = `${at.seconds}.${String(serial).padStart(6, '0')}`
  const said = { type: 'message', channel: HELP, channel_type: 'channel', user: RITA, text: `${CANARY} ${serial}`, ts }
  return JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: APP,
    event_id: `EvHostile${serial}`,
    event_time: at.seconds,
    event: said,
    ...more,
  })
}

/** An interaction or a command in form encoding. */
export function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}

export function press(): string {
  const serial = nextNumber()
  const payload = {
    type: 'block_actions',
    team: { id: TEAM },
    api_app_id: APP,
    trigger_id: `hostile-${serial}`,
    user: { id: RITA },
    channel: { id: HELP },
    message: { ts: '1700000000.000100' },
    actions: [{ type: 'button', action_id: 'press:0', value: CANARY, action_ts: '1700000000.000100' }],
  }
  return form({ payload: JSON.stringify(payload) })
}

/** A knock with this body and these two (or fewer, or more) headers about its signature. */
export function told(body: string | Buffer, ...headers: (readonly [string, string])[]): Knock {
  return { body, headers: [JSON_TYPE, ...headers] }
}

export const stampAt = (seconds: number | string) => ['x-slack-request-timestamp', String(seconds)] as const
export const signature = (value: string) => ['x-slack-signature', value] as const

/** One event with these headers about its signature. */
export function eventWith(headersFor: (body: string, now: number) => (readonly [string, string])[]) {
  return (at: Stranger): Knock[] => {
    const body = event(at)
    return [told(body, ...headersFor(body, at.seconds))]
  }
}

/** Properly signed, whatever else is strange. */
export function signedKnock(at: Stranger, body: string | Buffer, more: Omit<Knock, 'body' | 'headers'> = {}): Knock {
  return { ...told(body, ...signed(body, at.seconds)), ...more }
}
