import { lastSeen } from '../seen.js'

/** The person's direct message with the bot, whether it has been opened or not. */
export const direct = 'direct'

/** The channels a person is in, in the order shown; the direct message last. */
export function channelsOf(state, person) {
  const theirs = state.slack.channels.filter(({ members }) => members.includes(person))
  const channels = theirs.filter(({ kind }) => kind !== 'im').map((channel) => ({ ...channel, place: channel.id }))
  const opened = theirs.find(({ kind }) => kind === 'im')
  const bot = { name: 'Deskhand', kind: 'im', members: [person], messages: [], ...opened, place: direct }
  return [...channels, { ...bot, name: 'Deskhand' }]
}

/** Whether there is something in a channel, or a thread of it, that this person has not seen. */
export function hasNews(channel, person) {
  return channel.messages.some((message) => message.user !== person && isNews(message, channel, person))
}

/** What is seen of a channel are its roots, of a thread its replies; a reply that was also sent to the channel is seen in either. */
function isNews({ ts, thread_ts, subtype }, channel, person) {
  const inChannel = thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast'
  const inThread = thread_ts !== undefined && thread_ts !== ts
  const marks = [inChannel && lastSeen(person, channel.place), inThread && lastSeen(person, `thread ${thread_ts}`)]
  return marks.every((mark) => mark === false || Number(ts) > mark)
}

const groupedWithinS = 300

/** What a channel shows to a person: roots, broadcast replies and what only they see, with how many replies each has. */
export function rootsOf(state, channel, person, editing) {
  const roots = channel.messages.filter(
    ({ ts, thread_ts, subtype }) => thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast',
  )
  const shown = [
    ...roots.map((message) => ({ message, ...repliesTo(channel, message, person) })),
    ...whispers(state, channel, person),
  ]
  return grouped(shown, person, editing)
}

/** What a thread shows: the root, its replies, and what only this person sees there. */
export function threadOf(state, channel, root, person, editing) {
  const messages = channel.messages.filter(({ ts, thread_ts }) => ts === root || thread_ts === root)
  return grouped(
    [...messages.map((message) => ({ message })), ...whispers(state, channel, person, root)],
    person,
    editing,
  )
}

function whispers(state, channel, person, root) {
  return state.slack.ephemerals
    .filter((shown) => shown.user === person && shown.channel === channel.id && shown.thread_ts === root)
    .map((message) => ({ message, ephemeral: true }))
}

function repliesTo(channel, root, person) {
  const replies = channel.messages.filter(({ ts, thread_ts }) => thread_ts === root.ts && ts !== root.ts)
  const last = replies.at(-1)
  if (!last) return {}
  const authors = [...new Set(replies.map(({ user }) => user))]
  const fresh = replies.some((reply) => reply.user !== person && isNews(reply, channel, person))
  return { replies: { count: replies.length, last: last.ts, authors, fresh } }
}

/** Sorted, and marked where one follows shortly after another of the same author. */
function grouped(shown, person, editing) {
  const sorted = shown.sort((one, other) => Number(one.message.ts) - Number(other.message.ts))
  return sorted.map((item, index) => {
    const before = sorted[index - 1]
    const follows =
      before !== undefined &&
      !item.ephemeral &&
      !before.ephemeral &&
      before.message.user === item.message.user &&
      before.message.bot_id === undefined &&
      Number(item.message.ts) - Number(before.message.ts) < groupedWithinS
    return { ...item, follows, person, editing: item.message.ts === editing }
  })
}
