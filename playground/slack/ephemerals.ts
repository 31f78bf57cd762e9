import type { SlackBlock, SlackEphemeral } from './objects.ts'
import { pingedBy } from './pinged.ts'
import { keyOf, type Workspace } from './workspace.ts'

export interface Whisper {
  text?: string | undefined
  blocks?: SlackBlock[] | undefined
  attachments?: Record<string, unknown>[] | undefined
  thread_ts?: string | undefined
}

/** Shows somebody a message only they see. Slack sends no event for it. */
export function whisper(workspace: Workspace, channel: string, user: string, said: Whisper): SlackEphemeral {
  const shown: SlackEphemeral = { ts: workspace.stamp(), channel, user, text: '', pinged: [] }
  return put(workspace, { ...shown, ...contents(said) })
}

export function rewhisper(workspace: Workspace, shown: SlackEphemeral, said: Whisper): SlackEphemeral {
  const { blocks: _blocks, attachments: _attachments, ...place } = shown
  return put(workspace, { ...place, ...contents(said), thread_ts: shown.thread_ts })
}

export function hush(workspace: Workspace, shown: SlackEphemeral): void {
  workspace.ephemerals.remove(keyOf(shown.channel, shown.ts))
  workspace.changed()
}

function put(workspace: Workspace, shown: SlackEphemeral): SlackEphemeral {
  workspace.ephemerals.set(keyOf(shown.channel, shown.ts), shown)
  workspace.changed()
  return shown
}

function contents(said: Whisper): Pick<SlackEphemeral, 'text' | 'blocks' | 'attachments' | 'thread_ts' | 'pinged'> {
  const { blocks, attachments, thread_ts } = said
  return { text: said.text ?? '', blocks, attachments, thread_ts, pinged: pingedBy(said) }
}
