/** What is to be closed again: once, the last first. */
export interface Closings {
  push: (closing: () => unknown) => void
  close: () => Promise<void>
}

/** Whoever is cut off (Ctrl-C) leaves no server behind, and none of its gigabytes. */
export function openClosings(): Closings {
  const open: (() => unknown)[] = []
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= (async () => {
      for (let last = open.pop(); last; last = open.pop()) await last()
    })()
    return closed
  }
  const told = (): void => void close().finally(() => process.exit(130))
  process.on('SIGINT', told).on('SIGTERM', told)
  open.push(() => process.off('SIGINT', told).off('SIGTERM', told))
  return { push: (closing) => void open.push(closing), close }
}
