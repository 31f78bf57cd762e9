import { calm } from '../../../src/domain/text/calm.ts'
import type { Block, Inline, Text } from '../../../src/domain/text/text.ts'
import { unescaped } from './labels.ts'

/**
 * Reads Slack's `text` (mrkdwn): only for messages without a `rich_text` block. Forgiving: a mark without its partner
 * is a character. Lines that begin with `&gt;` are a quote, `&gt;&gt;&gt;` quotes all that follows.
 */
export function fromMrkdwn(text: string): Text {
  const parts = text.split('```')
  // An opening fence without a closing one is three characters.
  if (parts.length % 2 === 0) parts.push(`${parts.splice(-2, 1)[0]}\`\`\`${parts.pop()}`)
  const blocks = parts.flatMap((part, index) =>
    index % 2 === 1 ? codeBlock(part) : proseBlocks(betweenFences(part, index > 0, index < parts.length - 1)),
  )
  return calm({ type: 'root', children: blocks })
}

function codeBlock(part: string): Block[] {
  // Within a fence Slack still wraps what it takes for a link: `<http://x|x>`.
  const value = part.replace(/<([^<>|\s]+)(?:\|([^<>]*))?>/g, (_all, target, label) => label ?? target)
  return [{ type: 'code', value: unescaped(value).replace(/^\n|\n$/g, '') }]
}

function betweenFences(part: string, afterFence: boolean, beforeFence: boolean): string {
  const head = afterFence ? part.replace(/^ *\n/, '') : part
  return beforeFence ? head.replace(/\n *$/, '') : head
}

function proseBlocks(part: string): Block[] {
  const blocks: Block[] = []
  const lines = part.split('\n')
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('&gt;&gt;&gt;')) {
      const rest = [line.slice('&gt;&gt;&gt;'.length).replace(/^ /, ''), ...lines.slice(index + 1)].join('\n')
      return [...blocks, { type: 'blockquote', children: [paragraph(rest)] }]
    }
    const quoted = line.startsWith('&gt;') ? line.slice('&gt;'.length).replace(/^ /, '') : undefined
    add(blocks, quoted ?? line, quoted !== undefined)
  }
  return blocks
}

/** One more line at the end of the last block of its kind. */
function add(blocks: Block[], line: string, quoted: boolean): void {
  const last = blocks.at(-1)
  const target = last?.type === 'blockquote' ? last.children[0] : last
  if (target?.type === 'paragraph' && (last?.type === 'blockquote') === quoted) {
    target.children.push({ type: 'break' }, ...inlinesIn(line))
  } else blocks.push(quoted ? { type: 'blockquote', children: [paragraph(line)] } : paragraph(line))
}

function paragraph(words: string): Block & { type: 'paragraph' } {
  return {
    type: 'paragraph',
    children: words
      .split('\n')
      .flatMap((line, index): Inline[] => (index === 0 ? inlinesIn(line) : [{ type: 'break' }, ...inlinesIn(line)])),
  }
}

/** Code first, then `<…>`, then styles: a mark within either is a character. Groups name what was found. */
const token =
  /`(?<code>[^`\n]+)`|<(?<target>[^<>|\n]+)(?:\|(?<label>[^<>\n]*))?>|(?<![\p{L}\p{N}*_~])(?<mark>[*_~])(?=[^\s*_~])(?<inner>[^\n]{0,2000}?[^\s])\k<mark>(?![\p{L}\p{N}*_~])/gu

const styles = { '*': 'strong', _: 'emphasis', '~': 'delete' } as const

function inlinesIn(line: string): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const match of line.matchAll(token)) {
    inlines.push({ type: 'text', value: unescaped(line.slice(at, match.index)) }, found(match.groups ?? {}))
    at = match.index + match[0].length
  }
  return [...inlines, { type: 'text', value: unescaped(line.slice(at)) }]
}

function found(groups: Record<string, string | undefined>): Inline {
  const { code, target, label, mark, inner = '' } = groups
  if (code !== undefined) return { type: 'inlineCode', value: unescaped(code) }
  if (target !== undefined) return angled(unescaped(target), label ? unescaped(label) : undefined)
  const style = mark === '*' || mark === '_' || mark === '~' ? styles[mark] : 'strong'
  return { type: style, children: inlinesIn(inner) }
}

/** `<@U1|name>`, `<#C1|name>`, `<!channel>`, `<!subteam^S1|@group>`, `<!date^…|words>`, `<http://x|label>`. */
function angled(target: string, label: string | undefined): Inline {
  if (/^@[UW]/.test(target)) {
    const id = target.slice(1)
    return label === undefined ? { type: 'mention', id } : { type: 'mention', id, name: label.replace(/^@/, '') }
  }
  if (target.startsWith('#')) return { type: 'text', value: `#${(label ?? target).replace(/^#/, '')}` }
  if (target.startsWith('!')) return { type: 'text', value: command(target.slice(1), label) }
  return { type: 'link', url: target, children: [{ type: 'text', value: label ?? target }] }
}

function command(target: string, label: string | undefined): string {
  if (target.startsWith('date^')) return label ?? ''
  const [name = '', id = ''] = target.split('^')
  const words = label ?? (name === 'subteam' ? id : name)
  return `@${words.replace(/^@/, '')}`
}
