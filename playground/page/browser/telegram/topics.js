import { el, showList } from '../dom.js'
import { icon } from '../icons.js'
import { clockTime } from '../time.js'
import { byNewest, serviceOf } from './places.js'

/** The list of chats and topics somebody has. `open(key)`, `make(name)`: a new topic of their own. */
export function topicList({ open, make }) {
  const heading = el('h3', {})
  const list = el('div', { class: 'topics', role: 'list', 'data-testid': 'telegram-topics' })
  const name = el('input', {
    type: 'text',
    maxlength: 128,
    placeholder: 'Name of a new topic',
    'aria-label': 'Name of a new topic',
    'data-testid': 'telegram-topic-name',
  })
  const begin = async () => {
    if (name.value.trim() !== '' && (await make(name.value))) name.value = ''
  }
  name.addEventListener('keydown', ({ key }) => key === 'Enter' && void begin())
  const maker = el(
    'div',
    { class: 'topic-maker' },
    name,
    el(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'telegram-topic-make', on: { click: begin } },
      'New topic',
    ),
  )
  const root = el('div', { class: 'topic-screen' }, heading, list, maker)
  return {
    root,
    show({ places, title, mayMake, unread, nameOf }) {
      heading.textContent = title
      heading.hidden = title === ''
      maker.hidden = !mayMake
      const rows = byNewest(places).map((place) => ({
        key: place.key,
        kind: place.kind,
        name: place.name,
        icon: place.icon,
        closed: place.closed,
        unread: unread(place),
        last: lastOf(place, nameOf),
      }))
      showList(
        list,
        rows,
        ({ key }) => key,
        (row) => drawRow(row, open),
      )
    },
  }
}

function lastOf({ messages }, nameOf) {
  const last = messages.at(-1)
  if (!last) return undefined
  const words = serviceOf(last) ?? (last.text || last.kind)
  return { words: `${nameOf(last.from)}${serviceOf(last) ? '' : ':'} ${words}`.slice(0, 90), atMs: last.atMs }
}

function drawRow({ key, kind, name, icon: emoji, closed, unread, last }, open) {
  return el(
    'div',
    { role: 'listitem' },
    el(
      'button',
      {
        type: 'button',
        class: 'topic',
        'data-testid': 'telegram-topic',
        'data-kind': kind,
        on: { click: () => open(key) },
      },
      faceOf({ kind, name, icon: emoji }),
      el(
        'span',
        { class: 'topic-words' },
        el('strong', { dir: 'auto' }, name),
        last && el('span', { class: 'topic-last', dir: 'auto' }, last.words),
      ),
      el(
        'span',
        { class: 'topic-end' },
        last && el('time', {}, clockTime(last.atMs)),
        closed && el('span', { class: 'closed', role: 'img', 'aria-label': 'closed' }, icon('lock')),
        unread > 0 && el('span', { class: 'unread', 'aria-label': `${unread} new` }, String(unread)),
      ),
    ),
  )
}

/** What stands for a chat: the bot's picture, the topic's icon, or its first letter. */
export function faceOf({ kind, name, icon: emoji }) {
  if (kind === 'bot') return el('span', { class: 'avatar bot', 'aria-hidden': 'true' })
  if (kind === 'general') return el('span', { class: 'topic-face general', 'aria-hidden': 'true' }, icon('hash'))
  const letter = Array.from(name.replace(/^\P{L}+/u, ''))[0] ?? '#'
  return el('span', { class: emoji ? 'topic-face' : 'topic-face lettered', 'aria-hidden': 'true' }, emoji ?? letter)
}
