import type { Enclosure, FileKind } from './enclosure.ts'

/** A file of a message, by the id of its row, and how it is shown. */
export interface FileShown {
  id: string
  as: FileKind
}

/** As many as Telegram takes in an album, and a Slack form (platforms.md §A2, §B1). */
const MOST_TOGETHER = 10

/**
 * Files in the groups in which they are shown, in their own order. On Telegram pictures and films go together,
 * documents among themselves, and sound, too; everything else is a message of its own (`sendMediaGroup`).
 * @param apart the platform keeps kinds apart; else all of them go together
 */
export function together<F extends { as: FileKind }>(files: readonly F[], apart: boolean): F[][] {
  const groups: F[][] = []
  for (const file of files) {
    const group = groups.at(-1)
    const [first] = group ?? []
    const joins = first && (!apart || (albumOf[first.as] !== 'alone' && albumOf[first.as] === albumOf[file.as]))
    if (group && joins && group.length < MOST_TOGETHER) group.push(file)
    else groups.push([file])
  }
  return groups
}

/** A message's files in such groups. */
export function filesTogether(enclosures: readonly Enclosure[], apart: boolean): FileShown[][] {
  const files = enclosures.flatMap((one) => (one.kind === 'file' ? [{ id: one.file, as: one.as }] : []))
  return together(files, apart)
}

/** Whether words may stand under it as a caption (`sendSticker` and `sendVideoNote` know none). */
export function bearsCaption(as: FileKind): boolean {
  return as !== 'sticker' && as !== 'video-note'
}

const albumOf: Record<FileKind, 'seen' | 'papers' | 'sound' | 'alone'> = {
  photo: 'seen',
  video: 'seen',
  document: 'papers',
  audio: 'sound',
  voice: 'alone',
  'video-note': 'alone',
  animation: 'alone',
  sticker: 'alone',
}
