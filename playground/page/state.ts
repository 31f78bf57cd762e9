import { BOT_USER, type SlackChannel, type SlackMessage, type SlackWorld } from '../slack/index.ts'
import type { Worlds } from './index.ts'
import { telegramOf } from './telegram-state.ts'

/** So many of the newest messages a channel or chat shows, and as many replies a thread. */
const newest = 80

/** Everything the page shows, of everybody: who looks is chosen on the page. */
export function stateOf({ slack, telegram, now }: Worlds) {
  return { nowMs: now(), slack: slackOf(slack.world), telegram: telegramOf(telegram.world) }
}

function slackOf(world: SlackWorld) {
  const users = world.users()
  const people = users.filter((user) => !user.is_bot && !user.deleted)
  return {
    bot: BOT_USER,
    users: users.map(({ id, name, real_name, is_bot, is_restricted }) => ({
      id,
      name,
      realName: real_name,
      bot: is_bot,
      guest: is_restricted,
    })),
    channels: world.channels().map((channel) => ({ ...channel, messages: messagesOf(world, channel) })),
    ephemerals: people.flatMap(({ id }) => world.ephemerals(id).slice(-newest)),
    views: Object.fromEntries(people.map(({ id }) => [id, world.view(id) ?? null])),
  }
}

/** The newest roots of a channel, each with its thread. */
function messagesOf(world: SlackWorld, { id }: SlackChannel): SlackMessage[] {
  const shown = new Map<string, SlackMessage>()
  for (const root of world.messages(id).slice(-newest)) {
    // A broadcast reply brings its whole thread along, so that it can be opened from there.
    const thread = root.thread_ts ?? root.ts
    if (!shown.has(thread)) {
      const [first, ...replies] = world.messages(id, { thread })
      for (const message of [...(first ? [first] : []), ...replies.slice(-newest)]) shown.set(message.ts, message)
    }
    shown.set(root.ts, root)
  }
  return [...shown.values()].filter(({ deleted }) => !deleted).sort((one, other) => Number(one.ts) - Number(other.ts))
}
