import { el } from '../dom.js'
import { safeLink } from '../link.js'
import { fullTime } from '../time.js'

/** A text with Telegram's entities (UTF-16 offsets, as JavaScript counts) as nodes. `command(text)` is called for a pressed command. */
export function withEntities(text, entities, { command }) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length)
  return piece(text, sorted, 0, text.length, { command })
}

function piece(text, entities, from, to, does) {
  const nodes = []
  let at = from
  let rest = entities
  while (rest.length > 0) {
    const [entity, ...others] = rest
    const end = Math.min(entity.offset + entity.length, to)
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset))
    const inside = others.filter(({ offset }) => offset < end)
    nodes.push(shown(entity, text.slice(entity.offset, end), piece(text, inside, entity.offset, end, does), does))
    at = end
    rest = others.filter(({ offset }) => offset >= end)
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

function shown(entity, words, children, { command }) {
  switch (entity.type) {
    case 'bold':
      return el('strong', {}, children)
    case 'italic':
      return el('em', {}, children)
    case 'underline':
      return el('u', {}, children)
    case 'strikethrough':
      return el('s', {}, children)
    case 'spoiler':
      return el('span', { class: 'spoiler', tabindex: 0 }, children)
    case 'code':
      return el('code', {}, children)
    case 'pre':
      return el('pre', {}, children)
    case 'blockquote':
    case 'expandable_blockquote':
      return el('blockquote', { dir: 'auto' }, children)
    case 'text_link':
      return safeLink(entity.url, children)
    case 'url':
      return safeLink(/^\w+:/.test(words) ? words : `https://${words}`, children)
    case 'email':
      return safeLink(`mailto:${words}`, children)
    case 'bot_command':
      return el('button', { type: 'button', class: 'command', on: { click: () => command(words) } }, words)
    case 'date_time':
      return el('time', { title: words }, entity.unix_time ? fullTime(entity.unix_time * 1000) : words)
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'phone_number':
      return el('span', { class: 'mention' }, children)
    default:
      return el('span', {}, children)
  }
}
