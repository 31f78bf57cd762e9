import { act } from './api.js'
import { el } from './dom.js'
import { icon } from './icons.js'
import { toast } from './toast.js'

const kinds = [
  ['too-many', '429 “too many requests”, try again in 3 s', 'calls'],
  ['error', '503 “unavailable”', 'calls'],
  ['drop', 'connection cut before the call counts', 'calls'],
  ['drop-after-accepting', 'connection cut after the call has counted', 'calls'],
  ['slow', 'answers 4 s late', 'calls'],
  ['double', 'delivered twice', 'events'],
  ['reorder', 'delivered out of order', 'events'],
]

/** Lets either platform misbehave for a while: nothing anybody wrote may be lost. */
export function troubleMenu() {
  const platform = el(
    'select',
    { 'aria-label': 'Platform', 'data-testid': 'trouble-platform' },
    el('option', { value: 'slack' }, 'Slack'),
    el('option', { value: 'telegram' }, 'Telegram'),
  )
  const kind = el(
    'select',
    { 'aria-label': 'Trouble', 'data-testid': 'trouble-kind' },
    kinds.map(([value, words, what]) => el('option', { value }, `${what}: ${words}`)),
  )
  const times = el('input', {
    type: 'number',
    min: 1,
    max: 100,
    value: 3,
    'aria-label': 'How many times',
    'data-testid': 'trouble-times',
  })
  const arm = async () => {
    const seen = await act({
      act: 'trouble.arm',
      platform: platform.value,
      trouble: kind.value,
      times: Number(times.value),
    })
    if (!seen.ok) return toast(seen.says, 'wrong')
    const [, words, what] = kinds.find(([value]) => value === kind.value)
    toast(`${platform.selectedOptions[0].textContent}, next ${times.value} ${what}: ${words}`)
    details.open = false
  }
  const clear = async () => {
    await act({ act: 'trouble.clear' })
    toast('All is well again.')
    details.open = false
  }
  const details = el(
    'details',
    { class: 'trouble' },
    el('summary', { 'data-testid': 'trouble' }, icon('storm'), 'Trouble'),
    el(
      'div',
      { class: 'trouble-box' },
      el('p', {}, 'Let a platform misbehave. Whatever happens, no word may be lost and no ticket doubled.'),
      el('div', { class: 'trouble-row' }, platform, el('label', {}, 'next ', times)),
      kind,
      el(
        'div',
        { class: 'trouble-row' },
        el(
          'button',
          { type: 'button', class: 'button', 'data-testid': 'trouble-clear', on: { click: clear } },
          'All well',
        ),
        el(
          'button',
          { type: 'button', class: 'button primary', 'data-testid': 'trouble-arm', on: { click: arm } },
          'Arm',
        ),
      ),
    ),
  )
  details.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') details.open = false
  })
  document.addEventListener('click', ({ target }) => {
    if (!details.contains(target)) details.open = false
  })
  return details
}
