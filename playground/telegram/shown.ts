import { pinged } from './found-entities.ts'
import { kindOf, mediaKinds } from './media.ts'
import type { KeptMessage, State } from './state.ts'
import type { Shown, ShownButton } from './world.ts'

/** A message as people see it. */
export function shownMessage(state: State, message: KeptMessage): Shown {
  const { body } = message
  const text = body.text ?? body.caption ?? ''
  const entities = body.entities ?? body.caption_entities ?? []
  const who = (id: number) => (id === state.bot.id ? ('bot' as const) : id)
  return {
    id: message.id,
    chat: message.chat,
    from: who(message.from),
    kind: kindOf(body),
    text,
    entities,
    buttons: (message.buttons?.inline_keyboard ?? []).map((row) => row.map(shownButton)),
    edited: message.editDate !== undefined,
    deleted: message.deleted ?? false,
    replyTo: message.replyTo,
    thread: message.thread,
    album: message.album,
    file: fileIn(state, message),
    reactions: Object.entries(message.reactions).map(([from, emoji]) => ({ from: who(Number(from)), emoji })),
    pinged: pinged(text, entities),
    atMs: message.date * 1000,
    ...(message.onlyFor === undefined ? {} : { onlyFor: message.onlyFor }),
  }
}

function shownButton(button: { text: string; callback_data?: string; url?: string }): ShownButton {
  return { label: button.text, data: button.callback_data, url: button.url }
}

function fileIn(state: State, { body }: KeptMessage): Shown['file'] {
  const kind = mediaKinds.find((one) => body[one] !== undefined)
  const content = kind && body[kind]
  const part: unknown = Array.isArray(content) ? content.at(-1) : content
  if (typeof part !== 'object' || part === null || !('file_id' in part)) return undefined
  const file = state.files.get(String(part.file_id))
  return file && { id: file.id, name: file.name, mime: file.mime, size: file.size }
}
