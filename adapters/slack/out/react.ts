import type { Delivered, Delivery, Receipt } from '../../../src/adapter.ts'
import { DeliveryFault } from '../../../src/adapter.ts'
import { nameOfEmoji } from '../emoji.ts'
import type { Out } from './deliver.ts'
import { faultOf } from './faults.ts'
import { messageMeant } from './upload.ts'

/** Slack's names of the receipts' signs (design.md §8): 🕓 ✅ ⛔ */
const receipts: Record<Receipt, string> = { queued: 'clock4', accepted: 'white_check_mark', refused: 'no_entry' }

/** The new sign first: a message never stands there without one in between. */
export async function react({ to, target, sign }: Extract<Delivery, { act: 'react' }>, out: Out): Promise<Delivered> {
  const { client } = out
  const channel = await out.channelOf(to.chat)
  const timestamp = await messageMeant(target, channel, out)
  const add = (name: string) => unless(client.reactions.add({ channel, timestamp, name }), 'reactions.add')
  const remove = (name: string) => unless(client.reactions.remove({ channel, timestamp, name }), 'reactions.remove')
  if (sign.kind === 'emoji') {
    const name = nameOfEmoji(sign.emoji)
    if (name !== undefined) await (sign.gone ? remove(name) : add(name))
    return { message: target, chat: channel, thread: to.thread }
  }
  if (sign.receipt !== null) await add(receipts[sign.receipt])
  if (sign.former !== null) await remove(receipts[sign.former])
  return { message: target, chat: channel, thread: to.thread }
}

/** It is so already, or cannot be: no message any more, an emoji of another workspace. */
const idle = new Set(['already_reacted', 'no_reaction', 'message_not_found', 'invalid_name', 'too_many_reactions'])

async function unless(call: Promise<unknown>, method: string): Promise<void> {
  try {
    await call
  } catch (error) {
    const { fault } = faultOf(error, 'edit', method)
    if (!('code' in fault)) throw error
    if (idle.has(fault.code)) return
    // An app installed before it knew of signs: words go on, and the doctor names the scope.
    if (fault.code === 'missing_scope') {
      throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: fault.code })
    }
    throw error
  }
}
