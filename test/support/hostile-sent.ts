import { z } from 'zod'
import type { TestDesk } from './desk.ts'

/** What makes words read as others, or a terminal obey. */
const tricks = /[[\p{Cc}--[\t\n]][\u202a-\u202e\u2066-\u2069]]|\p{Cs}/v

/**
 * What is alive in all the desk has sent and shown: mentions, markup that is read out of words, links to anywhere but
 * the web and mail, pictures fetched from elsewhere. One line each; nothing people wrote may make any.
 */
export function alive(desk: TestDesk): string[] {
  return [...aliveInSlack(desk), ...aliveInTelegram(desk)]
}

const node = z.record(z.string(), z.unknown())
/** Elements that can do no more than be read; a `date` shows a moment in the reader's zone. */
const still = new Set(['text', 'emoji', 'date'])
const richParts = /^rich_text(_section|_list|_quote|_preformatted)?$/

/** Everything of ours people see in Slack: messages, threads, private messages, forms. */
function aliveInSlack({ slack }: TestDesk): string[] {
  const roots = slack.channels().flatMap(({ id }) => slack.messages(id))
  const threads = roots.flatMap(({ channel, ts }) => slack.messages(channel, { thread: ts }))
  const written = [...new Map([...roots, ...threads].map((one) => [`${one.channel}:${one.ts}`, one])).values()]
  const ours = [
    ...written.filter(({ bot_id }) => bot_id),
    ...slack.users().flatMap(({ id }) => slack.ephemerals(id)),
    ...slack.users().flatMap(({ id }) => slack.view(id) ?? []),
  ]
  return ours.flatMap((shown) => {
    const text = 'text' in shown && typeof shown.text === 'string' ? shown.text : ''
    const pinged = 'pinged' in shown ? shown.pinged.map((who) => `slack pings ${who}`) : []
    const markup = /<[^>]*>/.test(text) ? [`slack reads markup in ${JSON.stringify(text)}`] : []
    const attached = 'attachments' in shown && shown.attachments ? ['slack attachment'] : []
    const tricked = tricks.test(text) ? [`slack shows ${JSON.stringify(text)}`] : []
    return [...pinged, ...markup, ...attached, ...tricked, ...aliveIn(shown.blocks)]
  })
}

function aliveIn(value: unknown, within = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => aliveIn(each, within))
  if (typeof value === 'string') return tricks.test(value) ? [`slack shows ${JSON.stringify(value)}`] : []
  const parsed = node.safeParse(value)
  if (!parsed.success) return []
  const { type, url, image_url, alt_text } = parsed.data
  const kind = typeof type === 'string' ? type : within
  const found: string[] = []
  if (kind === 'mrkdwn' || kind === 'markdown') found.push(`slack reads ${kind}`)
  if (image_url !== undefined || alt_text !== undefined || kind === 'image' || kind === 'video')
    found.push(`slack ${kind}`)
  if (within.startsWith('rich_text') && !richParts.test(kind) && !still.has(kind)) {
    const isWeb = kind === 'link' && typeof url === 'string' && /^(https?:\/\/|mailto:)/i.test(url)
    if (!isWeb) found.push(`slack ${kind} ${JSON.stringify(parsed.data)}`)
  } else if (url !== undefined && kind !== 'link') found.push(`slack ${kind} leads to ${JSON.stringify(url)}`)
  return [...found, ...Object.values(parsed.data).flatMap((each) => aliveIn(each, kind))]
}

/** Entities that change how words look. */
const looks = new Set(['bold', 'italic', 'strikethrough', 'code', 'pre', 'blockquote', 'date_time'])
/** Words of which Telegram itself makes a mention, or a link into itself. */
const live = /(?<![A-Za-z0-9_./-])@[A-Za-z]\w{3,}|\b(?:tg|ton):\/\/\w/i

function aliveInTelegram({ telegram }: TestDesk): string[] {
  const ours = telegram.chats().flatMap(({ id }) => telegram.messages(id).filter(({ from }) => from === 'bot'))
  return ours.flatMap(({ text, entities, pinged, buttons }) => {
    const odd = entities.filter((entity) =>
      entity.type === 'text_link' ? !/^https?:\/\//i.test(entity.url) : !looks.has(entity.type),
    )
    const dead = entities.filter(({ type }) => type === 'code' || type === 'pre' || type === 'text_link')
    const outside = dead.reduce(
      (words, { offset, length }) => words.slice(0, offset) + ' '.repeat(length) + words.slice(offset + length),
      text,
    )
    return [
      ...pinged.map((who) => `telegram pings ${who}`),
      ...odd.map((entity) => `telegram ${JSON.stringify(entity)}`),
      ...(tricks.test(text) ? [`telegram shows ${JSON.stringify(text)}`] : []),
      ...(live.test(outside) ? [`telegram links ${live.exec(outside)?.[0]} in ${JSON.stringify(text)}`] : []),
      ...buttons.flat().flatMap(({ url }) => (url === undefined ? [] : [`telegram button leads to ${url}`])),
    ]
  })
}
