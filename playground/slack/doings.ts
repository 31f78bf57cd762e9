import { z } from 'zod'
import { elementsOf, type Placed } from './blocks.ts'
import { channelName } from './channels.ts'
import { isField } from './fields.ts'
import { commandDesk, interact } from './interactions.ts'
import * as messages from './messages.ts'
import type { SlackBlock } from './objects.ts'
import { canSee, theMessage } from './people.ts'
import { acknowledged, responseUrl } from './responses.ts'
import type { Triggers } from './triggers.ts'
import { action, done, find, refusedAnswer } from './using.ts'
import { keyOf, type Workspace } from './workspace.ts'
import type { Chosen, Done, SlackWorld } from './world.ts'

type Doings = 'command' | 'shortcut' | 'globalShortcut' | 'press'

/** What people do in channels that the desk must answer within 3 seconds. */
export function doings(workspace: Workspace, triggers: Triggers): Pick<SlackWorld, Doings> {
  return {
    command: (user, channel, command, text = '') => type(workspace, triggers, user, channel, command, text),
    shortcut: (user, channel, ts, callbackId) => shortcut(workspace, triggers, user, channel, ts, callbackId),
    globalShortcut: async (user, callbackId) => {
      const payload = { type: 'shortcut', callback_id: callbackId, action_ts: workspace.stamp() }
      return done(await interact(workspace, triggers, user, { chat: user, words: callbackId }, payload))
    },
    press: (user, channel, ts, what, chosen) => press(workspace, triggers, user, channel, ts, what, chosen ?? {}),
  }
}

async function type(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  id: string,
  command: string,
  text: string,
): ReturnType<SlackWorld['command']> {
  const channel = canSee(workspace, user, id)
  const response_url = responseUrl(workspace, { channel: id, user })
  const asked = await commandDesk(
    workspace,
    triggers,
    user,
    { id, name: channelName(channel) },
    { command, text, response_url },
  )
  if (!asked.ok) return done(asked)
  try {
    const reply = acknowledged(workspace, { channel: id, user }, asked.body)
    return { ok: true, status: asked.status, reply }
  } catch (error) {
    return refusedAnswer(workspace, 'command', asked.status, error)
  }
}

async function shortcut(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  id: string,
  ts: string,
  callbackId: string,
): Promise<Done> {
  const channel = canSee(workspace, user, id)
  const message = theMessage(workspace, id, ts)
  const payload = {
    type: 'message_action',
    callback_id: callbackId,
    action_ts: workspace.stamp(),
    message_ts: ts,
    message: messages.forApi(workspace, message),
    channel: { id, name: channelName(channel) },
    response_url: responseUrl(workspace, { channel: id, user }),
  }
  return done(await interact(workspace, triggers, user, { chat: id, words: callbackId }, payload))
}

async function press(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  id: string,
  ts: string,
  what: string | { label: string },
  chosen: Chosen,
): Promise<Done> {
  const channel = canSee(workspace, user, id)
  const whispered = workspace.ephemerals.get(keyOf(id, ts))
  if (whispered && whispered.user !== user) throw new Error(`${user} does not see ${ts}`)
  const shown = whispered ?? theMessage(workspace, id, ts)
  const placed = find([...elementsOf(shown.blocks), ...inAttachments(shown.attachments)], what)
  const container = {
    type: 'message',
    message_ts: ts,
    channel_id: id,
    is_ephemeral: whispered !== undefined,
    ...(shown.thread_ts === undefined ? {} : { thread_ts: shown.thread_ts }),
  }
  const act = action(placed.element, chosen)
  const payload = {
    type: 'block_actions',
    container,
    channel: { id, name: channelName(channel) },
    // Slack sends no `message` for an ephemeral one.
    ...(whispered ? {} : { message: messages.forApi(workspace, theMessage(workspace, id, ts)) }),
    state: { values: isField(placed.element) ? { [placed.block_id]: { [placed.element.action_id]: act } } : {} },
    response_url: responseUrl(workspace, { channel: id, user, original: { ts, ephemeral: whispered !== undefined } }),
    actions: [{ ...act, action_id: placed.element.action_id, block_id: placed.block_id, action_ts: workspace.stamp() }],
  }
  return done(await interact(workspace, triggers, user, { chat: id, words: placed.element.action_id }, payload))
}

function inAttachments(attachments: Record<string, unknown>[] | undefined): Placed[] {
  const blocks = z.object({ blocks: z.custom<SlackBlock[]>((value) => Array.isArray(value)) })
  return (attachments ?? []).flatMap((attachment) => elementsOf(blocks.safeParse(attachment).data?.blocks))
}
