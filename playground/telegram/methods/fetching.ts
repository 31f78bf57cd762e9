import { ApiRefusal, badRequest } from '../refusal.ts'
import { change, type State, settings } from '../state.ts'
import { allow } from '../updates.ts'
import { withoutAbsent } from '../wire.ts'
import type { Methods } from './call.ts'

/** How updates reach the bot: it asks for them, or Telegram brings them. */
export const fetching = {
  getUpdates: (payload, { polling, gone }) => polling.fetch(payload, gone),

  setWebhook(payload, { state, updates, polling, webhook }) {
    if (payload.certificate !== undefined) throw badRequest('certificates are not needed on this machine')
    if (payload.drop_pending_updates) updates.drop()
    allow(state, payload.allowed_updates)
    if (payload.url === '') {
      clear(state)
      return true
    }
    checkUrl(payload.url)
    const connections = payload.max_connections ?? 40
    if (connections < 1 || connections > 100) throw badRequest('max_connections must be between 1 and 100')
    const secret = payload.secret_token
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters')
    }
    change(state, (row) => {
      row.webhook = { url: payload.url, connections, ...(secret === undefined ? {} : { secret }) }
    })
    polling.end('terminated by setWebhook request')
    webhook.pump()
    return true
  },

  deleteWebhook(payload, { state, updates }) {
    if (payload.drop_pending_updates) updates.drop()
    clear(state)
    return true
  },

  getWebhookInfo(_payload, { state, updates }) {
    const { webhook, allowed } = settings(state)
    return withoutAbsent({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.waiting().length,
      max_connections: webhook?.connections,
      last_error_date: webhook?.lastError && Math.floor(webhook.lastError.atMs / 1000),
      last_error_message: webhook?.lastError?.message,
      allowed_updates: allowed,
    })
  },

  logOut() {
    throw new ApiRefusal(400, 'Bad Request: this playground is the only server there is')
  },

  close: () => true,
} satisfies Methods

function clear(state: State): void {
  change(state, (row) => {
    delete row.webhook
  })
}

/** Telegram takes https on four ports only (platforms.md §B2). Plain http is accepted here for this machine itself. */
function checkUrl(given: string): void {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return
  if (url?.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!['', '443', '80', '88', '8443'].includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}
