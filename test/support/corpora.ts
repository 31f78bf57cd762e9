import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * Payloads that are kept (reliability.md SEC6): one line each, as the playground sent them, which is held against the
 * platforms' published shapes; of Telegram also what nobody sends us today, made of those shapes.
 */
const line = z.record(z.string(), z.unknown())

function kept(name: string): Record<string, unknown>[] {
  const text = readFileSync(new URL(`../corpora/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((one) => line.parse(JSON.parse(one)))
}

/** Updates without their number. */
export const keptTelegram: readonly Record<string, unknown>[] = kept('telegram').map(
  ({ update_id: _, ...update }) => update,
)

/** `as`: how it comes (`json`, `payload`, `fields`). `n` makes each a new one: what has been heard is not read again. */
export const keptSlack: readonly ((n: number) => Record<string, unknown> & { as: string })[] = kept('slack').map(
  (payload) => (n) => ({
    ...payload,
    as: String(payload.as),
    ...('event_id' in payload && { event_id: `EvKept${n}`, event: newer(payload.event, n) }),
    ...('trigger_id' in payload && { trigger_id: `kept-${n}` }),
  }),
)

const stamped = z.looseObject({ ts: z.string().optional(), event_ts: z.string().optional() })

function newer(event: unknown, n: number): Record<string, unknown> {
  const now = `${1_790_000_000 + n}.000200`
  const { ts, event_ts, ...rest } = stamped.parse(event)
  return { ...rest, ...(ts !== undefined && { ts: now }), ...(event_ts !== undefined && { event_ts: now }) }
}
