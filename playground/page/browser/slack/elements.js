import { el } from '../dom.js'
import { withEmoji } from '../emoji.js'

/** A button or a menu that somebody can use. `use(element, chosen)` tells who draws it. */
export function usable(element, { names, use }) {
  const testid = `use-${element.action_id}`
  switch (element.type) {
    case 'button':
      return button(element, use, testid)
    case 'static_select':
    case 'external_select':
      return menu(element, optionsOf(element), element.initial_option?.value, testid, (value) =>
        use(element, { option: value }),
      )
    case 'overflow':
      return menu({ ...element, placeholder: { text: '⋯' } }, optionsOf(element), undefined, testid, (value) =>
        use(element, { option: value }),
      )
    case 'users_select':
      return menu(element, peopleOf(names), element.initial_user, testid, (value) => use(element, { person: value }))
    case 'radio_buttons':
      return menu(element, optionsOf(element), element.initial_option?.value, testid, (value) =>
        use(element, { option: value }),
      )
    case 'datepicker':
      return el('input', {
        type: 'date',
        class: 'menu',
        'data-testid': testid,
        value: element.initial_date ?? '',
        on: { change: ({ target }) => target.value && use(element, { person: target.value }) },
      })
    default:
      return el('span', { class: 'block-context' }, `[${element.type}]`)
  }
}

function button(element, use, testid) {
  const drawn = el(
    'button',
    {
      type: 'button',
      class: `button ${element.style ?? ''}`,
      dir: 'auto',
      'data-testid': testid,
      title: element.accessibility_label,
    },
    withEmoji(element.text.text),
  )
  drawn.addEventListener('click', async () => {
    if (drawn.ariaBusy === 'true') return
    if (element.url) window.open(element.url, '_blank', 'noopener')
    drawn.ariaBusy = 'true'
    await use(element, {})
    drawn.ariaBusy = 'false'
  })
  return drawn
}

function menu(element, options, initial, testid, choose) {
  const placeholder = element.placeholder?.text ?? 'Choose …'
  const select = el(
    'select',
    { class: 'menu', dir: 'auto', 'aria-label': placeholder, 'data-testid': testid },
    el('option', { value: '', disabled: true, selected: initial === undefined }, placeholder),
    options.map(({ value, label }) => el('option', { value, selected: value === initial }, label)),
  )
  select.addEventListener('change', async () => {
    const value = select.value
    // What the desk makes of it is drawn when it comes; until then nothing is different.
    select.value = initial ?? ''
    await choose(value)
  })
  return select
}

export function optionsOf(element) {
  const options = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
  return options.map((option) => ({
    value: option.value,
    label: withEmoji(option.text.text),
    hint: option.description?.text,
  }))
}

export function peopleOf(names) {
  return names.people.map(({ id, realName }) => ({ value: id, label: realName }))
}
