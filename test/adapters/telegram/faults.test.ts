import { GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import { faultOf as faultOfError } from '../../../adapters/telegram/fault.ts'
import type { Fault as Trouble } from '../../../playground/faults.ts'
import { type Delivery, DeliveryFault, type Fault, type RefusedBy } from '../../../src/adapter.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { AGENTS, aDesk, aTelegram, BOT, CARA, type Desk, TOM } from './desk.ts'

const to = { platform: 'telegram', account: BOT, chat: String(CARA) } as const
const body = plainText('my password is swordfish')
const post: Delivery = { id: 'p', to, act: 'post', post: { body } }
const whisper: Delivery = { id: 'w', to, act: 'whisper', person: String(CARA), post: { body } }

async function withCara(timeoutSeconds = 2) {
  const telegram = await aTelegram()
  telegram.world.start(CARA)
  return { telegram, desk: aDesk(telegram, { timeoutSeconds }) }
}

function refused(reason: RefusedBy, code: string): Fault {
  return { kind: 'refused', reason, code }
}

async function faultOf(desk: Desk, delivery: Delivery): Promise<Fault> {
  const error = await desk.adapter.deliver(delivery).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeliveryFault)) throw new Error('expected a DeliveryFault', { cause: error })
  return error.fault
}

test('429: this chat waits as long as Telegram says', async () => {
  const { telegram, desk } = await withCara()
  telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 17 })
  expect(await faultOf(desk, post)).toEqual({ kind: 'wait', retryAfterSeconds: 17, scope: 'chat' })
})

test('Cara has blocked the bot', async () => {
  const { telegram, desk } = await withCara()
  telegram.world.block(CARA)
  expect(await faultOf(desk, post)).toEqual({ kind: 'refused', reason: 'blocked', code: 'bot-was-blocked-by-the-user' })
  expect(await faultOf(desk, whisper)).toMatchObject({ reason: 'blocked' })
})

test('Tom has never started the bot', async () => {
  const { desk } = await withCara()
  expect(await faultOf(desk, { ...post, to: { ...to, chat: String(TOM) } })).toMatchObject({
    kind: 'refused',
    reason: 'blocked',
  })
})

test('a chat nobody knows', async () => {
  const { desk } = await withCara()
  const fault = await faultOf(desk, { ...post, to: { ...to, chat: '424242' } })
  expect(fault).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^(place-gone|blocked)$/) })
})

test('a topic that is gone', async () => {
  const { desk } = await withCara()
  expect(await faultOf(desk, { ...post, to: { ...to, chat: String(AGENTS), thread: '4711' } })).toEqual({
    kind: 'refused',
    reason: 'topic-gone',
    code: 'message-thread-not-found',
  })
})

test('a message to edit that is gone', async () => {
  const { desk } = await withCara()
  expect(await faultOf(desk, { id: 'e', to, act: 'edit', target: '999', post: { body } })).toMatchObject({
    kind: 'refused',
    reason: 'message-gone',
  })
})

test('a message older than 48 hours cannot be deleted', async () => {
  let hours = 0
  const telegram = await aTelegram({ now: () => Date.UTC(2026, 4, 4, hours) })
  telegram.world.start(CARA)
  const desk = aDesk(telegram)
  const { message } = await desk.adapter.deliver(post)
  hours = 49
  expect(await faultOf(desk, { id: 'r', to, act: 'delete', target: message })).toMatchObject({
    kind: 'refused',
    reason: 'message-gone',
  })
})

test('a text Telegram would refuse is not sent', async () => {
  const { telegram, desk } = await withCara()
  const long: Delivery = { ...post, act: 'post', post: { body: plainText('x'.repeat(4097)) } }
  expect(await faultOf(desk, long)).toEqual({ kind: 'refused', reason: 'not-accepted', code: 'text-too-long' })
  expect(telegram.ledger.entries.filter((entry) => entry.what === 'called' || entry.what === 'refused')).toEqual([])
})

test('what Telegram does not accept is named without a word of it', async () => {
  const { desk } = await withCara()
  const button = { kind: 'button', id: 'swordfish'.repeat(9), label: 'x' } as const
  const fault = await faultOf(desk, { ...post, act: 'post', post: { body, choices: [[button]] } })
  expect(fault).toMatchObject({ kind: 'refused', reason: 'not-accepted' })
  expect(JSON.stringify(fault)).not.toContain('swordfish')
})

test('a token Telegram does not know: everything stays owed, and the log is loud', async () => {
  const telegram = await aTelegram()
  const desk = aDesk(telegram, { token: '700001:another' })
  expect(await faultOf(desk, post)).toMatchObject({ kind: 'again' })
  expect(desk.log.lines).toEqual([expect.stringContaining('telegram-token-refused')])
})

/** What Telegram says in cases nobody in the playground can bring about; descriptions as its server words them. */
const said: [number, string, object, Fault][] = [
  [
    403,
    'Forbidden: bot was kicked from the supergroup chat',
    {},
    refused('place-gone', 'bot-was-kicked-from-the-supergroup-chat'),
  ],
  [
    400,
    'Bad Request: group chat was upgraded to a supergroup chat',
    { migrate_to_chat_id: -1002 },
    { kind: 'refused', reason: 'place-gone', code: 'migrated', movedTo: '-1002' },
  ],
  [400, 'Bad Request: TOPIC_CLOSED', {}, refused('place-gone', 'topic-closed')],
  [
    400,
    'Bad Request: not enough rights to send text messages to the chat',
    {},
    refused('place-gone', 'not-enough-rights-to-send-text-messages-to-the-chat'),
  ],
  [400, "Bad Request: message can't be edited", {}, refused('message-gone', 'message-cant-be-edited')],
  [400, 'Bad Request: MESSAGE_ID_INVALID', {}, refused('message-gone', 'message-id-invalid')],
  [
    400,
    "Bad Request: inline keyboard button URL 'http://swordfish' is invalid: Wrong HTTP URL",
    {},
    refused('not-accepted', 'inline-keyboard-button-url-is-invalid-wrong-http-url'),
  ],
  [
    400,
    'Bad Request: can\'t parse entities: Unsupported start tag "swordfish"',
    {},
    refused('not-accepted', 'cant-parse-entities-unsupported-start-tag'),
  ],
  [413, 'Request Entity Too Large', {}, refused('not-accepted', 'request-entity-too-large')],
  [429, 'Too Many Requests', {}, { kind: 'wait', retryAfterSeconds: 5, scope: 'chat' }],
  [404, 'Not Found', {}, { kind: 'again', code: 'not-found' }],
]
test.each(said)('%i %s', (error_code, description, parameters, fault) => {
  const error = new GrammyError('', { ok: false, error_code, description, parameters }, 'sendMessage', {})
  expect(faultOfError(error, { ...post, to: { ...to, chat: String(AGENTS) } }).fault).toEqual(fault)
})

test('what we cannot even render is refused, not tried for ever', () => {
  expect(faultOfError(new TypeError('swordfish'), post).fault).toEqual(refused('not-accepted', 'cannot-be-rendered'))
})

test('nobody listening: certainly not sent', async () => {
  const telegram = await aTelegram()
  const desk = aDesk(telegram, { apiRoot: 'http://127.0.0.1:9' })
  expect(await faultOf(desk, post)).toEqual({ kind: 'again', code: 'ECONNREFUSED' })
})

const troubles: [string, Trouble][] = [
  ['an error of Telegram', { on: 'call', does: 'error', status: 502 }],
  ['a connection lost after sending', { on: 'call', does: 'drop-after-accepting' }],
  ['a connection lost while sending', { on: 'call', does: 'drop' }],
  ['no answer in time', { on: 'call', does: 'slow', ms: 900 }],
]
test.each(troubles)('%s: words may have arrived, an edit or a deletion is said again', async (_name, trouble) => {
  const { telegram, desk } = await withCara(0.6)
  const { message } = await desk.adapter.deliver(post)
  const acts: [Delivery, Fault['kind']][] = [
    [post, 'unclear'],
    [whisper, 'unclear'],
    [{ id: 'e', to, act: 'edit', target: message, post: { body: plainText('two') } }, 'again'],
    [{ id: 'r', to, act: 'delete', target: message }, 'again'],
  ]
  for (const [delivery, kind] of acts) {
    telegram.faults.arm(trouble)
    expect((await faultOf(desk, delivery)).kind).toBe(kind)
  }
})

test('a file may take the longer the larger it is, and one nothing is said of has an unclear end all the same', async () => {
  const { telegram, desk } = await withCara(0.2)
  telegram.faults.arm({ on: 'call', method: 'sendDocument', does: 'slow', ms: 400 })
  expect(await desk.adapter.deliver(withFile('x'.repeat(500_000)))).toMatchObject({ chat: String(CARA) })
  telegram.faults.arm({ on: 'call', method: 'sendDocument', does: 'hang' })
  expect((await faultOf(desk, withFile('x'))).kind).toBe('unclear')
})

function withFile(words: string): Delivery {
  const blob = new Blob([words])
  const file = { as: 'document' as const, name: 'log.txt', mediaType: 'text/plain', sizeBytes: blob.size, blob }
  return { ...post, act: 'post', post: { body, files: [file] } }
}
