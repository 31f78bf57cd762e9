import { readFileSync } from 'node:fs'
import { parser } from '@prometheus-io/lezer-promql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { simulate } from '../../src/commands/simulate.ts'
import { words } from '../../src/locales/index.ts'
import { timers } from '../../src/timers/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'

const guide = readFileSync('docs/operate.md', 'utf8')
const rules = z
  .object({
    groups: z.array(
      z.object({
        name: z.string(),
        rules: z.array(
          z.strictObject({
            alert: z.string(),
            expr: z.string(),
            for: z
              .string()
              .regex(/^\d+m$/)
              .optional(),
            labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
            annotations: z.strictObject({ summary: z.string(), runbook_url: z.string() }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(readFileSync('docs/alerts.yml', 'utf8')))
  .groups.flatMap((group) => group.rules)
const panels = z
  .object({
    uid: z.string(),
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        type: z.enum(['row', 'timeseries']),
        targets: z.array(z.object({ expr: z.string() })).default([]),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('docs/grafana/deskhand.json', 'utf8'))).panels
const expressions = [
  ...rules.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
]

let desk: TestDesk
/** Every figure of a real page by the names it is asked for; of a histogram its parts, too. */
let served: Set<string>
beforeAll(async () => {
  desk = await startTestDesk()
  const page = await (await fetch(`http://127.0.0.1:${desk.desk.port}/metrics`)).text()
  const types = [...page.matchAll(/^# TYPE (\w+) (\w+)$/gm)]
  served = new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
})
afterAll(() => desk.stop())

/** The names of figures in a PromQL expression, as Prometheus' own grammar reads it. Throws where it is none. */
function figuresIn(expression: string): string[] {
  const names: string[] = []
  const tree = parser.parse(expression)
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) throw new Error(`no PromQL at ${from}: ${expression}`)
      if (type.name === 'VectorSelector') names.push(/^\w+/.exec(expression.slice(from, to))?.[0] ?? '')
    },
  })
  return names
}

it('every expression of alarms and dashboard is PromQL over figures there are', () => {
  expect(expressions.length).toBeGreaterThan(40)
  const asked = new Set(expressions.flatMap(figuresIn))
  asked.delete('up') // Prometheus' own
  expect([...asked].filter((name) => !served.has(name))).toEqual([])
  expect(() => figuresIn('sum by (x (y)')).toThrow('no PromQL')
})

it('the dashboard shows every figure of ours, each panel once', () => {
  const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => figuresIn(expr)))
  const ours = [...served].filter((name) => name.startsWith('deskhand_') && !/_(bucket|sum|count)$/.test(name))
  expect(ours.filter((name) => !shown.some((one) => one === name || one === `${name}_bucket`))).toEqual([])
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
})

it('every alarm has a paragraph that tells where to look and how to repair, and no paragraph is without an alarm', () => {
  const paragraphs = new Map(
    guide
      .split('\n### ')
      .slice(1)
      .map((part) => [part.split('\n', 1)[0] ?? '', part]),
  )
  expect([...paragraphs.keys()]).toEqual(rules.map(({ alert }) => alert))
  for (const { alert, expr, annotations } of rules) {
    expect(annotations.runbook_url).toBe(`docs/operate.md#${alert.toLowerCase()}`)
    expect(paragraphs.get(alert)).toMatch(/Look: .*Repair: /s)
    for (const name of figuresIn(expr).filter((one) => one !== 'up')) {
      expect(paragraphs.get(alert)).toContain(name.replace(/_bucket$/, ''))
    }
  }
})

it('what every program on Node or every target has is asked of the desk alone', () => {
  const everybodys = /\b(?:up|process_\w+|nodejs_\w+)\b(?!\{job="deskhand"[,}])/
  expect(expressions.filter((expression) => everybodys.test(expression))).toEqual([])
})

it('what grew is no whole number, and is told as one', () => {
  const grown = rules.filter(({ expr }) => expr.includes('increase(')).map(({ annotations }) => annotations.summary)
  expect(grown.filter((summary) => /\$value\s*\}/.test(summary))).toEqual([])
})

it('a timer that fails every time is told of, however seldom it runs', () => {
  const { expr = '' } = rules.find(({ alert }) => alert === 'DeskhandTimerFails') ?? {}
  expect(expr).toContain('[15m])) > 3')
  const seldom = timers.filter(({ everyMs }) => everyMs * 4 > 15 * 60_000).map(({ name }) => name)
  const [, named = '', hours = ''] = /timer=~"([^"]*)"\}\[(\d+)h\]\)\) > 1$/.exec(expr) ?? []
  expect(named.split('|').toSorted()).toEqual(seldom.toSorted())
  for (const { everyMs } of timers) expect(Number(hours) * 3_600_000).toBeGreaterThan(2 * everyMs)
})

it('every figure and every command the guide names is there', () => {
  const named = [...guide.matchAll(/`((?:deskhand|nodejs|process)_\w+)`/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => !served.has(name))).toEqual([])
  const told = words('operator-commands', {}, 'en')
  const commands = [...guide.matchAll(/npm run (?:desk -- ([a-z]+)|([a-z]+))/g)]
  expect(commands.length).toBeGreaterThan(10)
  const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)
  for (const [, command, script] of commands) {
    if (command === undefined) expect(scripts).toContain(script)
    else expect(told).toContain(`npm run desk -- ${command}`)
  }
  const dispatched = readFileSync('src/commands/index.ts', 'utf8')
  for (const [, command] of commands) if (command) expect(dispatched).toContain(`command === '${command}'`)
})

it('what puts a backup over a database stands apart from all else, and no desk runs meanwhile', () => {
  const blocks = [...guide.matchAll(/^```\n(.*?)^```$/gms)].map(([, block = '']) => block)
  const [composed = '', ...others] = blocks.filter((block) => /^docker .* pg_restore/m.test(block))
  expect(others).toEqual([])
  expect(composed).toMatch(/^docker compose stop deskhand\n.* pg_restore .* tar .*-xzf .* desk resume\n$/s)
  expect(composed).not.toMatch(/pg_dump|--yes/)
})

it('the hours it offers to work out are worked out', async () => {
  const [, args = ''] = /npm run desk -- simulate (.+?)`/.exec(guide) ?? []
  const typed = Array.from(args.matchAll(/"([^"]+)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
  expect(await simulate(typed, (name) => `C0${name.replaceAll('_', '')}`)).toMatchObject({ ok: true })
})

it('what is to be typed beside Docker goes to services there are, by the names and places they have', () => {
  const { services } = z
    .object({ services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.string()).default({}) })) })
    .parse(parse(readFileSync('docker-compose.yml', 'utf8')))
  const typed = [...guide.matchAll(/^docker compose (?:run --rm|exec -T) (\S+) (.+)$/gm)]
  expect(typed.length).toBeGreaterThan(4)
  const dispatched = readFileSync('src/commands/index.ts', 'utf8')
  for (const [, service = '', words = ''] of typed) {
    expect(Object.keys(services)).toContain(service)
    const [group, command] = words.split(' ')
    if (service === 'deskhand' && group === 'desk') expect(dispatched).toContain(`command === '${command}'`)
    if (group === 'tar') expect(words).toContain(` -C ${services[service]?.environment.FILES} `)
    const { POSTGRES_USER: user, POSTGRES_DB: name } = services[service]?.environment ?? {}
    if (service === 'postgres') expect(words).toMatch(new RegExp(`--username=${user} (?:--dbname=)?${name} [<>] `))
  }
  expect(guide).toContain(`names: [deskhand], type: A, port: ${services.deskhand?.environment.PORT} }`)
})
