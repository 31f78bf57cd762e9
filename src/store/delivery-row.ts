import { type Selectable, sql } from 'kysely'
import type { Address } from '../adapter.ts'
import { contentShape } from '../ports/content.ts'
import { signShape } from '../ports/signs.ts'
import type { Owed, OwedRow } from '../ports/store.ts'
import type { Tables } from './tables.ts'

/** The lane of a chat: one queue, one send in flight. */
export function laneOf({ platform, account, chat }: Address): string {
  return `${platform}:${account}:${chat}`
}

/**
 * The lane something owed goes by. Signs and menus have one of their own in each chat: they cost the chat no message, and
 * must neither wait for words nor keep them waiting. So have files that cannot be had yet.
 */
export function laneFor({ act, to, content }: Pick<Owed, 'act' | 'to' | 'content'>): string {
  if (act === 'react' || act === 'menu') return `${laneOf(to)}:signs`
  return content?.late ? `${laneOf(to)}:files` : laneOf(to)
}

/** What a lane beside that of its chat ends with, as PostgreSQL and we read it. */
export const BESIDE = ':(?:signs|files)$'

/** Where a chat goes on elsewhere, its lanes do: what went beside its words goes beside them there, too. */
export function movedLane(lane: string) {
  return sql<string>`${lane}::text || coalesce(substring(delivery.lane from ${BESIDE}::text), '')`
}

/** The names of a chat's lanes. */
export function lanesOf(at: Address): string[] {
  return ['', ':signs', ':files'].map((beside) => `${laneOf(at)}${beside}`)
}

/** What is owed, as a row that has not been tried. */
export function rowToInsert(owed: Owed, now: Date) {
  const { to, of, after, ...rest } = owed
  return {
    ...rest,
    messageId: owed.messageId ?? null,
    placeId: owed.placeId ?? null,
    platform: to.platform,
    account: to.account,
    chat: to.chat,
    thread: to.thread ?? null,
    lane: laneFor(owed),
    person: owed.person ?? null,
    via: owed.via ?? null,
    ofId: of ?? null,
    afterId: after ?? of ?? null,
    replyTo: owed.replyTo ?? null,
    part: owed.part ?? 0,
    target: owed.target ?? null,
    sign: owed.sign ?? null,
    state: 'pending' as const,
    owedAt: now,
  }
}

export type DeliveryRow = Selectable<Tables['delivery']>

/** A stored row as the core knows it; its content passes the door again. */
export function owedOf(row: DeliveryRow): OwedRow {
  return {
    id: row.id,
    seq: row.seq,
    ticketId: row.ticketId,
    messageId: row.messageId,
    placeId: row.placeId,
    to: {
      platform: row.platform as Address['platform'], // only adapters' own platforms are ever written
      account: row.account,
      chat: row.chat,
      thread: row.thread ?? undefined,
    },
    lane: row.lane,
    class: row.class,
    rank: row.rank,
    act: row.act,
    content: row.content === null ? null : contentShape.parse(row.content),
    person: row.person,
    via: row.via,
    of: row.ofId,
    after: row.afterId,
    replyTo: row.replyTo,
    part: row.part,
    target: row.target,
    sign: row.sign === null ? null : signShape.parse(row.sign),
    state: row.state,
    tries: row.tries,
    sentChat: row.sentChat,
    sentMessageId: row.sentMessageId,
    fault: row.fault,
    owedAt: row.owedAt,
    triedAt: row.triedAt,
  }
}
