import type { webApi } from '@slack/bolt'
import { lightFetch } from '../../src/adapter.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How the SDK's calls are made: nearly all say what they want in a form, and follow nothing. */
export const slackFetch: NonNullable<webApi.WebClientOptions['fetch']> = async (url, init = {}) => {
  const { method, headers, body, redirect, signal } = init
  if (typeof body !== 'string' || redirect !== 'error') return fetch(url, init)
  const answer = await lightFetch(String(url), { method, headers, body, signal })
  if (REDIRECTS.has(answer.status)) throw new TypeError('unexpected redirect')
  return answer
}
