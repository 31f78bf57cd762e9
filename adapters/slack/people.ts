import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { DeliveryFault, type GroupRef, type PersonAddress, type Profile } from '../../src/adapter.ts'
import { calmName } from '../../src/domain/text/words.ts'
import type { Log } from './log.ts'
import { called } from './out/deliver.ts'
import { faultOf } from './out/faults.ts'
import { remember } from './remember.ts'

const user = z.object({
  id: z.string(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  team_id: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  locale: z.string().nullish(),
  profile: z
    .object({ display_name: z.string().nullish(), real_name: z.string().nullish(), email: z.string().nullish() })
    .nullish(),
  enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
})
type User = z.infer<typeof user>

const channel = z.object({
  is_private: z.boolean().nullish(),
  is_im: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
  is_ext_shared: z.boolean().nullish(),
  is_pending_ext_shared: z.boolean().nullish(),
})

const memberPage = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

export interface People {
  profile: (who: PersonAddress) => Promise<Profile | undefined>
  members: (group: GroupRef) => Promise<ReadonlySet<string>>
  /** Is a channel shared with another company, or about to be (platforms.md §A3.8)? Asked every time. */
  strangersIn: (channelId: string) => Promise<boolean>
  /**
   * Can somebody read a channel: a public one anybody of the workspace, any other its members alone? Undefined where
   * we cannot see it ourselves. `who` undefined: somebody Slack does not know.
   */
  reads: (channelId: string, who: string | undefined) => Promise<boolean | undefined>
}

/** Who is who, asked of Slack and kept for a minute (design.md §8 "Who is an agent"). */
export function people(options: {
  client: webApi.WebClient
  account: () => string
  now: () => Date
  log: Log
}): People {
  const { client, now } = options
  const profiles = remember<Profile | undefined>({ forMs: 60_000, most: 10_000, now })
  const groups = remember<ReadonlySet<string>>({ forMs: 60_000, most: 1_000, now })

  async function learnProfile(id: string): Promise<Profile | undefined> {
    try {
      const answer = z.object({ user }).parse(await client.users.info({ user: id, include_locale: true }))
      return answer.user.deleted ? undefined : profileOf(answer.user, options.account())
    } catch (error) {
      const { fault } = faultOf(error, 'read', 'users.info')
      if ('code' in fault && (fault.code === 'user_not_found' || fault.code === 'user_not_visible')) return undefined
      throw error
    }
  }

  async function learnMembers(group: GroupRef): Promise<ReadonlySet<string>> {
    if (group.kind === 'usergroup') {
      const answer = z
        .object({ users: z.array(z.string()) })
        .parse(await client.usergroups.users.list({ usergroup: group.id }))
      return new Set(answer.users)
    }
    const info = z.object({ channel }).parse(await client.conversations.info({ channel: group.id }))
    const isPrivate = info.channel.is_private && !info.channel.is_im && !info.channel.is_mpim
    return isPrivate ? await everyMember(client, group.id) : new Set()
  }

  const profileById = (id: string): Promise<Profile | undefined> =>
    profiles(id, () => learned(options, 'users.info', () => learnProfile(id)))

  async function reads(channelId: string, who: string | undefined): Promise<boolean | undefined> {
    try {
      const info = z.object({ channel }).parse(await client.conversations.info({ channel: channelId }))
      const { is_private, is_im, is_mpim } = info.channel
      const isPublic = !is_private && !is_im && !is_mpim
      if (who === undefined) return isPublic
      if (isPublic && (await profileById(who))?.kind === 'member') return true
      return (await everyMember(client, channelId)).has(who)
    } catch (error) {
      if (faultOf(error, 'read', 'conversations.info').fault.kind === 'refused') return undefined
      throw faultOf(error, 'read', 'conversations.info')
    }
  }

  async function learnStrangers(channelId: string): Promise<boolean> {
    const info = z.object({ channel }).parse(await client.conversations.info({ channel: channelId }))
    return Boolean(info.channel.is_ext_shared || info.channel.is_pending_ext_shared)
  }

  return {
    reads,
    strangersIn: (channelId) => called(options, 'read', 'conversations.info', () => learnStrangers(channelId)),
    profile: (who) => profileById(who.id),
    members: (group) =>
      groups(`${group.kind}:${group.id}`, () => learned(options, 'conversations.members', () => learnMembers(group))),
  }
}

/**
 * What Slack tells of people. Of what it will not tell this app nobody need wait for the answer: the scope is missing until
 * an operator installs the app anew.
 */
async function learned<T>(out: { log: Log }, method: string, learn: () => Promise<T>): Promise<T> {
  try {
    return await called(out, 'read', method, learn)
  } catch (error) {
    const { fault } = faultOf(error, 'read', method)
    if (!('code' in fault) || fault.code !== 'missing_scope') throw error
    throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: fault.code })
  }
}

async function everyMember(client: webApi.WebClient, channelId: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const answer = memberPage.parse(
      await client.conversations.members({
        channel: channelId,
        limit: 200,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    )
    for (const id of answer.members) found.add(id)
    cursor = answer.response_metadata?.next_cursor || undefined
  } while (cursor !== undefined)
  return found
}

function profileOf(user: User, account: string): Profile {
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name]
  const name = names.map((one) => calmName(one ?? '')).find(Boolean) ?? user.id
  return {
    name,
    ...(user.locale ? { language: user.locale } : {}),
    kind: kindOf(user, account),
    ...(user.team_id ? { workspace: user.team_id } : {}),
    ...(user.profile?.email ? { email: user.profile.email } : {}),
  }
}

/** On Enterprise Grid somebody's home team may be another of the same organisation; `teams` names all of theirs. */
function kindOf(user: User, account: string): Profile['kind'] {
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot'
  if (user.is_stranger) return 'stranger'
  const ours = user.team_id === account || user.enterprise_user?.teams?.includes(account)
  if (!ours) return 'stranger'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}
