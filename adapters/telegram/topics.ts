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
    const { message_thread_id } = await api.createForumTopic(
      chat,
      nameOf(delivery.post),
      await iconOf(api, delivery.post),
    )
    const topic = String(message_thread_id)
    return { message: topic, chat: delivery.to.chat, thread: topic }
  }
  const topic = Number(delivery.target)
  await unless(changed(api, chat, topic, delivery), 'topic_not_modified')
  return { message: delivery.target, chat: delivery.to.chat, thread: delivery.target }
}

function changed(api: Api, chat: number, topic: number, delivery: Exclude<OfTopic, { act: 'topic' }>): Promise<true> {
  if (delivery.act === 'topic-name') return renamed(api, chat, topic, delivery.post)
  return delivery.act === 'topic-close' ? api.closeForumTopic(chat, topic) : api.reopenForumTopic(chat, topic)
}

async function renamed(api: Api, chat: number, topic: number, post: Post): Promise<true> {
  return api.editForumTopic(chat, topic, { name: nameOf(post), ...(await iconOf(api, post)) })
}

/** The sign a name begins with, and the icon that says the same of those Telegram offers to everybody. */
const ICONS: Readonly<Record<string, string>> = { '🆕': '❗', '💬': '💬', '⏳': '👀', '⏸': '📁', '✅': '✅' }

async function iconOf(api: Api, { heading = '' }: Post): Promise<{ icon_custom_emoji_id?: string }> {
  const wanted = ICONS[heading.split(' ')[0] ?? '']
  const id = wanted && (await iconsOf(api)).get(wanted)
  return id ? { icon_custom_emoji_id: id } : {}
}

const asked = new WeakMap<Api, Promise<ReadonlyMap<string, string>>>()

/** Ids of the icons a topic may have, by emoji: asked once, and where that fails again with the next topic. */
function iconsOf(api: Api): Promise<ReadonlyMap<string, string>> {
  const known = asked.get(api) ?? askIcons(api)
  asked.set(api, known)
  return known
}

async function askIcons(api: Api): Promise<ReadonlyMap<string, string>> {
  try {
    const stickers = await api.getForumTopicIconStickers()
    // The variation selector comes and goes.
    return new Map(
      stickers.map(({ emoji = '', custom_emoji_id = '' }) => [emoji.replace('\ufe0f', ''), custom_emoji_id]),
    )
  } catch {
    asked.delete(api)
    return new Map()
  }
}

function nameOf({ heading = '' }: Post): string {
  const name = calmName(heading)
  return name.length <= NAME_UNITS ? name : `${name.slice(0, graphemeStart(name, NAME_UNITS - 1)).trimEnd()}…`
}
