import { isSlacks } from '../hosts.ts'
import type { Log } from '../log.ts'
import { factsOf } from '../log.ts'
import type { Shown } from './message.ts'

/**
 * Answers through a `response_url`: only the person who acted sees it. Five times within 30 minutes, also where the
 * bot is no member. False where that did not work, or where the address is not Slack's.
 */
export async function respond(via: string, shown: Shown, to: { apiUrl: string; log: Log }): Promise<boolean> {
  if (!isSlacks(via, to.apiUrl)) {
    to.log.warn({}, 'slack-response-url-foreign')
    return false
  }
  try {
    const answer = await fetch(via, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...shown }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    await answer.body?.cancel()
    if (!answer.ok) to.log.info({ status: answer.status }, 'slack-response-url-refused')
    return answer.ok
  } catch (error) {
    to.log.info(factsOf(error), 'slack-response-url-failed')
    return false
  }
}
