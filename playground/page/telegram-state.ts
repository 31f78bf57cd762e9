import type { Chat, Person, Shown, TelegramWorld } from '../telegram/index.ts'

/** So many of the newest messages a topic shows, or a chat outside its topics. */
const newest = 80

/** The Telegram part of the page: customers, and agents with their groups where the desk works in one. */
export function telegramOf(world: TelegramWorld) {
  const chats = world.chats()
  const groups = chats.filter(({ type }) => type !== 'private')
  const inGroups = new Set(groups.flatMap(({ members }) => members))
  const worksIn = groups.filter((group) => isWorkedIn(world, group))
  const agents = new Set(worksIn.flatMap(({ members }) => members))
  const seenAs = (person: Person) =>
    personOf(
      world,
      person,
      chats.find(({ id }) => id === person.id),
    )
  return {
    bot: world.bot,
    privateTopics: world.topics() ?? null,
    customers: world
      .people()
      .filter(({ id }) => !inGroups.has(id))
      .map(seenAs),
    agents: world
      .people()
      .filter(({ id }) => agents.has(id))
      .map(seenAs),
    groups: worksIn.map((group) => ({
      ...group,
      messages: newestOf(world.messages(group.id)),
      busy: world.busy(group.id),
      menus: Object.fromEntries(group.members.map((id) => [id, world.menu(id, group.id)])),
    })),
  }
}

/** A desk that works in a group gives it commands when it starts, and a topic to every ticket. */
function isWorkedIn(world: TelegramWorld, { id, topics }: Chat): boolean {
  return topics.length > 0 || world.commands({ type: 'chat', chat_id: id }).length > 0
}

function personOf(world: TelegramWorld, person: Person, chat: Chat | undefined) {
  return {
    ...person,
    started: chat !== undefined,
    blocked: chat?.blocked ?? false,
    topics: chat?.topics ?? [],
    messages: newestOf(world.messages(person.id)),
    busy: world.busy(person.id),
    keyboard: world.keyboard(person.id) ?? null,
    menu: world.menu(person.id),
    answers: world.answers(person.id).slice(-newest),
  }
}

/** The newest of each topic, in the order in which they came. */
function newestOf(messages: readonly Shown[]): Shown[] {
  const left = new Map<number | undefined, number>()
  const shown = messages.toReversed().filter(({ thread, deleted }) => {
    const before = left.get(thread) ?? 0
    left.set(thread, before + 1)
    return before < newest && !deleted
  })
  return shown.toReversed()
}
