import type { FileSeen, PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Person } from '../domain/person.ts'
import type { Label } from '../ports/content.ts'
import type { FileRow } from '../ports/files.ts'
import { ranks, type Unit } from '../ports/store.ts'
import type { World } from './world.ts'

/** Keeps what is known of files given in a form. Their bytes are fetched when they are sent on. Returns our ids for them. */
export async function keepFiles(
  unit: Unit,
  world: World,
  from: PersonAddress,
  files: readonly FileSeen[],
): Promise<string[]> {
  const rows = files.map((file) => rowOf(world.ids.uuid(), null, from.platform, file))
  await unit.files.insert(rows)
  return rows.map(({ id }) => id)
}

/** A file as it is known before it has been fetched. */
export function rowOf(id: string, messageId: string | null, sourcePlatform: string, seen: FileSeen): FileRow {
  const { id: sourceId, name = '', mediaType = 'application/octet-stream', sizeBytes = 0 } = seen
  const unfetched = { sha256: null, notCarried: null, expiresAt: null }
  return { id, messageId, sourcePlatform, sourceId, name, mediaType, sizeBytes, ...unfetched }
}

/** Shows a ticket's files to its agents, each with its name and size, in the ticket's thread. */
export async function oweFiles(
  unit: Unit,
  world: World,
  desk: Desk,
  ticketId: string,
  by: Person,
  files: readonly { id: string; label: Label }[],
): Promise<void> {
  const triage = (await unit.tickets.places(ticketId)).filter(({ side, open }) => side === 'triage' && open)
  await unit.deliveries.owe(
    triage.flatMap((place) =>
      files.map(({ id, label }) => ({
        id: world.ids.uuid(),
        ticketId,
        placeId: place.id,
        to: { platform: place.platform, account: place.account, chat: place.chat, thread: place.thread ?? undefined },
        class: 'must-arrive' as const,
        rank: ranks.words,
        act: 'post' as const,
        content: {
          language: desk.languages[0] ?? 'en',
          author: { words: by.name },
          body: [],
          footnote: label,
          files: [{ id, as: 'document' as const }],
        },
        after: place.rootDeliveryId,
      })),
    ),
  )
}
