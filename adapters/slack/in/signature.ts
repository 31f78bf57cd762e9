import { verifySlackRequest } from '@slack/bolt'

/** How far a request's time may be from ours, either way (s). */
const TOLERANCE_S = 300

/**
 * The time Slack signed, in seconds, or undefined where the request is not Slack's. Bolt refuses what is too old but
 * accepts a time in the future, so that a captured request could be kept for later (platforms.md §A3.1).
 */
export function signedSeconds(
  request: { headers: Headers; body: string },
  signingSecret: string,
  now: Date,
): number | undefined {
  const signature = request.headers.get('x-slack-signature')
  const stamp = request.headers.get('x-slack-request-timestamp')
  // The SDK would read no further than a second `=`, and let anything stand behind it.
  if (signature === null || !/^v0=[0-9a-f]{64}$/.test(signature)) return undefined
  if (stamp === null || !/^\d{1,12}$/.test(stamp)) return undefined
  const seconds = Number(stamp)
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_S) return undefined
  try {
    verifySlackRequest({
      signingSecret,
      body: request.body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
      nowMilliseconds: now.getTime(),
    })
    return seconds
  } catch {
    return undefined
  }
}
