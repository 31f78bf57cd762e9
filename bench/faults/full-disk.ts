import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../src/domain/error-code.ts'
import type { Closings } from '../closings.ts'
import type { Ground } from './ground.ts'

/** From large to the last byte. */
const CHUNKS = [1024 * 1024, 8192, 1].map((bytes) => Buffer.alloc(bytes))
/** PostgreSQL gives room back now and then: it is taken at once. */
const AGAIN_MS = 50

/** This folder becomes a file system with no more room than that, until `closings`. Linux, as root; says so otherwise. */
export function withRoom(closings: Closings, folder: string, mebibytes: number): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (cause) {
    throw new Error('a disk that can be full is mounted, which takes Linux and root: run this scenario as root', {
      cause,
    })
  }
  closings.push(() => execFileSync('umount', [folder]))
}

/** No byte is left beside the database for so long (ms). */
export async function fullFor(ground: Ground, ms: number): Promise<void> {
  const file = join(dirname(ground.databaseFolder), 'filler')
  const filler = openSync(file, 'w')
  const end = performance.now() + ms
  try {
    for (; performance.now() < end; await sleep(AGAIN_MS)) fill(filler)
  } finally {
    closeSync(filler)
    rmSync(file)
  }
}

function fill(filler: number): void {
  for (const chunk of CHUNKS) {
    try {
      for (;;) writeSync(filler, chunk)
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error
    }
  }
}
