import { AsyncLocalStorage } from 'node:async_hooks'
import type { Span } from '@opentelemetry/api'
import { nameOfError } from '../ports/log.ts'
import { type Tracer, traceBy } from '../ports/tracing.ts'

/**
 * Spans go to an OpenTelemetry collector over OTLP/HTTP. Its libraries are loaded here and only now: a desk without
 * traces does not have them in memory. Where to, with what headers and how often is read by them from the standard
 * variables (`OTEL_EXPORTER_OTLP_…`, `OTEL_RESOURCE_ATTRIBUTES`). A collector that is away loses spans and nothing else.
 * @returns sends what is left and stops
 */
export async function startTraces(serviceName: string): Promise<() => Promise<void>> {
  const [api, { BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = resources
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const spans = provider.getTracer('deskhand')
  /** The span that work is part of. */
  const around = new AsyncLocalStorage<Span>()
  const tracer: Tracer = async (name, facts, work) => {
    const parent = around.getStore()
    const context = parent ? api.trace.setSpan(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT
    const span = spans.startSpan(name, { attributes: facts }, context)
    try {
      return await around.run(span, () => work((more) => void span.setAttributes(more)))
    } catch (error) {
      // An error's own words may hold somebody else's.
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: nameOfError(error) })
      throw error
    } finally {
      span.end()
    }
  }
  traceBy(tracer)
  return async () => {
    traceBy(undefined)
    await provider.shutdown().catch(() => {})
  }
}
