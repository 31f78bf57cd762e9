import { z } from 'zod'
import type { SlackBlock } from './objects.ts'

const node = z.record(z.string(), z.unknown())

/**
 * Whom a message would notify: ids of users and usergroups, `channel`, `here`, `everyone`. Counted in `text`, mrkdwn and
 * `markdown` (where `<!channel>` is live, platforms.md §A3.3) and as `rich_text` elements; never in plain text, nor in
 * the `text` elements of `rich_text`. With `linkNames` (`link_names`, `parse: full`) a bare `@channel` counts too.
 */
export function pingedBy(
  said: {
    text?: string | undefined
    blocks?: SlackBlock[] | undefined
    attachments?: Record<string, unknown>[] | undefined
  },
  linkNames = false,
): string[] {
  const found = new Set<string>(mentionsIn(said.text ?? '', linkNames))
  walk(said.blocks, found, linkNames)
  for (const attachment of said.attachments ?? []) {
    for (const field of ['text', 'pretext'] as const) {
      const text = attachment[field]
      if (typeof text === 'string') for (const mention of mentionsIn(text, linkNames)) found.add(mention)
    }
    walk(attachment, found, linkNames)
  }
  return [...found]
}

function mentionsIn(text: string, linkNames: boolean): string[] {
  const live = [...text.matchAll(/<(?:@([UW]\w+)|!(channel|here|everyone)|!subteam\^(S\w+))(?:[|^][^>]*)?>/g)]
  const bare = linkNames ? [...text.matchAll(/(?<![\w@])@(channel|here|everyone)\b/g)] : []
  return [...live, ...bare].flatMap((match) => match.slice(1).filter((group) => group !== undefined))
}

function walk(value: unknown, found: Set<string>, linkNames: boolean): void {
  if (Array.isArray(value)) for (const item of value) walk(item, found, linkNames)
  const parsed = node.safeParse(value)
  if (!parsed.success || Array.isArray(value)) return
  const { type, text, user_id, usergroup_id, range } = parsed.data
  if ((type === 'mrkdwn' || type === 'markdown') && typeof text === 'string')
    for (const mention of mentionsIn(text, linkNames)) found.add(mention)
  if (type === 'user' && typeof user_id === 'string') found.add(user_id)
  if (type === 'usergroup' && typeof usergroup_id === 'string') found.add(usergroup_id)
  if (type === 'broadcast' && typeof range === 'string') found.add(range)
  for (const inner of Object.values(parsed.data)) if (typeof inner === 'object') walk(inner, found, linkNames)
}
