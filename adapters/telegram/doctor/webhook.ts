import type { Api } from 'grammy'
import type { WebhookInfo } from 'grammy/types'
import { withoutSecrets } from '../fault.ts'
import { ALLOWED_UPDATES } from '../shapes.ts'
import { type Finding, open, well, wrong } from './finding.ts'

/** How Telegram hands over updates, against how the desk is configured to take them (`getWebhookInfo`). */
export function examineWebhook(
  api: Api,
  info: WebhookInfo,
  wanted: { url: string; secret: string } | undefined,
): Finding[] {
  const count = info.pending_update_count
  return [
    ...(wanted ? examineWanted(api, info, wanted) : [examineUnwanted(api, info)]),
    ...(count > 0 ? [open('telegram-pending', { count })] : []),
  ]
}

/** While a webhook is set `getUpdates` answers 409. */
function examineUnwanted(api: Api, { url }: WebhookInfo): Finding {
  if (!url) return well('telegram-polling')
  const remove = () => mending(api.deleteWebhook({ drop_pending_updates: false }))
  return wrong('telegram-webhook-in-the-way', { host: hostOf(url) }, remove)
}

function examineWanted(api: Api, info: WebhookInfo, { url, secret }: { url: string; secret: string }): Finding[] {
  const set = () => mending(api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }))
  const host = hostOf(url)
  if (!info.url) return [open('telegram-webhook-absent', { host }, set)]
  if (info.url !== url) return [wrong('telegram-webhook-elsewhere', { host: hostOf(info.url), wanted: host }, set)]
  const unheard = ALLOWED_UPDATES.filter((kind) => !info.allowed_updates?.includes(kind))
  const heard =
    unheard.length > 0
      ? wrong('telegram-webhook-deaf', { kinds: unheard.join(', ') }, set)
      : well('telegram-webhook', { host })
  return [heard, ...failures(info)]
}

/** Telegram keeps its last failure for ever; it matters while something still waits. */
function failures({ last_error_message: error, pending_update_count: count }: WebhookInfo): Finding[] {
  if (error === undefined) return []
  return [count > 0 ? wrong('telegram-webhook-failing', { error, count }) : open('telegram-webhook-failed', { error })]
}

/** Not its path: somebody else's may hold a token. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '?'
}

async function mending(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    throw withoutSecrets(error)
  })
}
