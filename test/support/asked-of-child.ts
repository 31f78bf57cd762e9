import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
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

/** Bytes: `resident` of the process, `held` by its objects and buffers, and by what V8 has `compiled` of its code so far. */
export interface Memory {
  resident: number
  held: number
  compiled: number
}

/** V8's spaces for machine code and bytecode, large ones as well. */
const CODE = /^(shared_)?(code|trusted)_/

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
  const compiled = getHeapSpaceStatistics()
    .filter(({ space_name }) => CODE.test(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0)
  return { resident: rss, held: heapUsed + external - compiled, compiled }
}
