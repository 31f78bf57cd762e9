import { Api } from 'grammy'
import { factsOf, isTokenRefused } from '../fault.ts'
import { type Finding, open, well, wrong } from './finding.ts'
import { type ExaminedGroup, examineGroup } from './group.ts'
import { examineWebhook } from './webhook.ts'

export interface Examined {
  token: string
  /** Default Telegram's own; no slash at the end. */
  apiRoot?: string | undefined
  /** As configured; without it the desk polls. */
  webhook?: { url: string; secret: string } | undefined
  /** The groups desk files name, each once. */
  groups: readonly ExaminedGroup[]
}

/** Asks Telegram everything a desk needs of it, and changes nothing. Never rejects for what Telegram answers. */
export async function examine({ token, apiRoot, webhook, groups }: Examined): Promise<Finding[]> {
  const api = new Api(token, { ...(apiRoot === undefined ? {} : { apiRoot }), timeoutSeconds: 12 })
  try {
    const me = await api.getMe()
    const info = await api.getWebhookInfo()
    const inGroups: Finding[] = []
    for (const group of groups) inGroups.push(...(await examineGroup(api, group, me.id)))
    return [
      well('telegram-token', { name: me.username, id: String(me.id) }),
      ...(me.has_topics_enabled ? [well('telegram-topics')] : []),
      ...(groups.length > 0 && !me.can_join_groups ? [wrong('telegram-cannot-join')] : []),
      // The bot hears private chats only; with privacy off it is sent all that is said in groups it was added to.
      ...(groups.length === 0 && me.can_read_all_group_messages ? [open('telegram-privacy-off')] : []),
      ...examineWebhook(api, info, webhook),
      ...inGroups,
    ]
  } catch (error) {
    const { code, error_code } = factsOf(error)
    return [
      wrong(isTokenRefused(error) ? 'telegram-token-refused' : 'telegram-unreachable', {
        code: String(error_code ?? code),
      }),
    ]
  }
}
