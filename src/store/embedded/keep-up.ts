/** How often somebody looks whether the server is still there (ms). */
const LOOK_MS = 1_000

interface Keeping {
  /** Whether a server is at work now. */
  isUp: () => Promise<boolean>
  /** Rejects where it cannot start yet: it is tried again at the next look. */
  start: () => Promise<void>
  onStillDown: (error: unknown) => void
}

/**
 * Starts the server again whenever it has gone by itself: killed for want of memory, given up on a full disk. Nobody else
 * would, for it belongs to the desk. Returns what ends that, and resolves when no start is under way.
 */
export function keepUp({ isUp, start, onStillDown }: Keeping): () => Promise<void> {
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    try {
      if (!(await isUp())) await start()
    } catch (error) {
      onStillDown(error)
    }
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }, LOOK_MS)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
