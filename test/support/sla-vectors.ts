import { readFileSync } from 'node:fs'
import { z } from 'zod'

const at = z.iso.datetime().transform(Date.parse)
const maybe = at.nullable()
const pair = z.tuple([z.string(), z.string()])
const intervals = z.array(pair)
const said = { id: z.string(), title: z.string() }

const calendar = z.object({
  zone: z.string(),
  alwaysOpen: z.boolean().optional(),
  weekly: z.record(z.string(), intervals).optional(),
  holidays: z.array(z.string()).optional(),
  overrides: z.record(z.string(), intervals).optional(),
})

const pauses = z.array(z.tuple([at, at])).default([])

const metric = z.enum(['first_response', 'next_response', 'resolution'])

const event = z.object({
  at,
  type: z.enum([
    'ticket.created',
    'msg.customer',
    'msg.agent',
    'msg.bot',
    'note',
    'status',
    'priority',
    'plan',
    'no_reply_needed',
    'merged_in',
  ]),
  by: z.enum(['customer', 'agent']).optional(),
  plan: z.string().optional(),
  priority: z.string().optional(),
  status: z.string().optional(),
  thenStatus: z.string().optional(),
  to: z.string().optional(),
  applyToOpen: z.boolean().optional(),
  sourceFirstResponseStart: at.optional(),
})

const clock = z.object({
  metric,
  cycle: z.number(),
  state: z.enum(['running', 'paused', 'stopped', 'cancelled']),
  startedAt: at,
  targetSeconds: z.number().nullable(),
  dueAt: maybe,
  stoppedAt: maybe,
  breachedAt: maybe,
  outcome: z.enum(['pending', 'met', 'breached', 'none']),
  consumedSeconds: z.number().nullable(),
  pausedSeconds: z.number().nullable(),
})

const emit = z.object({ at, event: z.enum(['warn', 'breach']), metric, cycle: z.number() })

const vector = z.discriminatedUnion('kind', [
  z.object({
    ...said,
    kind: z.literal('due'),
    calendar: z.string(),
    start: at,
    target: z.string(),
    pauses,
    expected: z.object({ dueAt: at }),
  }),
  z.object({
    ...said,
    kind: z.literal('elapsed'),
    calendar: z.string(),
    from: at,
    to: at,
    pauses,
    expected: z.object({ seconds: z.number() }),
  }),
  z.object({
    ...said,
    kind: z.literal('error'),
    calendarDef: calendar.partial(),
    expected: z.object({ error: z.string() }),
  }),
  z.object({
    ...said,
    kind: z.literal('ticket'),
    policy: z.string(),
    events: z.array(event),
    expected: z.object({
      checkpoints: z.array(z.object({ asOf: at, status: z.string(), clocks: z.array(clock) })),
      emits: z.array(emit),
    }),
  }),
  z.object({
    ...said,
    kind: z.literal('idle'),
    rule: z.object({
      anchor: z.enum(['enter_status', 'last_message', 'last_agent_reply']),
      status: z.string().optional(),
      onlyIn: z.array(z.string()).optional(),
      zone: z.string(),
      steps: z.array(z.object({ after: z.string(), action: z.string() })),
      deliverWithin: z.string().optional(),
    }),
    events: z.array(event),
    asOf: at,
    expected: z.object({ fires: z.array(z.object({ at, action: z.string() })), nextFireAt: maybe }),
  }),
])

const vectorsShape = z.object({
  calendars: z.record(
    z.string(),
    z.union([z.object({ versions: z.array(z.object({ ...calendar.shape, from: maybe })) }), calendar]),
  ),
  policies: z.record(
    z.string(),
    z.object({
      warnAt: z.number(),
      pauseOn: z.object({ resolution: z.array(z.string()) }),
      plans: z.record(
        z.string(),
        z.object({
          calendar: z.string(),
          targets: z.partialRecord(metric, z.record(z.string(), z.string())),
        }),
      ),
    }),
  ),
  vectors: z.array(vector),
})

export type Vectors = z.infer<typeof vectorsShape>
export type Vector = Vectors['vectors'][number]
export type VectorOf<K extends Vector['kind']> = Extract<Vector, { kind: K }>
export type VectorEvent = z.infer<typeof event>
export type VectorCalendar = z.infer<typeof calendar>

/** The test of shared/sla.md: the file the variable SLA_VECTORS names, else the one kept here. */
export function readVectors(): Vectors {
  const file = process.env.SLA_VECTORS ?? new URL('../sla-vectors.json', import.meta.url)
  return vectorsShape.parse(JSON.parse(readFileSync(file, 'utf8')))
}
