import { setTimeout as sleep } from 'node:timers/promises'
import { fullFor } from '../full-disk.ts'
import { UNPRESSED_RETRIES } from '../ground.ts'
import { none, told } from '../measure.ts'
import type { Part } from '../scenario.ts'
import { harmIn, underLoad } from '../under-load.ts'

const ROOM_MIB = 400
const BEFORE_MS = 10_000
const FULL_MS = 60_000

/** R16's other half: the disk PostgreSQL writes to has no byte left for a minute, while people talk. */
export function fullDisk(rate: number): Part {
  return {
    name: 'full disk for 60 s',
    run: ({ seed }) =>
      underLoad(
        { seed, rate, roomMiB: ROOM_MIB, slackRetriesMs: UNPRESSED_RETRIES },
        async ({ ground, load, rest }) => {
          await sleep(BEFORE_MS)
          await fullFor(ground, FULL_MS)
          await sleep(BEFORE_MS)
          const rested = await rest()
          const { unaskedExits, statuses } = rested.findings
          return {
            R16: [
              ...harmIn(rested),
              none('process exits', unaskedExits),
              told('seconds of a full disk', FULL_MS / 1000),
              told('answers of 503', statuses.get(503) ?? 0),
              told('messages', load.done.messages),
            ],
          }
        },
      ),
  }
}
