import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { capped, carryMs, DeliveryFault, type Fetched, FILE_MAX_BYTES } from '../../../src/adapter.ts'
import { calmName } from '../../../src/domain/text/words.ts'
import { isSlacks } from '../hosts.ts'
import type { Log } from '../log.ts'
import { faultOf } from '../out/faults.ts'

/** A file may take this long, to its last byte, beside what its size takes (ms). */
const WITHIN_MS = 120_000
const MOST_REDIRECTS = 3

const info = z.object({
  file: z.object({
    name: z.string().nullish(),
    mimetype: z.string().nullish(),
    size: z.number().nullish(),
    mode: z.string().nullish(),
    is_external: z.boolean().nullish(),
    url_private: z.string().nullish(),
    url_private_download: z.string().nullish(),
  }),
})

/** What no waiting brings back. */
const GONE = new Set(['file_not_found', 'file_deleted', 'access_denied', 'not_visible'])
const GONE_MODES = new Set(['tombstone', 'hidden_by_limit', 'external'])

export interface Fetching {
  client: webApi.WebClient
  botToken: string
  apiUrl: string
  log: Log
}

/**
 * A file's bytes. Events may bear a mere stub (Slack Connect), so `files.info` is asked first (platforms.md §D 9).
 * Nothing is fetched from elsewhere than Slack's own hosts, redirects included (§A3.4). An address that has run out, or a
 * file that is just being moved, is asked for once more: after that it is gone.
 */
export async function fetchFile(id: string, fetching: Fetching): Promise<Fetched> {
  const found = await fetchOnce(id, fetching)
  return found === 'expired' ? orGone(await fetchOnce(id, fetching)) : found
}

function orGone(found: Fetched | 'expired'): Fetched {
  return found === 'expired' ? { refused: 'gone' } : found
}

async function fetchOnce(id: string, fetching: Fetching): Promise<Fetched | 'expired'> {
  const known = await describe(id, fetching.client)
  const address = known?.url_private_download ?? known?.url_private
  if (!known || !address || known.is_external || GONE_MODES.has(known.mode ?? '')) return { refused: 'gone' }
  if ((known.size ?? 0) > FILE_MAX_BYTES) return { refused: 'too-big' }
  const answer = await download(address, fetching, WITHIN_MS + carryMs([{ sizeBytes: known.size ?? 0 }]))
  if (answer === 'expired') return answer
  if (answer === 'elsewhere') return { refused: 'gone' }
  const body = capped(answer.body, FILE_MAX_BYTES)
  const { value: first = new Uint8Array() } = await body.next()
  if (isLoginPage(first, answer, known)) {
    await body.return(undefined)
    // Without `files:read` Slack answers 200 and a page to sign in (platforms.md §D 7).
    fetching.log.error({ scope: 'files:read' }, 'slack-gives-no-files')
    return { refused: 'not-a-file' }
  }
  return {
    name: known.name ? calmName(known.name) : undefined,
    mediaType: known.mimetype ?? undefined,
    body: continued(first, body),
  }
}

/** What has been looked at already, and the rest as it comes; whoever stops reading it lets the rest go. */
async function* continued(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

async function describe(id: string, client: webApi.WebClient) {
  try {
    return info.parse(await client.files.info({ file: id })).file
  } catch (error) {
    const { fault } = faultOf(error, 'read', 'files.info')
    if ('code' in fault && GONE.has(fault.code)) return undefined
    throw error
  }
}

/** `expired`: nothing is at this address (any more); `elsewhere`: the way leads out of Slack. */
async function download(
  address: string,
  { botToken, apiUrl, log }: Fetching,
  withinMs: number,
): Promise<Response | 'expired' | 'elsewhere'> {
  const signal = AbortSignal.timeout(withinMs)
  let at = address
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    if (!isSlacks(at, apiUrl)) {
      log.warn({ hops }, 'slack-file-elsewhere')
      return 'elsewhere'
    }
    const answer = await fetch(at, { headers: { authorization: `Bearer ${botToken}` }, redirect: 'manual', signal })
    if (answer.ok) return answer
    await answer.body?.cancel()
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    if (next) at = new URL(next, at).href
    else if (answer.status === 403 || answer.status === 404 || answer.status === 410) return 'expired'
    else throw new DeliveryFault({ kind: 'again', code: `file_http_${answer.status}` })
  }
  return 'elsewhere'
}

/** A page somebody really gave us says so, and is as long as Slack said. */
function isLoginPage(
  first: Uint8Array,
  answer: Response,
  known: { mimetype?: string | null | undefined; size?: number | null | undefined },
): boolean {
  const start = Buffer.from(first.subarray(0, 256)).toString('latin1').trimStart().toLowerCase()
  const page = start.startsWith('<!doctype html') || start.startsWith('<html')
  if (!page && !(answer.headers.get('content-type') ?? '').startsWith('text/html')) return false
  const length = Number(answer.headers.get('content-length') ?? known.size)
  return known.mimetype !== 'text/html' || (known.size ?? length) !== length
}
