import { setTimeout as pause } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { carryMs, type Delivered, type Delivery, DeliveryFault, type FileOut } from '../../../src/adapter.ts'
import { isSlacks } from '../hosts.ts'
import { called, type Out } from './deliver.ts'
import { faultOf } from './faults.ts'
import { shownOf } from './message.ts'

type PostWithFiles = Extract<Delivery, { act: 'post' }> & { post: { files: FileOut[] } }

const announced = z.object({ upload_url: z.string(), file_id: z.string() })
const share = z.object({ ts: z.string() })
const shared = z.object({
  file: z.object({
    created: z.number().default(0),
    shares: z.record(z.string(), z.record(z.string(), z.array(share))).nullish(),
  }),
})

/** What a file's message is called as long as Slack has not told which it is. */
const UNTOLD = 'file:'
/** Slack tells within seconds; what it has not told after so long is no message any more (ms). */
const TOLD_WITHIN_MS = 60_000
/** How soon it is asked again (s). */
const AGAIN_SECONDS = 2
/** Slack's words for a file that is not there. */
const notThere = new Set(['file_not_found', 'file_deleted'])

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
  const message = (first && (await messageOf(first.id, chat, out))) ?? `${UNTOLD}${first?.id}`
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
    signal: AbortSignal.timeout(UPLOAD_WITHIN_MS + carryMs([{ sizeBytes: blob.size }])),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new DeliveryFault({ kind: 'again', code: `upload_http_${answer.status}` })
  return file_id
}

/** A file may take this long to go up, beside what its size takes (ms). */
const UPLOAD_WITHIN_MS = 120_000

/**
 * The message a file became; Slack tells a little later (platforms.md §D 6). Undefined where it does not, which is no
 * fault: the file is there. Where it wants quiet it is not asked again.
 */
async function messageOf(id: string, chat: string, { client }: Out): Promise<string | undefined> {
  for (let waitMs = 100; waitMs <= 800; waitMs *= 2) {
    const told = await client.files.info({ file: id }).catch((error: unknown) => error)
    if (told instanceof webApi.WebAPIRateLimitedError) return undefined
    const answer = shared.safeParse(told)
    const found = answer.data && shownAs(answer.data, chat)
    if (found !== undefined) return found
    await pause(waitMs)
  }
  return undefined
}

/**
 * The `ts` of the message to be changed or taken back. What Slack had not told of a file when it went up it tells by now,
 * or soon: whatever is done to it waits for that.
 */
export async function messageMeant(target: string, chat: string, { client, now }: Out): Promise<string> {
  if (!target.startsWith(UNTOLD)) return target
  const answer = shared.parse(await client.files.info({ file: target.slice(UNTOLD.length) }).catch(fileGone))
  const found = shownAs(answer, chat)
  if (found !== undefined) return found
  if (now().getTime() - answer.file.created * 1000 >= TOLD_WITHIN_MS) throw messageGone()
  throw new DeliveryFault({ kind: 'wait', retryAfterSeconds: AGAIN_SECONDS, scope: 'chat' })
}

function shownAs({ file }: z.infer<typeof shared>, chat: string): string | undefined {
  return Object.values(file.shares ?? {}).flatMap((channels) => channels[chat] ?? [])[0]?.ts
}

function fileGone(error: unknown): never {
  const { fault } = faultOf(error, 'read', 'files.info')
  throw 'code' in fault && notThere.has(fault.code) ? messageGone() : error
}

function messageGone(): DeliveryFault {
  return new DeliveryFault({ kind: 'refused', reason: 'message-gone', code: 'message_not_found' })
}
