import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLineOf, isThere } from './liveness.ts'

/** What a running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  /** It takes connections (line 8 of the file says `ready`). */
  ready: boolean
}

/** The server at work on this data directory; undefined where there is none, also when a dead one left its file. */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const noted = await notedIn(data)
  return noted && (await isServerOf(data, noted.pid)) ? noted : undefined
}

/**
 * Removes the file a dead server left, when its process number belongs to another program now: PostgreSQL would take
 * that one for a live server and refuse to start (common in containers, where numbers are low; `stack.md §2`).
 * Returns the number when it did. A file whose number nobody has is PostgreSQL's own business.
 */
export async function removeForeignPid(data: string): Promise<number | undefined> {
  const noted = await notedIn(data)
  if (!noted || !isThere(noted.pid) || (await isServerOf(data, noted.pid))) return undefined
  await rm(join(data, 'postmaster.pid'), { force: true })
  return noted.pid
}

async function notedIn(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  // A negative number stands for a single-user server, which nobody can connect to.
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' }
}

async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (!isThere(pid)) return false
  const line = await commandLineOf(pid)
  // Windows does not tell: there a login has to prove it.
  if (line === undefined) return process.platform === 'win32'
  return line.includes('postgres') && `${line} `.includes(`-D ${data} `)
}
