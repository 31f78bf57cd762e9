import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a parent says to a desk's process to hear which names stand on its `Object.prototype`. */
export const ASK_PROTOTYPE = 'what-is-on-the-prototype'
/** … and how much memory it holds on to (`Memory`). */
export const ASK_MEMORY = 'how-much-is-held'

/** In the desk's process. Undefined: it was asked something else. */
export function answerOf(asked: unknown): unknown {
  if (asked === ASK_PROTOTYPE) return Object.getOwnPropertyNames(Object.prototype)
  if (asked === ASK_MEMORY) return heldAfterCollection()
  return undefined
}

/** Bytes: `resident` of the process, and `held` by its objects and buffers. */
export interface Memory {
  resident: number
  held: number
}

/**
 * Once what nobody needs any more has been collected: on a machine with room V8 puts that off, and its rubbish would pass
 * for a leak.
 */
function heldAfterCollection(): Memory {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('V8 offers no collection')
  collect()
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { resident: rss, held: heapUsed + external }
}
