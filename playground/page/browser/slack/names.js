/** Names of people and channels in what somebody sees. */
export function namesIn(state) {
  const users = new Map(state.slack.users.map((user) => [user.id, user]))
  const channels = new Map(state.slack.channels.map((channel) => [channel.id, channel]))
  return {
    user: (id) => users.get(id)?.realName ?? id,
    isBot: (id) => users.get(id)?.bot ?? false,
    channel: (id) => channels.get(id)?.name ?? id,
    people: state.slack.users.filter((user) => !user.bot),
  }
}
