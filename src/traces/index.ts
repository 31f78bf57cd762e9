import { AsyncLocalStorage } from 'node:async_hooks'
import type { Span } from '@opentelemetry/api'
import { nameOfError } from '../ports/log.ts'
import { type Tracer, traceBy } from '../ports/tracing.ts'

/** What the standard variables say that OpenTelemetry's libraries do not read themselves; what is unset is as they have it. */
export interface TracesConfig {
  /** What the spans go by; unset: `service.name` of OTEL_RESOURCE_ATTRIBUTES, else ours. */
  serviceName: string | undefined
  /** How many of all traces are kept, from 0 to 1. */
  share: number
  batches: {
    /** How long spans are gathered, and how long sending them may take (ms). */
    everyMs: number | undefined
    sentWithinMs: number | undefined
    /** How many spans may wait, and how many go at once. */
    mostWaiting: number | undefined
    mostAtOnce: number | undefined
  }
}

/** What the spans go by unless somebody says otherwise. */
const NAME = 'deskhand'

/**
 * Spans go to an OpenTelemetry collector over OTLP/HTTP. Its libraries are loaded here and only now: a desk without
 * traces does not have them in memory. Where to, with what headers and by whom is read by them from the standard
 * variables (`OTEL_EXPORTER_OTLP_…`, `OTEL_RESOURCE_ATTRIBUTES`); how many and how often they must be told. A collector
 * that is away loses spans and nothing else.
 * @returns sends what is left and stops
 */
export async function startTraces({ serviceName, share, batches }: TracesConfig): Promise<() => Promise<void>> {
  const [api, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = resources
  const named = (name: string) => resourceFromAttributes({ 'service.name': name })
  const detected = defaultResource()
    .merge(named(NAME))
    .merge(detectResources({ detectors: [envDetector] }))
  const provider = new sdk.TracerProvider({
    resource: serviceName === undefined ? detected : detected.merge(named(serviceName)),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter(), ...optionsOf(batches) })],
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

/** What is not said is left out: the library's own figure counts. */
function optionsOf({ everyMs, sentWithinMs, mostWaiting, mostAtOnce }: TracesConfig['batches']) {
  return {
    ...(everyMs !== undefined && { scheduledDelayMillis: everyMs }),
    ...(sentWithinMs !== undefined && { exportTimeoutMillis: sentWithinMs }),
    ...(mostWaiting !== undefined && { maxQueueSize: mostWaiting }),
    ...(mostAtOnce !== undefined && { maxExportBatchSize: mostAtOnce }),
  }
}
