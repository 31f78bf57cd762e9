import { setTimeout as pause } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { type Delivered, type Delivery, DeliveryFault, type FileOut } from '../../../src/adapter.ts'
import { isSlacks } from '../hosts.ts'
import { called, type Out } from './deliver.ts'
import { shownOf } from './message.ts'

type PostWithFiles = Extract<Delivery, { act: 'post' }> & { post: { files: FileOut[] } }

const announced = z.object({ upload_url: z.string(), file_id: z.string() })
const share = z.object({ ts: z.string() })
const shared = z.object({
  file: z.object({
    shares: z.record(z.string(), z.record(z.string(), z.array(share))).nullish(),
  }),
})

/** True: it goes by `upload`, for a plain post takes no files along. */
export function bringsFiles(delivery: Extract<Delivery, { act: 'post' }>): delivery is PostWithFiles {
  return (delivery.post.files?.length ?? 0) > 0
}

/**
 * A post with files, in the three steps of `files.uploadV2`. Until the last one nothing is shown, so that a fault
 * before it may be repeated; the words go as blocks, for `initial_comment` would be read as markup.
 */
export async function upload(delivery: PostWithFiles, out: Out): Promise<Delivered> {
  const { files, ...words } = delivery.post
  const brought: { id: string; title: string }[] = []
  for (const file of files) {
    const id = await called(out, 'read', 'files.getUploadURLExternal', () => bring(file, out))
    brought.push({ id, title: file.name })
  }
  const { thread } = delivery.to
  const chat = await called(out, 'read', 'conversations.open', () => out.channelOf(delivery.to.chat))
  const { text, blocks } = shownOf(words)
  const complete: webApi.FilesCompleteUploadExternalArguments = {
    channel_id: chat,
    files: brought,
    ...(blocks?.length ? { blocks } : text !== '' && { initial_comment: text }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  } as webApi.FilesCompleteUploadExternalArguments // the SDK types `blocks` and `thread_ts` as excluding one another's absence
  await out.client.files.completeUploadExternal(complete)
  const [first] = brought
  const message = (first && (await messageOf(first.id, chat, out))) ?? `file:${first?.id}`
  return { message, chat, thread: thread ?? message }
}

async function bring({ name, blob }: FileOut, { client, apiUrl }: Out): Promise<string> {
  const { upload_url, file_id } = announced.parse(
    await client.files.getUploadURLExternal({ filename: name, length: blob.size }),
  )
  if (!isSlacks(upload_url, apiUrl)) throw new DeliveryFault({ kind: 'again', code: 'upload_url_elsewhere' })
  const answer = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    // A blob is read from disk as it goes, and its length is told.
    body: blob,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new DeliveryFault({ kind: 'again', code: `upload_http_${answer.status}` })
  return file_id
}

/** A file may take this long to go up (ms). */
const UPLOAD_WITHIN_MS = 120_000

/** The message a file became; Slack tells a little later (platforms.md §D 6). Undefined where it does not, which is no fault. */
async function messageOf(id: string, chat: string, { client }: Out): Promise<string | undefined> {
  for (let waitMs = 100; waitMs <= 800; waitMs *= 2) {
    const answer = shared.safeParse(await client.files.info({ file: id }).catch(() => undefined))
    const found = Object.values(answer.data?.file.shares ?? {}).flatMap((channels) => channels[chat] ?? [])
    if (found[0]) return found[0].ts
    await pause(waitMs)
  }
  return undefined
}
