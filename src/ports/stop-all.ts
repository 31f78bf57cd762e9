/**
 * Stops what was started, last first, and each although another does not stop: what is left behind would keep a port, a
 * lease or a server. Rejects at the end with the first that failed.
 */
export async function stopAll(stops: (() => Promise<void>)[]): Promise<void> {
  const failed: unknown[] = []
  await stopEach(stops, (error) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

/** The same; each that fails is told as it does. */
export async function stopEach(stops: (() => Promise<void>)[], onFailed: (error: unknown) => void): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop().catch(onFailed)
}
