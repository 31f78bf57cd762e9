/** Web API methods the adapter calls, each with the bot scopes it needs (platforms.md §A3). */
export const scopesOfMethods = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.join': ['channels:join'],
  // Own chats alone are listed.
  'conversations.list': ['im:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'functions.completeError': [],
  'functions.completeSuccess': [],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'usergroups.users.list': ['usergroups:read'],
  // Without users:read.email it tells no e-mail, and nobody belongs to an organisation by theirs.
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
} as const satisfies Record<string, readonly string[]>

/** What Slack sends, each with the scope without which it sends nothing. `command` and `file_input` are no events, but come so, too. */
export const scopesOfEvents = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  command: ['commands'],
  file_input: ['files:read'],
  function_executed: [],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  user_change: ['users:read'],
} as const satisfies Record<string, readonly string[]>

/** Scopes the desk does without: user groups where no desk file names one, joining where people invite the bot. */
export const optionalScopes: ReadonlySet<string> = new Set([
  ...scopesOfMethods['usergroups.users.list'],
  ...scopesOfMethods['conversations.join'],
])

/** What a token must be allowed to, for desks that name a user group (`groups`) or none. In alphabetical order. */
export function neededScopes(groups: boolean): string[] {
  const all = [...Object.values(scopesOfMethods).flat(), ...Object.values(scopesOfEvents).flat()]
  const asked: ReadonlySet<string> = new Set(groups ? scopesOfMethods['usergroups.users.list'] : [])
  return [...new Set<string>(all)].filter((scope) => !optionalScopes.has(scope) || asked.has(scope)).toSorted()
}
