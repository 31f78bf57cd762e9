import type { RawEvent } from '../../../src/adapter.ts'

/** The moment a Slack `ts` names (seconds, a point, a six-digit sequence; a string, never a float: platforms.md §A2). */
export function timeOfTs(ts: string): Date {
  const [seconds = '0', fraction = '0'] = ts.split('.')
  return new Date(Number(seconds) * 1000 + Math.floor(Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000))
}

/** The same, to the microsecond: in a channel no two are alike. */
export function momentOfTs(ts: string): Pick<RawEvent, 'occurredAt' | 'micros'> {
  const micros = Number(/\.\d{3}(\d{3})$/.exec(ts)?.[1] ?? 0)
  return { occurredAt: timeOfTs(ts), micros }
}

/** `action_ts` where Slack gives one; commands and forms bear no time, so the second they were signed at stands in. */
export function timeOfAct(actionTs: string | null | undefined, received: { seconds: number }): Date {
  return actionTs ? timeOfTs(actionTs) : new Date(received.seconds * 1000)
}
