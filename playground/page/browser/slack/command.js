import { el } from '../dom.js'

const known = '/ticket'

const ways = [
  ['/ticket', 'opens the form'],
  ['/ticket no coffee', 'opens a ticket at once'],
  ['/ticket list', 'your tickets'],
  ['/ticket help', 'everything it can do'],
]

/** What is shown above the composer while somebody types a slash command. */
export function commandHint(text) {
  if (!text.startsWith('/') || !(known.startsWith(text.split(' ')[0]) || text.startsWith(`${known} `))) return undefined
  return el(
    'div',
    { class: 'command-hint' },
    ways.map(([what, does]) => el('div', {}, el('code', {}, what), el('span', {}, does))),
  )
}

/** What Slack itself says of a message that begins with a slash; undefined where it is the desk's command. */
export function notACommand(text, inThread) {
  const [word] = text.split(/\s/)
  if (inThread) return `${word} is not supported in threads. Sorry!`
  if (word === known) return undefined
  return `${word} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`
}

/** What Slack says when the desk did not answer as it should. */
export function failure(what, error) {
  if (error === 'operation_timeout') return `${what} failed because the app did not respond. Please try again.`
  return `${what} failed with the error “${error}”. Is the desk running?`
}

/** A command and what stands behind it. */
export function splitCommand(text) {
  const [, command, words = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  return { command, text: words.trim() }
}
