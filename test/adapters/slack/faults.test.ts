import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { slackAdapter } from '../../../adapters/slack/index.ts'
import { faultOf } from '../../../adapters/slack/out/faults.ts'
import { HELP, RANDOM, RITA, TRIAGE } from '../../../playground/slack/index.ts'
import { type Delivery, DeliveryFault, type Fault } from '../../../src/adapter.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

async function faultOfSending(desk: TestDesk, delivery: Delivery): Promise<Fault> {
  const failed: unknown = await desk.adapter.deliver(delivery).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failed instanceof DeliveryFault)) throw new Error(`no DeliveryFault: ${String(failed)}`)
  return failed.fault
}

const toTriage = (desk: TestDesk) => owed({ act: 'post', to: desk.place(TRIAGE), post: says('the printer') })

test('Slack says "too many": not before the time it names, for this chat', async () => {
  await using desk = await openDesk()
  desk.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'too-many', retryAfterSeconds: 17 })
  expect(await faultOfSending(desk, toTriage(desk))).toEqual({ kind: 'wait', retryAfterSeconds: 17, scope: 'chat' })
  expect(desk.slack.world.messages(TRIAGE)).toEqual([])
})

test.each([['drop'], ['drop-after-accepting']] as const)(
  'the connection breaks (%s): it is unclear, and sent once',
  async (does) => {
    await using desk = await openDesk()
    desk.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does })
    expect(await faultOfSending(desk, toTriage(desk))).toMatchObject({ kind: 'unclear' })
    expect(desk.slack.world.messages(TRIAGE)).toHaveLength(does === 'drop' ? 0 : 1)
  },
)

test('a 503: unclear for a post, again for an edit, a deletion and a whisper', async () => {
  await using desk = await openDesk()
  const { message } = await desk.adapter.deliver(toTriage(desk))
  desk.slack.faults.arm({ on: 'call', does: 'error', status: 503 }, 4)
  const to = desk.place(TRIAGE)
  expect(await faultOfSending(desk, toTriage(desk))).toEqual({ kind: 'unclear', code: 'http_503' })
  const again = { kind: 'again', code: 'http_503' }
  expect(await faultOfSending(desk, owed({ act: 'edit', to, target: message, post: says('x') }))).toEqual(again)
  expect(await faultOfSending(desk, owed({ act: 'delete', to, target: message }))).toEqual(again)
  expect(await faultOfSending(desk, owed({ act: 'whisper', to, person: 'U0ADA', post: says('x') }))).toEqual(again)
})

test('Slack wants quiet when it is asked which message a file became: it has the file, and is not asked again', async () => {
  await using desk = await openDesk()
  const blob = new Blob(['the log'])
  const file = { as: 'document' as const, name: 'log.txt', mediaType: 'text/plain', sizeBytes: blob.size, blob }
  desk.slack.faults.arm({ on: 'call', method: 'files.info', does: 'too-many', retryAfterSeconds: 17 }, 4)
  const post = { ...says('the log'), files: [file] }
  const { message } = await desk.adapter.deliver(owed({ act: 'post', to: desk.place(TRIAGE), post }))
  expect(message).toMatch(/^file:/)
  const asked = desk.slack.ledger.entries.filter((entry) => 'method' in entry && entry.method === 'files.info')
  expect(asked).toHaveLength(1)
})

test('places that are gone, archived or not ours', async () => {
  await using desk = await openDesk()
  const post = says('x')
  const gone = (code: string) => ({ kind: 'refused', reason: 'place-gone', code })
  expect(await faultOfSending(desk, owed({ act: 'post', to: desk.place('C0NOWHERE'), post }))).toEqual(
    gone('channel_not_found'),
  )
  expect(await faultOfSending(desk, owed({ act: 'post', to: desk.place(RANDOM), post }))).toEqual(
    gone('not_in_channel'),
  )
  desk.slack.world.archive(HELP)
  expect(await faultOfSending(desk, owed({ act: 'post', to: desk.place(HELP), post }))).toEqual(gone('is_archived'))
})

test('messages that are gone, not ours, or too old', async () => {
  await using desk = await openDesk()
  const gone = (code: string) => ({ kind: 'refused', reason: 'message-gone', code })
  const final = (code: string) => ({ kind: 'refused', reason: 'message-final', code })
  const edit = (target: string, chat = TRIAGE) => owed({ act: 'edit', to: desk.place(chat), target, post: says('x') })
  expect(await faultOfSending(desk, edit('1.000001'))).toEqual(gone('message_not_found'))
  const hers = desk.slack.world.say(RITA, HELP, 'mine')
  expect(await faultOfSending(desk, edit(hers, HELP))).toEqual(final('cant_update_message'))
  expect(await faultOfSending(desk, owed({ act: 'delete', to: desk.place(HELP), target: hers }))).toEqual(
    final('cant_delete_message'),
  )
  const { message } = await desk.adapter.deliver(toTriage(desk))
  desk.slack.world.closeEditWindow(TRIAGE, message)
  expect(await faultOfSending(desk, edit(message))).toEqual(final('edit_window_closed'))
})

test('what does not fit is refused, not tried for ever', async () => {
  await using desk = await openDesk()
  const choices = [[{ kind: 'button', id: 'b'.repeat(2_001), label: 'B' } as const]]
  const post = says('x', { choices })
  const fault = await faultOfSending(desk, owed({ act: 'post', to: desk.place(TRIAGE), post }))
  expect(fault).toMatchObject({ kind: 'refused', reason: 'not-accepted' })
  const long = owed({ act: 'post', to: desk.place(TRIAGE), post: says('x'.repeat(40_001)) })
  expect(await faultOfSending(desk, long)).toMatchObject({
    kind: 'refused',
    reason: 'not-accepted',
    code: 'msg_too_long',
  })
})

test('nobody listens where Slack should be: certainly not sent', async () => {
  const desk = await openDesk()
  const delivery = toTriage(desk)
  await desk.slack.stop()
  expect(await faultOfSending(desk, delivery)).toEqual({ kind: 'again', code: 'ECONNREFUSED' })
  await desk[Symbol.asyncDispose]()
})

test('a refused token stops the start with what to do, and a later one is an operator’s to repair', async () => {
  await using desk = await openDesk()
  const logged: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (_: unknown, event: string) => void logged.push(event) }
  const stranger = slackAdapter({
    botToken: 'xoxb-wrong',
    signingSecret: 's',
    apiUrl: desk.slack.apiUrl,
    now: () => new Date(0),
    log,
  })
  await expect(stranger.start(desk.door, [])).rejects.toThrow(/SLACK_BOT_TOKEN: invalid_auth.*OAuth & Permissions/)
  await expect(stranger.deliver(toTriage(desk))).rejects.toMatchObject({
    fault: { kind: 'again', code: 'invalid_auth' },
  })
  expect(logged).toContain('slack-refuses-token')
})

test('an app installed for a whole organisation does not start: its events would be taken for another workspace’s', async () => {
  const us = { ok: true, team_id: 'E1', bot_id: 'B1', user_id: 'U1', is_enterprise_install: true }
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(us))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const wide = slackAdapter({
    botToken: 'xoxb-org-wide',
    signingSecret: 's',
    apiUrl: `http://127.0.0.1:${port}/api/`,
    now: () => new Date(0),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  const door = { receive: async () => {}, dropped: async () => {}, ask: async () => ({ none: true }) as const }
  await expect(wide.start(door, [])).rejects.toThrow(/SLACK_BOT_TOKEN.*whole organisation.*one workspace/)
  server.closeAllConnections()
  server.close()
})

test('a Slack that cannot be reached at the start is asked again', async () => {
  await using desk = await openDesk()
  desk.slack.faults.arm({ on: 'call', method: 'auth.test', does: 'error', status: 503 })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const late = slackAdapter({
    botToken: 'xoxb-the-bot-token',
    signingSecret: 's',
    apiUrl: desk.slack.apiUrl,
    now: () => new Date(0),
    log,
  })
  await late.start(desk.door, [])
  expect(late.account).toBe('T0DEMO')
})

const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error })

test.each([
  ['internal_error', 'unclear', 'again'],
  ['fatal_error', 'unclear', 'again'],
  ['service_unavailable', 'unclear', 'again'],
  ['request_timeout', 'again', 'again'],
  ['ratelimited', 'again', 'again'],
  ['token_revoked', 'again', 'again'],
  ['two_factor_setup_required', 'again', 'again'],
  ['accesslimited', 'again', 'again'],
  ['team_added_to_org', 'again', 'again'],
  ['external_channel_migrating', 'again', 'again'],
  ['message_limit_exceeded', 'again', 'again'],
  ['invalid_blocks', 'refused', 'refused'],
  ['no_text', 'refused', 'refused'],
])('%s: %s for a post, %s for an edit', (code, post, edit) => {
  expect(faultOf(platform(code), 'post', 'chat.postMessage').fault).toMatchObject({ kind: post, code })
  expect(faultOf(platform(code), 'edit', 'chat.update').fault).toMatchObject({ kind: edit, code })
})

test.each([['cannot_dm_bot'], ['messages_tab_disabled'], ['user_disabled']])(
  '%s: the person cannot be written to',
  (code) => {
    expect(faultOf(platform(code), 'post', 'chat.postMessage').fault).toEqual({
      kind: 'refused',
      reason: 'blocked',
      code,
    })
  },
)

test('a proxy’s page instead of an answer says nothing for certain, and is not kept', () => {
  const { fault } = faultOf(platform('<html>Sign in</html>'), 'post', 'chat.postMessage')
  expect(fault).toEqual({ kind: 'unclear', code: 'answer_not_json' })
})

test('nobody answers in time: unclear', () => {
  const late = new webApi.WebAPIRequestError(new DOMException('The operation timed out', 'TimeoutError'))
  expect(faultOf(late, 'post', 'chat.postMessage').fault).toEqual({ kind: 'unclear', code: 'ETIMEDOUT' })
  expect(faultOf(late, 'edit', 'chat.update').fault).toEqual({ kind: 'again', code: 'ETIMEDOUT' })
})
