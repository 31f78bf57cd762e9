import { webApi } from '@slack/bolt'

/** Codes of `apps.connections.open` no waiting repairs. */
const refusals = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'forbidden_team',
  'user_removed_from_team',
  'team_disabled',
])

/** Slack's code where it refuses the token of Socket Mode for good. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  return refusals.has(error.data.error) ? error.data.error : undefined
}

/** For the operator, in the terminal. `code`: as `refusalOf` gives it. */
export function repairOf(code: string): string {
  return `SLACK_APP_TOKEN: ${code}. Make an app-level token (xapp-…) with the scope connections:write under Basic Information on your Slack app's page, and switch on Socket Mode there.`
}
