import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from '../../domain/error-code.ts'

const run = promisify(execFile)

/**
 * When the process with this number began, as the system tells it (opaque, only good for comparing); undefined where
 * there is none. A number alone proves nothing: the system gives it again to somebody else.
 */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return startOnLinux(pid)
  if (process.platform === 'win32') return isThere(pid) ? 'there' : undefined
  return listed(pid, 'lstart=')
}

/** The command line of a process; undefined where there is none, or the system (Windows) does not tell. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return line === '' ? undefined : line.replaceAll('\0', ' ').trim()
  }
  return process.platform === 'win32' ? undefined : listed(pid, 'command=')
}

/** This process, as written into a file for others to check: number and start. */
export async function signature(): Promise<string> {
  return `${process.pid} ${(await startOf(process.pid)) ?? ''}`
}

/** Whether the process that wrote this signature still lives. */
export async function livesOn(signed: string): Promise<boolean> {
  const [pid = '', ...start] = signed.trim().split(' ')
  if (!/^\d+$/.test(pid)) return false
  return (await startOf(Number(pid))) === start.join(' ')
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot. A zombie (`Z`) has ended: only its parent has not noticed. */
async function startOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name, field 2, stands in parentheses and may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

async function listed(pid: number, column: string): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-p', String(pid), '-o', column]).catch(() => ({ stdout: '' }))
  return stdout.trim() === '' ? undefined : stdout.trim().replaceAll(/\s+/g, ' ')
}

export function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}
