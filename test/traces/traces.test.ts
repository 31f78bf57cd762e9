import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { readConfig } from '../../src/config.ts'
import { traced } from '../../src/ports/tracing.ts'
import { startTraces, type TracesConfig } from '../../src/traces/index.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf } from '../support/people.ts'

const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })
const span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes: z.array(attribute).default([]),
})
const exported = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
})

/** Everything as OpenTelemetry has it. */
const usual: TracesConfig = {
  serviceName: undefined,
  share: 1,
  batches: { everyMs: undefined, sentWithinMs: undefined, mostWaiting: undefined, mostAtOnce: undefined },
}

const bodies: string[] = []
const collector = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString()
  })
  request.on('end', () => {
    expect(request.url).toBe('/v1/traces')
    bodies.push(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})
let desk: TestDesk
let stopTraces: () => Promise<void>
beforeAll(async () => {
  collector.listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const address = collector.address()
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  stopTraces = await startTraces({ ...usual, serviceName: 'desk-of-tests' })
  desk = await startTestDesk()
})
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  await desk.stop()
  collector.close()
})

it('a word’s way is a trace: received, handled, the ticket changed, delivered; nobody’s words or ids are in it', async () => {
  const customer = newCustomer(desk, 'Nora')
  desk.telegram.write(customer, 'canaryone hums')
  const card = await cardOf(desk, 'canaryone')
  desk.slack.say(ADA, TRIAGE, { text: 'canarytwo', thread: card.ts })
  await told(desk, customer, 'canarytwo')
  await desk.desk.idle()
  await stopTraces()

  const [first] = bodies.map((body) => exported.parse(JSON.parse(body)).resourceSpans[0])
  expect(first?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'desk-of-tests' } })
  const spans = bodies.flatMap((body) =>
    exported.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans)),
  )
  expect(new Set(spans.map(({ name }) => name))).toEqual(new Set(['receive', 'handle', 'change-ticket', 'deliver']))
  const of = (name: string, key: string, value: string) =>
    spans.find((one) => one.name === name && one.attributes.some((a) => a.key === key && a.value.stringValue === value))
  const replied = of('handle', 'outcome', 'replied')
  expect(spans.some(({ name, parentSpanId }) => name === 'change-ticket' && parentSpanId === replied?.spanId)).toBe(
    true,
  )
  expect(of('deliver', 'platform', 'telegram')?.attributes).toContainEqual({
    key: 'act',
    value: { stringValue: 'post' },
  })
  for (const secret of ['canary', 'Nora', String(customer), ADA, TRIAGE, card.ts]) {
    expect(bodies.join('')).not.toContain(secret)
  }
})

/** What the collector gets of one piece of work within another, by what it was sent at once; the desk's own is left out. */
async function sentOf(config: TracesConfig): Promise<string[]> {
  bodies.splice(0)
  const stop = await startTraces(config)
  await traced('handle', { tried: true }, () => traced('change-ticket', { tried: true }, async () => {}))
  await stop()
  const sent = bodies.map((body) =>
    exported
      .parse(JSON.parse(body))
      .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .filter(({ attributes }) => attributes.some(({ key }) => key === 'tried'))
      .map(({ name }) => name)
      .join(' '),
  )
  return sent.filter((names) => names !== '').toSorted()
}

it('which traces are kept, and how many spans go at once, is as the standard variables say', async () => {
  expect(await sentOf(usual)).toEqual(['change-ticket handle'])
  expect(await sentOf({ ...usual, share: 0 })).toEqual([])
  const oneByOne = { ...usual.batches, mostAtOnce: 1 }
  expect(await sentOf({ ...usual, batches: oneByOne })).toEqual(['change-ticket', 'handle'])
})

it('goes by the name OTEL_RESOURCE_ATTRIBUTES gives it, unless it has one of its own', async () => {
  const nameOf = async (config: TracesConfig) => {
    await sentOf(config)
    const [resource] = exported.parse(JSON.parse(bodies[0] ?? '')).resourceSpans
    return resource?.resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue
  }
  expect(await nameOf(usual)).toBe('deskhand')
  process.env.OTEL_RESOURCE_ATTRIBUTES = 'service.name=ours,team=support'
  try {
    expect(await nameOf(usual)).toBe('ours')
    expect(await nameOf({ ...usual, serviceName: 'this-one' })).toBe('this-one')
  } finally {
    delete process.env.OTEL_RESOURCE_ATTRIBUTES
  }
})

it('is off unless the standard variables name a collector', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }
  expect(readConfig({}).traces).toBeUndefined()
  expect(readConfig(endpoint).traces).toEqual(usual)
  expect(readConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://localhost:4318/v1/traces' }).traces).toEqual(usual)
  expect(readConfig({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }).traces).toBeUndefined()
  expect(readConfig({ ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }).traces).toBeUndefined()
  expect(readConfig({ ...endpoint, OTEL_SDK_DISABLED: 'false' }).traces).toEqual(usual)
  expect(readConfig({ OTEL_TRACES_EXPORTER: 'otlp', OTEL_SERVICE_NAME: 'ours' }).traces).toEqual({
    ...usual,
    serviceName: 'ours',
  })
})

it.each([
  [{}, 1],
  [{ OTEL_TRACES_SAMPLER: 'always_off' }, 0],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG: '0.1' }, 1],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }, 0.1],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio' }, 1],
])('of all traces %j keeps %d', (variables, share) => {
  expect(readConfig({ OTEL_TRACES_EXPORTER: 'otlp', ...variables }).traces?.share).toBe(share)
})

it('batches are read, and what is none is told with its repair', () => {
  const env = {
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_BSP_SCHEDULE_DELAY: '1000',
    OTEL_BSP_EXPORT_TIMEOUT: '2000',
    OTEL_BSP_MAX_QUEUE_SIZE: '64',
    OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '16',
  }
  expect(readConfig(env).traces?.batches).toEqual({
    everyMs: 1000,
    sentWithinMs: 2000,
    mostWaiting: 64,
    mostAtOnce: 16,
  })
  expect(() => readConfig({ ...env, OTEL_BSP_SCHEDULE_DELAY: '0' })).toThrow(/OTEL_BSP_SCHEDULE_DELAY is not a whole/)
  expect(() => readConfig({ ...env, OTEL_BSP_MAX_QUEUE_SIZE: 'many' })).toThrow(
    /OTEL_BSP_MAX_QUEUE_SIZE is not a whole/,
  )
  expect(() => readConfig({ ...env, OTEL_TRACES_SAMPLER_ARG: '10' })).toThrow(
    /OTEL_TRACES_SAMPLER_ARG is not a share of all traces/,
  )
  expect(() => readConfig({ ...env, OTEL_TRACES_SAMPLER: 'some' })).toThrow(/OTEL_TRACES_SAMPLER is none of always_on/)
  expect(() => readConfig({ ...env, OTEL_SDK_DISABLED: 'maybe' })).toThrow(
    /OTEL_SDK_DISABLED is neither true nor false/,
  )
})
