/**
 * Who stops waits so long (ms) for what is in hand, and no longer: all that is stopped within one grace shares it, from the
 * first that stops. What is still in hand then stays as it stands in the database, as after a kill.
 */
export function graceOf(ms: number): (stop: () => Promise<void>) => () => Promise<void> {
  let over: Promise<void> | undefined
  return (stop) => () => {
    over ??= new Promise((resolve) => void setTimeout(resolve, ms).unref())
    return Promise.race([stop(), over])
  }
}
