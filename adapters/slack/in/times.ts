import type { RawEvent } from '../../../src/adapter.ts'

/** When something was said, to the microsecond: in a channel of Slack's no two are alike. */
type Moment = Pick<RawEvent, 'occurredAt' | 'micros'>

/** The moment a Slack `ts` names (seconds, a point, a six-digit sequence; a string, never a float: platforms.md §A2). */
export function momentOfTs(ts: string): Moment {
  const [seconds = '0', fraction = '0'] = ts.split('.')
  const micros = Math.trunc(Number(fraction.padEnd(6, '0').slice(0, 6)))
  return { occurredAt: new Date(Number(seconds) * 1000 + Math.floor(micros / 1000)), micros: micros % 1000 }
}

/** The same, to the millisecond. */
export function timeOfTs(ts: string): Date {
  return momentOfTs(ts).occurredAt
}

/** `action_ts` where Slack gives one; commands and forms bear no time, so the second they were signed at stands in. */
export function momentOfAct(actionTs: string | null | undefined, received: { seconds: number }): Moment {
  return actionTs ? momentOfTs(actionTs) : { occurredAt: new Date(received.seconds * 1000) }
}

/** The same, to the millisecond. */
export function timeOfAct(actionTs: string | null | undefined, received: { seconds: number }): Date {
  return momentOfAct(actionTs, received).occurredAt
}
