import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
} from '@slack/types'

type Style = { bold?: true; italic?: true; strike?: true; code?: true }
type Part = RichTextSection | RichTextList | RichTextQuote | RichTextPreformatted

/** Slack turns only names it knows into emoji; these are the ones known here, with their code points. */
const EMOJI: Record<string, string> = {
  '+1': '1f44d',
  '-1': '1f44e',
  bug: '1f41b',
  eyes: '1f440',
  fire: '1f525',
  heart: '2764-fe0f',
  joy: '1f602',
  no_entry: '26d4',
  ok_hand: '1f44c',
  pray: '1f64f',
  printer: '1f5a8-fe0f',
  rocket: '1f680',
  smile: '1f604',
  tada: '1f389',
  thinking_face: '1f914',
  thumbsup: '1f44d',
  ticket: '1f3ab',
  warning: '26a0-fe0f',
  wave: '1f44b',
  white_check_mark: '2705',
  x: '274c',
}

/** What Slack's composer makes of what somebody types: escaped mrkdwn `text` and one `rich_text` block that says the same. */
export function compose(typed: string): { text: string; block: RichTextBlock } {
  const parts: Part[] = []
  const texts: string[] = []
  const lines = typed.split('\n')
  while (lines.length > 0) {
    const [part, text] = takePart(lines)
    parts.push(part)
    texts.push(text)
  }
  return {
    text: texts.join('\n'),
    block: { type: 'rich_text', elements: parts.map((part, index) => endLine(part, index < parts.length - 1)) },
  }
}

/** Takes the lines of one part off the front. */
function takePart(lines: string[]): [Part, string] {
  if (lines[0]?.startsWith('```')) return takeCode(lines)
  const quote = takeWhile(lines, (line) => line.startsWith('> ')).map((line) => line.slice(2))
  if (quote.length > 0) {
    const said = inline(quote.join('\n'))
    return [{ type: 'rich_text_quote', elements: said.elements }, said.text.replaceAll(/^/gm, '&gt; ')]
  }
  const bullets = takeWhile(lines, (line) => /^[-*•] /.test(line)).map((line) => inline(line.slice(2)))
  if (bullets.length > 0) return [list('bullet', bullets), bullets.map((said) => `• ${said.text}`).join('\n')]
  const ordered = takeWhile(lines, (line) => /^\d+\. /.test(line)).map((line) => inline(line.replace(/^\d+\. /, '')))
  if (ordered.length > 0)
    return [list('ordered', ordered), ordered.map((said, index) => `${index + 1}. ${said.text}`).join('\n')]
  const plain = inline(takeWhile(lines, (line, first) => first || !/^(```|> |[-*•] |\d+\. )/.test(line)).join('\n'))
  return [{ type: 'rich_text_section', elements: plain.elements }, plain.text]
}

function takeCode(lines: string[]): [Part, string] {
  const all = lines.join('\n')
  const end = all.indexOf('```', 3)
  const code = (end === -1 ? all.slice(3) : all.slice(3, end)).replace(/^\n|\n$/g, '')
  const rest = end === -1 ? '' : all.slice(end + 3).replace(/^\n/, '')
  lines.splice(0, lines.length, ...(rest === '' ? [] : rest.split('\n')))
  return [
    { type: 'rich_text_preformatted', elements: code === '' ? [] : [{ type: 'text', text: code }] },
    `\`\`\`${escaped(code)}\`\`\``,
  ]
}

function takeWhile(lines: string[], belongs: (line: string, first: boolean) => boolean): string[] {
  const end = lines.findIndex((line, index) => !belongs(line, index === 0))
  return lines.splice(0, end === -1 ? lines.length : end)
}

function list(style: 'bullet' | 'ordered', items: { elements: RichTextElement[] }[]): RichTextList {
  return {
    type: 'rich_text_list',
    style,
    indent: 0,
    border: 0,
    elements: items.map(({ elements }) => ({ type: 'rich_text_section', elements })),
  }
}

/** A section before another part ends with its line feed, as Slack sends it. */
function endLine(part: Part, more: boolean): Part {
  if (part.type !== 'rich_text_section' || !more) return part
  const last = part.elements.at(-1)
  if (last?.type === 'text' && last.style === undefined) {
    return { ...part, elements: [...part.elements.slice(0, -1), { type: 'text', text: `${last.text}\n` }] }
  }
  return { ...part, elements: [...part.elements, { type: 'text', text: '\n' }] }
}

const TOKEN = new RegExp(
  [
    '<@(?<user>[UW]\\w+)(?:\\|[^>]*)?>',
    '<#(?<channel>C\\w+)(?:\\|[^>]*)?>',
    '<!(?<broadcast>here|channel|everyone)(?:\\|[^>]*)?>',
    '<!subteam\\^(?<group>S\\w+)(?:\\|[^>]*)?>',
    '\\[(?<label>[^\\]\\n]+)\\]\\((?<target>https?://[^\\s)]+)\\)',
    '(?<url>https?://[^\\s<>|]*[^\\s<>|.,;:!?)\'"*_~`])',
    ':(?<emoji>[a-z0-9_+-]+):',
    '`(?<code>[^`\\n]+)`',
    '(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])',
    '(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])',
    '(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])',
  ].join('|'),
  'g',
)

function inline(typed: string, style: Style = {}): { text: string; elements: RichTextElement[] } {
  const elements: RichTextElement[] = []
  let text = ''
  let from = 0
  const words = (to: number): void => {
    const value = typed.slice(from, to)
    if (value !== '') elements.push({ type: 'text', text: value, ...styled(style) })
    text += escaped(value)
  }
  for (const match of typed.matchAll(TOKEN)) {
    const token = readToken(match, style)
    if (!token) continue
    words(match.index)
    from = match.index + match[0].length
    elements.push(...token.elements)
    text += token.text
  }
  words(typed.length)
  return { text, elements }
}

function readToken(match: RegExpExecArray, style: Style): { text: string; elements: RichTextElement[] } | undefined {
  const { user, channel, broadcast, group, label, target, url, emoji, code, bold, italic, strike } = match.groups ?? {}
  const one = (text: string, element: RichTextElement) => ({ text, elements: [{ ...element, ...styled(style) }] })
  const around = (mark: string, inner: string, more: Style) => {
    const said = inline(inner, { ...style, ...more })
    return { text: mark + said.text + mark, elements: said.elements }
  }
  if (user) return one(`<@${user}>`, { type: 'user', user_id: user })
  if (channel) return one(`<#${channel}>`, { type: 'channel', channel_id: channel })
  if (broadcast === 'here' || broadcast === 'channel' || broadcast === 'everyone')
    return one(`<!${broadcast}>`, { type: 'broadcast', range: broadcast })
  if (group) return one(`<!subteam^${group}>`, { type: 'usergroup', usergroup_id: group })
  if (label && target) return one(`<${escaped(target)}|${escaped(label)}>`, { type: 'link', url: target, text: label })
  if (url) return one(`<${escaped(url)}>`, { type: 'link', url })
  if (code)
    return { text: `\`${escaped(code)}\``, elements: [{ type: 'text', text: code, style: { ...style, code: true } }] }
  if (bold) return around('*', bold, { bold: true })
  if (italic) return around('_', italic, { italic: true })
  if (strike) return around('~', strike, { strike: true })
  const unicode = emoji === undefined ? undefined : EMOJI[emoji]
  return emoji !== undefined && unicode !== undefined
    ? one(`:${emoji}:`, { type: 'emoji', name: emoji, unicode })
    : undefined
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length === 0 ? {} : { style }
}

/** Slack's three escapes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
