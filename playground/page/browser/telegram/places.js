/**
 * Where somebody is in their app: the chat with the bot, its topics, the groups they are in with theirs. `name` as the
 * list shows it, `seenAs` for `seen.js`; `chat` is undefined for the private one.
 */
export function placesOf(telegram, person) {
  const plain = { key: 'bot', kind: 'bot', name: telegram.bot.first_name, seenAs: 'telegram' }
  const own = [plain, ...person.topics.map((topic) => topicPlace(topic))].map((place) => ({
    ...place,
    mayWrite: true,
    messages: person.messages.filter(({ thread }) => thread === place.thread),
    menu: person.menu,
    busy: person.busy.filter(({ thread }) => thread === place.thread),
  }))
  const inGroups = telegram.groups
    .filter(({ members }) => members.includes(person.id))
    .flatMap((group) => placesIn(group, person))
  return [...inGroups, ...own]
}

function placesIn(group, person) {
  const general = { key: `${group.id}`, kind: 'general', name: 'General', seenAs: `telegram ${group.id}` }
  const places = [general, ...group.topics.map((topic) => topicPlace(topic, group.id))]
  return places.map((place) => ({
    ...place,
    chat: group.id,
    title: group.title,
    // Who runs the group may write in a closed topic.
    mayWrite: !place.closed || group.owner === person.id,
    messages: group.messages.filter(
      ({ thread, onlyFor }) => thread === place.thread && (onlyFor === undefined || onlyFor === person.id),
    ),
    menu: group.menus[person.id] ?? [],
    busy: group.busy.filter(({ thread }) => thread === place.thread),
  }))
}

function topicPlace({ thread, name, closed, icon }, group) {
  const key = `${group ?? 'bot'} ${thread}`
  return { key, kind: 'topic', thread, name, closed, icon, seenAs: `telegram ${key}` }
}

/** As the app lists them: what is no topic first, then the newest; an agent's chat with the bot after their group. */
export function byNewest(places) {
  const lastOf = ({ messages }) => messages.at(-1)?.id ?? 0
  const of = (kind) => places.filter((place) => place.kind === kind)
  const topics = of('topic').sort((one, other) => lastOf(other) - lastOf(one))
  return of('general').length > 0 ? [...of('general'), ...topics, ...of('bot')] : [...of('bot'), ...topics]
}

const services = {
  forum_topic_created: 'created the topic',
  forum_topic_edited: 'changed the topic',
  forum_topic_closed: 'closed the topic',
  forum_topic_reopened: 'opened the topic again',
}

/** What a service message says somebody did; undefined for what people write. */
export const serviceOf = ({ kind }) => services[kind]
