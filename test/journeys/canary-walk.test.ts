import { expect, it } from 'vitest'
import { walk } from '../support/canary-walk.ts'
import { startTestDesk } from '../support/desk.ts'
import { overhear } from '../support/overheard.ts'

const seed = Number(process.env.CANARY_SEED ?? 1)
const steps = Number(process.env.CANARY_STEPS ?? 36)

for (const mode of ['direct', 'explicit'] as const) {
  it(
    `whatever agents do on a desk that answers ${mode}, nothing internal leaves it (CANARY_SEED=${seed})`,
    async () => {
      const desk = await startTestDesk({ desk: (demo) => ({ ...demo, reply: mode }) })
      const wire = overhear(desk)
      try {
        const canaries = await walk(desk, mode, seed, steps)
        const heard = wire.outside()
        expect(canaries.leaked(heard), `what leaked; again with CANARY_SEED=${seed}`).toEqual([])
        expect(canaries.missing(heard), `what never arrived; again with CANARY_SEED=${seed}`).toEqual([])
        // It listened, and there was something to hear.
        expect(canaries.counts.inside).toBeGreaterThan(steps / 10)
        expect(canaries.counts.outside).toBeGreaterThan(steps / 20)
      } finally {
        wire.stop()
        await desk.stop()
      }
    },
    120_000 + steps * 200,
  )
}
