import { el } from './dom.js'

const harmless = /^(https?|mailto|tel|tg):/i

/** A link to somewhere else; an address that a browser would run is shown as words. */
export function safeLink(url, ...children) {
  if (!harmless.test(url)) return el('span', { title: url }, ...children)
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}
