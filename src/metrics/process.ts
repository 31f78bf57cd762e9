import { collectDefaultMetrics, Registry } from 'prom-client'

let registry: Registry | undefined

/**
 * Memory, processor, garbage collection and event-loop lag, under the names every Node program has. Measured once per
 * process, whatever number of desks a test starts in it.
 */
export function processFigures(): Registry {
  if (!registry) {
    registry = new Registry()
    collectDefaultMetrics({ register: registry })
  }
  return registry
}
