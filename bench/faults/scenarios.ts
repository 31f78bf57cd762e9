import type { Scenario } from './scenario.ts'
import { kills } from './scenarios/kills.ts'
import { timers } from './scenarios/timers.ts'

/** The table of contents: what happens to the desk, in the order of reliability.md. */
export const scenarios: readonly Scenario[] = [kills, timers]
