import { el, showList } from '../dom.js'
import { icon } from '../icons.js'

/** The channels of a person, the open one marked, a dot where something is new. */
export function drawTabs(nav, channels, { now, news, choose, testid }) {
  const tabs = channels.map((channel) => ({
    place: channel.place,
    name: channel.name,
    kind: channel.kind,
    isNow: channel.place === now,
    isNew: channel.place !== now && news(channel),
  }))
  showList(
    nav,
    tabs,
    ({ place }) => place,
    ({ place, name, kind, isNow, isNew }) =>
      el(
        'button',
        {
          type: 'button',
          class: `tab ${kind}`,
          'aria-current': isNow ? 'page' : undefined,
          'data-testid': `${testid}-channel-${place}`,
          on: { click: () => choose(place) },
        },
        kind === 'im'
          ? el('span', { class: 'avatar bot', 'aria-hidden': 'true' })
          : icon(kind === 'private' ? 'lock' : 'hash'),
        name,
        isNew && el('span', { class: 'dot', role: 'img', 'aria-label': 'something new' }),
      ),
  )
}
