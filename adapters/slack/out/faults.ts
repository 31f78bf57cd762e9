import { webApi } from '@slack/bolt'
import { DeliveryFault, type Fault, type RefusedBy } from '../../../src/adapter.ts'
import { codeOf } from '../../../src/domain/error-code.ts'

/** What was being done. Only a post must not be repeated blindly; a reading never may have been "accepted". */
export type Doing = 'post' | 'edit' | 'delete' | 'whisper' | 'read'

const refusals: Record<RefusedBy, readonly string[]> = {
  'topic-gone': [],
  'place-gone': [
    'channel_not_found',
    'not_in_channel',
    'user_not_in_channel',
    'is_archived',
    'thread_not_found',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
    'user_not_found',
  ],
  blocked: ['cannot_dm_bot', 'messages_tab_disabled', 'user_disabled'],
  'message-gone': ['message_not_found'],
  'message-final': ['cant_update_message', 'edit_window_closed', 'cant_delete_message'],
  'file-final': [],
  'not-accepted': [],
}

/** Slack stumbled: the call may have gone through. */
const stumbles = new Set(['internal_error', 'fatal_error', 'service_unavailable'])

/** Certainly not done, and done later perhaps: a cut request, a rate, or a token an operator must repair. */
export const tokenCodes: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'access_denied',
  'not_allowed_token_type',
  'org_login_required',
  'team_access_not_granted',
  'ekm_access_denied',
  'accesslimited',
  'two_factor_setup_required',
])
/** A workspace that moves to an organisation, or a channel that moves to another company, is soon there again. */
const moving = ['team_added_to_org', 'external_channel_migrating']
const later = new Set([
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'message_limit_exceeded',
  ...moving,
  ...tokenCodes,
])

/** The connection was never made, so nothing was accepted. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** What an error of the Web API means for a delivery (platforms.md §A2, §D). `method` is Slack's name of the call. */
export function faultOf(error: unknown, doing: Doing, method: string): DeliveryFault {
  return error instanceof DeliveryFault ? error : new DeliveryFault(meaningOf(error, doing, method))
}

function meaningOf(error: unknown, doing: Doing, method: string): Fault {
  const unclear = (code: string): Fault => ({ kind: doing === 'post' ? 'unclear' : 'again', code })
  if (error instanceof webApi.WebAPIRateLimitedError) {
    // Reactions have a rate of their own, and a lane of their own in each chat to wait in.
    const scope = /^(chat|reactions)\./.test(method) ? 'chat' : 'account'
    return { kind: 'wait', retryAfterSeconds: error.retryAfter, scope }
  }
  if (error instanceof webApi.WebAPIPlatformError) return meaningOfCode(error.data.error, unclear)
  if (error instanceof webApi.WebAPIHTTPError) {
    const code = `http_${error.statusCode}`
    return error.statusCode >= 500 ? unclear(code) : { kind: 'again', code }
  }
  const code = systemCode(error)
  return unconnected.has(code) ? { kind: 'again', code } : unclear(code)
}

function meaningOfCode(code: string, unclear: (code: string) => Fault): Fault {
  // The SDK puts the whole answer here where it was no JSON: a page of some proxy, which says nothing for certain.
  if (!/^[a-z0-9_:]{1,80}$/.test(code)) return unclear('answer_not_json')
  if (stumbles.has(code)) return unclear(code)
  if (later.has(code)) return { kind: 'again', code }
  const reason = (Object.keys(refusals) as RefusedBy[]) // the keys of this very record
    .find((one) => refusals[one].includes(code))
  return { kind: 'refused', reason: reason ?? 'not-accepted', code }
}

/** The system's code (ECONNRESET …), which fetch hides in the causes of its error; else the error's class. */
function systemCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = codeOf(cause)
    if (code !== undefined && /^[A-Z]/.test(code)) return code
    if (cause instanceof webApi.WebAPIRequestError && !cause.cause) return systemCode(cause.original)
    if (cause.name === 'TimeoutError') return 'ETIMEDOUT'
  }
  return error instanceof Error ? error.name : 'unknown'
}
