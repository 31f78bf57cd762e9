import { TRIAGE } from '../../../playground/slack/index.ts'
import { walk } from '../../../test/support/canary-walk.ts'
import { startTestDesk } from '../../../test/support/desk.ts'
import { overhear } from '../../../test/support/overheard.ts'
import { buttonMeaning, GONE, press, welcome, withEveryRole } from '../../../test/support/rights.ts'
import { anotherTicket, ticketIdOf, tryMatrix } from '../../../test/support/rights-matrix.ts'
import { type Measure, none, told } from '../measure.ts'
import type { Part, Scenario, Tools } from '../scenario.ts'

/** SEC3: everybody presses everything, somebody leaves, and agents write notes while every byte that leaves is read. */
export const rights: Scenario = {
  name: 'rights',
  proves: ['SEC3'],
  beside: true,
  parts: (size) => [
    { name: 'matrix', run: async (tools) => ({ SEC3: await matrix(tools) }) },
    ...(size === 'quick' ? [canaries(1, 12)] : Array.from({ length: 5 }, (_, n) => canaries(n + 1, 250))),
  ],
}

async function matrix({ cluster, say }: Tools): Promise<Measure[]> {
  let laterMs = 0
  const desk = await startTestDesk({
    cluster: await cluster(),
    desk: withEveryRole,
    realNow: () => new Date(Date.now() + laterMs),
  })
  try {
    welcome(desk)
    const { presses, wrong } = await tryMatrix(desk)
    const id = await ticketIdOf(desk, await anotherTicket(desk))
    const why = await buttonMeaning(desk, { act: 'why', ticketId: id })
    const before = await press(desk, GONE, why)
    desk.slack.leave(GONE, TRIAGE)
    laterMs += 60_000
    const after = await press(desk, GONE, why)
    if (before !== 'why-told' || after !== 'refused:not-an-agent') wrong.push(`who left: ${before}, then ${after}`)
    for (const one of wrong) say(one)
    return [none('presses that came to something else', wrong), told('presses', presses + 2)]
  } finally {
    await desk.stop()
  }
}

/** `overhear` reads what leaves this process: one desk at a time. */
function canaries(nth: number, steps: number): Part {
  return {
    name: `canaries ${nth}`,
    async run({ cluster, seed, say }) {
      const leaked: string[] = []
      const missing: string[] = []
      let notes = 0
      for (const mode of ['direct', 'explicit'] as const) {
        const desk = await startTestDesk({ cluster: await cluster(), desk: (demo) => ({ ...demo, reply: mode }) })
        const wire = overhear(desk)
        try {
          const words = await walk(desk, mode, seed, steps)
          leaked.push(...words.leaked(wire.outside()))
          missing.push(...words.missing(wire.outside()))
          notes += words.counts.inside
        } finally {
          wire.stop()
          await desk.stop()
        }
      }
      for (const one of [...leaked, ...missing]) say(`canary ${one}`)
      return {
        SEC3: [none('notes leaked', leaked), none('answers that never arrived', missing), told('notes', notes)],
      }
    },
  }
}
