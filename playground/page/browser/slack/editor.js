import { el } from '../dom.js'

/**
 * One's own message being edited, in its place: Enter saves, Escape leaves it as it was. `words` are what was typed
 * for it; `save(text)` resolves with whether it went. Its `root` outlives the redrawing of its message.
 */
export function editor(words, { save, leave }) {
  const field = el('textarea', {
    rows: 2,
    dir: 'auto',
    'aria-label': 'Edit message',
    'data-testid': 'edit-field',
    value: words,
  })
  const go = async () => {
    if (field.value.trim() === '') return
    if (await save(field.value)) leave()
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void go()
  })
  const root = el(
    'div',
    { class: 'editor' },
    field,
    el(
      'div',
      { class: 'editor-buttons' },
      el('button', { type: 'button', class: 'button', on: { click: leave } }, 'Cancel'),
      el('button', { type: 'button', class: 'button primary', 'data-testid': 'edit-save', on: { click: go } }, 'Save'),
    ),
  )
  return { root, field }
}
