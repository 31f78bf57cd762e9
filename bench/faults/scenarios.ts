import type { Scenario } from './scenario.ts'
import { away } from './scenarios/away.ts'
import { clocks } from './scenarios/clocks.ts'
import { database } from './scenarios/database.ts'
import { door } from './scenarios/door.ts'
import { files } from './scenarios/files.ts'
import { forgery } from './scenarios/forgery.ts'
import { mutations } from './scenarios/fuzz.ts'
import { kills } from './scenarios/kills.ts'
import { platforms } from './scenarios/platforms.ts'
import { poison } from './scenarios/poison.ts'
import { rights } from './scenarios/rights.ts'
import { shouts } from './scenarios/shouting.ts'
import { soak } from './scenarios/soak.ts'
import { speed } from './scenarios/speed.ts'
import { timers } from './scenarios/timers.ts'
import { upgrade } from './scenarios/upgrade.ts'

/**
 * The table of contents: what happens to the desk, as reliability.md §3.4 numbers it. Files come first: what a process
 * needs of memory is told best while it is fresh. Of those that run beside each other the longest come first.
 */
export const scenarios: readonly Scenario[] = [
  files,
  kills,
  database,
  platforms,
  poison,
  upgrade,
  speed,
  soak,
  door,
  mutations,
  forgery,
  timers,
  rights,
  shouts,
  away,
  clocks,
]
