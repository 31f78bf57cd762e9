import { el } from '../dom.js'
import { icon } from '../icons.js'
import { drawBlock } from './blocks.js'
import { drawField, fieldKey } from './fields.js'
import { problemWords } from './problems.js'

/**
 * Somebody's modal, over their window. What is typed stays in the page until it is submitted; a field that the desk
 * wants to know about at once (`dispatch_action`) is told at once, and the form drawn again keeps what was typed.
 */
export function dialogIn(pane, { behind, act, back }) {
  const title = el('h2', { class: 'dialog-title' })
  const close = el(
    'button',
    { type: 'button', class: 'bare', 'aria-label': 'Close', 'data-testid': 'dialog-close' },
    icon('close'),
  )
  const problem = el('div', { class: 'dialog-problem', role: 'alert', hidden: true })
  const fields = el('div', { class: 'dialog-fields' })
  const cancel = el('button', { type: 'button', class: 'button', dir: 'auto' })
  const submit = el('button', { type: 'submit', class: 'button primary', dir: 'auto', 'data-testid': 'dialog-submit' })
  const form = el(
    'form',
    {
      class: 'dialog',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': '',
      novalidate: true,
      tabindex: -1,
      'data-testid': 'dialog',
    },
    el('div', { class: 'dialog-head' }, title, close),
    problem,
    fields,
    el('div', { class: 'dialog-foot' }, cancel, submit),
  )
  const veil = el('div', { class: 'veil', hidden: true }, form)
  pane.append(veil)

  let view
  let typed = new Map()

  const leave = () => act({ act: 'slack.close' })
  close.addEventListener('click', leave)
  cancel.addEventListener('click', leave)
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') void leave()
    if (event.key === 'Tab') stayInside(event, form)
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!view?.submit || form.ariaBusy === 'true') return
    // Not `disabled`: that would take the focus out of the dialog.
    form.ariaBusy = 'true'
    problem.hidden = true
    const values = Object.fromEntries(inputsOf(view).map((block) => [block.block_id, filledIn(block)]))
    const seen = await act({ act: 'slack.submit', values })
    form.ariaBusy = 'false'
    if (seen.error || seen.says) tell(seen.says ?? 'We had some trouble connecting. Try again?')
    else if (seen.errors) focusOn(firstField(form.querySelector('.wrong')))
  })

  const tell = (words) => {
    problem.textContent = words
    problem.hidden = false
  }
  const filledIn = (block) => {
    const key = fieldKey(block.block_id, block.element)
    return typed.has(key) ? typed.get(key) : kept(view, block.block_id, block.element)
  }

  function draw(names) {
    const focused = document.activeElement?.dataset?.field
    title.textContent = view.title.text
    form.setAttribute('aria-label', view.title.text)
    cancel.textContent = view.close?.text ?? 'Cancel'
    submit.textContent = view.submit?.text ?? 'Submit'
    submit.hidden = !view.submit
    const tellDesk = (block_id, value) => act({ act: 'slack.choose', field: block_id, value })
    fields.replaceChildren(
      ...view.blocks.map((block) => {
        if (block.type !== 'input') {
          return drawBlock(block, { names, use: (element, chosen) => used(block, element, chosen) })
        }
        return drawField(block, filledIn(block), {
          names,
          change: (value) => {
            typed.set(fieldKey(block.block_id, block.element), value)
            if (block.dispatch_action) void tellDesk(block.block_id, value)
          },
        })
      }),
    )
    const again = focused && fields.querySelector(`[data-field="${CSS.escape(focused)}"]`)
    if (again) again.focus()
  }
  const used = (block, element, { option, person }) => {
    if (element.type === 'button') return act({ act: 'slack.pressInView', action: element.action_id })
    return act({ act: 'slack.choose', field: block.block_id, value: option ?? person })
  }

  return {
    show(next, names) {
      const before = view
      view = next
      veil.hidden = !next
      behind.inert = next !== undefined
      if (!next) {
        typed = new Map()
        if (before) back()
        return
      }
      if (before?.id !== next.id) typed = new Map()
      const isNew = before?.id !== next.id || before.hash !== next.hash
      if (isNew) draw(names)
      for (const block of inputsOf(next)) {
        const place = fields.querySelector(`[data-problem="${CSS.escape(block.block_id)}"]`)
        const words = next.errors[block.block_id]
        place.hidden = words === undefined
        place.textContent = words === undefined ? '' : problemWords(words)
        place.parentElement.classList.toggle('wrong', words !== undefined)
      }
      if (before?.id !== next.id) {
        problem.hidden = true
        focusOn(firstField(fields) ?? submit)
      }
    },
  }
}

const firstField = (within) => within?.querySelector('input, textarea, select')
const focusOn = (field) => field?.focus()
const inputsOf = (view) => view.blocks.filter(({ type }) => type === 'input')

/** What Slack has of a field so far. */
function kept(view, block_id, element) {
  const state = view.state.values[block_id]?.[element.action_id]
  if (!state) return null
  const one =
    state.value ?? state.selected_option?.value ?? state.selected_date ?? state.selected_time ?? state.selected_user
  if (one !== undefined && one !== null) return one
  const many = state.selected_options?.map(({ value }) => value) ?? state.selected_users
  return many ?? state.selected_channel ?? state.selected_conversation ?? null
}

/** Tab goes round inside the dialog. */
function stayInside(event, form) {
  const all = [...form.querySelectorAll('button, input, textarea, select, a[href]')].filter(
    (one) => !one.disabled && one.offsetParent,
  )
  const edge = event.shiftKey ? all[0] : all.at(-1)
  if (document.activeElement !== edge) return
  event.preventDefault()
  const other = event.shiftKey ? all.at(-1) : all[0]
  other.focus()
}
