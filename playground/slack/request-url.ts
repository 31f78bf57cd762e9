import { createHmac } from 'node:crypto'

/** What goes to the desk, by whichever door. */
export interface Parcel {
  type: 'events_api' | 'slash_commands' | 'interactive'
  /** As HTTP carries it: JSON of an event, a form of the others. */
  body: string
  /** How often it has been sent before. */
  attempts: number
  /** Why the last time failed. */
  reason: Reason
}

export type Reason = 'http_timeout' | 'http_error' | 'connection_failed'

/** `body` is the desk's answer; `status` 0 where there was none. */
export type Outcome =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number; reason: Reason; mayRetry: boolean }

interface RequestUrl {
  url: string
  signingSecret: string
  realNow: () => number
  ackTimeoutMs: number
  stopping: AbortSignal
}

/** Posts a parcel to the desk's request URL, signed. Never rejects. */
export async function postParcel(parcel: Parcel, to: RequestUrl): Promise<Outcome> {
  const { body, attempts, reason } = parcel
  const timestamp = String(Math.floor(to.realNow() / 1000))
  const signature = createHmac('sha256', to.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  const timeout = AbortSignal.timeout(to.ackTimeoutMs)
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, to.stopping]),
      headers: {
        ...(attempts === 0 ? {} : { 'x-slack-retry-num': String(attempts), 'x-slack-retry-reason': reason }),
        'content-type': parcel.type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
    })
    const answer = await response.text()
    if (response.ok) return { ok: true, status: response.status, body: answer }
    const mayRetry = response.headers.get('x-slack-no-retry') !== '1'
    return { ok: false, status: response.status, reason: 'http_error', mayRetry }
  } catch {
    return { ok: false, status: 0, reason: timeout.aborted ? 'http_timeout' : 'connection_failed', mayRetry: true }
  }
}
