import type { ApiMethods, Opts } from 'grammy/types'
import type { Uploads } from '../files.ts'
import type { Polling } from '../polling.ts'
import type { State } from '../state.ts'
import type { Updates } from '../updates.ts'
import type { WebhookDelivery } from '../webhook.ts'

/** What a method needs besides its payload. */
export interface Call {
  readonly state: State
  readonly updates: Updates
  readonly polling: Polling
  readonly webhook: WebhookDelivery
  /** Files that came with this call. */
  readonly uploads: Uploads
  /** Aborted when the caller hangs up. */
  readonly gone: AbortSignal
}

export type MethodName = keyof ApiMethods

/**
 * The modelled methods. A payload has passed the contract, so it has the shape grammY's types say; the method holds it
 * against the limits, throws `ApiRefusal` or does it and returns what Telegram answers as `result`.
 */
export type Methods = { [M in MethodName]?: (payload: Opts<M>, call: Call) => unknown }
