import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a request's time may be from ours, either way (s). */
const TOLERANCE_S = 300

const SIGNATURE = /^v0=([0-9a-f]{64})$/

/**
 * The time Slack signed, in seconds, or undefined where the request is not Slack's, or its time is far from ours either
 * way: one of the future could be kept for later (platforms.md §A3.1). Bolt's own check accepts that, and took a tenth
 * of what a word from Slack cost this process: it hashes both signatures anew by a key of random bytes, which Node is slow
 * to take.
 */
export function signedSeconds(
  request: { headers: Headers; body: string },
  signingSecret: string,
  now: Date,
): number | undefined {
  const digest = SIGNATURE.exec(request.headers.get('x-slack-signature') ?? '')?.[1]
  const stamp = request.headers.get('x-slack-request-timestamp')
  if (digest === undefined) return undefined
  if (stamp === null || !/^\d{1,12}$/.test(stamp)) return undefined
  const seconds = Number(stamp)
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_S) return undefined
  const own = createHmac('sha256', signingSecret).update(`v0:${seconds}:${request.body}`).digest()
  return timingSafeEqual(own, Buffer.from(digest, 'hex')) ? seconds : undefined
}
