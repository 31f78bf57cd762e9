import type { DueTime } from './promises.ts'

/**
 * What a timer may have to do: a ticket's time has come, a ticket is to be judged again, a channel waits for its
 * digest, or something is owed for longer than anybody should wait unasked.
 */
export type Due = DueTime | 'stale' | 'digest' | 'owed-long'

/** One look at everything that may be due, in one statement: an idle desk asks the database this and little else. */
export interface Dues {
  /** The desk's clock at the look. */
  now: Date
  /** Rather too much than too little: whoever acts looks again, under its own lock. */
  due: ReadonlySet<Due>
}
