import type { Delivery } from '../adapter.ts'
import type { Target } from '../ports/lanes.ts'
import type { OwedRow } from '../ports/store.ts'
import { phrasePost } from './phrase-post.ts'

/** The row as the adapter is asked for it; undefined where the message to change was never sent. */
export function deliveryOf(claim: {
  row: OwedRow
  target: Target | null
  chat: string
  thread: string | null
}): Delivery | undefined {
  const { row, target, chat, thread } = claim
  const base = { id: row.id, ticket: row.ticketId ?? undefined, to: { ...row.to, chat, thread: thread ?? undefined } }
  if (row.act === 'react') {
    return target && row.sign ? { ...base, act: 'react', target: target.message, sign: row.sign } : undefined
  }
  const post = row.content ? phrasePost(row.content) : undefined
  if (row.act === 'menu') return { ...base, act: 'menu', post }
  if (row.act === 'delete') {
    return target === null ? undefined : { ...base, act: 'delete', target: target.message, also: target.also }
  }
  if (row.act === 'topic-close' || row.act === 'topic-reopen') {
    return target === null ? undefined : { ...base, act: row.act, target: target.message }
  }
  if (!post) return undefined
  if (row.act === 'topic') return { ...base, act: 'topic', post }
  if (row.act === 'topic-name') {
    return target === null ? undefined : { ...base, act: 'topic-name', target: target.message, post }
  }
  if (row.act === 'edit') {
    if (target === null) return undefined
    const captioned = target.bearsFiles ? { captioned: true as const } : {}
    const emptied = row.content?.emptied ? { emptied: true as const, also: target.also } : {}
    return { ...base, act: 'edit', target: target.message, ...captioned, ...emptied, post }
  }
  if (row.act === 'whisper')
    return {
      ...base,
      act: 'whisper',
      person: row.person ?? '',
      via: row.via ?? undefined,
      replyTo: row.replyTo ?? undefined,
      post,
    }
  if (row.act === 'finish') return { ...base, act: 'finish', run: row.via ?? '', post }
  return { ...base, act: 'post', post, replyTo: row.replyTo ?? undefined }
}
