import { type Api, GrammyError } from 'grammy'
import type { EphemeralMessageParameters } from 'grammy/types'
import { type Delivered, type Delivery, DeliveryFault, type FileOut, type Post } from '../../src/adapter.ts'
import { NO_WORDS } from '../../src/domain/text/text.ts'
import { emptyMessage } from './empty-message.ts'
import { factsOf, faultOf, isTelegrams, isTokenRefused, isTopicGone } from './fault.ts'
import { keyboardOf } from './keyboard.ts'
import type { Log } from './log.ts'
import { showMenu } from './menus.ts'
import { entitledPost } from './post.ts'
import { react } from './react.ts'
import { captionOf, deliveredAs, fitsCaption, sendFiles, type There } from './send-files.ts'
import { deliverTopic } from './topics.ts'
import { unless } from './unless.ts'

/** UTF-16 units of one message, platforms.md §B2. */
const TEXT_UNITS = 4096

/** Telegram's General topic: it cannot be addressed by its id (platforms.md §D25). */
const GENERAL = '1'

/** Sends one thing, with one call where Telegram lets it. Rejects with a `DeliveryFault` only. */
export async function deliver(api: Api, log: Log, delivery: Delivery): Promise<Delivered> {
  try {
    switch (delivery.act) {
      case 'post':
        return await send(api, log, delivery.to, delivery.post, delivery.replyTo)
      case 'whisper':
        // Nobody else is in a private chat, so that is where a word for one person goes.
        return delivery.to.chat.startsWith('-')
          ? await whisperInGroup(api, log, delivery)
          : await send(api, log, { chat: delivery.person, thread: delivery.to.thread }, delivery.post)
      case 'edit':
        return await edit(api, delivery)
      case 'delete':
        return await remove(api, delivery)
      case 'react':
        return await react(api, delivery)
      case 'menu':
        return await showMenu(api, delivery)
      case 'finish':
        // Workflows are another platform's.
        throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'no-workflows' })
      case 'topic':
      case 'topic-name':
      case 'topic-close':
      case 'topic-reopen':
        return await deliverTopic(api, delivery)
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

/**
 * In a group only its reader sees an ephemeral message (Bot API 10.2). Where Telegram will not have it so (too late
 * after a press, a client too old), it is a reply there: the group is the agents' own.
 */
async function whisperInGroup(api: Api, log: Log, delivery: Extract<Delivery, { act: 'whisper' }>): Promise<Delivered> {
  const { to, post, person, via, replyTo } = delivery
  const ephemeral = { receiver_user_id: Number(person), ...(via === undefined ? {} : { callback_query_id: via }) }
  try {
    return await send(api, log, to, post, undefined, ephemeral)
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400 || isTopicGone(error)) throw error
    return send(api, log, to, post, replyTo)
  }
}

function thereOf({ chat, thread }: Place, replyTo?: string, ephemeral?: EphemeralMessageParameters): There {
  return {
    chat_id: Number(chat),
    ...(thread === undefined || thread === GENERAL ? {} : { message_thread_id: Number(thread) }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
    ...(ephemeral && { ephemeral_message_parameters: ephemeral }),
  }
}

async function send(
  api: Api,
  log: Log,
  to: Place,
  post: Post,
  replyTo?: string,
  ephemeral?: EphemeralMessageParameters,
): Promise<Delivered> {
  const there = thereOf(to, replyTo, ephemeral)
  const { chat_id, ...where } = there
  const delivered = post.files?.length
    ? await sendBearing(api, there, post, post.files)
    : await sendWords(api, chat_id, where, post)
  // A deleted topic of a private chat lets the message fall into the main chat (platforms.md §D23).
  if (where.message_thread_id !== undefined && delivered.thread !== String(where.message_thread_id)) {
    log.warn({ chat: to.chat, asked: where.message_thread_id, got: delivered.thread }, 'telegram-sent-to-another-topic')
  }
  return delivered
}

/**
 * Files with their words. Words too long for a caption come by themselves (`delivery/files-apart.ts`); where only the
 * lines above and below make them too long, they go before the files here. Both arrive or neither, for what fails is sent
 * again as a whole.
 */
async function sendBearing(api: Api, there: There, post: Post, files: readonly FileOut[]): Promise<Delivered> {
  if (fitsCaption(post)) return deliveredAs(await sendFiles(api, there, post, files))
  const { chat_id, ...where } = there
  const { reply_parameters: _said, ...apart } = there
  const words = await sendWords(api, chat_id, where, post)
  try {
    const { message, also = [] } = deliveredAs(await sendFiles(api, apart, WORDLESS, files))
    return { ...words, also: [message, ...also] }
  } catch (error) {
    await api.deleteMessage(chat_id, Number(words.message)).catch(() => {})
    throw error
  }
}

const WORDLESS: Post = { body: NO_WORDS }

async function sendWords(api: Api, chat: number, where: Omit<There, 'chat_id'>, post: Post): Promise<Delivered> {
  const { text, ...shown } = wordsOf(post)
  return deliveredAs([await api.sendMessage(chat, text, { ...shown, ...where })])
}

async function edit(api: Api, delivery: Extract<Delivery, { act: 'edit' }>): Promise<Delivered> {
  const [chat, message] = [Number(delivery.to.chat), Number(delivery.target)]
  if (delivery.emptied) {
    await emptyMessage(api, delivery)
    return landed(delivery)
  }
  // Without `reply_markup` Telegram takes the old buttons away, which is what a post without choices means.
  if (delivery.captioned && (await editCaption(api, chat, message, delivery.post))) return landed(delivery)
  const { text, ...shown } = wordsOf(delivery.post)
  await unless(api.editMessageText(chat, message, text, shown), 'message is not modified')
  return landed(delivery)
}

/** False: its words stand by themselves, before the files (`sendBearing`). */
async function editCaption(api: Api, chat: number, message: number, post: Post): Promise<boolean> {
  try {
    await unless(api.editMessageCaption(chat, message, captionOf(post)), 'message is not modified')
    return true
  } catch (error) {
    if (error instanceof GrammyError && error.description.includes(NO_CAPTION)) return false
    throw error
  }
}

const NO_CAPTION = 'there is no caption in the message to edit'

async function remove(api: Api, delivery: Extract<Delivery, { act: 'delete' }>): Promise<Delivered> {
  const { to, target, also = [] } = delivery
  const asked =
    also.length > 0
      ? api.deleteMessages(Number(to.chat), [target, ...also].map(Number))
      : api.deleteMessage(Number(to.chat), Number(target))
  await unless(asked, 'message to delete not found')
  return landed(delivery)
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
