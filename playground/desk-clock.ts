import { z } from 'zod'
import { secretHeader } from './about.ts'

/** What the page shows of the desk's clock. Times: Unix ms. */
const lookShape = z.object({
  nowMs: z.number(),
  offsetMs: z.number(),
  next: z
    .object({ key: z.string(), what: z.enum(['promise', 'silence', 'rating', 'closing', 'snooze']), at: z.number() })
    .nullable(),
})
export type ClockLook = z.infer<typeof lookShape>

/** The one clock of the desk and both platforms: the desk's table is the truth, and what people see here follows it. */
export interface DeskClock {
  /** Unix ms, with the offset. */
  now: () => number
  /** Ahead of real time by so much: the desk says so when it starts. */
  setOffset(ms: number): void
  /** Undefined: the desk is not there, or its clock cannot be moved. */
  look(): Promise<ClockLook | undefined>
  /** On by so many ms, or to when something is due. */
  move(on: { byMs: number } | { to: 'next' }): Promise<ClockLook | undefined>
}

const ANSWER_WITHIN_MS = 3_000

/** `deskUrl`: the desk's `/slack/events`, as it is known now. */
export function deskClock(options: {
  deskUrl: () => string | undefined
  secret: string
  realNow: () => number
}): DeskClock {
  const { deskUrl, secret, realNow } = options
  let offsetMs = 0
  const ask = async (move?: object): Promise<ClockLook | undefined> => {
    const events = deskUrl()
    if (events === undefined) return undefined
    try {
      const answer = await fetch(new URL('/playground/clock', events), {
        method: move ? 'POST' : 'GET',
        headers: { [secretHeader]: secret, 'content-type': 'application/json' },
        ...(move && { body: JSON.stringify(move) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
      const look = lookShape.safeParse(await answer.json())
      if (!look.success) return undefined
      offsetMs = look.data.offsetMs
      return look.data
    } catch {
      // The desk is being restarted, or killed on purpose: the page says so.
      return undefined
    }
  }
  return {
    now: () => realNow() + offsetMs,
    setOffset: (ms) => {
      offsetMs = ms
    },
    look: () => ask(),
    move: (on) => ask(on),
  }
}
