import { announce } from './announce.ts'
import { addTopic, dropTopic, turnTopic } from './methods/topics.ts'
import { chatFor, enter, personOf, theirs } from './reach.ts'
import { change, groupBegins, keepMessage, type State, settings } from './state.ts'
import type { Updates } from './updates.ts'
import type { TelegramWorld } from './world.ts'

type OfGroups =
  | 'turnTopic'
  | 'setTopics'
  | 'topics'
  | 'makeTopic'
  | 'deleteTopic'
  | 'deleteByAdmin'
  | 'addForum'
  | 'setForumTopics'
  | 'letManageTopics'
  | 'letDelete'
  | 'setUsername'
  | 'upgrade'

/** What people do to groups and topics, rather than in them. @see TelegramWorld */
export function groupsIn(state: State, updates: Updates): Pick<TelegramWorld, OfGroups> {
  return {
    turnTopic(user, chat, thread, closed) {
      enter(state, user, chat)
      turnTopic({ state, updates }, chat, thread, closed, user)
    },

    setTopics(topics) {
      change(state, (row) => {
        if (topics) row.topics = topics
        else delete row.topics
      })
    },

    topics: () => settings(state).topics,

    makeTopic(user, name) {
      const chat = enter(state, user, undefined)
      refuseTheirs(state)
      const made = { by: user, implicit: name === undefined }
      return addTopic({ state, updates }, chat, { name: name ?? 'New Chat', colour: 7322096 }, made)
    },

    deleteTopic(user, chat, thread) {
      if (enter(state, user, chat).type === 'private') refuseTheirs(state)
      dropTopic(state, chat, thread)
    },

    deleteByAdmin(user, id, message) {
      const chat = enter(state, user, id)
      if (chat.owner !== user) throw new Error(`${personOf(state, user).first_name} does not run ${chat.title}`)
      const kept = theirs(state, chat, message)
      kept.deleted = true
      keepMessage(state, kept)
    },

    addForum(id, title, members) {
      const [owner] = members
      if (owner === undefined) throw new Error('a group has an owner')
      state.chats.set(id, {
        id,
        type: 'supergroup',
        title,
        members,
        owner,
        blocked: false,
        forum: true,
        topics: [],
      })
      groupBegins(state, id)
      state.changed()
    },

    setForumTopics(id, on) {
      state.chats.set(id, { ...chatFor(state, id), forum: on })
      state.changed()
    },
    letManageTopics(id, may) {
      state.chats.set(id, { ...chatFor(state, id), topicsAreTheirs: !may })
      state.changed()
    },
    letDelete(id, may) {
      state.chats.set(id, { ...chatFor(state, id), mayNotDelete: !may })
      state.changed()
    },
    setUsername(id, username) {
      const { username: _before, ...chat } = chatFor(state, id)
      state.chats.set(id, username === undefined ? chat : { ...chat, username })
      state.changed()
    },
    upgrade(id, to, how) {
      const { movedTo: _none, ...chat } = chatFor(state, id)
      // Its messages stay behind, and its topics with them: ids count anew.
      const now = state.chats.set(to, { ...chat, id: to, topics: [] })
      groupBegins(state, to)
      state.chats.set(id, { ...chat, movedTo: to })
      state.changed()
      if (how?.untold) return
      announce({ state, updates }, chat, { migrate_to_chat_id: to }, { from: chat.owner })
      announce({ state, updates }, now, { migrate_from_chat_id: id }, { from: chat.owner })
    },
  }
}

/** People make and delete topics of their own chat only where the bot lets them. */
function refuseTheirs(state: State): void {
  if (!settings(state).topics?.theirs) throw new Error('the bot does not let people make or delete topics')
}
