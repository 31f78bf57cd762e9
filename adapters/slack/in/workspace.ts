import { z } from 'zod'
import type { Payload } from './payload.ts'

const id = z.string().nullish().catch(undefined)
const event = z.object({
  authorizations: z
    .array(z.object({ team_id: id }))
    .nullish()
    .catch(undefined),
  context_team_id: id,
  team_id: id,
})
const command = z.object({ team_id: id })
const shortcut = z.object({ team: z.object({ id }).nullish().catch(undefined) })
const form = z.object({ view: z.object({ app_installed_team_id: id }).nullish().catch(undefined) })

/**
 * The workspace whose installation of our app a request is for, where it says so. One app may be in several, and they
 * share its secret; ids of people and channels are unique within one only, so a stranger there may bear an agent's id.
 * In a channel shared with another company `team_id` of an event, and `team` of a press, may be that company's, though
 * it is for us (platforms.md §D 8): buttons are therefore known by the ids they carry alone.
 */
export function workspaceOf(payload: Payload): string | undefined {
  switch (payload.type) {
    case 'event_callback': {
      const { authorizations, context_team_id, team_id } = event.parse(payload)
      return authorizations?.[0]?.team_id ?? context_team_id ?? team_id ?? undefined
    }
    case 'command':
      return command.parse(payload).team_id ?? undefined
    case 'shortcut':
    case 'message_action':
      return shortcut.parse(payload).team?.id ?? undefined
    case 'block_actions':
    case 'view_submission':
      return form.parse(payload).view?.app_installed_team_id ?? undefined
    default:
      return undefined
  }
}
