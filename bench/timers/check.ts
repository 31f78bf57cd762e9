import type { Orm } from '../../src/store/orm.ts'
import { storedIn } from '../../test/support/settled.ts'
import type { Ground } from '../faults/ground.ts'
import { type Happened, happened } from './lateness.ts'

/** What was due and what people saw of it, after everything has come to rest. */
export interface TimersFound {
  happened: Happened
  /** Tickets that are not what their history makes of them. */
  replayDiffers: string[]
  /** Notices that must not come twice: what the desk says of them, and those a chat shows twice. */
  notices: { sent: number; unknown: number; failed: number; shownTwice: string[] }
  /** Lines in the agents' threads that say it is not certain whether something arrived. */
  saidUnclear: number
  unaskedExits: number
}

export async function checkTimers({ playground, replicas }: Ground, orm: Orm): Promise<TimersFound> {
  const count = async (condition: string): Promise<number> => {
    const [row] = await orm.em.fork().execute<{ n: string }[]>(`select count(*) as n from delivery where ${condition}`)
    return Number(row?.n)
  }
  const notices = (state: string) => count(`class = 'must-not-double' and state = '${state}'`)
  return {
    happened: await happened(orm),
    replayDiffers: (await storedIn(orm)).replayDiffers,
    notices: {
      sent: await notices('sent'),
      unknown: await notices('unknown'),
      failed: await notices('failed'),
      shownTwice: shownTwice(playground),
    },
    saidUnclear: await count(`state = 'sent' and content::text like '%delivery-unclear%'`),
    unaskedExits: replicas.reduce((sum, { unasked }) => sum + unasked, 0),
  }
}

/** Each notice names its ticket, and no two tickets have one key. */
function shownTwice({ telegram }: Ground['playground']): string[] {
  const seen = new Set<string>()
  const twice: string[] = []
  for (const { id } of telegram.world.people()) {
    for (const { from, text = '' } of telegram.world.messages(id)) {
      if (from !== 'bot' || !/DUE-\d+/.test(text)) continue
      if (seen.has(`${id} ${text}`)) twice.push(text)
      seen.add(`${id} ${text}`)
    }
  }
  return twice
}
