import { randomUUID } from 'node:crypto'
import { newTs } from '../platforms/slack.ts'
import type { Doing, Side } from '../platforms/wire.ts'

/** Methods by which a platform takes something new. */
export const POSTS: Record<Side, readonly string[]> = {
  slack: ['chat.postMessage', 'files.completeUploadExternal'],
  telegram: [
    'sendMessage',
    'sendPhoto',
    'sendDocument',
    'sendVideo',
    'sendAudio',
    'sendAnimation',
    'sendVoice',
    'sendVideoNote',
    'sendSticker',
    'sendMediaGroup',
  ],
}
const EDITS: Record<Side, readonly string[]> = { slack: ['chat.update'], telegram: ['editMessageText'] }
/** The copy goes, and the agents are told so: words that are said before they are would be taken for what comes next. */
const DELETIONS: Record<Side, readonly string[]> = {
  slack: ['chat.delete', 'chat.postMessage'],
  telegram: ['deleteMessage', 'sendMessage'],
}
const REACTIONS: Record<Side, readonly string[]> = { slack: ['reactions.add'], telegram: ['setMessageReaction'] }

/** One kind of thing: what is done, one after the other, the last of it measured; undefined where there is no such thing. */
export interface Kind {
  name: string
  on(side: Side): Doing[] | undefined
  /** Calls of the other platform that tell it has come. */
  awaited: Record<Side, readonly string[]>
  /** How many of these calls, default one. */
  times?: number
  /** Everything in `on` is one thing, told in so many requests. */
  whole?: true
}

let count = 0
/** An id of a message that is to be spoken of again. */
function newId(side: Side): string {
  if (side === 'slack') return newTs()
  count += 1
  return String(50_000_000 + count)
}

const say = (text: string, more?: Record<string, unknown>, id?: string): Doing => ({
  does: 'say',
  text,
  ...(more && { more }),
  ...(id !== undefined && { id }),
})

const WORDS = 'The printer on the second floor is out of paper again'

const text = (name: string, slack: Record<string, unknown> | undefined, telegram: Record<string, unknown>): Kind => ({
  name,
  on: (side) => (side === 'telegram' ? [say(WORDS, telegram)] : slack && [say(WORDS, slack)]),
  awaited: POSTS,
})

const section = (...elements: unknown[]) => ({
  blocks: [{ type: 'rich_text', block_id: 'b', elements: [{ type: 'rich_text_section', elements }] }],
})

/** A file's id ends with what is in it: see `bench/platforms/server.ts`. */
const slackFile = (ending: string, mimetype: string) => ({
  id: `F${randomUUID()}-${ending}`,
  name: `a.${ending}`,
  mimetype,
  size: 70,
})
const telegramFile = (ending: string, more: Record<string, unknown> = {}) => ({
  file_id: `${randomUUID()}.${ending}`,
  file_unique_id: randomUUID(),
  file_size: 70,
  ...more,
})

const file = (
  name: string,
  slack: [ending: string, mimetype: string] | undefined,
  telegram: () => Record<string, unknown>,
): Kind => ({
  name,
  on: (side) => {
    if (side === 'telegram') return [say('', telegram())]
    return slack && [say('', { subtype: 'file_share', blocks: [], files: [slackFile(...slack)] })]
  },
  awaited: POSTS,
})

const only = (name: string, telegram: () => Record<string, unknown>): Kind => file(name, undefined, telegram)

/** Something done to a message said before. */
const about = (
  name: string,
  awaited: Kind['awaited'],
  doing: (message: string, side: Side) => Doing | undefined,
): Kind => ({
  name,
  awaited,
  on: (side) => {
    const id = newId(side)
    const done = doing(id, side)
    return done && [say(WORDS, undefined, id), done]
  },
})

/** The kinds of README.md's table of what crosses over; plain words first, which all are measured by. */
export const kinds: readonly Kind[] = [
  { name: 'Plain words', on: () => [say(WORDS)], awaited: POSTS },
  text(
    'Bold, italic, struck, code',
    section(
      { type: 'text', text: 'The printer ' },
      { type: 'text', text: 'on the second floor', style: { bold: true, italic: true } },
      { type: 'text', text: ' is out of ' },
      { type: 'text', text: 'paper', style: { code: true } },
    ),
    {
      entities: [
        { type: 'bold', offset: 4, length: 7 },
        { type: 'italic', offset: 4, length: 7 },
        { type: 'code', offset: 40, length: 5 },
      ],
    },
  ),
  text(
    'A link',
    section({ type: 'text', text: 'See ' }, { type: 'link', url: 'https://example.com/manual', text: 'the manual' }),
    { entities: [{ type: 'text_link', offset: 4, length: 7, url: 'https://example.com/manual' }] },
  ),
  file('A photo', ['jpg', 'image/jpeg'], () => ({ photo: [telegramFile('jpg', { width: 1, height: 1 })] })),
  file('A document', ['pdf', 'application/pdf'], () => ({
    document: telegramFile('pdf', { file_name: 'a.pdf', mime_type: 'application/pdf' }),
  })),
  file('A video', ['mp4', 'video/mp4'], () => ({ video: telegramFile('mp4', { mime_type: 'video/mp4' }) })),
  file('A sound file', ['mp3', 'audio/mpeg'], () => ({ audio: telegramFile('mp3', { mime_type: 'audio/mpeg' }) })),
  file('An animation', ['gif', 'image/gif'], () => ({ animation: telegramFile('mp4', { mime_type: 'video/mp4' }) })),
  only('A voice message', () => ({ voice: telegramFile('ogg', { mime_type: 'audio/ogg' }) })),
  only('A round video', () => ({ video_note: telegramFile('mp4') })),
  only('A sticker', () => ({ sticker: telegramFile('webp') })),
  {
    name: 'Several pictures at once',
    awaited: POSTS,
    whole: true,
    on: (side) => {
      const pictures = ['jpg', 'jpg']
      if (side === 'slack') {
        const files = pictures.map((ending) => slackFile(ending, 'image/jpeg'))
        return [say('', { subtype: 'file_share', blocks: [], files })]
      }
      const media_group_id = randomUUID()
      return pictures.map((ending) =>
        say('', { media_group_id, photo: [telegramFile(ending, { width: 1, height: 1 })] }),
      )
    },
  },
  only('A place', () => ({ location: { latitude: 52.5, longitude: 13.4 } })),
  only('A contact', () => ({ contact: { phone_number: '+4930123', first_name: 'Max' } })),
  only('A throw of dice', () => ({ dice: { emoji: '🎲', value: 4 } })),
  only('A poll', () => ({ poll: { question: 'Which day?', options: [{ text: 'Monday' }, { text: 'Tuesday' }] } })),
  about('An answer to one message', POSTS, (message, side) =>
    side === 'telegram' ? say(WORDS, { reply_to_message: { message_id: Number(message) } }) : undefined,
  ),
  about('An edit', EDITS, (message) => ({ does: 'edit', message, text: `${WORDS}, and of ink` })),
  about('A reaction', REACTIONS, (message) => ({ does: 'react', message })),
  {
    ...about('A deletion', DELETIONS, (message, side) => (side === 'slack' ? { does: 'delete', message } : undefined)),
    times: 2,
  },
]
