import { el } from '../dom.js'

/** One's own message being edited, in its place: Enter saves, Escape leaves it as it was. */
export function editor(message, does) {
  const field = el('textarea', {
    rows: 2,
    dir: 'auto',
    'aria-label': 'Edit message',
    'data-testid': 'edit-field',
    value: typed(message.text),
  })
  const save = async () => {
    const text = field.value
    if (text.trim() === '') return
    const seen = await does.act({ act: 'slack.edit', channel: message.channel, ts: message.ts, text })
    if (seen.ok) does.edit(undefined)
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') does.edit(undefined)
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void save()
  })
  queueMicrotask(() => {
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  })
  return el(
    'div',
    { class: 'editor' },
    field,
    el(
      'div',
      { class: 'editor-buttons' },
      el('button', { type: 'button', class: 'button', on: { click: () => does.edit(undefined) } }, 'Cancel'),
      el(
        'button',
        { type: 'button', class: 'button primary', 'data-testid': 'edit-save', on: { click: save } },
        'Save',
      ),
    ),
  )
}

const typed = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
