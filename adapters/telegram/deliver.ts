import { type Api, GrammyError, InputFile } from 'grammy'
import { type Delivered, type Delivery, DeliveryFault, type FileOut, type Post } from '../../src/adapter.ts'
import { factsOf, faultOf, isTelegrams, isTokenRefused } from './fault.ts'
import { keyboardOf } from './keyboard.ts'
import type { Log } from './log.ts'
import { entitledPost } from './post.ts'
import { react } from './react.ts'

/** UTF-16 units of one message, platforms.md §B2. */
const TEXT_UNITS = 4096
const CAPTION_UNITS = 1024

/** Telegram's General topic: it cannot be addressed by its id (platforms.md §D25). */
const GENERAL = '1'

/** Sends one thing with one call. Rejects with a `DeliveryFault` only. */
export async function deliver(api: Api, log: Log, delivery: Delivery): Promise<Delivered> {
  try {
    switch (delivery.act) {
      case 'post':
        return delivery.post.file
          ? await sendFile(api, delivery.to, delivery.post, delivery.post.file)
          : await send(api, log, delivery.to, delivery.post, delivery.replyTo)
      case 'whisper':
        // Nobody else is in a private chat, so that is where a word for one person goes.
        return await send(api, log, { chat: delivery.person }, delivery.post)
      case 'edit':
        return await edit(api, delivery)
      case 'delete':
        return await remove(api, delivery)
      case 'react':
        return await react(api, delivery)
      case 'finish':
        // Workflows are another platform's.
        throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'no-workflows' })
      default:
        return delivery satisfies never
    }
  } catch (error) {
    if (error instanceof DeliveryFault) throw error
    // Both want an operator: the token is wrong, or we cannot render what we owe.
    if (isTokenRefused(error)) log.error(factsOf(error), 'telegram-token-refused')
    else if (!isTelegrams(error)) log.error({ ...factsOf(error), delivery: delivery.id }, 'telegram-cannot-be-rendered')
    throw faultOf(error, delivery)
  }
}

type Place = { chat: string; thread?: string | undefined }

async function send(api: Api, log: Log, to: Place, post: Post, replyTo?: string): Promise<Delivered> {
  const { text, ...shown } = wordsOf(post)
  const thread = to.thread === undefined || to.thread === GENERAL ? undefined : Number(to.thread)
  const sent = await api.sendMessage(Number(to.chat), text, {
    ...shown,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
  })
  // A deleted topic of a private chat lets the message fall into the main chat (platforms.md §D23).
  if (thread !== undefined && sent.message_thread_id !== thread) {
    log.warn({ chat: to.chat, asked: thread, got: sent.message_thread_id }, 'telegram-sent-to-another-topic')
  }
  return {
    message: String(sent.message_id),
    chat: String(sent.chat.id),
    thread: sent.is_topic_message && sent.message_thread_id ? String(sent.message_thread_id) : undefined,
  }
}

/** Bytes are ours, never an address or a path (platforms.md §B3); the words are the caption. */
async function sendFile(api: Api, to: Place, post: Post, file: FileOut): Promise<Delivered> {
  const { text, entities } = entitledPost(post)
  const caption = text.length > CAPTION_UNITS ? {} : { caption: text, caption_entities: entities }
  const thread = to.thread === undefined || to.thread === GENERAL ? undefined : Number(to.thread)
  const sent = await api.sendDocument(Number(to.chat), new InputFile(await file.bytes(), file.name), {
    ...caption,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
  })
  return {
    message: String(sent.message_id),
    chat: String(sent.chat.id),
    thread: sent.is_topic_message && sent.message_thread_id ? String(sent.message_thread_id) : undefined,
  }
}

async function edit(api: Api, delivery: Extract<Delivery, { act: 'edit' }>): Promise<Delivered> {
  const { text, ...shown } = wordsOf(delivery.post)
  // Without `reply_markup` Telegram takes the old buttons away, which is what a post without choices means.
  const asked = api.editMessageText(Number(delivery.to.chat), Number(delivery.target), text, shown)
  await unless(asked, 'message is not modified')
  return landed(delivery)
}

async function remove(api: Api, delivery: Extract<Delivery, { act: 'delete' }>): Promise<Delivered> {
  const asked = api.deleteMessage(Number(delivery.to.chat), Number(delivery.target))
  await unless(asked, 'message to delete not found')
  return landed(delivery)
}

/** Asking for what is so already is a success. */
async function unless(call: Promise<unknown>, alreadySo: string): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof GrammyError && error.description.includes(alreadySo))) throw error
  }
}

function landed({ to, target }: Extract<Delivery, { act: 'edit' | 'delete' }>): Delivered {
  return { message: target, chat: to.chat, thread: to.thread }
}

function wordsOf(post: Post) {
  const { text, entities } = entitledPost(post)
  if (text.length > TEXT_UNITS) {
    throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'text-too-long' })
  }
  const keyboard = keyboardOf(post.choices)
  return {
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  }
}
