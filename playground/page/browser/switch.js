import { avatar } from './avatar.js'
import { el, showList } from './dom.js'

/** An empty place for `drawSwitch`. */
export const switchPlace = (label) => el('div', { class: 'switch', role: 'group', 'aria-label': label })

/** Who am I: one button a person. `people` are `{id, name, hint}`; `choose(id)` is called for another than `now`. */
export function drawSwitch(place, people, now, { testid, choose, news }) {
  const buttons = people.map((person) => ({
    ...person,
    isNow: person.id === now,
    isNew: person.id !== now && news(person.id),
  }))
  showList(
    place,
    buttons,
    ({ id }) => String(id),
    ({ id, name, hint, isNow, isNew }) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(isNow),
          'data-testid': `${testid}-as-${id}`,
          title: hint,
          on: { click: () => isNow || choose(id) },
        },
        avatar(id, name),
        name,
        isNew && el('span', { class: 'dot', role: 'img', 'aria-label': 'something new' }),
      ),
  )
}
