import type { Asked, Offered } from './courier.ts'
import { APP, TEAM, TEAM_DOMAIN } from './seed.ts'
import type { Triggers } from './triggers.ts'
import { nameOf, type Workspace } from './workspace.ts'

/** Sends an interactivity payload to the desk and waits for its answer (3 s, never repeated: platforms.md §A2). */
export async function interact(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  offered: Offered,
  payload: Record<string, unknown>,
): Promise<Asked> {
  const trigger_id = triggers.issue(user)
  const whole = {
    ...payload,
    team: { id: TEAM, domain: TEAM_DOMAIN },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: APP,
    token: 'deprecated',
    user: { id: user, username: workspace.users.get(user)?.name, name: workspace.users.get(user)?.name, team_id: TEAM },
    trigger_id,
  }
  return workspace.courier.ask(trigger_id, new URLSearchParams({ payload: JSON.stringify(whole) }), offered)
}

/** The same for a slash command. */
export async function commandDesk(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  channel: { id: string; name: string },
  typed: { command: string; text: string; response_url: string },
): Promise<Asked> {
  const trigger_id = triggers.issue(user)
  const form = new URLSearchParams({
    token: 'deprecated',
    team_id: TEAM,
    team_domain: TEAM_DOMAIN,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user,
    user_name: workspace.users.get(user)?.name ?? nameOf(workspace, user),
    command: typed.command,
    text: typed.text,
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: typed.response_url,
    trigger_id,
  })
  return workspace.courier.ask(trigger_id, form, { chat: channel.id, words: typed.text })
}
