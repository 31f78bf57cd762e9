/**
 * How long this thread itself works on something (ms): a busy machine makes it no longer. For what must not grow with the
 * square of what somebody writes.
 */
export function workMs(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
