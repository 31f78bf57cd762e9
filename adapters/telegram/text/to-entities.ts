import type { MessageEntity } from 'grammy/types'
import { calmSent } from '../../../src/domain/text/calm.ts'
import { linesOf } from '../../../src/domain/text/lines.ts'
import { toPlain } from '../../../src/domain/text/plain.ts'
import { inlinesOf, mentionWords, type Run, runsOf } from '../../../src/domain/text/runs.ts'
import { spoken } from '../../../src/domain/text/spoken.ts'
import type { Block, Inline, Text } from '../../../src/domain/text/text.ts'
import { type Entitled, hushed } from './hush.ts'

/** Telegram takes about a hundred entities and drops the rest (platforms.md §B2). */
export const mostEntities = 100

/** How much of the formatting is shown. */
interface Shown {
  styles: boolean
  code: boolean
}

/**
 * A text for `sendMessage` and `editMessageText`, without parse mode: nothing in people's words can become markup.
 * Bold, italic, strikethrough, code, pre, blockquote and web links are entities, nested as Telegram demands; lists are
 * lines, a mention is a name, `mailto:` and `tel:` are words (Telegram finds addresses by itself). With more than a
 * hundred entities styles go first, then code, then everything: never a word.
 *
 * The text may be longer than `toPlain` of it by the joiners of `hushed`: by a third at worst (`@a @a @a`). Telegram
 * itself makes a tab a space and drops blanks around the whole.
 */
export function toEntities(text: Text): Entitled {
  const shown = calmSent(text)
  const tries = [
    { styles: true, code: true },
    { styles: false, code: true },
    { styles: false, code: false },
  ]
  const rendered = tries.map((how) => render(shown, how)).find((each) => each.entities.length <= mostEntities)
  return hushed(rendered ?? { text: composed(toPlain(shown)), entities: [] })
}

function render(text: Text, how: Shown): Entitled {
  return joined(text.children.flatMap((block, index) => (index === 0 ? [] : [words('\n')]).concat(written(block, how))))
}

function written(block: Block, how: Shown): Entitled {
  switch (block.type) {
    case 'paragraph':
      return writtenRuns(runsOf(block.children), how)
    case 'list':
      return writtenRuns(linesOf([block]), how)
    case 'code':
      return how.code ? all('pre', words(composed(block.value))) : words(composed(block.value))
    case 'blockquote': {
      const lines = writtenRuns(linesOf(block.children), how)
      return how.code ? all('blockquote', lines) : lines
    }
    default:
      return block satisfies never
  }
}

function words(text: string): Entitled {
  return { text, entities: [] }
}

/** One after the other: the entities move along. */
function joined(parts: readonly Entitled[]): Entitled {
  let text = ''
  const entities: MessageEntity[] = []
  for (const part of parts) {
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += part.text
  }
  return { text, entities }
}

/** The whole as one entity. Blanks alone are none. */
function all(type: 'pre' | 'blockquote' | 'code', { text, entities }: Entitled): Entitled {
  if (text.trim() === '') return { text, entities }
  return { text, entities: [{ type, offset: 0, length: text.length }, ...entities] }
}

function writtenRuns(runs: readonly Run[], how: Shown): Entitled {
  const shown = spoken(runs, (url) => /^https?:/i.test(url)).map((run) => worn(run, how))
  return joined(inlinesOf(shown).map(writtenInline))
}

/** Telegram shows no style and no link on code, and no code in a link: the link wins. */
function worn(run: Run, how: Shown): Run {
  if (run.kind === 'break') return run
  const code = run.code && how.code && run.url === undefined
  const styles = how.styles && !code
  const look = { strong: run.strong && styles, emphasis: run.emphasis && styles, delete: run.delete && styles, code }
  return run.kind === 'words' ? { ...run, ...look, words: composed(run.words) } : { ...run, ...look }
}

const types = { strong: 'bold', emphasis: 'italic', delete: 'strikethrough' } as const

function writtenInline(inline: Inline): Entitled {
  switch (inline.type) {
    case 'text':
      return words(inline.value)
    case 'inlineCode':
      return all('code', words(inline.value))
    case 'break':
      return words('\n')
    case 'strong':
    case 'emphasis':
    case 'delete':
      return trimmed(inline.children, (at) => ({ type: types[inline.type], ...at }))
    case 'link':
      return trimmed(inline.children, (at) => ({ type: 'text_link', ...at, url: inline.url }))
    case 'mention':
      return words(mentionWords(inline))
    default:
      return inline satisfies never
  }
}

/** As Telegram would: an entity neither begins nor ends with blanks. */
function trimmed(
  children: readonly Inline[],
  entity: (at: { offset: number; length: number }) => MessageEntity,
): Entitled {
  const { text, entities } = joined(children.map(writtenInline))
  const offset = text.length - text.trimStart().length
  const length = text.trim().length
  return length === 0 ? { text, entities } : { text, entities: [entity({ offset, length }), ...entities] }
}

/** Telegram deletes a combining ring above (tdlib, misc.cpp: clean_input_string): a decomposed å would lose it. */
function composed(words: string): string {
  return words.replace(/\p{L}\p{M}*?\u030A/gu, (letter) => letter.normalize('NFC'))
}
