import { findMessage, type KeptChat, type KeptMessage, type State } from './state.ts'

/* What a person can get at: the chats they are in, the messages they see there. Each throws an `Error` that says why not. */

/** Throws where nobody has the id. */
export function personOf(state: State, user: number) {
  const person = state.people.get(user)
  if (!person) throw new Error(`nobody has the id ${user}`)
  return person
}

/** A chat, whoever asks. Throws where there is none. */
export function chatFor(state: State, id: number): KeptChat {
  const chat = state.chats.get(id)
  if (!chat) throw new Error(`there is no chat ${id}`)
  return chat
}

/** The chat a person writes to; their private one begins with the first word. Writing to a blocked bot takes the block back in an app: here it must be said. */
export function enter(
  state: State,
  user: number,
  where: number | undefined,
  blocked: 'throws' | 'stays blocked' = 'throws',
): KeptChat {
  const person = personOf(state, user)
  if (where !== undefined && where !== user) {
    const chat = chatFor(state, where)
    if (!chat.members.includes(user)) throw new Error(`${person.first_name} is not in ${chat.title}`)
    return chat
  }
  const known = state.chats.get(user)
  if (known?.blocked && blocked === 'throws')
    throw new Error(`${person.first_name} has blocked the bot: unblock it first`)
  return (
    known ??
    state.chats.set(user, {
      id: user,
      type: 'private',
      title: person.first_name,
      members: [user],
      blocked: false,
      forum: false,
      topics: [],
    })
  )
}

/** A message they can see in this chat. */
export function theirs(state: State, chat: KeptChat, id: number): KeptMessage {
  const message = findMessage(state, chat.id, id)
  if (!message) throw new Error(`there is no message ${id} in chat ${chat.id}`)
  return message
}

/** The same, or one that they alone see. */
export function visible(state: State, chat: KeptChat, id: number, user: number): KeptMessage {
  const own = state.messages.get(`${chat.id}:${id}`)
  return own?.onlyFor === user && !own.deleted ? own : theirs(state, chat, id)
}
