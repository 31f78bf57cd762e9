import { setTimeout as pause } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { type Delivered, type Delivery, DeliveryFault, type FileOut } from '../../../src/adapter.ts'
import { isSlacks } from '../hosts.ts'
import { called, type Out } from './deliver.ts'
import { shownOf } from './message.ts'

type PostWithFile = Extract<Delivery, { act: 'post' }> & { post: { file: FileOut } }

const announced = z.object({ upload_url: z.string(), file_id: z.string() })
const share = z.object({ ts: z.string() })
const shared = z.object({
  file: z.object({
    shares: z.record(z.string(), z.record(z.string(), z.array(share))).nullish(),
  }),
})

export function bringsFile(delivery: Extract<Delivery, { act: 'post' }>): delivery is PostWithFile {
  return delivery.post.file !== undefined
}

/**
 * A post with a file, in the three steps of `files.uploadV2`. Until the last one nothing is shown, so that a fault
 * before it may be repeated; the words go as blocks, for `initial_comment` would be read as markup.
 */
export async function upload(delivery: PostWithFile, out: Out): Promise<Delivered> {
  const { file, ...words } = delivery.post
  const id = await called(out, 'read', 'files.getUploadURLExternal', () => bring(file, out))
  const { thread } = delivery.to
  const chat = await called(out, 'read', 'conversations.open', () => out.channelOf(delivery.to.chat))
  const { text, blocks } = shownOf(words)
  const complete: webApi.FilesCompleteUploadExternalArguments = {
    channel_id: chat,
    files: [{ id, title: file.name }],
    ...(blocks ? { blocks } : { initial_comment: text }),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  } as webApi.FilesCompleteUploadExternalArguments // the SDK types `blocks` and `thread_ts` as excluding one another's absence
  await out.client.files.completeUploadExternal(complete)
  const message = (await messageOf(id, chat, out)) ?? `file:${id}`
  return { message, chat, thread: thread ?? message }
}

async function bring(file: FileOut, { client, apiUrl }: Out): Promise<string> {
  const bytes = await file.bytes()
  const { upload_url, file_id } = announced.parse(
    await client.files.getUploadURLExternal({ filename: file.name, length: bytes.byteLength }),
  )
  if (!isSlacks(upload_url, apiUrl)) throw new DeliveryFault({ kind: 'again', code: 'upload_url_elsewhere' })
  const answer = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new DeliveryFault({ kind: 'again', code: `upload_http_${answer.status}` })
  return file_id
}

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
