import { startTestDesk } from '../../../test/support/desk.ts'
import { fuzz } from '../../../test/support/fuzz.ts'
import { none, told, within } from '../measure.ts'
import type { Part, Scenario } from '../scenario.ts'

/** SEC6: mutated requests of both platforms, structure-aware. In full 200,000, in pieces that can be gone on with. */
export const mutations: Scenario = {
  name: 'mutations',
  proves: ['SEC6'],
  parts: (size) =>
    size === 'quick'
      ? [part('1,000', 1_000)]
      : Array.from({ length: 10 }, (_, n) => part(`20,000, ${n + 1} of 10`, 20_000)),
}

function part(name: string, times: number): Part {
  return {
    name,
    async run({ cluster, seed, say }) {
      const desk = await startTestDesk({ cluster: await cluster(), webhook: true })
      try {
        // Seeds of two parts are neighbours: each has a stretch of its own.
        const found = await fuzz(desk.desk, { seed: seed * 1_000_003, times })
        for (const { n, status } of found.broken) say(`request ${n} was answered ${status}`)
        return {
          SEC6: [
            none('answers of 5xx', found.broken),
            none('unhandled exceptions', found.unhandled),
            none('prototypes touched', found.polluted),
            within('slowest answer', found.slowestMs, 1_000),
            told('requests', times),
            told('taken in', found.statuses.get(200) ?? 0),
          ],
        }
      } finally {
        await desk.stop()
      }
    },
  }
}
