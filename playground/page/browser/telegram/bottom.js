import { el } from '../dom.js'
import { icon } from '../icons.js'

/** A list that opens above a button: rows of `{words, hint, testid, choose}` from `rows()`. */
export function popUp({ label, testid, face, rows }) {
  const list = el('div', { class: 'pop-up', role: 'menu', hidden: true })
  const button = el(
    'button',
    {
      type: 'button',
      class: 'bare',
      'aria-label': label,
      title: label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': testid,
    },
    icon(face),
  )
  const open = (is) => {
    list.hidden = !is
    button.setAttribute('aria-expanded', String(is))
    if (!is) return
    list.replaceChildren(
      ...rows().map(({ words, hint, testid: id, choose }) =>
        el(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            'data-testid': id,
            on: {
              click: () => {
                open(false)
                choose()
              },
            },
          },
          el('span', {}, words),
          hint && el('small', {}, hint),
        ),
      ),
    )
    list.querySelector('button')?.focus()
  }
  button.addEventListener('click', () => open(list.hidden))
  const root = el('div', { class: 'popping' }, button, list)
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false)
  })
  document.addEventListener('click', ({ target }) => {
    if (!root.contains(target)) open(false)
  })
  return root
}

/** What the message being written answers or changes, with a way out. */
export function banner({ what, words, leave }) {
  return el(
    'div',
    { class: 'banner', 'data-testid': 'telegram-banner' },
    el('div', {}, el('strong', {}, what), el('span', {}, words)),
    el('button', { type: 'button', class: 'bare', 'aria-label': 'Cancel', on: { click: leave } }, icon('close')),
  )
}

/** What people send besides words; each is a small stand-in. */
const things = [
  ['photo', 'Photo'],
  ['document', 'File'],
  ['voice', 'Voice message'],
  ['sticker', 'Sticker'],
  ['location', 'Location'],
]

/** `send(kind)` */
export function attachMenu(send) {
  return popUp({
    label: 'Send something else',
    testid: 'telegram-attach',
    face: 'clip',
    rows: () => things.map(([kind, words]) => ({ words, testid: `telegram-send-${kind}`, choose: () => send(kind) })),
  })
}

/** The commands of the chat that is open: `commands()`. `write('/command')` */
export function commandMenu(commands, write) {
  const none = { words: 'No commands yet', hint: 'The desk sets them when it starts.', choose: () => {} }
  return popUp({
    label: 'Commands',
    testid: 'telegram-commands',
    face: 'menu',
    rows: () => {
      const rows = commands().map(({ command, description }) => ({
        words: `/${command}`,
        hint: description,
        testid: `telegram-command-${command}`,
        choose: () => write(`/${command}`),
      }))
      return rows.length > 0 ? rows : [none]
    },
  })
}

/** The keys a bot shows below the field. `tap(label)` */
export function replyKeyboard(tap) {
  const root = el('div', { class: 'reply-keyboard', hidden: true })
  const key = (label) =>
    el('button', { type: 'button', class: 'key', dir: 'auto', on: { click: () => tap(label) } }, label)
  return {
    root,
    show(shown) {
      root.hidden = !shown
      root.replaceChildren(...(shown?.rows ?? []).map((row) => el('div', { class: 'keys' }, row.map(key))))
    },
  }
}
