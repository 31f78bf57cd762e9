import { chatOf } from '../chats.ts'
import { downloadLimit, filePath } from '../files.ts'
import { badRequest } from '../refusal.ts'
import { type KeptChat, type State, settings } from '../state.ts'
import { chatOnWire, userOnWire, withoutAbsent } from '../wire.ts'
import type { Methods } from './call.ts'

/** Who and what is where: the bot itself, chats, their people, files. */
export const places = {
  getMe(_payload, { state }) {
    return {
      ...userOnWire(state, state.bot.id),
      can_join_groups: true,
      can_read_all_group_messages: false,
      can_connect_to_business: false,
      supports_inline_queries: false,
      has_main_web_app: false,
      has_topics_enabled: settings(state).topics !== undefined,
      allows_users_to_create_topics: settings(state).topics?.theirs ?? false,
      can_manage_bots: false,
      supports_guest_queries: false,
      supports_join_request_queries: false,
    }
  },

  getChat(payload, { state }) {
    const chat = chatOf(state, payload.chat_id)
    const gifts = { unlimited_gifts: false, limited_gifts: false, unique_gifts: false }
    return {
      ...chatOnWire(state, chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: { ...gifts, premium_subscription: false, gifts_from_channels: false },
    }
  },

  getChatMember(payload, { state }) {
    const chat = chatOf(state, payload.chat_id)
    if (payload.user_id !== state.bot.id && !state.people.has(payload.user_id)) {
      throw badRequest('invalid user_id specified')
    }
    return member(state, chat, payload.user_id)
  },

  getChatAdministrators(payload, { state }) {
    const chat = chatOf(state, payload.chat_id)
    if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
    const ids = chat.owner === undefined ? [state.bot.id] : [chat.owner, state.bot.id]
    return ids.map((id) => member(state, chat, id))
  },

  getChatMemberCount: (payload, { state }) => chatOf(state, payload.chat_id).members.length + 1,

  /** Up to 20 MB (platforms.md §B2). */
  getFile(payload, { state }) {
    const file = state.files.get(payload.file_id)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.size > downloadLimit) throw badRequest('file is too big')
    return {
      file_id: file.id,
      file_unique_id: file.unique,
      file_size: file.size,
      file_path: filePath(state, file),
    }
  },
} satisfies Methods

export function member(state: State, chat: KeptChat, id: number): object {
  const user = userOnWire(state, id)
  if (id === chat.owner) return { status: 'creator', user, is_anonymous: false }
  if (id === state.bot.id) {
    if (chat.blocked) return { status: 'kicked', user, until_date: 0 }
    return chat.type === 'private'
      ? { status: 'member', user }
      : {
          status: 'administrator',
          user,
          ...rights,
          can_delete_messages: !chat.mayNotDelete,
          can_manage_topics: !chat.topicsAreTheirs,
        }
  }
  return { status: chat.members.includes(id) ? 'member' : 'left', user }
}

/** What a support desk's bot needs in its agents' forum (platforms.md §B1). */
const rights = withoutAbsent({
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
})
