import type { ReactionTypeEmoji } from 'grammy/types'
import { z } from 'zod'
import { reactionEmoji } from '../../adapters/telegram/reaction-emoji.ts'
import { mediaKinds } from '../telegram/media.ts'

const id = z.string().min(1).max(100)
const slackUser = id.regex(/^[UW]/)
/** A channel id, or `direct` for the person's direct message with the bot. */
const channel = id
const telegramUser = z.number().int().positive()
const message = z.number().int().positive()
const words = z.string().min(1).max(50_000)
/** Of Telegram's own list. */
const reaction = z.custom<ReactionTypeEmoji['emoji']>((given) => typeof given === 'string' && reactionEmoji.has(given))
/** A group, or a topic of it or of one's private chat with the bot; nothing: that chat itself. */
const where = { chat: z.number().int().optional(), thread: message.optional() }

const fieldValue = z.union([z.string(), z.array(z.string()), z.null()])

/** What the page arms: `kind` of misbehaviour for the next `times` calls (or events) of a platform. */
const trouble = z.enum(['too-many', 'error', 'drop', 'drop-after-accepting', 'slow', 'double', 'reorder'])

/** Everything somebody can do on the page, and nothing more. */
export const actShape = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('slack.say'),
    user: slackUser,
    channel,
    text: words,
    thread: id.optional(),
    broadcast: z.boolean().optional(),
  }),
  z.strictObject({ act: z.literal('slack.edit'), user: slackUser, channel, ts: id, text: words }),
  z.strictObject({ act: z.literal('slack.remove'), user: slackUser, channel, ts: id }),
  z.strictObject({
    act: z.literal('slack.react'),
    user: slackUser,
    channel,
    ts: id,
    emoji: id,
    remove: z.boolean().optional(),
  }),
  z.strictObject({
    act: z.literal('slack.command'),
    user: slackUser,
    channel,
    command: id.startsWith('/'),
    text: z.string().max(50_000),
  }),
  z.strictObject({ act: z.literal('slack.shortcut'), user: slackUser, channel, ts: id, callback: id }),
  z.strictObject({
    act: z.literal('slack.press'),
    user: slackUser,
    channel,
    ts: id,
    /** `action_id`, or the label where that is not the only one of its name. */
    what: z.union([id, z.strictObject({ label: z.string() })]),
    option: z.union([z.string(), z.array(z.string())]).optional(),
    person: id.optional(),
  }),
  z.strictObject({ act: z.literal('slack.submit'), user: slackUser, values: z.record(z.string(), fieldValue) }),
  z.strictObject({ act: z.literal('slack.choose'), user: slackUser, field: id, value: fieldValue }),
  z.strictObject({ act: z.literal('slack.pressInView'), user: slackUser, action: id }),
  z.strictObject({ act: z.literal('slack.close'), user: slackUser }),

  z.strictObject({ act: z.literal('telegram.start'), user: telegramUser }),
  z.strictObject({
    act: z.literal('telegram.write'),
    user: telegramUser,
    ...where,
    text: words.max(4096),
    replyTo: message.optional(),
    /** Where people may make topics, an app puts what is written in none of them into a new one. */
    inNewTopic: z.literal(true).optional(),
  }),
  z.strictObject({
    act: z.literal('telegram.send'),
    user: telegramUser,
    ...where,
    kind: z.enum([...mediaKinds, 'location']),
  }),
  z.strictObject({ act: z.literal('telegram.edit'), user: telegramUser, ...where, message, text: words.max(4096) }),
  z.strictObject({ act: z.literal('telegram.erase'), user: telegramUser, ...where, message }),
  z.strictObject({
    act: z.literal('telegram.react'),
    user: telegramUser,
    ...where,
    message,
    /** Null: takes it back. */
    emoji: reaction.nullable(),
  }),
  z.strictObject({
    act: z.literal('telegram.press'),
    user: telegramUser,
    ...where,
    message,
    button: z.union([z.strictObject({ data: z.string() }), z.strictObject({ label: z.string() })]),
  }),
  z.strictObject({ act: z.literal('telegram.tap'), user: telegramUser, label: z.string() }),
  z.strictObject({
    act: z.literal('telegram.turnTopic'),
    user: telegramUser,
    chat: z.number().int(),
    thread: message,
    closed: z.boolean(),
  }),
  z.strictObject({
    act: z.literal('telegram.deleteTopic'),
    user: telegramUser,
    chat: z.number().int(),
    thread: message,
  }),
  z.strictObject({ act: z.literal('telegram.makeTopic'), user: telegramUser, name: words.max(128) }),
  /** What whoever made the bot chooses at @BotFather. */
  z.strictObject({
    act: z.literal('telegram.topics'),
    user: telegramUser,
    are: z.enum(['off', 'the-bots', 'theirs-too']),
  }),
  z.strictObject({ act: z.literal('telegram.block'), user: telegramUser, blocked: z.boolean() }),

  z.strictObject({
    act: z.literal('trouble.arm'),
    platform: z.enum(['slack', 'telegram']),
    trouble,
    times: z.number().int().min(1).max(100),
  }),
  z.strictObject({ act: z.literal('trouble.clear') }),

  z.strictObject({ act: z.literal('clock.move'), by: z.enum(['hour', 'day', 'next']) }),
])

export type PageAct = z.infer<typeof actShape>
export type Trouble = z.infer<typeof trouble>
