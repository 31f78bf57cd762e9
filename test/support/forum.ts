import type { Shown, Topic } from '../../playground/telegram/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import type { TestDesk } from './desk.ts'
import { matches, until } from './people.ts'

/** The agents' forum of the playground, and who is in it. */
export const FORUM = -1001
export const TG_ADA = 7101
export const TG_BO = 7102

/** A desk whose agents are in Telegram forum groups: whoever is in them, or whoever is named. */
export function withForum(demo: Desk, groups: string[] = [String(FORUM)], telegram: string[] = []): Desk {
  const [first = ''] = groups
  const telegramMembersOf = telegram.length > 0 ? [] : groups
  return {
    ...demo,
    triage: { platform: 'telegram', chat: first },
    routing: [],
    channels: { ...demo.channels, slack: { ...demo.channels.slack, intake: [] }, telegram: { triage: groups } },
    roles: demo.roles.map((role) =>
      role.id === 'agent'
        ? { ...role, who: { slackGroup: [], slackMembersOf: [], slack: [], telegram, telegramMembersOf } }
        : role,
    ),
  }
}

/** A forum's topics as its people see them. */
export function topics(desk: TestDesk, forum = FORUM): Topic[] {
  return desk.telegram.chats().find(({ id }) => id === forum)?.topics ?? []
}

/** The topic whose name has these words, once it is there; of several the newest. */
export function topicOf(desk: TestDesk, words: string | RegExp, forum = FORUM): Promise<Topic> {
  return until(() => topics(desk, forum).findLast(({ name }) => matches(name, words)), `a topic «${words}»`)
}

/** What stands in a topic, service messages and what only one person sees left out, oldest first. */
export function topicShows(desk: TestDesk, thread: number, forum = FORUM): Shown[] {
  return desk.telegram
    .messages(forum)
    .filter((one) => one.thread === thread && !one.deleted && one.kind === 'text' && one.onlyFor === undefined)
}

/** The newest message in a topic with these words, once it shows. */
export function inTopic(desk: TestDesk, thread: number, words: string | RegExp, forum = FORUM): Promise<Shown> {
  return until(
    () => topicShows(desk, thread, forum).findLast(({ text }) => matches(text, words)),
    `«${words}» in the topic`,
  )
}

/** What this person alone sees in the forum, once it comes. */
export function whisperedTo(desk: TestDesk, user: number, words: string | RegExp, forum = FORUM): Promise<Shown> {
  return until(
    () => desk.telegram.messages(forum).findLast(({ onlyFor, text }) => onlyFor === user && matches(text, words)),
    `«${words}» whispered to ${user}`,
  )
}

/** A customer writes; resolves with the topic, once the card and the words stand in it. */
export async function asksInForum(desk: TestDesk, customer: number, words: string, forum = FORUM) {
  desk.telegram.write(customer, words)
  const topic = await topicOf(desk, words, forum)
  const card = await inTopic(desk, topic.thread, 'Requester:', forum)
  await inTopic(desk, topic.thread, new RegExp(`\\n${words}$`), forum)
  const key = /[A-Z]+-\d+/.exec(topic.name)?.[0] ?? ''
  return { thread: topic.thread, card, key, customer }
}
