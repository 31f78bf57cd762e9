import { basename } from 'node:path'
import { type Api, GrammyError } from 'grammy'
import { capped, DeliveryFault, type Fetched, FILE_MAX_BYTES } from '../../src/adapter.ts'
import { factsOf } from './fault.ts'

const TELEGRAM = 'https://api.telegram.org'

/** A file may take this long, to its last byte (ms). */
const WITHIN_MS = 120_000

/**
 * A file's bytes: `getFile`, then a download whose address bears the token (platforms.md §B3.7), so that no error and
 * no log ever shows it. Telegram gives a bot 20 MB at most.
 */
export async function fetchFile(
  api: Api,
  { token, apiRoot = TELEGRAM }: { token: string; apiRoot?: string | undefined },
  id: string,
): Promise<Fetched> {
  const path = await pathOf(api, id)
  if (typeof path !== 'string') return path
  try {
    const answer = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    })
    if (answer.status === 404) return { refused: 'gone' }
    if (!answer.ok) throw new DeliveryFault({ kind: 'again', code: `file_http_${answer.status}` })
    return { name: basename(path), body: capped(answer.body, FILE_MAX_BYTES) }
  } catch (error) {
    throw error instanceof DeliveryFault ? error : new DeliveryFault({ kind: 'again', code: factsOf(error).code })
  }
}

/** "wrong file_id or the file is temporarily unavailable": a 400, though Telegram itself does not know whether for good. */
const MAYBE_LATER = 'temporarily unavailable'

async function pathOf(api: Api, id: string): Promise<string | { refused: 'gone' | 'too-big' }> {
  try {
    return (await api.getFile(id)).file_path ?? { refused: 'gone' }
  } catch (error) {
    const wanted = error instanceof GrammyError ? error.parameters.retry_after : undefined
    if (wanted !== undefined) throw new DeliveryFault({ kind: 'wait', retryAfterSeconds: wanted, scope: 'account' })
    const refused = error instanceof GrammyError && error.error_code === 400
    if (!refused || error.description.includes(MAYBE_LATER))
      throw new DeliveryFault({ kind: 'again', code: factsOf(error).code })
    return { refused: error.description.includes('too big') ? 'too-big' : 'gone' }
  }
}
