import { type Adapter, type Delivered, type Delivery, DeliveryFault, type Fault } from '../adapter.ts'
import { bareCard } from '../ports/content.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Claim, Taken } from '../ports/lanes.ts'
import { nameOfError, placeOfError } from '../ports/log.ts'
import type { OwedRow } from '../ports/store.ts'
import { traced } from '../ports/tracing.ts'
import { answeredIn } from './answered.ts'
import { type Bringing, type Brought, bringFiles, knownFiles, type Reworded, rewordFiles } from './bring-files.ts'
import { deliveryOf } from './delivery-of.ts'
import { filesApart } from './files-apart.ts'
import { leaveForLater } from './late-files.ts'
import { withLinks } from './links.ts'
import { markSent, type Sending, type Underway } from './mark-sent.ts'
import { phrasePost } from './phrase-post.ts'
import type { Relaying } from './relaying.ts'
import { lookUpLater, onFault, sendAnew, tellOfPlatform } from './settle.ts'
import { TOPIC_LEFT_BEHIND } from './topic-again.ts'
import { withhold } from './withhold.ts'

export type Running = Relaying & Underway

/** What is ours already. True: it is done, and there may be more. */
export async function sendTaken(relaying: Running, taken: Taken): Promise<boolean> {
  const adapter = relaying.platforms.get(taken.row.to.platform)
  if (!adapter) throw new Error(`no adapter for ${taken.row.to.platform}`)
  const { troubled, side } = taken
  const settling: Sending = { ...relaying, row: taken.row, platform: adapter.platform, troubled, side }
  if (taken.topicLost) return onFault(settling, TOPIC_LEFT_BEHIND)
  const { content: owed } = taken.row
  const read = taken.strangersRead || relaying.strangersRead?.(taken.row.to)
  const internal = read ? owed?.internal : undefined
  if (internal === 'said') return withhold(settling)
  const content = internal === 'card' && owed ? bareCard(owed) : owed
  const row = { ...taken.row, content: await withLinks(relaying, content) }
  const delivery = deliveryOf({ ...taken, row })
  if (!delivery) return onFault(settling, { kind: 'refused', reason: 'message-gone', code: 'target-never-sent' })
  return send(settling, adapter, delivery, relaying, taken)
}

async function send(
  settling: Sending,
  adapter: Adapter,
  delivery: Delivery,
  bringing: Bringing,
  { plain, root }: Pick<Taken, 'plain' | 'root'>,
): Promise<boolean> {
  const { row, log } = settling
  let delivered: Delivered
  let asked = false
  failpoint('before-api-call')
  showFilesComing(adapter, delivery, row)
  try {
    const outgoing = await whole(settling, delivery, bringing)
    if (!outgoing) return true
    // Before this, what fails is the platform a file comes from.
    asked = true
    const facts = { platform: adapter.platform, act: delivery.act, tries: row.tries }
    delivered = await traced('deliver', facts, () => adapter.deliver(outgoing))
  } catch (error) {
    if (error instanceof DeliveryFault) {
      if (asked) await tellOfPlatform(settling, error.fault)
      return onFault(settling, error.fault)
    }
    log.error({ delivery: row.id, error: nameOfError(error), at: placeOfError(error) }, 'delivery-crashed')
    return onFault(settling, { kind: 'unclear', code: 'crashed' })
  }
  failpoint('after-api-call')
  const more = await markSent(settling, delivered, plain && !(root && delivered.chat !== row.to.chat))
  await tellOfPlatform(settling)
  failpoint('after-sent-mark')
  log.debug({ delivery: row.id, act: row.act, platform: adapter.platform, tries: row.tries }, 'sent')
  // What waits for a root may be in another lane.
  return more || root
}

/** Fetching a file takes its time: whoever waits for it sees that it comes. The lane is ours, so it wants no quiet. */
function showFilesComing(adapter: Adapter, { act, to }: Delivery, { content }: OwedRow): void {
  const files = content?.files ?? []
  if (act !== 'post' || files.length === 0) return
  void adapter.showBusy?.(to, files.every(({ as }) => as === 'photo') ? 'photo' : 'file')
}

/** A process died, or lost its answer, while this was on its way: ask the platform before sending it again. */
export async function recover(
  settling: Sending,
  adapter: Adapter,
  claim: Extract<Claim, { found: 'recover' }>,
  bringing: Bringing,
): Promise<boolean> {
  const { row, log } = settling
  const owed = row.act === 'post' ? deliveryOf({ ...claim, target: null }) : undefined
  const delivery = owed && row.content ? asPost(owed, await knownFiles(bringing, row.content)) : owed
  // Edits and deletions may be repeated without harm; a whisper leaves nothing to find.
  if (!delivery) return onFault(settling, { kind: 'again', code: 'interrupted' })
  const found = await adapter.find(delivery, row.triedAt ?? row.owedAt).catch((error: unknown): Fault => {
    return error instanceof DeliveryFault ? error.fault : { kind: 'unclear', code: 'not-looked-up' }
  })
  // An answer to this is none to what was half sent: that the platform is back is known when it has taken something.
  if (typeof found === 'object' && 'kind' in found) {
    if (found.kind === 'refused') return onFault(settling, found)
    if (found.kind !== 'wait') await tellOfPlatform(settling, found)
    return lookUpLater(settling, found)
  }
  log.info({ delivery: row.id, found: typeof found === 'string' ? found : 'sent' }, 'recovered')
  failpoint('in-recovery')
  if (typeof found === 'string') return sendAnew(settling, found)
  await markSent(settling, found)
  return true
}

/** The delivery with the files it brings, or with what is to be said of them; undefined where it waits for them. */
async function whole(settling: Sending, delivery: Delivery, bringing: Bringing): Promise<Delivery | undefined> {
  const { row } = settling
  if (delivery.act === 'edit' && row.content?.files?.length) {
    return asEdit(delivery, await rewordFiles(bringing, row.content, row.to.platform))
  }
  if (delivery.act !== 'post' || !row.content) return delivery
  const answering = { ...delivery, replyTo: await answeredIn(bringing.store, delivery, row.content) }
  if (!row.content.files?.length) return answering
  const brought = await bringFiles(bringing, row.content, row.to.platform, row.tries)
  // Each changes what is owed, so the one that waits goes first: the other is asked when the files are there.
  if (brought.late.length > 0) {
    return (await leaveForLater(settling, row.content, brought)) ? asPost(answering, brought) : undefined
  }
  const now = await filesApart(settling, row.content, brought)
  return now && asPost(answering, now)
}

function asEdit(delivery: Extract<Delivery, { act: 'edit' }>, { content, showsFiles }: Reworded): Delivery {
  return { ...delivery, captioned: showsFiles ? delivery.captioned : undefined, post: phrasePost(content) }
}

function asPost(delivery: Delivery, { content, files }: Pick<Brought, 'content' | 'files'>): Delivery {
  return delivery.act === 'post'
    ? { ...delivery, post: { ...phrasePost(content), ...(files.length > 0 && { files }) } }
    : delivery
}
