import { z } from 'zod'
import type { TracesConfig } from './traces/index.ts'

/** An OpenTelemetry collector. */
const collector = {
  protocol: /^https?$/,
  error: 'is not a web address. Write that of an OpenTelemetry collector’s OTLP/HTTP, e.g. http://localhost:4318.',
}

/** OpenTelemetry's own names. Every trace begins here, so whether a parent is asked first makes no difference. */
const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const aboveZero = { error: 'is not a whole number above 0.' }

/** OpenTelemetry's standard variables, as far as they are heeded. */
export const traceVariables = {
  OTEL_SDK_DISABLED: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false'], { error: 'is neither true nor false.' }))
    .optional(),
  OTEL_TRACES_EXPORTER: z.enum(['none', 'otlp'], { error: 'is neither none nor otlp.' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url(collector).optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url(collector).optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers, { error: `is none of ${samplers.join(', ')}.` })
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: 'is not a share of all traces. Write a number from 0 to 1, e.g. 0.1 for a tenth.' })
    .min(0)
    .max(1)
    .default(1),
  OTEL_BSP_SCHEDULE_DELAY: z.coerce.number(aboveZero).int().positive().optional(),
  OTEL_BSP_EXPORT_TIMEOUT: z.coerce.number(aboveZero).int().positive().optional(),
  OTEL_BSP_MAX_QUEUE_SIZE: z.coerce.number(aboveZero).int().positive().optional(),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: z.coerce.number(aboveZero).int().positive().optional(),
}

type Given = z.infer<z.ZodObject<typeof traceVariables>>

/** An address alone is enough, as it is for every other program with OpenTelemetry. */
export function tracesOf(given: Given): TracesConfig | undefined {
  const { OTEL_TRACES_EXPORTER: exporter, OTEL_SDK_DISABLED: disabled } = given
  const named = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? given.OTEL_EXPORTER_OTLP_ENDPOINT
  if (disabled === 'true' || exporter === 'none' || (exporter === undefined && named === undefined)) return undefined
  return {
    serviceName: given.OTEL_SERVICE_NAME,
    share: shareOf(given),
    batches: {
      everyMs: given.OTEL_BSP_SCHEDULE_DELAY,
      sentWithinMs: given.OTEL_BSP_EXPORT_TIMEOUT,
      mostWaiting: given.OTEL_BSP_MAX_QUEUE_SIZE,
      mostAtOnce: given.OTEL_BSP_MAX_EXPORT_BATCH_SIZE,
    },
  }
}

function shareOf({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: share }: Given): number {
  if (sampler.endsWith('always_on')) return 1
  return sampler.endsWith('always_off') ? 0 : share
}
