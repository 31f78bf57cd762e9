import { announce, type Doing } from '../announce.ts'
import { openChat } from '../chats.ts'
import { badRequest } from '../refusal.ts'
import { type KeptChat, keepMessage, nextMessageId, type State, settings } from '../state.ts'
import { topicIcons } from '../topic-icons.ts'
import type { Methods } from './call.ts'

const nameLimit = 128
const colours: readonly number[] = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

/** Topics of a forum, or of a private chat where the bot has them. Each change posts a service message, which the bot is told of too (platforms.md §C). */
export const topics = {
  createForumTopic(payload, call) {
    const { chat_id, name, icon_color: colour = 7322096, icon_custom_emoji_id: icon } = payload
    const chat = forumOf(call.state, chat_id)
    if (chat.topicsAreTheirs) throw badRequest('not enough rights to create a topic')
    checkName(name)
    if (!colours.includes(colour)) throw badRequest('wrong icon color specified')
    checkIcon(icon)
    const thread = addTopic(call, chat, { name, colour, ...(icon === undefined ? {} : { icon }) }, {})
    return { message_thread_id: thread, name, icon_color: colour }
  },

  /** The icons everybody may give a topic; any other custom emoji is refused. */
  getForumTopicIconStickers: () =>
    [...topicIcons].map(([custom_emoji_id, emoji]) => ({
      file_id: `icon-${custom_emoji_id}`,
      file_unique_id: custom_emoji_id,
      type: 'custom_emoji',
      width: 100,
      height: 100,
      is_animated: false,
      is_video: false,
      emoji,
      custom_emoji_id,
    })),

  editForumTopic(payload, call) {
    const { name, icon_custom_emoji_id: icon } = payload
    if (name !== undefined) checkName(name)
    checkIcon(icon)
    const old = topicOf(forumOf(call.state, payload.chat_id), payload.message_thread_id)
    const now = { ...(name === undefined ? {} : { name }), ...(icon === undefined ? {} : { icon }) }
    if ((name ?? old.name) === old.name && (icon ?? old.icon) === old.icon) throw badRequest('TOPIC_NOT_MODIFIED')
    alter(call.state, payload.chat_id, payload.message_thread_id, now)
    const edited = { ...(name === undefined ? {} : { name }), ...(icon && { icon_custom_emoji_id: icon }) }
    announce(call, forumOf(call.state, payload.chat_id), { forum_topic_edited: edited }, { thread: old.thread })
    return true
  },

  closeForumTopic: (payload, call) => turnTopic(call, payload.chat_id, payload.message_thread_id, true),
  reopenForumTopic: (payload, call) => turnTopic(call, payload.chat_id, payload.message_thread_id, false),

  deleteForumTopic: (payload, { state }) => dropTopic(state, payload.chat_id, payload.message_thread_id),
} satisfies Methods

/** @param made by whom (default the bot), and whether nobody has chosen its name. Returns its thread. */
export function addTopic(
  call: Doing,
  chat: KeptChat,
  { name, colour, icon }: { name: string; colour: number; icon?: string },
  made: { by?: number; implicit?: boolean },
): number {
  const thread = nextMessageId(call.state, chat.id)
  const topic = { thread, name, closed: false, colour, ...(icon === undefined ? {} : { icon }) }
  call.state.chats.set(chat.id, { ...chat, topics: [...chat.topics, topic] })
  const told = { name, icon_color: colour, ...(made.implicit && { is_name_implicit: true }) }
  announce(call, chat, { forum_topic_created: told }, { thread, id: thread, from: made.by })
  return thread
}

/** With all its messages. */
export function dropTopic(state: State, chat: number | string, id: number): true {
  const forum = forumOf(state, chat)
  const { thread } = topicOf(forum, id)
  state.chats.set(forum.id, { ...forum, topics: forum.topics.filter((topic) => topic.thread !== thread) })
  for (const message of state.byChat.get(forum.id) ?? []) {
    if (message.thread !== thread || message.deleted) continue
    message.deleted = true
    keepMessage(state, message)
  }
  state.changed()
  return true
}

/** A forum, or a private chat while the bot has topics there (platforms.md §B1). */
function forumOf(state: State, id: number | string): KeptChat {
  const chat = openChat(state, id)
  if (chat.type === 'private' ? !settings(state).topics : !chat.forum) throw badRequest('the chat is not a forum')
  return chat
}

function topicOf(forum: KeptChat, thread: number) {
  const topic = forum.topics.find((one) => one.thread === thread)
  if (!topic) throw badRequest('message thread not found')
  return topic
}

function checkIcon(icon: string | undefined): void {
  if (icon !== undefined && icon !== '' && !topicIcons.has(icon)) throw badRequest('DOCUMENT_INVALID')
}

function checkName(name: string): void {
  if (name.trim() === '') throw badRequest('topic name must be non-empty')
  if (name.length > nameLimit) throw badRequest('TOPIC_NAME_TOO_LONG')
}

/** @param by a person's id; default the bot. */
export function turnTopic(call: Doing, chat: number | string, thread: number, closed: boolean, by?: number): true {
  const forum = forumOf(call.state, chat)
  if (forum.type === 'private') throw badRequest('the chat is not a forum')
  const old = topicOf(forum, thread)
  if (old.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED')
  alter(call.state, chat, thread, { closed })
  const sign = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }
  announce(call, forumOf(call.state, chat), sign, { thread, from: by })
  return true
}

function alter(
  state: State,
  chat: number | string,
  thread: number,
  now: { name?: string; closed?: boolean; icon?: string },
): void {
  const forum = forumOf(state, chat)
  const altered = forum.topics.map((topic) => (topic.thread === thread ? { ...topic, ...now } : topic))
  state.chats.set(forum.id, { ...forum, topics: altered })
}
