import { segments } from './calendar.ts'
import type { Clock, Instant } from './clock.ts'
import type { Rules } from './timekeeping.ts'

/** A stretch of a clock's life and the rule that made it run or not. */
export interface LedgerLine {
  from: Instant
  to: Instant
  state: 'running' | 'paused' | 'outside-hours' | 'holiday'
  /** Paused: the status, or `resolved`; outside hours: the calendar's id; holiday: its local date; running: null. */
  because: string | null
}

/**
 * Why a clock stands where it does at `until`: every stretch from its start, in order and without gaps. What runs adds
 * up to `usedMs`, what pauses to `pausedMs`: closed hours inside a pause are closed hours.
 */
export function ledgerOf(clock: Clock, rules: Rules, until: Instant): LedgerLine[] {
  const end = clock.stoppedAt === null ? until : Math.min(until, clock.stoppedAt)
  const lines: LedgerLine[] = []
  for (const { from, to, state, holiday } of segments(rules.hoursOf(clock.calendar), clock.startedAt, end)) {
    const stretch = { from, to }
    if (state === 'open') lines.push(...openLines(clock, stretch))
    else lines.push({ ...stretch, state, because: holiday ?? clock.calendar })
  }
  return joined(lines)
}

/** An open stretch, cut where pauses begin and end. */
function openLines(clock: Clock, { from, to }: { from: Instant; to: Instant }): LedgerLine[] {
  const lines: LedgerLine[] = []
  let at = from
  for (const pause of clock.pauses) {
    const [begin, end] = [Math.max(at, pause.from), Math.min(to, pause.to ?? to)]
    if (begin >= end) continue
    if (at < begin) lines.push({ from: at, to: begin, state: 'running', because: null })
    lines.push({ from: begin, to: end, state: 'paused', because: pause.because })
    at = end
  }
  if (at < to) lines.push({ from: at, to, state: 'running', because: null })
  return lines
}

function joined(lines: readonly LedgerLine[]): LedgerLine[] {
  const whole: LedgerLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last && last.state === line.state && last.because === line.because) last.to = line.to
    else whole.push({ ...line })
  }
  return whole
}
