import { act } from './api.js'
import { el } from './dom.js'
import { icon } from './icons.js'
import { dayAndTime } from './time.js'
import { toast } from './toast.js'

const lookEveryMs = 2000

const waitsFor = {
  promise: 'a promise',
  silence: 'a silence step',
  rating: 'the rating',
  closing: 'the end of grace',
  snooze: 'the end of a snooze',
}

/** The desk's clock: what it shows, what is due next, and buttons that move it on. It never goes back. */
export function clockMenu() {
  const shown = el('time', { class: 'clock-now', 'data-testid': 'clock-now' }, '')
  const due = el('span', { class: 'clock-due', 'data-testid': 'clock-due' }, '')
  const go = (by) => async () => {
    const seen = await act({ act: 'clock.move', by })
    if (!seen.ok) return toast(seen.says, 'wrong')
    await look()
    toast(`It is ${shown.textContent} now.`)
  }
  const button = (by, words) =>
    el('button', { type: 'button', class: 'button', 'data-testid': `clock-${by}`, on: { click: go(by) } }, words)
  const next = button('next', 'To what is due next')
  const box = el(
    'details',
    { class: 'trouble clock', hidden: '' },
    el('summary', { 'data-testid': 'clock' }, icon('clock'), shown),
    el(
      'div',
      { class: 'trouble-box' },
      el(
        'p',
        {},
        'Reminders, broken promises, closings and ratings wait for their hour. Move the clock on to see them.',
      ),
      el('p', {}, due),
      el('div', { class: 'trouble-row' }, button('hour', '+ 1 hour'), button('day', '+ 1 day'), next),
    ),
  )
  const look = async () => {
    const seen = await fetch('/page/clock')
      .then((answer) => answer.json())
      .catch(() => null)
    box.hidden = seen === null && shown.textContent === ''
    if (seen === null) return
    shown.textContent = dayAndTime(seen.nowMs)
    next.disabled = seen.next === null
    due.textContent = seen.next
      ? `Due next: ${seen.next.key}, ${waitsFor[seen.next.what]}, ${dayAndTime(seen.next.at)}`
      : 'Nothing is due.'
  }
  void look()
  setInterval(look, lookEveryMs)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') box.open = false
  })
  document.addEventListener('click', ({ target }) => {
    if (!box.contains(target)) box.open = false
  })
  return box
}
