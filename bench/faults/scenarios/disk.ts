import { setTimeout as sleep } from 'node:timers/promises'
import { openOrm } from '../../../src/store/orm.ts'
import { randomOf } from '../../../test/support/random.ts'
import { check } from '../checker.ts'
import { fullFor } from '../full-disk.ts'
import { openGround } from '../ground.ts'
import { startLoad } from '../load.ts'
import { none, told } from '../measure.ts'
import type { Figures, Scenario, Tools } from '../scenario.ts'
import { settle } from '../settle.ts'

const RATE = 5
const ROOM_MIB = 400
const BEFORE_MS = 10_000
const FULL_MS = 60_000

/** R16's other half: the disk PostgreSQL writes to has no byte left for a minute, while people talk. */
export const disk: Scenario = {
  name: 'disk',
  proves: ['R16'],
  parts: (size) => (size === 'quick' ? [] : [{ name: 'full for 60 s', run: fillDisk }]),
}

async function fillDisk({ seed }: Tools): Promise<Figures> {
  const ground = await openGround({ roomMiB: ROOM_MIB, slackRetriesMs: [0, 5_000, ...Array<number>(12).fill(10_000)] })
  const orm = await openOrm(ground.databaseUrl, 4)
  try {
    const load = startLoad(ground.playground, { random: randomOf(seed), rate: RATE })
    await sleep(BEFORE_MS)
    await fullFor(ground, FULL_MS)
    await sleep(BEFORE_MS)
    await load.stop()
    const { left } = await settle(ground, orm)
    const { verdict, tickets, unstored, stored, unaskedExits, statuses } = await check({ ground, orm, talk: load.talk })
    return {
      R16: [
        none('messages lost', [...verdict.lost, ...unstored]),
        none('tickets lost or doubled', [...tickets.missing, ...tickets.doubled]),
        none('parked or failed', [...stored.parked, ...stored.ended]),
        none('left over', left.unacknowledged + left.waiting + left.owed),
        none('process exits', unaskedExits),
        told('seconds of a full disk', FULL_MS / 1000),
        told('answers of 503', statuses.get(503) ?? 0),
        told('messages', load.done.messages),
      ],
    }
  } finally {
    await orm.close(true)
    await ground.close()
  }
}
