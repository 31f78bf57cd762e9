import { el } from '../dom.js'

/** The app's commands, as its manifest names them, and what can be typed behind each. */
const commands = {
  '/ticket': [
    ['/ticket', 'opens the form'],
    ['/ticket no coffee', 'opens a ticket at once'],
    ['/ticket list', 'your tickets'],
    ['/ticket help', 'everything it can do'],
  ],
  '/language': [
    ['/language', 'the languages to choose from'],
    ['/language auto', 'as your Slack says'],
  ],
  '/desk': [
    ['/desk quiet 22-7', 'agents: when nobody should call you'],
    ['/desk org', 'agents: customers’ organisations'],
  ],
}

/** What is shown above the composer while somebody types a slash command: of those that begin so, how each goes on. */
export function commandHint(text) {
  if (!text.startsWith('/')) return undefined
  const [word, ...rest] = text.split(' ')
  const meant = Object.keys(commands).filter((name) => (rest.length > 0 ? name === word : name.startsWith(word)))
  // Of several, the first way of each.
  const ways = meant.flatMap((name) => (meant.length > 1 ? commands[name].slice(0, 1) : commands[name]))
  if (ways.length === 0) return undefined
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
  if (Object.hasOwn(commands, word)) return undefined
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
