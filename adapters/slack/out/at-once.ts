import type { webApi } from '@slack/bolt'
import { factsOf, type Log } from '../log.ts'
import { INERT, type Shown } from './message.ts'
import { respond } from './respond.ts'

/**
 * Tells somebody what cannot wait for the lanes: through the `response_url` of what they did, else (Slack gives none to a
 * global shortcut and to the Home tab) in their DM. Nothing of this is owed, as no answer of `respond` is: it is about a
 * form on their screen, the core has nothing to say of its own then, and once they ask again it has no meaning. So it is
 * said once at most, and where Slack refuses that too, it is only logged. Never rejects.
 */
export async function tellAtOnce(
  person: string,
  via: string | undefined,
  shown: Shown,
  to: { client: webApi.WebClient; apiUrl: string; log: Log },
): Promise<void> {
  if (via && (await respond(via, shown, to))) return
  try {
    await to.client.chat.postMessage({
      channel: person,
      ...shown,
      ...INERT,
      unfurl_links: false,
      unfurl_media: false,
    })
  } catch (error) {
    to.log.warn(factsOf(error), 'slack-not-told-at-once')
  }
}
