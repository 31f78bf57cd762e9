/** The folder with the bytes of files (`FILES`), shared by all replicas. */
export interface Files {
  /** Keeps bytes as they come, once for the same bytes. Throws what `body` throws, and keeps nothing then. */
  keep(body: AsyncIterable<Uint8Array>): Promise<{ sha256: string; sizeBytes: number }>
  /** Read from disk when it is read. Rejects where there are none of that name. */
  open(sha256: string): Promise<Blob>
  /** Gone for good; what is not there is gone already. */
  remove(sha256: string): Promise<void>
  /** What a process that was killed had begun to keep before then is gone for good. Returns how much. */
  removeUnfinished(before: Date): Promise<number>
}

/** Why a file's bytes are not carried over: its platform does not give them (any more), or they are more than is taken. */
export type NotCarried = 'gone' | 'too-big'

/** A file somebody gave, as it is known. `sha256` is null until its bytes have been fetched. */
export interface FileRow {
  id: string
  messageId: string | null
  sourcePlatform: string
  /** The platform's id: what `Adapter.fetchFile` takes. */
  sourceId: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string | null
  /** What the last try of several came to; null where there was none, or it has been fetched. */
  notCarried: NotCarried | null
  expiresAt: Date | null
}

/** One transaction's view of the files. */
export interface FileRows {
  insert(files: readonly FileRow[]): Promise<void>
  byId(id: string): Promise<FileRow | undefined>
  fetched(id: string, found: Pick<FileRow, 'name' | 'mediaType' | 'sizeBytes'> & { sha256: string }): Promise<void>
  notCarried(id: string, why: NotCarried): Promise<void>
  /** They belong to another message from now on. */
  moveTo(messageId: string, ids: readonly string[]): Promise<void>
}
