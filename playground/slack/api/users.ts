import { z } from 'zod'
import type { SlackUser } from '../objects.ts'
import { SlackRefusal } from '../refusal.ts'
import { APP, BOT, TEAM } from '../seed.ts'
import type { Workspace } from '../workspace.ts'
import { flag, number, page, read } from './args.ts'
import type { Methods } from './method.ts'

const infoArgs = z.object({ user: z.string(), include_locale: flag.default(false) })
const listArgs = z.object({
  limit: number.default(200),
  cursor: z.string().optional(),
  include_locale: flag.default(false),
})
const groupArgs = z.object({ usergroup: z.string() })
const groupsArgs = z.object({ include_users: flag.default(false) })

export const users: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (workspace, args) => {
      const { user, include_locale } = read(infoArgs, args)
      return { user: userForApi(theUser(workspace, user), include_locale) }
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run: (workspace, args) => {
      const { limit, cursor, include_locale } = read(listArgs, args)
      const { items, next } = page(workspace.users.all(), limit, cursor)
      return {
        members: items.map((user) => userForApi(user, include_locale)),
        cache_ts: Math.floor(workspace.now() / 1000),
        response_metadata: { next_cursor: next },
      }
    },
  },
  'users.profile.get': {
    scopes: ['users.profile:read', 'users:read'],
    run: (workspace, args) => ({ profile: profileOf(theUser(workspace, read(infoArgs, args).user)) }),
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: (workspace, args) => {
      const { include_users } = read(groupsArgs, args)
      const usergroups = workspace.usergroups.all().map(({ users: members, ...group }) => ({
        ...group,
        team_id: TEAM,
        is_usergroup: true,
        date_delete: 0,
        user_count: members.length,
        ...(include_users ? { users: members } : {}),
      }))
      return { usergroups }
    },
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run: (workspace, args) => {
      const group = workspace.usergroups.get(read(groupArgs, args).usergroup)
      if (!group) throw new SlackRefusal('no_such_subteam')
      return { users: group.users }
    },
  },
}

function theUser(workspace: Workspace, id: string): SlackUser {
  const user = workspace.users.get(id)
  if (!user) throw new SlackRefusal('user_not_found')
  return user
}

function userForApi(user: SlackUser, withLocale: boolean): Record<string, unknown> {
  return {
    id: user.id,
    team_id: user.team_id ?? (user.is_stranger ? 'T0ELSE' : TEAM),
    name: user.name,
    real_name: user.real_name,
    deleted: user.deleted,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: 0,
    profile: profileOf(user),
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    is_stranger: user.is_stranger,
    is_bot: user.is_bot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(withLocale ? { locale: user.locale } : {}),
  }
}

function profileOf(user: SlackUser): Record<string, unknown> {
  return {
    real_name: user.real_name,
    real_name_normalized: user.real_name,
    display_name: user.real_name,
    display_name_normalized: user.real_name,
    email: user.email,
    team: TEAM,
    ...(user.is_bot ? { bot_id: BOT, api_app_id: APP } : {}),
  }
}
