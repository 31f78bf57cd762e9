import { BOT, BOT_USER, TEAM, TEAM_DOMAIN } from '../seed.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { functions } from './functions.ts'
import type { Methods } from './method.ts'
import { reactions } from './reactions.ts'
import { users } from './users.ts'
import { views } from './views.ts'

const about: Methods = {
  'api.test': { scopes: [], run: (_workspace, args) => ({ args }) },
  'auth.test': {
    scopes: [],
    run: (workspace) => ({
      url: `https://${TEAM_DOMAIN}.slack.com/`,
      team: 'Demo',
      user: workspace.users.get(BOT_USER)?.name,
      team_id: TEAM,
      user_id: BOT_USER,
      bot_id: BOT,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': { scopes: [], byApp: true, run: ({ sockets }) => ({ url: sockets.issueUrl() }) },
}

/** The Web API, by method. */
export const methods: Methods = {
  ...about,
  ...chat,
  ...conversations,
  ...users,
  ...views,
  ...reactions,
  ...files,
  ...functions,
}

/** What a bot token may do by default: platforms.md §A3, minimal and optional scopes. */
export const ALL_SCOPES =
  'commands chat:write app_mentions:read im:history im:read im:write channels:history channels:read groups:history groups:read reactions:read reactions:write files:read files:write users:read users:read.email usergroups:read chat:write.customize channels:join'.split(
    ' ',
  )
