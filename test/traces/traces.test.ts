import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { readConfig } from '../../src/config.ts'
import { startTraces } from '../../src/traces/index.ts'
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
  stopTraces = await startTraces('desk-of-tests')
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

it('is off unless the standard variables name a collector', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }
  expect(readConfig({}).traces).toBeUndefined()
  expect(readConfig(endpoint).traces).toEqual({ serviceName: 'deskhand' })
  expect(readConfig({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }).traces).toBeUndefined()
  expect(readConfig({ OTEL_TRACES_EXPORTER: 'otlp', OTEL_SERVICE_NAME: 'ours' }).traces).toEqual({
    serviceName: 'ours',
  })
})
