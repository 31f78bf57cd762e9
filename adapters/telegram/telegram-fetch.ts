import type { ApiClientOptions } from 'grammy'
import { connectionsKept, type LightAsked, lightFetch } from '../../src/adapter.ts'

type GrammyFetch = NonNullable<ApiClientOptions['fetch']>

/** A pause in a conversation costs no new connection (ms). */
const KEPT_MS = 60_000

const dispatcher = connectionsKept(KEPT_MS)

/**
 * How grammY's calls are made, instead of by `node-fetch`. Typed for that package, it gives an address, a method, headers
 * (a plain object), a body (text, or a stream of a form) and a signal, and reads `json()` of the answer alone (its core/client).
 */
export const telegramFetch = ((url: string, asked: LightAsked) => {
  const { method, headers, body, signal } = asked
  return lightFetch(url, { method, headers, body, signal, dispatcher })
}) as unknown as GrammyFetch
