import { type Api, GrammyError, InputFile } from 'grammy'
import { type Delivery, DeliveryFault } from '../../src/adapter.ts'
import { captionOf } from './send-files.ts'
import { type StandIn, standInsFor } from './stand-ins.ts'
import { unless } from './unless.ts'

/**
 * What Telegram deletes no more (48 hours) its bot may change for ever: the words of `post` in place of the old ones, and
 * a file with nothing in it in place of each, through a whole album. Rejects with `file-final` where a file stays: a voice
 * message, a round film and a sticker can be replaced by nothing (`editMessageMedia`); what was said under them goes.
 */
export async function emptyMessage(api: Api, delivery: Extract<Delivery, { act: 'edit' }>): Promise<void> {
  const { to, target, also = [], post } = delivery
  const chat = Number(to.chat)
  const { caption: words = '', caption_entities: entities = [] } = captionOf(post)
  const caption = { caption: words, caption_entities: entities }
  let standIns = standInsFor(words)
  let stays = false
  for (const message of [target, ...also].map(Number)) {
    const isFirst = message === Number(target)
    // Words too long for a caption stand by themselves before their files.
    if (isFirst && (await bearsWordsAlone(api.editMessageText(chat, message, words, { entities })))) continue
    const taken = await replaceFile(api, chat, message, isFirst ? caption : {}, standIns)
    if (!taken) stays = true
    // Files of one album are of a kind.
    else standIns = [taken, ...standIns.filter((one) => one !== taken)]
  }
  if (stays) throw new DeliveryFault({ kind: 'refused', reason: 'file-final', code: 'file-cannot-be-replaced' })
}

async function bearsWordsAlone(edit: Promise<unknown>): Promise<boolean> {
  try {
    await edit
    return true
  } catch (error) {
    if (says(error, DONE)) return true
    if (says(error, /no text in the message to edit/) || says(error, NOT_REPLACED)) return false
    throw error
  }
}

type Caption = Partial<ReturnType<typeof captionOf>>

/** Resolves with what stands there now; undefined: the file stays. */
async function replaceFile(
  api: Api,
  chat: number,
  message: number,
  caption: Caption,
  [standIn, ...others]: readonly StandIn[],
): Promise<StandIn | undefined> {
  if (!standIn) return undefined
  const { type, name, bytes } = standIn
  try {
    await api.editMessageMedia(chat, message, { type, media: new InputFile(bytes, name), ...caption })
    return standIn
  } catch (error) {
    if (says(error, DONE)) return standIn
    if (says(error, NO_MEDIA)) await unless(api.editMessageCaption(chat, message, caption), 'message is not modified')
    if (says(error, NOT_REPLACED)) return undefined
    if (says(error, OTHER_KIND)) return replaceFile(api, chat, message, caption, others)
    throw error
  }
}

/** It reads so already, or its reader has deleted it. */
const DONE = /message is not modified|message to edit not found|message_id_invalid/
const NO_MEDIA = /no media in the message to edit/
const NOT_REPLACED = /no media in the message to edit|message can't be edited/
/** In an album a document stays one, and so does sound; nor may Telegram like a picture. */
const OTHER_KIND = /media type in the album|used in an album|photo_\w*invalid|image_process_failed/

function says(error: unknown, what: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && what.test(error.description.toLowerCase())
}
