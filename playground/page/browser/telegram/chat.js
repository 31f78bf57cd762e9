import { el, keepAtEnd, showList } from '../dom.js'
import { drawBubble } from './bubble.js'
import { serviceOf } from './places.js'

/** The messages of the chat or topic that is open. `does`: see `drawBubble`. */
export function chatView(does) {
  let shown
  const list = el('div', {
    class: 'chat',
    role: 'log',
    'aria-label': 'Chat with the bot',
    'data-testid': 'telegram-messages',
  })
  const empty = el('div', { class: 'empty' })
  return {
    parts: [list, empty],
    /** `place` undefined: none is open. `nameOf(from)`: who says it. */
    show({ place, person, customer, nameOf }) {
      const here = `${person.id} ${place?.key}`
      const items = (place?.messages ?? []).map((message) => itemOf(message, place, person, nameOf))
      keepAtEnd(
        list,
        () =>
          showList(
            list,
            items,
            ({ message }) => `${here} ${message.id}`,
            (item) => drawBubble(item, does),
          ),
        here !== shown,
      )
      shown = here
      list.hidden = items.length === 0
      list.setAttribute('aria-label', place?.kind === 'topic' ? `Topic ${place.name}` : 'Chat with the bot')
      empty.hidden = !place || items.length > 0
      empty.replaceChildren(...(place ? nothingIn(place, person, customer) : []))
    },
  }
}

function itemOf(message, { messages, chat }, { id: user }, nameOf) {
  const replied = message.replyTo === undefined ? undefined : messages.find(({ id }) => id === message.replyTo)
  const repliedTo = replied && { name: nameOf(replied.from), text: replied.text.slice(0, 80) || replied.kind }
  const mine = message.from === user
  const did = serviceOf(message)
  return {
    message,
    repliedTo,
    mine,
    service: did && `${nameOf(message.from)} ${did}`,
    // In a group one wants to know who says it.
    author: chat === undefined || mine ? undefined : nameOf(message.from),
    onlyMine: message.onlyFor === user,
    reactions: reactionsOn(message, user),
  }
}

/** Each emoji once, with how many gave it. */
function reactionsOn({ reactions }, user) {
  const signs = [...new Set(reactions.map(({ emoji }) => emoji))]
  return signs.map((sign) => {
    const givers = reactions.filter(({ emoji }) => emoji === sign).map(({ from }) => from)
    return { sign, name: sign, count: givers.length, mine: givers.includes(user) }
  })
}

function nothingIn({ kind }, { first_name }, customer) {
  if (kind !== 'bot') return [el('h3', {}, 'Nothing is said here yet')]
  const lines = customer
    ? ['Press Start, then simply write: the desk opens a ticket.', 'An agent’s answer arrives right here.']
    : ['Agents have its commands here, too, once they have pressed Start.']
  return [el('h3', {}, `${first_name} has not written yet`), ...lines.map((line) => el('p', {}, line))]
}
