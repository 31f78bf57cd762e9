import { z } from 'zod'

/**
 * What people write, as a tree: the part of mdast (the tree of Markdown) that both a Slack `rich_text` block and
 * Telegram entities can show, plus one node of our own, `mention`. People's words live in `text` nodes and are
 * never read as markup again: no string of mrkdwn, HTML or MarkdownV2 is ever built from them (design.md §1).
 */
export type Text = { type: 'root'; children: Block[] }

/** Nothing at all. */
export const NO_WORDS: Text = { type: 'root', children: [] }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'blockquote'; children: Block[] }
  | { type: 'code'; value: string }
  | { type: 'list'; ordered: boolean; start?: number | undefined; children: ListItem[] }

export type ListItem = { type: 'listItem'; children: Block[] }

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'inlineCode'; value: string }
  | { type: 'break' }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
  /** Somebody named by a platform's own id; shown on the other side as a plain name, never as a live mention. */
  | { type: 'mention'; id: string; name?: string | undefined }

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({ type: z.literal('inlineCode'), value: z.string() }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.literal('strong'), children: z.array(inline) }),
    z.object({ type: z.literal('emphasis'), children: z.array(inline) }),
    z.object({ type: z.literal('delete'), children: z.array(inline) }),
    z.object({ type: z.literal('link'), url: z.string(), children: z.array(inline) }),
    z.object({ type: z.literal('mention'), id: z.string(), name: z.string().optional() }),
  ]),
)

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), children: z.array(inline) }),
    z.object({ type: z.literal('blockquote'), children: z.array(block) }),
    z.object({ type: z.literal('code'), value: z.string() }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.number().int().optional(),
      children: z.array(z.object({ type: z.literal('listItem'), children: z.array(block) })),
    }),
  ]),
)

/** The door for a stored text (a JSON column); inside, a `Text` is trusted. */
export const textShape: z.ZodType<Text> = z.object({ type: z.literal('root'), children: z.array(block) })

/** A text of plain words: each line feed becomes a `break`, nothing is read as markup. */
export function plainText(words: string): Text {
  return { type: 'root', children: words === '' ? [] : [{ type: 'paragraph', children: wordsToInlines(words) }] }
}

function wordsToInlines(words: string): Inline[] {
  return words.split('\n').flatMap((line, index): Inline[] => {
    const text: Inline[] = line === '' ? [] : [{ type: 'text', value: line }]
    return index === 0 ? text : [{ type: 'break' }, ...text]
  })
}
