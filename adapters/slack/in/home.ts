import type { types } from '@slack/bolt'
import type { HomePage, PersonAddress } from '../../../src/adapter.ts'
import type { Desk } from '../form/open.ts'
import { factsOf } from '../log.ts'
import { plain } from '../out/plain.ts'
import { toRichText } from '../text/index.ts'

/** `action_id` of the button on the Home tab that opens the form, as the shortcut does. */
export const HOME_NEW = 'home:new'

/**
 * Shows somebody their Home tab as things stand now (`app_home_opened`, `views.publish`). It is drawn whenever it is
 * opened, so nothing is kept, and where it fails it is drawn the next time.
 */
export async function showHome(who: PersonAddress, desk: Desk): Promise<void> {
  try {
    const answer = await desk.door.ask({ ask: 'home', who })
    if ('home' in answer) await desk.client.views.publish({ user_id: who.id, view: homeView(answer.home) })
  } catch (error) {
    desk.log.warn({ ...factsOf(error) }, 'slack-home-not-shown')
  }
}

function homeView(home: HomePage): types.HomeView {
  const button: types.Button = {
    type: 'button',
    action_id: HOME_NEW,
    style: 'primary',
    text: plain(home.newTicket, 75),
  }
  const parts = home.parts.flatMap((part): types.KnownBlock[] => [
    { type: 'divider' },
    { type: 'rich_text', elements: toRichText(part).elements },
  ])
  return { type: 'home', blocks: [{ type: 'actions', elements: [button] }, ...parts] }
}
