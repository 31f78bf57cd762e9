import type { Api } from 'grammy'

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** The platform's own signal as grammY takes it: grammY is typed for the `abort-controller` package, and uses only what both have. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  // `aborted`, `addEventListener` and `removeEventListener` are all grammY calls (its core/client).
  return signal as unknown as GrammySignal
}
