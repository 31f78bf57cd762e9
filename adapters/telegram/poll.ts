import type { Api } from 'grammy'
import { cleaned } from './clean.ts'
import { factsOf, isTokenRefused } from './fault.ts'
import { grammySignal } from './grammy-signal.ts'
import type { Log } from './log.ts'
import { backoffMs, pause } from './pause.ts'
import { ALLOWED_UPDATES, type AnyUpdate, anyUpdate } from './shapes.ts'

/** Seconds Telegram may keep an empty poll open. */
export const POLL_SECONDS = 25

/**
 * Fetches updates until the signal falls. A batch is stored as a whole before the offset moves past it, for moving
 * it is what tells Telegram to forget (platforms.md §C; grammY's own loop moves it past what failed).
 *
 * @param api a client that waits longer than `POLL_SECONDS`
 * @param store resolves once all updates are committed
 */
export async function pollUpdates(
  api: Api,
  store: (updates: AnyUpdate[]) => Promise<void>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  let offset = 0
  let webhookGone = false
  let failures = 0
  while (!signal.aborted) {
    try {
      if (!webhookGone) await removeWebhook(api, log, signal)
      webhookGone = true
      const updates = await fetchBatch(api, offset, signal)
      if (updates.length > 0) await store(updates)
      // An empty answer to an offset says that all before it is forgotten. Then from the beginning again: after a quiet
      // week ids start anywhere, also below the old offset (platforms.md §B2).
      offset = (updates.at(-1)?.update_id ?? -1) + 1
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      // 409: somebody else polls with our token, or has set a webhook.
      if (factsOf(error).error_code === 409) webhookGone = false
      tell(log, error, failures + 1)
      await pause(backoffMs(error, failures), signal)
      failures += 1
    }
  }
}

async function fetchBatch(api: Api, offset: number, signal: AbortSignal): Promise<AnyUpdate[]> {
  const options = { offset, limit: 100, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
  const updates: unknown[] = await api.getUpdates(options, grammySignal(signal))
  return updates.map((update) => anyUpdate.parse(cleaned(update)))
}

/** While a webhook is set, `getUpdates` answers 409. What waits there is kept. */
async function removeWebhook(api: Api, log: Log, signal: AbortSignal): Promise<void> {
  const { url } = await api.getWebhookInfo(grammySignal(signal))
  if (!url) return
  await api.deleteWebhook({ drop_pending_updates: false }, grammySignal(signal))
  log.info({}, 'telegram-webhook-removed')
}

function tell(log: Log, error: unknown, failures: number): void {
  const facts = { ...factsOf(error), failures }
  if (isTokenRefused(error)) log.error(facts, 'telegram-token-refused')
  else log.warn(facts, facts.error_code === 409 ? 'telegram-another-poller' : 'telegram-poll-failed')
}
