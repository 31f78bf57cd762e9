import { commandsOf, menuFor } from './commands.ts'
import { withFoundEntities } from './found-entities.ts'
import { groupsIn } from './groups.ts'
import { labelOf } from './keyboards.ts'
import { member } from './methods/places.ts'
import { chatFor, enter, personOf, theirs, visible } from './reach.ts'
import { shownMessage } from './shown.ts'
import {
  addMessage,
  change,
  type KeptChat,
  type KeptMessage,
  keepMessage,
  type MessageBody,
  nextMessageId,
  nowSeconds,
  type State,
} from './state.ts'
import { bodyOf } from './things.ts'
import { topicIcons } from './topic-icons.ts'
import type { Updates } from './updates.ts'
import { chatOnWire, messageOnWire, userOnWire } from './wire.ts'
import type { Action, Said, TelegramWorld, Where } from './world.ts'

/** What people do in this Telegram, each deed an update on its way to the bot. */
export function peopleIn(state: State, updates: Updates): TelegramWorld {
  const write: TelegramWorld['write'] = (user, said) => {
    const { text, entities, anonymous, ...where }: Said = typeof said === 'string' ? { text: said } : said
    if (text.trim() === '') throw new Error('Telegram sends no empty message')
    if (text.length > 4096) throw new Error('an app sends more than 4096 units as several messages: write them so')
    const found = withFoundEntities(text, entities)
    return say(user, { text, ...(found.length > 0 ? { entities: found } : {}) }, where, { anonymous }).id
  }

  const say = (
    user: number,
    body: MessageBody,
    where: Where = {},
    how: { album?: string; anonymous?: true | undefined } = {},
  ): KeptMessage => {
    const { album, anonymous } = how
    const chat = enter(state, user, where.chat)
    if (anonymous && chat.owner !== user) throw new Error('only who runs a group writes in its name')
    // Who runs the group may write in a closed topic.
    const isOpen = ({ thread, closed }: KeptChat['topics'][number]) =>
      thread === where.thread && (!closed || chat.owner === user)
    if (where.replyTo !== undefined) theirs(state, chat, where.replyTo)
    if (where.thread !== undefined && !chat.topics.some(isOpen)) {
      throw new Error(`there is no open topic ${where.thread} in ${chat.title}`)
    }
    const message = addMessage(state, {
      chat: chat.id,
      id: nextMessageId(state, chat.id),
      from: user,
      date: nowSeconds(state),
      body,
      reactions: {},
      ...(where.thread === undefined ? {} : { thread: where.thread }),
      ...(where.replyTo === undefined ? {} : { replyTo: where.replyTo }),
      ...(where.quote === undefined ? {} : { quote: where.quote }),
      ...(album === undefined ? {} : { album }),
      ...(anonymous ? { anonymous } : {}),
    })
    tell('message', message)
    return message
  }

  const tell = (kind: 'message' | 'edited_message', message: KeptMessage): void => {
    const words = message.body.text ?? message.body.caption
    updates.offer(kind, messageOnWire(state, message), { queue: `chat ${message.chat}`, chat: message.chat, words })
  }

  const setBlocked = (user: number, blocked: boolean): void => {
    const chat = enter(state, user, undefined, 'stays blocked')
    if (chat.blocked === blocked) return
    const before = member(state, chat, state.bot.id)
    const after: KeptChat = { ...chat, blocked }
    state.chats.set(chat.id, after)
    state.changed()
    const content = {
      chat: chatOnWire(state, chat),
      from: userOnWire(state, user),
      date: nowSeconds(state),
      old_chat_member: before,
      new_chat_member: member(state, after, state.bot.id),
    }
    updates.offer('my_chat_member', content, { queue: `member ${chat.id}`, chat: chat.id })
  }

  const keyboardIn = (chat: number) => state.chats.get(chat)?.keyboard

  return {
    bot: state.bot,
    people: () => state.people.values(),
    add(person) {
      if (!state.people.has(person.id)) state.people.set(person.id, person)
      state.changed()
    },
    speak(user, language) {
      state.people.set(user, { ...personOf(state, user), language_code: language })
      state.changed()
    },
    chats: () => state.chats.values().map(({ topics, ...chat }) => ({ ...chat, topics: topics.map(shownTopic) })),

    write,
    start: (user, payload) => write(user, payload === undefined ? '/start' : `/start ${payload}`),
    send: (user, thing, where) => say(user, bodyOf(state, user, thing), where).id,
    album(user, things, where) {
      if (things.length < 2 || things.length > 10) throw new Error('an album has 2 to 10 parts')
      const album = `1390${nowSeconds(state)}${nextMessageId(state, user)}`
      return things.map((thing) => say(user, bodyOf(state, user, thing), where, { album }).id)
    },

    edit(user, id, text, where) {
      const message = theirs(state, enter(state, user, where?.chat), id)
      if (message.from !== user) throw new Error('people edit their own messages only')
      const key = message.body.text === undefined ? 'caption' : 'text'
      if (message.body[key] === text) return
      const { entities: _e, caption_entities: _c, ...rest } = message.body
      const found = withFoundEntities(text)
      const formatting = key === 'text' ? { entities: found } : { caption_entities: found }
      message.body = { ...rest, [key]: text, ...(found.length > 0 ? formatting : {}) }
      message.editDate = nowSeconds(state)
      keepMessage(state, message)
      tell('edited_message', message)
    },

    replace(user, id, thing, where) {
      const message = theirs(state, enter(state, user, where?.chat), id)
      if (message.from !== user) throw new Error('people edit their own messages only')
      message.body = bodyOf(state, user, thing)
      message.editDate = nowSeconds(state)
      keepMessage(state, message)
      tell('edited_message', message)
    },

    erase(user, id, where) {
      const message = theirs(state, enter(state, user, where?.chat), id)
      if (message.from !== user) throw new Error('people delete their own messages only')
      message.deleted = true
      keepMessage(state, message)
    },

    press(user, id, wanted, where) {
      const message = visible(state, enter(state, user, where?.chat), id, user)
      const buttons = message.buttons?.inline_keyboard.flat() ?? []
      const button = buttons.find((one) =>
        'label' in wanted ? one.text === wanted.label : 'callback_data' in one && one.callback_data === wanted.data,
      )
      if (!button) throw new Error(`message ${id} has no button ${JSON.stringify(wanted)} now`)
      if (!('callback_data' in button)) throw new Error(`the button "${button.text}" tells the bot nothing`)
      const query = `${nextQuery(state)}`
      state.queries.set(query, { id: query, from: user, atMs: state.now() })
      const content = {
        id: query,
        from: userOnWire(state, user),
        message: messageOnWire(state, message),
        chat_instance: `${message.chat}`,
        data: button.callback_data,
      }
      updates.offer('callback_query', content, { queue: `user ${user}`, chat: message.chat, words: button.text })
      return query
    },

    tap(user, label, where) {
      const chat = where?.chat ?? user
      const keyboard = keyboardIn(chat)
      const button = keyboard?.keyboard.flat().find((one) => labelOf(one) === label)
      if (!keyboard || button === undefined) throw new Error(`no button "${label}" under chat ${chat} now`)
      if (keyboard.one_time_keyboard) hideKeyboard(state, chat)
      if (typeof button !== 'string' && 'request_contact' in button) {
        const { first_name } = personOf(state, user)
        return say(user, { contact: { phone_number: '+10000000000', first_name, user_id: user } }, where).id
      }
      return write(user, { text: label, ...where })
    },

    react(user, id, emoji, where) {
      const message = theirs(state, enter(state, user, where?.chat), id)
      const before = message.reactions[user]
      if (emoji === undefined) delete message.reactions[user]
      else message.reactions[user] = emoji
      keepMessage(state, message)
      const content = {
        chat: chatOnWire(state, chatFor(state, message.chat)),
        message_id: message.id,
        user: userOnWire(state, user),
        date: nowSeconds(state),
        old_reaction: reactionOnWire(before),
        new_reaction: reactionOnWire(emoji),
      }
      updates.offer('message_reaction', content, { queue: `reactions ${message.chat}`, chat: message.chat })
    },

    ...groupsIn(state, updates),

    block: (user) => setBlocked(user, true),
    unblock: (user) => setBlocked(user, false),

    messages: (chat) => (state.byChat.get(chat) ?? []).map((message) => shownMessage(state, message)),
    keyboard(chat) {
      const keyboard = keyboardIn(chat)
      return (
        keyboard && {
          rows: keyboard.keyboard.map((row) => row.map(labelOf)),
          placeholder: keyboard.input_field_placeholder,
        }
      )
    },
    menu: (user, chat) => menuFor(state, user, chat ?? user),
    commands: (scope, language) => commandsOf(state, scope, language),
    answers: (user) =>
      state.queries
        .values()
        .flatMap(({ id, from, answer }) => (from === user && answer ? [{ query: id, ...answer }] : [])),
    actions: (chat) => seenDoing(state, chat),
    busy: (chat) => seenDoing(state, chat, state.now()),
    bytes(fileId) {
      const file = state.files.get(fileId)
      if (!file) throw new Error(`no file ${fileId}`)
      return Buffer.from(file.bytes, 'base64')
    },
  }
}

const shownTopic = ({ thread, name, closed, icon }: KeptChat['topics'][number]) => ({
  thread,
  name,
  closed,
  icon: icon === undefined ? undefined : topicIcons.get(icon),
})

function seenDoing(state: State, chat: number, at = -1): Action[] {
  return state.actions.filter((one) => one.chat === chat && one.untilMs > at).map(({ untilMs: _, ...action }) => action)
}

function hideKeyboard(state: State, chat: number): void {
  const { keyboard: _hidden, ...rest } = chatFor(state, chat)
  state.chats.set(chat, rest)
  state.changed()
}

function nextQuery(state: State): number {
  let id = 0
  change(state, (row) => {
    id = row.nextQuery
    row.nextQuery += 1
  })
  return 4_300_000_000_000 + id
}

function reactionOnWire(emoji: string | undefined): { type: 'emoji'; emoji: string }[] {
  return emoji === undefined ? [] : [{ type: 'emoji', emoji }]
}
