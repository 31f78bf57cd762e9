import { keptSlack, keptTelegram } from './corpora.ts'
import { secrets } from './demo.ts'
import { FORM_TYPE, JSON_TYPE, signed } from './hostile-door.ts'
import { mutated } from './hostile-mutations.ts'
import { slackSeeds, telegramSeeds } from './hostile-seeds.ts'
import { randomOf } from './random.ts'

/** What became of so many mutated requests. */
export interface Fuzzed {
  /** Answers of 5xx, or too late, with the beginning of the request; a 503 counts when it comes each time. */
  broken: { n: number; status: number; ms: number; body: string }[]
  statuses: ReadonlyMap<number, number>
  slowestMs: number
  /** Exceptions nobody handled. */
  unhandled: unknown[]
  /** Keys that `Object.prototype` has got. */
  polluted: string[]
}

/** At once, as a platform would. */
const BESIDE = 4

export interface Fuzzing {
  seed: number
  /** How many: each request is made from the seed and its number. */
  times: number
  /** What takes longer (ms) counts as broken; default nothing does. */
  withinMs?: number
  /** Told of every few requests that are answered: how many so far. */
  onSent?: (sent: number) => void | Promise<void>
}

/** Sends mutated requests of both platforms to a desk with webhooks, properly signed; the same ones for the same seed. */
export async function fuzz(desk: { port: number }, fuzzing: Fuzzing): Promise<Fuzzed> {
  const { seed, times, withinMs = Number.POSITIVE_INFINITY, onSent } = fuzzing
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  const broken: Fuzzed['broken'] = []
  const statuses = new Map<number, number>()
  let slowestMs = 0
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  try {
    for (let from = 0; from < times; from += BESIDE) {
      const numbers = Array.from({ length: Math.min(BESIDE, times - from) }, (_, at) => from + at)
      await Promise.all(
        numbers.map(async (n) => {
          const shot = shotOf(seed, n)
          const { status, ms } = await answerTo(desk, shot, fuzzing)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          slowestMs = Math.max(slowestMs, ms)
          if (status >= 500 || ms > withinMs) broken.push({ n, status, ms, body: shot.body.slice(0, 900) })
        }),
      )
      await onSent?.(Math.min(from + BESIDE, times))
    }
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
  const polluted = pollutedOf(Object.getOwnPropertyNames(Object.prototype))
  return { broken, statuses, slowestMs, unhandled, polluted }
}

/** Of the names on an `Object.prototype` those a mutated request has put there. */
export function pollutedOf(names: readonly string[]): string[] {
  return names.filter((name) => /pollut/.test(name))
}

/** 404: a command or a form that is not ours. 413: what was multiplied until it was too much. */
const EXPECTED = [200, 400, 404, 413]

/** Statuses that neither take a request in nor refuse it. */
export function strangeIn(statuses: ReadonlyMap<number, number>): number[] {
  return [...statuses.keys()].filter((status) => !EXPECTED.includes(status))
}

const allTelegram = [...telegramSeeds, ...keptTelegram]
const allSlack = [...slackSeeds, ...keptSlack]

function oneOf<T>(all: readonly T[], random: () => number): T | undefined {
  return all[Math.floor(random() * all.length)]
}

interface Shot {
  door: 'slack' | 'telegram'
  body: string
  form: boolean
}

function shotOf(of: number, n: number): Shot {
  const random = randomOf(of + n)
  const door = random() < 0.6 ? 'slack' : 'telegram'
  if (door === 'telegram') {
    const seed = oneOf(allTelegram, random)
    return { door, form: false, body: mutated({ update_id: 1_000_000 + n, ...seed }, random) }
  }
  const seed = oneOf(allSlack, random)
  const { as, ...payload } = { as: 'json', ...seed?.(n) }
  const body = mutated(payload, random)
  return { door, form: as !== 'json', body: as === 'json' ? body : formOf(as, body) }
}

/** Interactions are one field of a form, commands its fields. */
function formOf(as: string, body: string): string {
  if (as === 'payload') return new URLSearchParams({ payload: body }).toString()
  const fields: unknown = JSON.parse(body)
  const pairs = Object.entries(typeof fields === 'object' && fields ? fields : {})
  return new URLSearchParams(
    pairs.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString()
}

async function shoot(desk: { port: number }, shot: Shot): Promise<{ status: number; ms: number }> {
  const { door, body, form } = shot
  const began = performance.now()
  const type = form ? FORM_TYPE : JSON_TYPE
  const proof =
    door === 'slack'
      ? signed(Buffer.from(body), Math.floor(Date.now() / 1000))
      : ([['x-telegram-bot-api-secret-token', secrets.webhookSecret]] as const)
  const path = door === 'slack' ? '/slack/events' : '/telegram/webhook'
  const answer = await fetch(`http://127.0.0.1:${desk.port}${path}`, {
    method: 'POST',
    headers: Object.fromEntries([type, ...proof]),
    body: Buffer.from(body),
  })
  await answer.text()
  return { status: answer.status, ms: performance.now() - began }
}

/** What a busy machine was too slow for comes again, as from a platform; what breaks or takes long by itself does so each time. */
async function answerTo(
  desk: { port: number },
  shot: Shot,
  { withinMs = Number.POSITIVE_INFINITY }: Fuzzing,
): Promise<{ status: number; ms: number }> {
  const answer = await shoot(desk, shot)
  return answer.status === 503 || answer.ms > withinMs ? shoot(desk, shot) : answer
}
