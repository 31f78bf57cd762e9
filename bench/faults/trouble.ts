import type { Fault } from '../../playground/faults.ts'
import type { Playground } from '../../playground/open.ts'

/** The platforms' own misbehaviour, by a seed. */
export interface Trouble {
  /** How often each was armed, by a name. */
  readonly done: ReadonlyMap<string, number>
  /** No more of it, and what is armed and not used up is forgotten. */
  stop(): void
}

const TICK_MS = 100
/** reliability.md R2: 5 % of events come again; as many come out of order. */
const SHARE = 0.05
/** On each platform a call goes wrong about every six seconds, and its lane must wait a second or so. */
const CALL_FAULTS_A_SECOND = 0.15

interface Dice {
  random: () => number
  /** Messages a second: the load beside it. */
  rate: number
  /** None at all: what the desk carries when the platforms behave. */
  calm: boolean
}

export function startTrouble({ slack, telegram }: Playground, dice: Dice): Trouble {
  const { random, rate, calm } = dice
  const done = new Map<string, number>()
  const arm = (where: typeof slack.faults, name: string, fault: Fault): void => {
    where.arm(fault)
    const told = `${name} ${fault.does}`
    done.set(told, (done.get(told) ?? 0) + 1)
  }
  const tick = (): void => {
    const events = rate * 1.4 * (TICK_MS / 1000) * SHARE
    if (random() < events) arm(slack.faults, 'slack event', { on: 'event', does: 'double', copies: copies(random) })
    if (random() < events) arm(slack.faults, 'slack event', { on: 'event', does: 'reorder', ms: 250 })
    if (random() < events / 3) arm(telegram.faults, 'telegram event', { on: 'event', does: 'double', copies: 1 })
    const calls = CALL_FAULTS_A_SECOND * (TICK_MS / 1000)
    if (random() < calls) arm(slack.faults, 'slack call', callFault(random, 'chat.postMessage'))
    if (random() < calls) arm(telegram.faults, 'telegram call', callFault(random, 'sendMessage'))
  }
  const timer = calm ? undefined : setInterval(tick, TICK_MS)
  return {
    done,
    stop() {
      clearInterval(timer)
      slack.faults.clear()
      telegram.faults.clear()
    },
  }
}

function copies(random: () => number): number {
  return random() < 0.2 ? 3 : 1
}

/** Every fifth is for whatever is called next, not for a message. */
function callFault(random: () => number, posting: string): Fault {
  const at = { on: 'call' as const, ...(random() < 0.8 && { method: posting }) }
  const kind = Math.floor(random() * 5)
  if (kind === 0) return { ...at, does: 'too-many', retryAfterSeconds: 1 }
  if (kind === 1) return { ...at, does: 'error', status: random() < 0.5 ? 500 : 503 }
  if (kind === 2) return { ...at, does: 'drop' }
  if (kind === 3) return { ...at, does: 'drop-after-accepting' }
  return { ...at, does: 'slow', ms: 1000 }
}
