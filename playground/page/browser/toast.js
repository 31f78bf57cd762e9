import { el } from './dom.js'

const shownForMs = 6000

/** Says something for some seconds at the bottom of the page. */
export function toast(words, kind = 'note') {
  const shown = el('div', { class: `toast ${kind}`, 'data-testid': 'toast' }, words)
  document.getElementById('toasts').append(shown)
  setTimeout(() => shown.remove(), shownForMs)
}
