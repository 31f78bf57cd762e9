import { startTestDesk } from '../../../test/support/desk.ts'
import { outage } from '../../../test/support/outage.ts'
import { none, told } from '../measure.ts'
import type { Part, Scenario } from '../scenario.ts'

const MINUTE = 60_000

/** R7: nobody of ours is there while people go on, on a clock that is moved; Slack has given up all of it. */
export const away: Scenario = {
  name: 'away',
  proves: ['R7'],
  beside: true,
  parts: (size) =>
    size === 'quick'
      ? [part('10 min', 10 * MINUTE, 4)]
      : [part('10 min', 10 * MINUTE, 60), part('3 h', 180 * MINUTE, 180)],
}

function part(name: string, ms: number, words: number): Part {
  return {
    name,
    async run({ cluster }) {
      const desk = await startTestDesk({ cluster: await cluster() })
      try {
        const after = await outage(desk, ms, words)
        return {
          R7: [
            none('words lost', after.lost),
            none('words doubled', after.doubled),
            none('edits, deletions and reactions not followed', after.unfollowed),
            none('tickets whose clocks begin late', after.late),
            none(
              'people without an apology',
              after.apologies.filter((times) => times === 0),
            ),
            none(
              'apologies too many',
              after.apologies.filter((times) => times > 1),
            ),
            told('words', after.words),
          ],
        }
      } finally {
        await desk.stop()
      }
    },
  }
}
