import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from '../../domain/error-code.ts'
import { livesOn, signature } from './liveness.ts'

const PATIENCE_MS = 120_000
const GLANCE_MS = 20

/**
 * Runs `work` while no other process (or other call in this one) holds the same lock file. A lock whose owner has
 * died is taken over. Rejects when it cannot be had within two minutes, and with whatever `work` rejects with.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = `${await signature()}\n${randomUUID()}`
  await take(file, mine)
  try {
    return await work()
  } finally {
    if (read(file) === mine) rmSync(file, { force: true })
  }
}

async function take(file: string, mine: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (!place(file, mine)) {
    const theirs = read(file)
    if (theirs !== undefined && !(await livesOn(firstLine(theirs)))) breakLock(file, theirs, mine)
    if (performance.now() > until) throw new Error(stuck(file, theirs ?? ''))
    await pause(GLANCE_MS)
  }
}

/** A link appears with its content or not at all, so nobody ever reads a lock that does not name its owner. */
function place(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Two that find the same dead owner must not both delete: the slower one would delete the lock the faster one took
 * meanwhile. So deleting itself is locked, and looks again. No await in here: it is over within microseconds.
 */
function breakLock(file: string, stale: string, mine: string): void {
  const breaking = `${file}.breaking`
  if (!place(breaking, mine)) return
  try {
    if (read(file) === stale) rmSync(file, { force: true })
  } finally {
    rmSync(breaking, { force: true })
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function stuck(file: string, theirs: string): string {
  const [pid] = firstLine(theirs).split(' ')
  return `Process ${pid} holds the embedded database's lock for too long. End it, or delete ${file} and ${file}.breaking.`
}

function firstLine(content: string): string {
  return content.split('\n', 1)[0] ?? ''
}
