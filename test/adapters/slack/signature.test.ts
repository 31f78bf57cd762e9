import { verifySlackRequest } from '@slack/bolt'
import { expect, it } from 'vitest'
import { signedSeconds } from '../../../adapters/slack/in/signature.ts'
import { signatureOf } from '../../support/hostile-door.ts'
import { randomOf } from '../../support/random.ts'

const NOW = new Date('2026-11-29T12:00:00.400Z')
const SECONDS = Math.floor(NOW.getTime() / 1000)
const SECRET = 'the-signing-secret-of-this-app'

/** What the SDK says of the same request. */
function boltSays(signature: string, seconds: number, body: string): boolean {
  try {
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds }
    verifySlackRequest({ signingSecret: SECRET, body, headers, nowMilliseconds: NOW.getTime() })
    return true
  } catch {
    return false
  }
}

it('says of 2,000 requests, half of them changed somewhere, what the SDK says', () => {
  const random = randomOf(11)
  const at = (most: number) => Math.floor(random() * most)
  const taken = { true: 0, false: 0 }
  for (let n = 0; n < 2000; n++) {
    const body = `{"text":"${'é'.repeat(at(3))}${n}"}`
    const seconds = SECONDS - at(310)
    const right = signatureOf(body, seconds, at(10) === 0 ? 'another' : SECRET)
    const digit = at(64) + 'v0='.length
    const signature = n % 2 ? right : right.slice(0, digit) + at(16).toString(16) + right.slice(digit + 1)
    const headers = new Headers({ 'x-slack-signature': signature, 'x-slack-request-timestamp': String(seconds) })
    const said = signedSeconds({ headers, body }, SECRET, NOW) === seconds
    // A time of so many seconds and a part ago is over for us, and not yet for the SDK.
    if (seconds > SECONDS - 300) expect(said, signature).toBe(boltSays(signature, seconds, body))
    taken[`${said}`] += 1
  }
  expect(Math.min(taken.true, taken.false)).toBeGreaterThan(500)
})
