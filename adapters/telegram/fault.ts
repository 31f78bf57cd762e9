import { BotError, GrammyError, HttpError } from 'grammy'
import { type Delivery, DeliveryFault, type Fault } from '../../src/adapter.ts'
import { codeOf } from '../../src/domain/error-code.ts'

/** Nothing of the request has left when the connection could not be made. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

const MESSAGE_GONE = [
  'message to edit not found',
  "message can't be edited",
  "message can't be deleted",
  'message_id_invalid',
  'there is no text in the message to edit',
]

const TOPIC_GONE = ['thread not found', 'topic_deleted', 'topic_id_invalid']

const PLACE_GONE = [
  'chat not found',
  'topic_closed',
  'chat was deactivated',
  'chat is deactivated',
  'chat was upgraded',
  'peer_id_invalid',
  'chat_write_forbidden',
  'not enough rights',
  'have no rights',
]

/** What a failed call means for the delivery (`adapter.ts`, `DeliveryFault`; descriptions as in platforms.md §B2). */
export function faultOf(error: unknown, delivery: Delivery): DeliveryFault {
  return new DeliveryFault(
    error instanceof GrammyError
      ? refusedByTelegram(error, delivery)
      : error instanceof HttpError
        ? lostOnTheWay(error, delivery)
        : { kind: 'refused', reason: 'not-accepted', code: 'cannot-be-rendered' },
  )
}

function refusedByTelegram(error: GrammyError, delivery: Delivery): Fault {
  const { error_code: status, parameters } = error
  const code = slug(error.description)
  if (status === 429) return { kind: 'wait', retryAfterSeconds: parameters.retry_after ?? 5, scope: 'chat' }
  if (status >= 500) return ambiguous(delivery, String(status))
  // The token: nobody's message is at fault, an operator repairs it and everything owed still goes out.
  if (isTokenRefused(error)) return { kind: 'again', code }
  if (status === 403) return { kind: 'refused', reason: isGroup(delivery) ? 'place-gone' : 'blocked', code }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'refused', reason: 'place-gone', code: 'migrated', movedTo: String(parameters.migrate_to_chat_id) }
  }
  if (isTopicGone(error)) return { kind: 'refused', reason: 'topic-gone', code }
  const description = error.description.toLowerCase()
  const isAbout = (phrases: string[]) => phrases.some((phrase) => description.includes(phrase))
  if (isAbout(MESSAGE_GONE)) return { kind: 'refused', reason: 'message-gone', code }
  if (isAbout(PLACE_GONE)) return { kind: 'refused', reason: 'place-gone', code }
  return { kind: 'refused', reason: 'not-accepted', code }
}

/** The topic was deleted, or is older than the group's last million messages (platforms.md §B2). */
export function isTopicGone(error: GrammyError): boolean {
  const description = error.description.toLowerCase()
  return TOPIC_GONE.some((phrase) => description.includes(phrase))
}

/** 401, and 404 "Not Found": Telegram knows no such bot or path. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}

/** Whether a call to Telegram failed; anything else that is thrown is a mistake of ours. */
export function isTelegrams(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError
}

function lostOnTheWay({ error }: HttpError, delivery: Delivery): Fault {
  const code = networkCode(error)
  return NOT_CONNECTED.has(code) ? { kind: 'again', code } : ambiguous(delivery, code)
}

/** An edit or a deletion may be said twice; words that may have arrived may not (design.md §8). */
function ambiguous(delivery: Delivery, code: string): Fault {
  return { kind: delivery.act === 'post' || delivery.act === 'whisper' ? 'unclear' : 'again', code }
}

function networkCode(error: unknown): string {
  return codeOf(error) ?? 'no-answer'
}

function isGroup(delivery: Delivery): boolean {
  return delivery.act !== 'whisper' && delivery.to.chat.startsWith('-')
}

/** Telegram's words as a code. What stands in quotes was quoted from us: it may be somebody's words, so it goes. */
function slug(description: string): string {
  return description
    .replace(/^[A-Z][\w ]*: /, '')
    .replace(/"[^"]*"|(?<!\w)'[^']*'(?!\w)/g, '')
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

/** What may be logged of a failure: `payload` and `message` of grammY's errors carry words and addresses (platforms.md §B3). */
export function factsOf(error: unknown): { method?: string; error_code?: number; code: string } {
  if (error instanceof GrammyError) {
    return { method: error.method, error_code: error.error_code, code: slug(error.description) }
  }
  if (error instanceof HttpError) return { code: networkCode(error.error) }
  // What failed inside the bot's middleware: the insert.
  if (error instanceof BotError) return factsOf(error.error)
  return { code: codeOf(error) ?? (error instanceof Error ? error.name : 'unknown') }
}

/** The same failure as an error that may leave the adapter: an `HttpError` holds the address, which holds the token. */
export function withoutSecrets(error: unknown): Error {
  const { method, error_code, code } = factsOf(error)
  return new Error(['telegram', method, error_code, code].filter((part) => part !== undefined).join(' '))
}
