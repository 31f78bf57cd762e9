/** What is to be closed again: once, the last first. */
export interface Closings {
  push: (closing: () => unknown) => void
  close: () => Promise<void>
}

/** Of all that are open: several may be, side by side. */
const openOnes = new Set<() => Promise<void>>()

/** Whoever is cut off (Ctrl-C) leaves no server behind, and none of its gigabytes. */
const told = (): void => void Promise.allSettled(Array.from(openOnes, (close) => close())).then(() => process.exit(130))

export function openClosings(): Closings {
  const closings: (() => unknown)[] = []
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= (async () => {
      try {
        for (let last = closings.pop(); last; last = closings.pop()) await last()
      } finally {
        openOnes.delete(close)
        if (openOnes.size === 0) process.off('SIGINT', told).off('SIGTERM', told)
      }
    })()
    return closed
  }
  if (openOnes.size === 0) process.on('SIGINT', told).on('SIGTERM', told)
  openOnes.add(close)
  return { push: (closing) => void closings.push(closing), close }
}
