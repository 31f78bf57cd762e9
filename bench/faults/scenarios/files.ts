import { rmSync } from 'node:fs'
import { capped, FILE_MAX_BYTES, TooBig } from '../../../src/adapter.ts'
import { filesIn } from '../../../src/store/files.ts'
import { quietTicket } from '../../../test/support/customer.ts'
import { startTestDesk } from '../../../test/support/desk.ts'
import { toSlack, toTelegram } from '../../../test/support/files-crossing.ts'
import { hostileFiles } from '../../../test/support/hostile-files.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { type Measure, none, told } from '../measure.ts'
import type { Scenario } from '../scenario.ts'

const MEBIBYTE = 1024 * 1024
const MEMORY_MIB = 64

/** SEC5: files that lie, blow up, break out and never end. */
export const files: Scenario = {
  name: 'files',
  proves: ['SEC5'],
  parts: (size) => [
    // First, before anything else has had the memory of this process.
    { name: 'endless', run: async () => ({ SEC5: await endless(size === 'quick' ? 180 : 1024) }) },
    {
      name: 'hostile',
      async run({ cluster, say }) {
        const desk = await startTestDesk({ cluster: await cluster() })
        try {
          const wrong: string[] = []
          const talk = await quietTicket(desk, 'Mallory')
          const given =
            size === 'quick' ? hostileFiles.slice(0, 16) : Array.from({ length: 9 }, () => hostileFiles).flat()
          for (const [n, file] of given.entries()) {
            const one = { ...file, what: `${file.what}` }
            const found = [...(await toTelegram(desk, talk, one)), ...(await toSlack(desk, talk, one))]
            wrong.push(...found.map((what) => `${n} ${file.what}: ${what}`))
          }
          for (const one of wrong) say(one)
          return { SEC5: [none('copies that are not what was given', wrong), told('files', 2 * given.length)] }
        } finally {
          await desk.stop()
        }
      },
    },
  ],
}

/** A file as long as this is kept as far as is allowed and no further, and is never in memory as a whole. */
async function endless(mebibytes: number): Promise<Measure[]> {
  const folder = temporaryFolder()
  try {
    const kept = filesIn(folder)
    // What the process keeps for its buffers anyway is not this file's.
    await kept.keep(blocks(64))
    const before = process.memoryUsage().rss
    let most = 0
    const look = (): void => {
      most = Math.max(most, process.memoryUsage().rss - before)
    }
    const refused = await kept.keep(capped(blocks(mebibytes, look), FILE_MAX_BYTES)).then(
      () => false,
      (error: unknown) => error instanceof TooBig,
    )
    const tooMuch = mebibytes * MEBIBYTE > FILE_MAX_BYTES
    return [
      { what: 'more memory', found: most / MEBIBYTE, unit: 'MiB', most: MEMORY_MIB },
      none('taken though too large, or refused though not', refused === tooMuch ? [] : ['it']),
      { what: 'MiB in one file', found: mebibytes, over: 'worst' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* blocks(mebibytes: number, seen?: () => void): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < mebibytes; n++) {
    seen?.()
    yield Buffer.alloc(MEBIBYTE, n)
  }
}
