import { createHmac, randomUUID } from 'node:crypto'
import { TEAM } from '../../playground/slack/index.ts'
import { secrets, type TestDesk } from './desk.ts'

/**
 * What somebody could send who makes requests of their own: signed as Slack signs them, with whatever they like inside.
 * Buttons, drafts and forms must be worth nothing but to whom they belong. Resolves with the HTTP status and body.
 */
export function forgedInteraction(desk: TestDesk, payload: Record<string, unknown>) {
  const whole = { team: { id: TEAM }, api_app_id: 'A0DESK', trigger_id: randomUUID(), ...payload }
  return send(desk, new URLSearchParams({ payload: JSON.stringify(whole) }).toString())
}

/** A press of this button id by this person, in this channel. */
export function forgedPress(desk: TestDesk, press: { user: string; channel: string; button: string }) {
  const { user, channel, button } = press
  const ts = '1700000000.000100'
  return forgedInteraction(desk, {
    type: 'block_actions',
    user: { id: user },
    channel: { id: channel },
    container: { type: 'message', message_ts: ts, channel_id: channel },
    message: { ts },
    actions: [{ type: 'button', action_id: 'press:0', block_id: 'choices:0', value: button, action_ts: ts }],
  })
}

/** A message event as Slack tells it. */
export function forgedMessage(desk: TestDesk, event: Record<string, unknown>) {
  const now = Math.floor(Date.now() / 1000)
  const ts = `${now}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`
  const body = {
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: 'A0DESK',
    event_id: `Ev${randomUUID()}`,
    event_time: now,
    event: { type: 'message', channel_type: 'group', ts, event_ts: ts, ...event },
  }
  return send(desk, JSON.stringify(body), 'application/json')
}

async function send(desk: TestDesk, body: string, type = 'application/x-www-form-urlencoded') {
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secrets.signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
  const answer = await fetch(`http://127.0.0.1:${desk.desk.port}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${signature}` },
    body,
  })
  return { status: answer.status, body: await answer.text() }
}
