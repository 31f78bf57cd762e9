import { setTimeout as sleep } from 'node:timers/promises'
import { whileInUse } from '../../../src/store/migrate.ts'
import type { Orm } from '../../../src/store/orm.ts'
import type { Ground } from '../ground.ts'
import { none, told, within } from '../measure.ts'
import type { Part, Scenario } from '../scenario.ts'
import { harmIn, underLoad } from '../under-load.ts'

const BETWEEN_MS = 1_000
const ANSWERED_WITHIN_MS = 3_000

/**
 * R14: people talk while the tables change under both replicas and each is replaced in its turn, as docs/operate.md has
 * it; then each is replaced once more, and the tables stay as they are. There is one release so far: what is before and
 * after is the same program, and the change of the tables is one of every kind that migrations may make.
 */
export const upgrade: Scenario = {
  name: 'upgrade',
  proves: ['R14'],
  parts: (size) => (size === 'quick' ? [] : [part('there and back', 6, 1), part('ten times at L', 20, 10)]),
}

function part(name: string, rate: number, rounds: number): Part {
  return {
    name,
    run: ({ seed, say }) =>
      underLoad({ seed, rate }, async ({ ground, orm, load, rest }) => {
        let slowestStopMs = 0
        for (let round = 1; round <= rounds; round++) {
          await sleep(BETWEEN_MS)
          await tablesChange(orm, round)
          for (const way of ['N+1', 'N']) {
            for (const stoppedMs of await replaceAll(ground)) slowestStopMs = Math.max(slowestStopMs, stoppedMs)
            say(`round ${round}: both replicas are ${way}`)
            await sleep(BETWEEN_MS)
          }
        }
        const rested = await rest()
        const { verdict, unaskedExits } = rested.findings
        return {
          R14: [
            none('messages doubled', [...verdict.doubledInSlack, ...verdict.doubledInTelegram]),
            none('conversations out of order', verdict.disordered),
            ...harmIn(rested),
            none('exits nobody asked for', unaskedExits),
            within('slowest request', ground.balancer.slowestMs, ANSWERED_WITHIN_MS),
            { what: 'slowest stop', found: slowestStopMs / 1000, unit: 's' },
            told('replaced', rounds * 2 * ground.replicas.length),
            told('messages', load.done.messages),
          ],
        }
      }),
  }
}

/** All at once, as a migration is: columns for hot tables, a table, an index. */
async function tablesChange(orm: Orm, round: number): Promise<void> {
  await whileInUse(() =>
    orm.em.fork().transactional((em) =>
      em.execute(`
        alter table ticket add next_${round} text null;
        alter table inbox add next_${round} int not null default 0;
        alter table delivery add next_${round} timestamptz null;
        create table next_${round} (id uuid primary key, since timestamptz not null);
        create index message_next_${round} on message (side, occurred_at)`),
    ),
  )
}

/** One after the other, so that one of them always takes what comes. Resolves with how long each took to stop (ms). */
async function replaceAll({ replicas }: Ground): Promise<number[]> {
  const all: number[] = []
  for (const replica of replicas) all.push((await replica.replace()).stoppedMs)
  return all
}
