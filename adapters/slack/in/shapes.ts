import { z } from 'zod'

/** What Slack sends, as far as we read it. Field names are Slack's; `received` is ours (payload.ts). */

const received = z.object({ seconds: z.number(), digest: z.string() })

const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  /** Of an external file: where it lies. */
  url_private: z.string().nullish().catch(undefined),
  /** Its page in Slack. */
  permalink: z.string().nullish().catch(undefined),
  /** `slack_audio` and `slack_video` are clips recorded in Slack. */
  subtype: z.string().nullish(),
})
export type File = z.infer<typeof file>

const attachment = z.object({
  is_share: z.boolean().nullish(),
  is_msg_unfurl: z.boolean().nullish(),
  title: z.string().nullish(),
  /** What a forwarded message says: as mrkdwn, and as its own blocks. */
  text: z.string().nullish().catch(undefined),
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: z.array(z.unknown()) }) }))
    .nullish()
    .catch(undefined),
  files: z.array(z.unknown()).nullish().catch(undefined),
  /** Where a preview comes from: what stands in it are not the author's words. */
  from_url: z.string().nullish().catch(undefined),
  is_app_unfurl: z.boolean().nullish().catch(undefined),
  /** Cells pasted from a spreadsheet stand in one of these, and nowhere else. */
  blocks: z.array(z.unknown()).nullish().catch(undefined),
})
export type Attachment = z.infer<typeof attachment>

export const messageShape = z.object({
  ts: z.string(),
  thread_ts: z.string().nullish(),
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  text: z.string().nullish(),
  blocks: z.array(z.unknown()).nullish(),
  files: z.array(file).nullish(),
  attachments: z.array(attachment).nullish(),
  edited: z.object({ user: z.string() }).nullish(),
})
export type Message = z.infer<typeof messageShape>

/** A reaction. `item` may be a file, too. */
export const reactionEvent = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().nullish(), ts: z.string().nullish() }),
  event_ts: z.string().nullish(),
})

/** A step of a workflow is run. Inputs are the workflow's author's affair: what is missing is told when it fails. */
export const stepEvent = z.object({
  function: z.object({ callback_id: z.string() }),
  inputs: z.record(z.string(), z.unknown()),
  function_execution_id: z.string(),
})

/** A `message` event: a new message, or one changed or deleted. */
export const messageEvent = z.object({
  /** A mention is told once more as `app_mention`, with less in it. */
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().nullish(),
  event_ts: z.string().nullish(),
  subtype: z.string().nullish(),
  deleted_ts: z.string().nullish(),
  message: messageShape.nullish(),
  previous_message: messageShape.nullish(),
})
export type MessageEvent = z.infer<typeof messageEvent>

const eventCallback = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event_time: z.number(),
  event: z.looseObject({ type: z.string() }),
})

/** Somebody looks at the app's own pages: `home`, or `messages` (the chat with the bot). */
export const homeOpened = z.object({
  type: z.literal('event_callback'),
  event: z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.string().nullish() }),
})

export function isHomeOpened(payload: unknown): boolean {
  return homeOpened.safeParse(payload).success
}

export const command = z.object({
  type: z.literal('command'),
  received,
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})

const action = z.object({
  type: z.string(),
  action_id: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
})
export type Action = z.infer<typeof action>

const stateValue = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  files: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        mimetype: z.string().nullish(),
        size: z.number().nullish(),
      }),
    )
    .nullish(),
})
export type StateValue = z.infer<typeof stateValue>

const view = z.object({
  /** `home`: not a form, somebody's own page. */
  type: z.string().nullish(),
  id: z.string(),
  hash: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }),
})

export const blockActions = z.object({
  type: z.literal('block_actions'),
  received,
  user: z.object({ id: z.string() }),
  trigger_id: z.string().nullish(),
  response_url: z.string().nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({ message_ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: z.string().nullish() }).nullish(),
  view: view.nullish(),
  actions: z.array(action.extend({ action_ts: z.string().nullish() })),
})
export type BlockActions = z.infer<typeof blockActions>

/** Bolt looks its clients up by these in an object like any other: `__proto__` finds something that is no client. */
const workspaceId = z
  .string()
  .regex(/^[A-Z0-9]*$/)
  .nullish()

/** What Bolt reads of every request, and falls over where it is anything else. */
export const readByBolt = z.object({
  response_urls: z.array(z.object({ response_url: z.string() })).optional(),
  authorizations: z.array(z.looseObject({ team_id: workspaceId, enterprise_id: workspaceId })).nullish(),
  team_id: workspaceId,
  enterprise_id: workspaceId,
  team: z.looseObject({ id: workspaceId, enterprise_id: workspaceId }).nullish(),
  enterprise: z.looseObject({ id: workspaceId }).nullish(),
  user: z.union([z.string(), z.looseObject({ team_id: workspaceId })]).optional(),
  channel: z.looseObject({}).optional(),
  view: z.looseObject({ app_installed_team_id: workspaceId }).nullish(),
})

/** The same of an event, for the one that Bolt gets to see. */
export const eventReadByBolt = z.object({
  event: z.object({
    channel: z.union([z.string(), z.looseObject({})]).optional(),
    item: z.looseObject({}).optional(),
  }),
})

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  received,
  user: z.object({ id: z.string() }),
  trigger_id: z.string().nullish(),
  view,
})

export const messageAction = z.object({
  type: z.literal('message_action'),
  received,
  callback_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().nullish(),
  action_ts: z.string().nullish(),
  message: messageShape,
})

export const globalShortcut = z.object({
  type: z.literal('shortcut'),
  received,
  callback_id: z.string(),
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  action_ts: z.string().nullish(),
})

/** Everything the inbox takes. */
export const storable = z.discriminatedUnion('type', [
  eventCallback,
  command,
  blockActions,
  viewSubmission,
  messageAction,
  globalShortcut,
])
export type Storable = z.infer<typeof storable>
