/**
 * Makes an element. Attributes by name; `on` holds listeners; `true` sets an empty attribute, `false` and undefined
 * none. Children that are strings become text, never markup.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener)
    else if (name === 'value') element.value = value
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value)
  }
  element.append(...present(children))
  return element
}

/** Children without what is absent. */
function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false)
}

/**
 * Shows `items` as children of `list`, each drawn again only where what it shows has changed: focus, open menus and
 * the scroll position stay. `keyOf` names an item, `draw` makes its element.
 */
export function showList(list, items, keyOf, draw) {
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]))
  let focused
  const wanted = items.map((item) => {
    const key = keyOf(item)
    const looks = JSON.stringify(item)
    const old = before.get(key)
    if (old && old.looks === looks) return old
    const drawn = draw(item)
    drawn.dataset.key = key
    drawn.looks = looks
    if (old && old === document.activeElement) focused = drawn
    return drawn
  })
  const kept = new Set(wanted)
  for (const child of list.querySelectorAll(':scope > *')) if (!kept.has(child)) child.remove()
  wanted.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null)
  })
  focused?.focus()
}

/** Draws with the list kept at its end where it was there. */
export function keepAtEnd(scroller, draw, always = false) {
  const atEnd = always || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60
  draw()
  if (atEnd) scroller.scrollTop = scroller.scrollHeight
}

/** Puts the cursor behind what stands in a field. */
export function focusAtEnd(field) {
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}
