import type { MessageEntity } from 'grammy/types'
import type { Post } from '../../src/adapter.ts'
import { type Block, type Inline, plainText, type Text } from '../../src/domain/text/text.ts'
import type { Entitled } from './text/hush.ts'
import { toEntities } from './text/index.ts'
import { mostEntities } from './text/to-entities.ts'

/** A post as it is sent: whom the desk calls, then the words, with points in time by each reader's own clock. */
export function entitledPost(post: Post): Entitled {
  return called(post.calls ?? [], timed(post, toEntities(textOfPost(post))))
}

/**
 * A post as one text: who speaks and the heading in bold above the words, fields as `label: value`, the footnote in
 * italics. It stays a tree until `toEntities`, so that nothing anybody wrote is read as markup (platforms.md §B3).
 */
function textOfPost(post: Post): Text {
  const { author, heading, body, fields, footnote } = post
  const above = [author, heading].flatMap((line) => line || [])
  const top = above.map((line): Inline[] => [{ type: 'strong', children: inlines(line) }])
  const facts = (fields ?? []).map((field) => inlines(`${field.label}: ${field.value}`))
  const note: Inline[][] = footnote ? [[{ type: 'emphasis', children: inlines(footnote) }]] : []
  const words = withTop(top, body.children)
  const below = [facts, note].filter((lines) => lines.length > 0)
  // An empty line sets apart what is below the words; at the very top it would only be a gap.
  const apart = below.flatMap((lines, n) => paragraph(n > 0 || words.length > 0 ? [[], ...lines] : lines))
  return { type: 'root', children: [...words, ...apart] }
}

/** The lines above stand directly over the first words, as in a chat; over a list or a quote they are a paragraph. */
function withTop(lines: Inline[][], blocks: Block[]): Block[] {
  const [first, ...rest] = blocks
  if (lines.length > 0 && first?.type === 'paragraph') return [...paragraph([...lines, first.children]), ...rest]
  return [...paragraph(lines), ...blocks]
}

function paragraph(lines: Inline[][]): Block[] {
  if (lines.length === 0) return []
  const children = lines.flatMap((line, n): Inline[] => (n === 0 ? line : [{ type: 'break' }, ...line]))
  return [{ type: 'paragraph', children }]
}

function inlines(words: string): Inline[] {
  const [first] = plainText(words).children
  return first?.type === 'paragraph' ? first.children : []
}

/**
 * The values that are points in time as `date_time` entities (platforms.md §B1): day of the week, date and hour by the
 * reader's own clock, our words where a client knows no such thing. A value ends where the post up to its field ends.
 */
function timed(post: Post, { text, entities }: Entitled): Entitled {
  const fields = post.fields ?? []
  const times = fields.flatMap(({ value, moment }, index): MessageEntity[] => {
    if (moment === undefined || value === '') return []
    const upToIt = toEntities(textOfPost({ ...post, fields: fields.slice(0, index + 1), footnote: undefined })).text
    // Where Telegram's rules changed the words they stay words: better no entity than one over something else.
    if (!text.startsWith(upToIt) || !upToIt.endsWith(value)) return []
    const at = { offset: upToIt.length - value.length, length: value.length }
    return [{ type: 'date_time', ...at, unix_time: Math.floor(moment / 1000), date_time_format: 'wDt' }]
  })
  return entities.length + times.length > mostEntities
    ? { text, entities }
    : { text, entities: [...entities, ...times] }
}

/**
 * Who is called, in a line above the words: the only live mentions we ever send. A group, or an id of another
 * platform's, has nobody to call here: the name alone stands there.
 */
export function called(calls: NonNullable<Post['calls']>, { text, entities }: Entitled): Entitled {
  let line = ''
  const above: MessageEntity[] = []
  for (const { kind, id, name } of calls) {
    if (line !== '') line += ' '
    // A mention by id: its other fields are the platform's to fill in.
    const user = { id: Number(id), is_bot: false, first_name: name }
    const callable = kind === 'person' && /^\d+$/.test(id)
    if (callable) above.push({ type: 'text_mention', offset: line.length, length: name.length, user })
    line += name
  }
  if (line === '') return { text, entities }
  const moved = entities.map((entity) => ({ ...entity, offset: entity.offset + line.length + 1 }))
  return { text: `${line}\n${text}`, entities: [...above, ...moved] }
}
