import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { type Delivered, type Delivery, DeliveryFault } from '../../../src/adapter.ts'
import type { Log } from '../log.ts'
import { type Doing, faultOf, tokenCodes } from './faults.ts'
import { finish } from './finish.ts'
import { INERT, markOf, shownOf } from './message.ts'
import { react } from './react.ts'
import { bringsFiles, messageMeant, upload } from './upload.ts'
import { whisper } from './whisper.ts'

/**
 * What sending needs. `channelOf` finds the DM of a person; `apiUrl` is where answers may be sent besides slack.com; `now`
 * is real time, which Slack's own stamps are compared with.
 */
export interface Out {
  client: webApi.WebClient
  apiUrl: string
  log: Log
  now: () => Date
  channelOf: (chat: string) => Promise<string>
}

type Of<Act extends Delivery['act']> = Extract<Delivery, { act: Act }>

/** Sends one thing. Rejects with a `DeliveryFault` only. */
export async function deliver(delivery: Delivery, out: Out): Promise<Delivered> {
  switch (delivery.act) {
    case 'post':
      return bringsFiles(delivery)
        ? called(out, 'post', 'files.completeUploadExternal', () => upload(delivery, out))
        : called(out, 'post', 'chat.postMessage', () => post(delivery, out))
    case 'edit':
      return called(out, 'edit', 'chat.update', () => edit(delivery, out))
    case 'delete':
      return called(out, 'delete', 'chat.delete', () => remove(delivery, out))
    case 'whisper':
      return called(out, 'whisper', 'chat.postEphemeral', () => whisper(delivery, out))
    case 'react':
      return called(out, 'edit', 'reactions.add', () => react(delivery, out))
    case 'finish':
      return called(out, 'edit', 'functions.completeSuccess', () => finish(delivery, out))
    case 'topic':
    case 'topic-name':
    case 'topic-close':
    case 'topic-reopen':
      // Its threads make themselves (`traits.topics`).
      throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'no-topics' })
    case 'menu':
      // One list of commands is everybody's (`traits.menus`).
      throw new DeliveryFault({ kind: 'refused', reason: 'not-accepted', code: 'no-menus' })
    default:
      return delivery satisfies never
  }
}

/** Runs a call; what fails becomes a `DeliveryFault`, and a token Slack refuses is said loudly. */
export async function called<T>(
  out: Pick<Out, 'log'>,
  doing: Doing,
  method: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { fault } = faultOf(error, doing, method)
    if ('code' in fault && tokenCodes.has(fault.code))
      out.log.error({ method, code: fault.code }, 'slack-refuses-token')
    throw faultOf(error, doing, method)
  }
}

const posted = z.object({ ts: z.string(), channel: z.string() })

async function post(delivery: Of<'post'>, { client }: Out): Promise<Delivered> {
  const { chat, thread } = delivery.to
  const answer = posted.parse(
    await client.chat.postMessage({
      channel: chat,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...shownOf(delivery.post),
      ...INERT,
      unfurl_links: false,
      unfurl_media: false,
      metadata: markOf(delivery),
    }),
  )
  return { message: answer.ts, chat: answer.channel, thread: thread ?? answer.ts }
}

/** Slack drops the blocks and the metadata an edit does not bring again (platforms.md §D20). */
async function edit(delivery: Of<'edit'>, out: Out): Promise<Delivered> {
  const channel = await out.channelOf(delivery.to.chat)
  const { text, blocks } = shownOf(delivery.post)
  await out.client.chat.update({
    channel,
    ts: await messageMeant(delivery.target, channel, out),
    text,
    blocks: blocks ?? [],
    link_names: false,
    parse: 'none',
    metadata: markOf(delivery),
  })
  return { message: delivery.target, chat: channel, thread: delivery.to.thread }
}

async function remove(delivery: Of<'delete'>, out: Out): Promise<Delivered> {
  const channel = await out.channelOf(delivery.to.chat)
  try {
    await out.client.chat.delete({ channel, ts: await messageMeant(delivery.target, channel, out) })
  } catch (error) {
    const { fault } = faultOf(error, 'delete', 'chat.delete')
    // It is gone, which is what was asked for.
    if (!('code' in fault) || fault.code !== 'message_not_found') throw error
  }
  return { message: delivery.target, chat: channel, thread: delivery.to.thread }
}
