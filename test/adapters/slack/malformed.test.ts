import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { keptSlack } from '../../support/corpora.ts'
import { slackSeeds } from '../../support/hostile-seeds.ts'
import { openDesk, SECRET, type TestDesk } from './desk.ts'

/**
 * Bolt reads fields of its own before any listener, and throws where one is not what Slack sends. Fuzzing meets that by
 * luck, once in ten thousand requests; here each field of each kind of request is made each of these, one after the other.
 */
const WRONG: readonly unknown[] = [null, 7, '__proto__', {}, [null], undefined]
const DEEP = 3

test('no field that is not what Slack sends makes an answer of 5xx', async () => {
  await using desk = await openDesk()
  const broken: string[] = []
  let sent = 0
  const kinds = new Map([...slackSeeds, ...keptSlack].map((seed) => [kindOf(seed(1)), seed(1)]))
  for (const [kind, { as = 'json', ...body }] of kinds) {
    const shots = pathsIn(body, DEEP).flatMap((path) =>
      WRONG.map((wrong) => ({ path, body: replaced(body, path, wrong) })),
    )
    const statuses = await Promise.all(shots.map((shot) => knock(desk, as, shot.body)))
    sent += shots.length
    for (const [index, status] of statuses.entries())
      if (status >= 500) broken.push(`${status} ${kind} ${shots[index]?.path.join('.')}`)
  }
  expect(sent).toBeGreaterThan(1500)
  expect(broken).toEqual([])
})

type Path = readonly string[]

/** Ways to each value, as deep as asked for; of a list the first alone. */
function pathsIn(value: unknown, deep: number): Path[] {
  if (typeof value !== 'object' || value === null || deep === 0) return []
  return Object.entries(value)
    .slice(0, Array.isArray(value) ? 1 : undefined)
    .flatMap(([name, one]) => [[name], ...pathsIn(one, deep - 1).map((path) => [name, ...path])])
}

function replaced(value: unknown, [name, ...rest]: Path, wrong: unknown): unknown {
  if (name === undefined) return wrong
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === name ? replaced(one, rest, wrong) : one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === name ? replaced(one, rest, wrong) : one]),
  )
}

function kindOf(body: Record<string, unknown>): string {
  const event = body.event
  const inner = typeof event === 'object' && event !== null && 'type' in event ? event.type : ''
  return [body.type, body.command, inner, body.subtype].filter(Boolean).join(' ')
}

async function knock(desk: TestDesk, as: string, body: unknown): Promise<number> {
  const json = JSON.stringify(body)
  const form = as === 'payload' ? { payload: json } : (body as Record<string, string>) // fields are words but where they are made wrong
  const raw = as === 'json' ? json : new URLSearchParams(form).toString()
  const seconds = Math.floor((performance.timeOrigin + performance.now()) / 1000)
  const hash = createHmac('sha256', SECRET).update(`v0:${seconds}:${raw}`).digest('hex')
  const answer = await fetch(`${desk.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${hash}`,
    },
    body: raw,
  })
  await answer.body?.cancel()
  return answer.status
}
