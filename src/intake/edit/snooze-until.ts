import type { Answers } from '../../adapter.ts'
import { instantOf } from '../../domain/local-time.ts'
import { valueIn } from './prints.ts'

const MORNING = '09:00'

/** The hour asked for; 'none' where there is none, 'no-date' and 'no-time' where a half is missing or no hour at all. */
export function snoozeUntil(answers: Answers, zone: string): Date | 'none' | 'no-date' | 'no-time' {
  const [date, time] = [valueIn(answers, 'snooze-date'), valueIn(answers, 'snooze-time')]
  if (date === '') return time === '' ? 'none' : 'no-date'
  return instantOf(date, time === '' ? MORNING : time, zone) ?? 'no-time'
}
