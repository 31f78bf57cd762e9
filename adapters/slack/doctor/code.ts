import { webApi } from '@slack/bolt'
import { factsOf } from '../log.ts'

/** Did Slack itself say no? Otherwise it was not reached, or stumbled. */
export function isRefusal(error: unknown): error is webApi.WebAPIPlatformError {
  return error instanceof webApi.WebAPIPlatformError
}

/** What may be shown of a failure: Slack's word, the HTTP status, or the system's code; never an address. */
export function codeOf(error: unknown): string {
  if (isRefusal(error)) return error.data.error
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof webApi.WebAPIRequestError) return causeOf(error.original)
  return causeOf(error)
}

/** `fetch` wraps the system's error, at times more than once. */
function causeOf(error: unknown): string {
  if (error instanceof Error && error.cause !== undefined) return causeOf(error.cause)
  const { error: name, code } = factsOf(error)
  return code ?? name
}
