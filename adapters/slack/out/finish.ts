import type { Delivered, Delivery } from '../../../src/adapter.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { permalink } from './conversations.ts'
import type { Out } from './deliver.ts'
import { faultOf } from './faults.ts'

type Finish = Extract<Delivery, { act: 'finish' }>

/** Codes that say the run is over already: a repetition of what has been said. */
const OVER = new Set(['function_execution_already_completed', 'function_execution_not_in_running_state'])

/** Gives a workflow the ticket's key and a link to the requester's thread, or the reason why there is none. */
export async function finish(delivery: Finish, { client, channelOf }: Out): Promise<Delivered> {
  const { run, post, to } = delivery
  try {
    if (post.heading === undefined) {
      await client.functions.completeError({ function_execution_id: run, error: toPlain(post.body) })
    } else {
      const url = to.thread === undefined ? undefined : await permalink(client, await channelOf(to.chat), to.thread)
      const outputs = { ticket_id: post.heading, ...(url === undefined ? {} : { url }) }
      await client.functions.completeSuccess({ function_execution_id: run, outputs })
    }
  } catch (error) {
    const { fault } = faultOf(error, 'edit', 'functions.completeSuccess')
    if (!('code' in fault) || !OVER.has(fault.code)) throw error
  }
  return { message: run, chat: to.chat, thread: to.thread }
}
