/** 2 Mbit/s: what a small office's line still gives (bytes per second). No platform says how fast its own is. */
const SLOWEST = 250_000

/**
 * How long files may take on their way to or from a platform, beside what any call may take (ms): what is cut off while it
 * goes on is begun anew, again and again.
 */
export function carryMs(files: readonly { sizeBytes: number }[]): number {
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return Math.ceil((bytes / SLOWEST) * 1000)
}
