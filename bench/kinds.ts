import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Contestant } from './contestant.ts'
import { rowOf, type Tried } from './kinds/row.ts'
import { latencyOf } from './latency.ts'
import { type Conversation, type Direction, directions, openConversations, sideOf } from './mirror/conversations.ts'
import { doorsOf, type Ground, openGround, signingSecret, webhookSecret } from './mirror/ground.ts'
import { type Kind, kinds, POSTS } from './mirror/kinds.ts'
import { keepTable, machine } from './table.ts'

/** So many conversations do the same thing side by side, each in a channel of its own: a copy is known by its channel. */
const SIDE_BY_SIDE = 8

/**
 * `npm run bench -- kinds [--seconds N] [--quick]`: what a mirrored message of each kind costs, beside plain words in the
 * same run. Resolves with whether all of them came; see README.md beside this file.
 */
export async function benchKinds(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '3' }, quick: { type: 'boolean', default: false } },
  })
  const seconds = values.quick ? 0.1 : z.coerce.number().positive().parse(values.seconds)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const ground = await openGround()
  try {
    const desk = await ground.startDesk()
    const conversations = await openConversations(ground, desk, SIDE_BY_SIDE)
    const idle = await idleCpu(ground, desk, values.quick ? 200 : 3000)
    const [plain] = kinds
    const missing: string[] = []
    const rows: string[] = []
    let ofPlain: Tried[] | undefined
    for (const kind of plain ? [plain, ...kinds] : kinds) {
      const tried: Tried[] = []
      for (const direction of directions) {
        const one = await costOf({ ground, desk, seconds, idle }, kind, direction, conversations[direction])
        if (one === 'missing') missing.push(`${kind.name}, ${direction}`)
        tried.push(one)
      }
      const row = rowOf(kind.name, tried, kind === plain ? undefined : ofPlain)
      // The first round of plain words is for compiled code and caches.
      if (rows.length > 0) say(row)
      if (kind === plain) ofPlain = tried
      rows.push(row)
    }
    const table = [
      `| | ${directions.join(' | ')} |`,
      '| --- | --- | --- | --- | --- |',
      ...rows.slice(1),
      '',
      `${machine().found}. ${missing.length === 0 ? 'All of them came.' : `**Did not come: ${missing.join('; ')}.**`}`,
    ]
    if (missing.length > 0) say(`did not come: ${missing.join('; ')}`)
    if (!values.quick) await keepTable('kinds', table)
    return missing.length === 0
  } finally {
    await ground.close()
  }
}

/** CPU the desk and PostgreSQL take a second while nothing happens (ms). */
async function idleCpu(ground: Ground, desk: Contestant, forMs: number): Promise<number> {
  const before = desk.cpuMs() + ground.databaseCpuMs()
  await sleep(forMs)
  return ((desk.cpuMs() + ground.databaseCpuMs() - before) * 1000) / forMs
}

interface Course {
  ground: Ground
  desk: Contestant
  seconds: number
  idle: number
}

async function costOf(
  course: Course,
  kind: Kind,
  direction: Direction,
  conversations: readonly Conversation[],
): Promise<Tried> {
  const { ground, desk, seconds, idle } = course
  if (!kind.on(sideOf(direction).from)) return undefined
  const before = desk.cpuMs() + ground.databaseCpuMs()
  const began = performance.now()
  const took: number[] = []
  const worker = async (conversation: Conversation): Promise<void> => {
    do took.push(await doOne(course, kind, direction, conversation))
    while (performance.now() - began < seconds * 1000)
  }
  try {
    await Promise.all(conversations.map(worker))
  } catch {
    return 'missing'
  }
  const spent = desk.cpuMs() + ground.databaseCpuMs() - before - (idle * (performance.now() - began)) / 1000
  return { cpuMs: spent / took.length, p50: latencyOf(took).p50 }
}

/** Resolves with how long the last of it took (ms). */
async function doOne(
  { ground, desk }: Course,
  kind: Kind,
  direction: Direction,
  { writer, triage }: Conversation,
): Promise<number> {
  const { from, to } = sideOf(direction)
  const doings = kind.on(from) ?? []
  const common = { writer, doors: doorsOf(desk), secrets: { signingSecret, webhookSecret } }
  const chat = triage.chat
  let took = 0
  for (const [index, doing] of doings.entries()) {
    const last = index === doings.length - 1
    if (!last && kind.whole) await ground.platforms.deed({ ...common, doing })
    else
      took = await ground.platforms.deed({
        ...common,
        doing,
        awaits: { methods: (last ? kind.awaited : POSTS)[to], words: chat, times: (last && kind.times) || 1 },
      })
  }
  return took
}
