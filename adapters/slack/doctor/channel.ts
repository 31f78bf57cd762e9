import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { codeOf, isRefusal } from './code.ts'
import { type Finding, open, well, wrong } from './finding.ts'

/** A channel of a desk file, and what for. */
export interface ExaminedChannel {
  id: string
  /** `triage`: agents work here. `intake`: people ask here. `agents`: its members are agents. */
  uses: ReadonlySet<'triage' | 'intake' | 'agents'>
}

const info = z.object({
  channel: z.object({
    name: z.string().nullish(),
    is_private: z.boolean().nullish(),
    is_member: z.boolean().nullish(),
    is_archived: z.boolean().nullish(),
    is_ext_shared: z.boolean().nullish(),
    is_pending_ext_shared: z.boolean().nullish(),
  }),
})
type Info = z.infer<typeof info>['channel']

/** Is it there, is the bot in it, and may it be what the desk file makes of it (platforms.md §A3.8)? */
export async function examineChannel(
  client: webApi.WebClient,
  { id, uses }: ExaminedChannel,
  bot: { name: string; mayJoin: boolean },
): Promise<Finding[]> {
  try {
    const { channel } = info.parse(await client.conversations.info({ channel: id }))
    const facts = { name: `#${channel.name ?? id}`, id, bot: bot.name }
    if (channel.is_archived) return [wrong('slack-channel-archived', facts)]
    const join = bot.mayJoin && !channel.is_private ? () => client.conversations.join({ channel: id }) : undefined
    const found = [
      ...(channel.is_member ? [] : [wrong('slack-channel-not-member', facts, join)]),
      ...privacy(channel, uses, facts),
      ...sharing(channel, uses, facts),
    ]
    return found.some(({ state }) => state === 'wrong') ? found : [well('slack-channel', facts), ...found]
  } catch (error) {
    // A private channel the bot is not in and one that does not exist look the same to it.
    const unknown = isRefusal(error) && error.data.error === 'channel_not_found'
    return [
      wrong(unknown ? 'slack-channel-unknown' : 'slack-channel-unseen', { id, bot: bot.name, code: codeOf(error) }),
    ]
  }
}

/** Members of a channel are agents only where it is private (design.md §8). */
function privacy(channel: Info, uses: ExaminedChannel['uses'], facts: Finding['facts']): Finding[] {
  if (channel.is_private) return []
  if (uses.has('agents')) return [wrong('slack-channel-open-to-all', facts)]
  return uses.has('triage') ? [open('slack-channel-readable', facts)] : []
}

function sharing(channel: Info, uses: ExaminedChannel['uses'], facts: Finding['facts']): Finding[] {
  if (!channel.is_ext_shared && !channel.is_pending_ext_shared) return []
  return [
    uses.has('triage') || uses.has('agents')
      ? wrong('slack-channel-shared', facts)
      : open('slack-channel-guests', facts),
  ]
}
