import { none, told, within } from '../measure.ts'
import { type Raged, rageAtTalk } from '../rage-at-talk.ts'
import type { Figures, Part, Scenario } from '../scenario.ts'

const MESSAGES_A_SECOND = 10
const MS_A_KILL = 8_000
const DOUBLES_A_KILL = 2

/** R1–R5: people talk, platforms misbehave, replicas are killed at random and at every fail point in turn. */
export const kills: Scenario = {
  name: 'kills',
  proves: ['R1', 'R2', 'R3', 'R4', 'R5'],
  parts: (size) =>
    size === 'quick'
      ? [part('4 kills', { kills: 4, restarts: 0, rate: 6, ms: 18_000 })]
      : Array.from({ length: 10 }, (_, n) =>
          part(`kills ${n * 50 + 1}–${n * 50 + 50}`, {
            kills: 50,
            restarts: 1,
            rate: MESSAGES_A_SECOND,
            ms: 50 * MS_A_KILL,
          }),
        ),
}

function part(name: string, size: { kills: number; restarts: number; rate: number; ms: number }): Part {
  return {
    name,
    async run({ seed, say }) {
      const raged = await rageAtTalk({ ...size, seed, calm: false, say })
      const { lost, doubledInSlack, disordered } = raged.findings.verdict
      // A figure says how many; whoever looks for why needs to know which.
      for (const [what, which] of Object.entries({ lost, doubledInSlack, disordered }))
        if (which.length > 0) say(`${what}: ${which.join('; ')}`)
      return figuresOf(raged)
    },
  }
}

function figuresOf({ load, trouble, wrought, settled, findings }: Raged): Figures {
  const { verdict, tickets, stored } = findings
  const unanswered = trouble.get('telegram call drop-after-accepting') ?? 0
  const { left } = settled
  const killed = told('kills', wrought.kills.length)
  return {
    R1: [
      none('messages lost', verdict.lost),
      none('without an inbox row', findings.unstored),
      none('tickets lost', tickets.missing),
      none('presses without effect', findings.untaken),
      none('left over', left.unacknowledged + left.waiting + left.owed + stored.parked.length + stored.ended.length),
      told('messages', load.done.messages),
      killed,
    ],
    R2: [
      none('tickets doubled', tickets.doubled),
      none('tickets nobody began', tickets.strange),
      none('tickets that differ from their history', stored.replayDiffers),
      killed,
    ],
    R3: [
      none('doubled in Slack', verdict.doubledInSlack),
      {
        what: 'doubled in Telegram',
        found: verdict.doubledInTelegram.length,
        most: wrought.kills.length * DOUBLES_A_KILL + unanswered,
      },
      told('copies', verdict.words),
    ],
    R4: [none('conversations out of order', verdict.disordered), told('copies marked late', verdict.late)],
    R5: [
      within('ready after a kill', Math.max(0, ...wrought.kills.map(({ readyMs }) => readyMs)), 5_000),
      within('backlog drained', settled.tookMs, 60_000),
      none('exits nobody asked for', findings.unaskedExits),
    ],
  }
}
