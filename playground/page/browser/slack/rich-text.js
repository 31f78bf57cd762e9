import { el } from '../dom.js'
import { emojiOf } from '../emoji.js'
import { safeLink } from '../link.js'
import { fullTime } from '../time.js'

/** A `rich_text` block: sections, lists, quotes, code. */
export function richText(block, names) {
  return el(
    'div',
    { class: 'rich' },
    block.elements.map((part) => partOf(part, names)),
  )
}

function partOf(part, names) {
  switch (part.type) {
    case 'rich_text_section':
      return el('div', { class: 'rich-section' }, inlines(part.elements, names))
    case 'rich_text_preformatted':
      return el('pre', {}, inlines(part.elements, names))
    case 'rich_text_quote':
      return el('blockquote', { dir: 'auto' }, inlines(part.elements, names))
    case 'rich_text_list': {
      const items = part.elements.map((item) => el('li', {}, inlines(item.elements, names)))
      const list = el(
        part.style === 'ordered' ? 'ol' : 'ul',
        { class: `indent-${part.indent ?? 0}`, dir: 'auto' },
        items,
      )
      if (part.offset) list.start = part.offset + 1
      return list
    }
    default:
      return undefined
  }
}

const inlines = (elements, names) => elements.map((element) => styled(inline(element, names), element.style))

function inline(element, names) {
  switch (element.type) {
    case 'text':
      return element.text
    case 'link':
      return safeLink(element.url, element.text || element.url)
    case 'emoji':
      return element.unicode
        ? String.fromCodePoint(...element.unicode.split('-').map((part) => Number.parseInt(part, 16)))
        : emojiOf(element.name)
    case 'user':
      return el('span', { class: 'mention' }, `@${names.user(element.user_id)}`)
    case 'usergroup':
      return el('span', { class: 'mention' }, '@group')
    case 'channel':
      return el('span', { class: 'mention' }, `#${names.channel(element.channel_id)}`)
    case 'broadcast':
      return el('span', { class: 'mention loud' }, `@${element.range}`)
    case 'date':
      return el('time', { title: element.fallback ?? '' }, fullTime(element.timestamp * 1000))
    default:
      return ''
  }
}

function styled(node, style = {}) {
  let shown = node
  if (style.code) shown = el('code', {}, shown)
  if (style.strike) shown = el('s', {}, shown)
  if (style.italic) shown = el('em', {}, shown)
  if (style.bold) shown = el('strong', {}, shown)
  return shown
}
