/** What a span may say: words and counts of ours, never a text or the id of a person or chat. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>

/** A piece of work that traces show. */
export type SpanName = 'receive' | 'handle' | 'change-ticket' | 'deliver'

/** Whoever draws spans around work. `note` adds to the span what is known only afterwards. */
export type Tracer = <T>(
  name: SpanName,
  facts: SpanFacts,
  work: (note: (facts: SpanFacts) => void) => Promise<T>,
) => Promise<T>

let tracer: Tracer | undefined
const nothing = (): void => {}

/** Does the work, and shows it in traces where somebody looks at them; else it costs one comparison. */
export function traced<T>(
  name: SpanName,
  facts: SpanFacts,
  work: (note: (facts: SpanFacts) => void) => Promise<T>,
): Promise<T> {
  return tracer ? tracer(name, facts, work) : work(nothing)
}

/** From now on, until it is called with nothing. Only the one who starts the program calls this. */
export function traceBy(by: Tracer | undefined): void {
  tracer = by
}
