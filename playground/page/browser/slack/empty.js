import { el } from '../dom.js'

/** What to do first where nothing has been said yet. */
export function emptyChannel(channel, name) {
  const [heading, ...lines] = wordsFor(channel, name)
  return [el('h3', {}, heading), ...lines.map((line) => el('p', {}, line))]
}

function wordsFor({ place, name: channel, kind }, name) {
  if (place === 'direct') {
    return [
      `${name}’s direct message with the desk`,
      'Answers to tickets that were not asked in a channel come here.',
      'Type /ticket below to open one.',
    ]
  }
  if (kind === 'private') {
    return [
      'No tickets yet',
      'Every ticket becomes a card here, with a thread of its own.',
      'What an agent writes in the thread goes to whoever asked, in Slack or in Telegram.',
    ]
  }
  if (channel === 'random') return ['The desk is not in this channel', '/ticket works here all the same.']
  return [
    'Nobody has asked anything yet',
    'Type /ticket below and press Enter: a form opens.',
    'Or write any message, point at it and choose the flash to make a ticket of it.',
  ]
}
