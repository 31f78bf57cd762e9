import { follow } from './api.js'
import { el } from './dom.js'
import { slackPane } from './slack/pane.js'
import { phone } from './telegram/phone.js'
import { topBar } from './top.js'

/** The three windows, each drawn anew from the same state. */
const requester = slackPane({
  id: 'requester',
  title: 'Slack',
  part: 'where employees ask',
  people: ['U0RITA', 'U0KIM', 'U0SAM'],
  channel: 'C0HELP',
})
const agents = slackPane({
  id: 'agents',
  title: 'Slack',
  part: 'where agents answer',
  people: ['U0ADA', 'U0BO', 'U0LEAD'],
  channel: 'C0TRIAGE',
})
const customer = phone()

document.getElementById('top').replaceWith(topBar({ requester, agents, customer }))
const columns = document.getElementById('columns')
columns.replaceChildren(requester.root, agents.root, customer.root)

const away = el(
  'div',
  { class: 'away', role: 'alert', hidden: true },
  'The playground does not answer. It may be starting again …',
)
document.body.append(away)

follow(
  (state) => {
    for (const part of [requester, agents, customer]) part.show(state)
    document.body.dataset.version = String(Number(document.body.dataset.version ?? 0) + 1)
  },
  (isThere) => {
    away.hidden = isThere
  },
)
