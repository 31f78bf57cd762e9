import { post } from './post.ts'
import { slackRequest } from './slack.ts'
import { telegramRequest } from './telegram.ts'
import { type Deed, type Doing, type Load, markOf, type Outcome, type Secrets, type Writer } from './wire.ts'

/** Nobody waits longer for a copy (ms): then it counts as lost. */
const PATIENCE_MS = 20_000

function requestOf(writer: Writer, doing: Doing, secrets: Secrets) {
  return writer.platform === 'slack' ? slackRequest(writer, doing, secrets) : telegramRequest(writer, doing, secrets)
}

/** How a copy came: in its turn, or saying that it was written earlier. */
type Copied = 'shown' | 'late' | 'lost'

interface Awaited {
  at: number
  copied: ((how: Copied) => void) | undefined
}

/** Who waits for which mark; marks are never used twice in one process. */
export class Marks {
  readonly #awaited = new Map<number, Awaited>()
  #last = 0
  doubled = 0

  /** A new mark; `copied` resolves with how its copy came, if it came in time. */
  next(): { n: number; copied: Promise<Copied> } {
    this.#last += 1
    const n = this.#last
    const { promise, resolve } = Promise.withResolvers<Copied>()
    const timer = setTimeout(() => resolve('lost'), PATIENCE_MS)
    this.#awaited.set(n, {
      at: 0,
      copied: (how) => {
        clearTimeout(timer)
        resolve(how)
      },
    })
    return { n, copied: promise }
  }

  /** A post with this mark was accepted; `late`: and says that it was written earlier. */
  seen(n: number, late = false): void {
    const awaited = this.#awaited.get(n)
    if (!awaited?.copied) {
      this.doubled += 1
      return
    }
    awaited.copied(late ? 'late' : 'shown')
    awaited.copied = undefined
  }
}

/** Runs a load and tells how it went. */
export async function run(load: Load, marks: Marks): Promise<Outcome> {
  const { writers, doors, secrets, pace, until } = load
  const outcome = { latency: [] as number[], ack: [] as number[], lost: 0, refused: 0, unordered: 0, late: 0 }
  const processes = [doors, ...(load.alsoAt ?? [])]
  const newest = new Map<Writer, number>()
  const doubledBefore = marks.doubled
  const one = async (writer: Writer, began: number): Promise<void> => {
    const { n, copied } = marks.next()
    const text = `The printer on the second floor is out of paper again, ${markOf(n)}`
    const { body, headers } = requestOf(writer, { does: 'say', text }, secrets)
    const door = processes[n % processes.length] ?? doors
    const acknowledged = post(door[writer.platform], headers, body).then((status) => {
      outcome.ack.push(performance.now() - began)
      if (status < 200 || status > 299) outcome.refused += 1
    })
    if (until === 'acknowledged') {
      marks.seen(n)
      return acknowledged
    }
    const how = await copied
    if (how === 'lost') {
      outcome.lost += 1
      return
    }
    outcome.latency.push(performance.now() - began)
    const last = newest.get(writer) ?? 0
    if (how === 'late') outcome.late += 1
    else if (n < last) outcome.unordered += 1
    newest.set(writer, Math.max(n, last))
    await acknowledged
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  const ends = began + load.seconds * 1000
  await ('atOnce' in pace ? closed(writers, pace.atOnce, ends, one) : open(writers, pace.perSecond, began, ends, one))
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const messages = until === 'acknowledged' ? outcome.ack.length : outcome.latency.length
  return { ...outcome, messages, seconds, doubled: marks.doubled - doubledBefore, cpuMs: (user + system) / 1000 }
}

type One = (writer: Writer, began: number) => Promise<void>

/** So many at once, each in another conversation. */
async function closed(writers: readonly Writer[], atOnce: number, ends: number, one: One): Promise<void> {
  const free = [...writers]
  const worker = async (): Promise<void> => {
    while (performance.now() < ends) {
      const writer = free.shift()
      if (!writer) return
      await one(writer, performance.now())
      free.push(writer)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** At a fixed rate, whether the ones before have come through or not; latency counts from when it was due. */
async function open(writers: readonly Writer[], perSecond: number, began: number, ends: number, one: One) {
  const all: Promise<void>[] = []
  for (let n = 0; ; n++) {
    const due = began + (n * 1000) / perSecond
    if (due >= ends) break
    const waitMs = due - performance.now()
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs))
    const writer = writers[n % writers.length]
    if (writer) all.push(one(writer, due))
  }
  await Promise.all(all)
}

/** Does one thing; resolves with how long the call it leads to took to come (ms). Rejects where it does not come. */
export async function doDeed({ writer, doing, doors, secrets, awaits }: Deed, heard: Heard): Promise<number> {
  const { body, headers } = requestOf(writer, doing, secrets)
  const came = awaits && heard.expect(awaits.methods, awaits.words, awaits.times ?? 1)
  const began = performance.now()
  let status = await post(doors[writer.platform], headers, body)
  // Both platforms come again where something could not be stored.
  for (let again = 0; status === 503 && again < TRIES; again++)
    status = await post(doors[writer.platform], headers, body)
  if (status < 200 || status > 299) throw new Error(`${doing.does} on ${writer.platform} was answered ${status}`)
  await came
  return performance.now() - began
}

const TRIES = 5

interface Expected {
  methods: readonly string[]
  words: string
  left: number
  come: () => void
}

/** Calls somebody waits for by their words. */
export class Heard {
  #expected: Expected[] = []

  expect(methods: readonly string[], words: string, times: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const late = setTimeout(() => reject(new Error(`no ${methods.join(' or ')} with «${words}»`)), PATIENCE_MS)
    const come = (): void => {
      clearTimeout(late)
      resolve()
    }
    this.#expected.push({ methods, words, left: times, come })
    return promise
  }

  call(method: string, body: string): void {
    if (this.#expected.length === 0) return
    for (const one of this.#expected) {
      if (!one.methods.includes(method) || !body.includes(one.words)) continue
      one.left -= 1
      if (one.left === 0) one.come()
    }
    this.#expected = this.#expected.filter(({ left }) => left > 0)
  }
}
