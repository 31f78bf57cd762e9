import { codeOf } from '../src/domain/error-code.ts'
import { type About, aboutShape } from './about.ts'

/** Who listens on a port of 127.0.0.1: a playground, one that is not ready yet, nobody, or somebody else. */
export type Holder = About | 'starting' | 'nobody' | 'somebody'

const answersWithinMs = 2000

/** Asks; whoever does not answer within 2 s is somebody else. */
export async function whoHolds(port: number): Promise<Holder> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/playground/about`, {
      signal: AbortSignal.timeout(answersWithinMs),
      redirect: 'error',
    })
    const about = aboutShape.safeParse(await answer.json().catch(() => undefined))
    if (about.success) return about.data
    return answer.status === 503 && answer.headers.get('server') === 'deskhand-playground' ? 'starting' : 'somebody'
  } catch (error) {
    return isRefused(error) ? 'nobody' : 'somebody'
  }
}

/** fetch puts the system's error behind its own. */
function isRefused(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : { cause: undefined }
  return codeOf(cause) === 'ECONNREFUSED'
}
