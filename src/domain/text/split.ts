import { cutRuns, cutWords } from './cut.ts'
import { linesOf } from './lines.ts'
import { normal } from './normal.ts'
import { inlinesOf, runsOf } from './runs.ts'
import { plainOf } from './spoken.ts'
import type { Block, ListItem, Text } from './text.ts'

type List = Extract<Block, { type: 'list' }>

/** A piece smaller than this leaves no room for markers and words. */
const smallestLimit = 64

/**
 * A text in pieces of at most `limit` UTF-16 units of `toPlain`, none of its words lost. Pieces end between blocks,
 * else lines, sentences, words, and only then inside a word, never inside a surrogate pair. Formatting goes on in the
 * next piece: code stays code, a quote a quote, a numbered list goes on counting; only an item longer than a piece
 * goes on as a paragraph. Pieces of nothing but blanks are left out: no platform takes them. Always at least one.
 * Throws a RangeError for a limit below 64.
 */
export function split(text: Text, limit: number): Text[] {
  if (limit < smallestLimit) throw new RangeError(`a piece must hold at least ${smallestLimit} units, not ${limit}`)
  const whole = normal(text)
  const pieces = packed(whole.children, limit).filter((blocks) => plain(blocks).trim() !== '')
  return pieces.length === 0 ? [whole] : pieces.map((children) => ({ type: 'root', children }))
}

/** The same, but no piece at all of a text without words: what it stands for is something else. */
export function splitWords(text: Text, limit: number): Text[] {
  return split(text, limit).filter(({ children }) => children.length > 0)
}

function plain(blocks: readonly Block[]): string {
  return plainOf(linesOf(blocks))
}

function fits(blocks: readonly Block[], limit: number): boolean {
  return plain(blocks).length <= limit
}

/** Blocks into pieces, first come first in; a block that fits no piece is cut. */
function packed(blocks: readonly Block[], limit: number): Block[][] {
  const pieces: Block[][] = []
  let piece: Block[] = []
  for (const block of blocks) {
    if (fits([...piece, block], limit)) {
      piece.push(block)
      continue
    }
    if (piece.length > 0) pieces.push(piece)
    const parts = fits([block], limit) ? [[block]] : cutBlock(block, limit)
    // Parts stay apart even where two would fit: a paragraph cut within a line must not be put together with a line end.
    pieces.push(...parts.slice(0, -1))
    piece = parts.at(-1) ?? []
  }
  return piece.length > 0 ? [...pieces, piece] : pieces
}

function cutBlock(block: Block, limit: number): Block[][] {
  switch (block.type) {
    case 'paragraph':
      return cutRuns(runsOf(block.children), limit).map((runs) => [{ type: 'paragraph', children: inlinesOf(runs) }])
    case 'code':
      return cutCode(block.value, limit).map((value) => [{ type: 'code', value }])
    case 'blockquote':
      return wrapped(block.children, limit, (children) => [{ type: 'blockquote', children }])
    case 'list':
      return cutList(block, limit)
    default:
      return block satisfies never
  }
}

function cutCode(value: string, limit: number): string[] {
  const pieces: string[] = []
  let rest = value
  while (rest.length > limit) {
    const cut = cutWords(rest, limit)
    pieces.push(rest.slice(0, cut.end))
    rest = rest.slice(cut.next)
  }
  return [...pieces, rest]
}

/** Cut blocks that stand within another: its marks take room on every line, so the room within is found by trying. */
function wrapped(blocks: readonly Block[], limit: number, wrap: (piece: Block[], index: number) => Block[]): Block[][] {
  for (let room = limit - 4; room >= 16; room = Math.floor(room * 0.8)) {
    const pieces = packed(blocks, room).map(wrap)
    if (pieces.every((piece) => fits(piece, limit))) return pieces
  }
  return cutBlock({ type: 'paragraph', children: inlinesOf(linesOf(wrap([...blocks], 0))) }, limit)
}

function cutList(list: List, limit: number): Block[][] {
  const pieces: Block[][] = []
  let piece: Block[] = []
  list.children.forEach((item, index) => {
    const longer = [...piece.slice(0, -1), grown(piece.at(-1), list, item, index)].flat()
    if (fits(longer, limit)) {
      piece = longer
      return
    }
    if (piece.length > 0) pieces.push(piece)
    const alone = [oneItem(list, item, index)]
    const parts = fits(alone, limit) ? [alone] : cutItem(list, item, index, limit)
    pieces.push(...parts.slice(0, -1))
    piece = parts.at(-1) ?? []
  })
  return piece.length > 0 ? [...pieces, piece] : pieces
}

/** The last block of a piece with one more item: in its list if that goes on counting, else in a list of its own. */
function grown(last: Block | undefined, list: List, item: ListItem, index: number): Block[] {
  const next = oneItem(list, item, index)
  if (last?.type !== 'list') return last === undefined ? [next] : [last, next]
  const counts = !list.ordered || (last.start ?? 1) + last.children.length === (next.start ?? 1)
  return last.ordered === list.ordered && counts ? [{ ...last, children: [...last.children, item] }] : [last, next]
}

function oneItem(list: List, item: ListItem, index: number): List {
  const start = (list.start ?? 1) + index
  return list.ordered && start !== 1
    ? { type: 'list', ordered: true, start, children: [item] }
    : { type: 'list', ordered: list.ordered, children: [item] }
}

/** An item longer than a piece: it begins with its marker and goes on without. */
function cutItem(list: List, item: ListItem, index: number, limit: number): Block[][] {
  return wrapped(item.children, limit, (children, part) =>
    part === 0 ? [oneItem(list, { type: 'listItem', children }, index)] : children,
  )
}
