import type { Api } from 'grammy'
import type { Delivered, Delivery, Post } from '../../src/adapter.ts'
import { graphemeStart } from '../../src/domain/text/grapheme.ts'
import { calmName } from '../../src/domain/text/words.ts'
import { unless } from './unless.ts'

/** UTF-16 units of a topic's name, platforms.md §B1. */
const NAME_UNITS = 128

type OfTopic = Extract<Delivery, { act: 'topic' | 'topic-name' | 'topic-close' | 'topic-reopen' }>

/** A forum's topics; each call costs the group as much as a message (platforms.md §B2). */
export async function deliverTopic(api: Api, delivery: OfTopic): Promise<Delivered> {
  const chat = Number(delivery.to.chat)
  if (delivery.act === 'topic') {
    const { message_thread_id } = await api.createForumTopic(chat, nameOf(delivery.post))
    const topic = String(message_thread_id)
    return { message: topic, chat: delivery.to.chat, thread: topic }
  }
  const topic = Number(delivery.target)
  await unless(changed(api, chat, topic, delivery), 'topic_not_modified')
  return { message: delivery.target, chat: delivery.to.chat, thread: delivery.target }
}

function changed(api: Api, chat: number, topic: number, delivery: Exclude<OfTopic, { act: 'topic' }>): Promise<true> {
  if (delivery.act === 'topic-name') return api.editForumTopic(chat, topic, { name: nameOf(delivery.post) })
  return delivery.act === 'topic-close' ? api.closeForumTopic(chat, topic) : api.reopenForumTopic(chat, topic)
}

function nameOf({ heading = '' }: Post): string {
  const name = calmName(heading)
  return name.length <= NAME_UNITS ? name : `${name.slice(0, graphemeStart(name, NAME_UNITS - 1)).trimEnd()}…`
}
