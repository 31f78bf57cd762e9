import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Makes a process and all it starts from now on wait for its turn where others are at work (`SCHED_BATCH`, sched(7)). Linux
 * lets whoever is woken interrupt the one who woke it: a desk that asks a database beside it stood still for a fifth of the
 * time it had something to do. No privilege is needed for it; where there is no `chrt`,
 * or it may not, all stays as it is.
 */
export async function asBatch(pid: number): Promise<void> {
  if (process.platform !== 'linux') return
  await promisify(execFile)('chrt', ['-b', '-p', '0', String(pid)]).catch(() => {})
}
