import type { types } from '@slack/bolt'
import type { Post } from '../../../src/adapter.ts'
import { type Block, plainText, type Text } from '../../../src/domain/text/text.ts'
import { fallback, toRichText } from '../text/index.ts'
import { choiceBlocks } from './choices.ts'
import { plain } from './plain.ts'

/**
 * A post as Slack's blocks. What people wrote goes into `rich_text` and `plain_text` only, which nothing is read out
 * of: no mention, no link, no markup ever comes alive (platforms.md §A3.3).
 */
export function blocksOf(post: Post): types.KnownBlock[] {
  return [
    ...headingOf(post.heading),
    ...callsOf(post.calls ?? []),
    ...wordsOf(post),
    ...fieldBlocks(post.fields ?? []),
    ...footnoteOf(post.footnote),
    ...choiceBlocks(post.choices ?? []),
  ]
}

/** What notifications and screen readers get; Slack does not show it where there are blocks. */
export function shortOf(post: Post): string {
  return fallback({
    type: 'root',
    children: [...boldLine(post.heading), ...boldLine(post.author), ...post.body.children],
  })
}

function boldLine(words: string | undefined): Block[] {
  return words
    ? [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: words }] }] }]
    : []
}

function headingOf(heading: string | undefined): types.KnownBlock[] {
  if (!heading) return []
  if (heading.length > 150) return [richText('heading', { type: 'root', children: boldLine(heading) })]
  return [{ type: 'header', block_id: 'heading', text: plain(heading, 150) }]
}

/** Who is called. Their own elements: the only live mentions we ever send, and never made of anybody's words. */
function callsOf(calls: NonNullable<Post['calls']>): types.KnownBlock[] {
  if (calls.length === 0) return []
  const elements = calls.flatMap(({ kind, id }, index): types.RichTextElement[] => [
    ...(index > 0 ? [{ type: 'text' as const, text: ' ' }] : []),
    kind === 'person' ? { type: 'user', user_id: id } : { type: 'usergroup', usergroup_id: id },
  ])
  return [{ type: 'rich_text', block_id: 'calls', elements: [{ type: 'rich_text_section', elements }] }]
}

/** The author's name is the first line of the same block, so that the two never part. */
function wordsOf(post: Post): types.KnownBlock[] {
  const body = post.body.children.length > 0 ? toRichText(post.body).elements : []
  if (!post.author) return body.length > 0 ? [{ type: 'rich_text', block_id: 'words', elements: body }] : []
  const author: types.RichTextText = { type: 'text', text: post.author, style: { bold: true } }
  const [first, ...rest] = body
  const elements: types.RichTextBlock['elements'] =
    first?.type === 'rich_text_section'
      ? [{ ...first, elements: [author, { type: 'text', text: '\n' }, ...first.elements] }, ...rest]
      : [{ type: 'rich_text_section', elements: [author] }, ...body]
  return [{ type: 'rich_text', block_id: 'words', elements }]
}

/** Two columns, ten to a block; a value too long for a column gets the whole width. */
function fieldBlocks(fields: NonNullable<Post['fields']>): types.KnownBlock[] {
  const texts = fields.filter(({ moment }) => moment === undefined).map((field) => `${field.label}\n${field.value}`)
  const short = texts.filter((text) => text.length <= 2000)
  const sections: types.KnownBlock[] = []
  for (let from = 0; from < short.length; from += 10) {
    const columns = short.slice(from, from + 10).map((text) => plain(text, 2000))
    sections.push({ type: 'section', block_id: `fields:${from / 10}`, fields: columns })
  }
  const long = texts.filter((text) => text.length > 2000)
  return [...sections, ...long.map((text, index) => richText(`field:${index}`, plainText(text))), ...moments(fields)]
}

/** Each in the reader's own zone: a `date` element, with our words for what cannot show it. */
function moments(fields: NonNullable<Post['fields']>): types.KnownBlock[] {
  const elements = fields.flatMap(({ label, value, moment }): types.RichTextElement[] =>
    moment === undefined
      ? []
      : [
          { type: 'text', text: `${label}: `, style: { bold: true } },
          { type: 'date', timestamp: Math.floor(moment / 1000), format: '{date_short_pretty} {time}', fallback: value },
        ],
  )
  return elements.length === 0
    ? []
    : [{ type: 'rich_text', block_id: 'moments', elements: [{ type: 'rich_text_section', elements }] }]
}

function footnoteOf(footnote: string | undefined): types.KnownBlock[] {
  if (!footnote) return []
  if (footnote.length > 2000) return [richText('footnote', plainText(footnote))]
  return [{ type: 'context', block_id: 'footnote', elements: [plain(footnote, 2000)] }]
}

function richText(block_id: string, text: Text): types.RichTextBlock {
  return { type: 'rich_text', block_id, elements: toRichText(text).elements }
}
