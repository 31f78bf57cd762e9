import type { Adapter, Platform } from '../adapter.ts'
import type { Taken } from '../ports/lanes.ts'
import { nameOfError, placeOfError } from '../ports/log.ts'
import { seldom } from '../ports/seldom.ts'
import { type Found, type SideBySide, startSideBySide } from '../ports/side-by-side.ts'
import { budgetIn, laneChoice, partsOf } from './choose-lanes.ts'
import { type Pace, paceOf } from './pace.ts'
import type { Relaying } from './relaying.ts'
import { type Running, recover, sendTaken } from './send-one.ts'

/** Of one platform: a call to one that hangs takes its time, and another's lanes must not wait for room until then. */
const LANES_AT_ONCE = 32

/**
 * Sends what is owed: one send in flight per lane, lanes side by side.
 * @param everyMs how often the lanes are looked at when nobody wakes us.
 */
export function startRelay(relaying: Relaying, everyMs: number): SideBySide {
  const { platforms, store, holder, log, accountBudgetOf = (adapter: Adapter) => adapter.budget('').account } = relaying
  const paces = new Map([...platforms.values()].map((adapter) => [adapter.platform, paceOf(accountBudgetOf(adapter))]))
  const choice = laneChoice(relaying, paces)
  const warn = seldom(log, relaying.realNow)
  const mayWait = (): boolean => relaying.written?.() === false && !lanes.stopped
  const running: Running = { ...relaying, warn, mayWait }
  const begun = (lane: string, work: () => Promise<boolean>): Found => ({
    key: lane,
    group: partsOf(lane).platform,
    async run() {
      try {
        const more = await work()
        if (more) choice.more(lane)
        return more
      } catch (error) {
        log.error({ lane, error: nameOfError(error), at: placeOfError(error) }, 'lane-failed')
        return false
      }
    },
  })
  const lanes = startSideBySide({
    atOnce: LANES_AT_ONCE,
    groups: [...platforms.keys()],
    everyMs,
    async look(room, busy, begin) {
      if (relaying.paused?.()) return
      try {
        await choice.look(room, busy, {
          taken: (one) => begin(begun(one.lane, () => sendTaken(running, one))),
          stuck: (lane) => begin(begun(lane, () => sendNext(running, paces, lane))),
        })
      } catch (error) {
        warn({ error: nameOfError(error) }, 'lanes-unreadable')
      }
    },
  })
  store.lanes.sentBy({
    holder,
    keep(lane) {
      if (relaying.paused?.()) return undefined
      const { promise, resolve } = Promise.withResolvers<Taken | undefined>()
      // In hand from now on: no look begins it beside this.
      const work = async (): Promise<boolean> => {
        const taken = await promise
        return taken ? sendTaken(running, taken) : true
      }
      const room = choice.atOnce(lane)
      if (!room) return undefined
      if (!lanes.begin(begun(lane, work))) {
        room.spent(false)
        return undefined
      }
      const { spent, ...budget } = room
      return {
        ...budget,
        end(taken) {
          spent(taken !== undefined)
          resolve(taken)
        },
      }
    },
    look: () => lanes.wake(),
  })
  return lanes
}

/** A lane with a past. True: something was done, and there may be more. */
async function sendNext(relaying: Running, paces: ReadonlyMap<Platform, Pace>, lane: string): Promise<boolean> {
  const { platform, chat } = partsOf(lane)
  const adapter = relaying.platforms.get(platform)
  const pace = paces.get(platform)
  if (!adapter || !pace || pace.room(relaying.realNow()) < 1) return false
  const claim = await relaying.store.lanes.claim(lane, relaying.holder, budgetIn(relaying, adapter, chat))
  if (claim.found === 'unreadable') relaying.log.error({ lane }, 'delivery-unreadable')
  if (!('row' in claim)) return false
  pace.spend(relaying.realNow())
  if (claim.found === 'send') return sendTaken(relaying, { ...claim, lane, plain: false, root: false })
  const { row, troubled, side } = claim
  return recover({ ...relaying, row, platform: adapter.platform, troubled, side }, adapter, claim, relaying)
}
