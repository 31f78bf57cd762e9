import { el } from '../dom.js'
import { withEmoji } from '../emoji.js'
import { safeLink } from '../link.js'
import { fullTime } from '../time.js'

const token =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])|(?<![\w_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])|(?<![\w~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])/

/** Slack's mrkdwn as nodes. Quotes (`>`) by line, the rest inline. */
export function mrkdwn(text, names) {
  const nodes = []
  for (const [index, line] of blocks(text).entries()) {
    if (line.quote !== undefined) nodes.push(el('blockquote', { dir: 'auto' }, inline(line.quote, names)))
    else
      nodes.push(
        ...(index > 0 && blocks(text)[index - 1].quote === undefined ? ['\n'] : []),
        ...inline(line.words, names),
      )
  }
  return nodes
}

/** Text that is not mrkdwn. */
export const plain = (text) => [withEmoji(text)]

function blocks(text) {
  if (!/^&gt; ?/m.test(text)) return [{ words: text }]
  return text
    .split('\n')
    .map((line) => (/^&gt; ?/.test(line) ? { quote: line.replace(/^&gt; ?/, '') } : { words: line }))
}

function inline(text, names) {
  const nodes = []
  let rest = text
  for (let found = token.exec(rest); found; found = token.exec(rest)) {
    nodes.push(words(rest.slice(0, found.index)), shown(found, names))
    rest = rest.slice(found.index + found[0].length)
  }
  nodes.push(words(rest))
  return nodes.filter((node) => node !== '')
}

function shown([whole, pre, code, target, bold, italic, strike], names) {
  if (pre !== undefined) return el('pre', {}, unescaped(pre.replace(/^\n|\n$/g, '')))
  if (code !== undefined) return el('code', {}, unescaped(code))
  if (target !== undefined) return pointed(target, names)
  if (bold !== undefined) return el('strong', {}, inline(bold, names))
  if (italic !== undefined) return el('em', {}, inline(italic, names))
  if (strike !== undefined) return el('s', {}, inline(strike, names))
  return whole
}

function pointed(target, names) {
  const [what, label] = target.split('|')
  if (what.startsWith('@')) return el('span', { class: 'mention' }, `@${names.user(what.slice(1))}`)
  if (what.startsWith('#')) return el('span', { class: 'mention' }, `#${names.channel(what.slice(1))}`)
  if (what.startsWith('!date^')) return el('time', {}, fullTime(Number(what.split('^')[1]) * 1000))
  if (what.startsWith('!')) return el('span', { class: 'mention loud' }, label ?? `@${what.slice(1)}`)
  return safeLink(unescaped(what), unescaped(label ?? what))
}

const words = (text) => withEmoji(unescaped(text))
const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
