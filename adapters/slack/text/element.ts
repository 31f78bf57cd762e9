import type { Inline } from '../../../src/domain/text/text.ts'
import type { Element } from './shapes.ts'

/** One element of a section as an inline. Only `user` becomes a mention; channels, groups and broadcasts are words. */
export function inlineOf(element: Element, labels: ReadonlyMap<string, string>): Inline {
  return styled(bare(element, labels), element.style)
}

function bare(element: Element, labels: ReadonlyMap<string, string>): Inline {
  const code = element.style?.code === true
  if (element.type === 'link' && element.url !== undefined) {
    return { type: 'link', url: element.url, children: [leaf(element.text || element.url, code)] }
  }
  if (element.type === 'user' && element.user_id !== undefined) {
    const name = labels.get(element.user_id)
    return name === undefined
      ? { type: 'mention', id: element.user_id }
      : { type: 'mention', id: element.user_id, name }
  }
  return leaf(wordsOf(element, labels), code)
}

function leaf(value: string, code: boolean): Inline {
  return { type: code ? 'inlineCode' : 'text', value }
}

function styled(inline: Inline, style: Element['style']): Inline {
  let result = inline
  if (style?.strike) result = { type: 'delete', children: [result] }
  if (style?.italic) result = { type: 'emphasis', children: [result] }
  if (style?.bold) result = { type: 'strong', children: [result] }
  return result
}

/** The words of an element that is not a link or a person; of an unknown one whatever it has for a reader. */
export function wordsOf(element: Element, labels: ReadonlyMap<string, string>): string {
  switch (element.type) {
    case 'broadcast':
      return `@${element.range ?? 'channel'}`
    case 'usergroup':
      return `@${named(element.usergroup_id, labels)}`
    case 'team':
      return `@${named(element.team_id, labels)}`
    case 'channel':
      return `#${named(element.channel_id, labels)}`
    case 'emoji':
      return emoji(element)
    case 'date':
      return element.fallback ?? moment(element.timestamp)
    case 'color':
      return element.value ?? ''
    default:
      return element.text ?? element.fallback ?? element.url ?? element.name ?? ''
  }
}

function named(id: string | undefined, labels: ReadonlyMap<string, string>): string {
  return id === undefined ? '' : (labels.get(id) ?? id)
}

/** `unicode` holds code points in hexadecimal with `-` between: `1f44b-1f3fc`. A workspace's own emoji has none. */
function emoji(element: Element): string {
  const points = (element.unicode ?? '').split('-').map((point) => Number.parseInt(point, 16))
  const known = points.every((point) => point > 0 && point <= 0x10ffff)
  return known ? String.fromCodePoint(...points) : `:${element.name ?? ''}:`
}

/** A date element without fallback: its instant in UTC. `timestamp` is in seconds. */
function moment(timestamp: number | undefined): string {
  const time = new Date((timestamp ?? Number.NaN) * 1000)
  return Number.isNaN(time.valueOf()) ? '' : time.toISOString()
}
