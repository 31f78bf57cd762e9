import type { Api } from 'grammy'
import { factsOf } from './fault.ts'
import type { Log } from './log.ts'
import { type AnyUpdate, knownUpdate } from './shapes.ts'

/**
 * Stops the spinner on a pressed button, once the press is in the inbox. Not awaited by whoever acknowledges the
 * update, and no failure matters: "query is too old" is normal after a pause (platforms.md §B2).
 */
export async function answerPresses(api: Api, log: Log, updates: AnyUpdate[]): Promise<void> {
  const queries = updates.flatMap((update) => knownUpdate.safeParse(update).data?.callback_query?.id ?? [])
  await Promise.all(
    queries.map((query) =>
      api.answerCallbackQuery(query).catch((error: unknown) => {
        log.info(factsOf(error), 'telegram-press-not-answered')
      }),
    ),
  )
}
