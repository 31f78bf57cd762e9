import { el } from '../dom.js'
import { icon } from '../icons.js'
import { reactButton, reactionRow } from '../react.js'
import { clockTime, fullTime } from '../time.js'
import { withEntities } from './entities.js'

const kinds = {
  photo: 'Photo',
  document: 'File',
  voice: 'Voice message',
  audio: 'Audio',
  video: 'Video',
  animation: 'GIF',
  video_note: 'Video message',
  sticker: 'Sticker',
  location: 'Location',
  contact: 'Contact',
  dice: 'Dice',
}

/** A message in the chat; `service`: what somebody did, in words. `does`: `act`, `reply(message)`, `edit(message)`, `send(words)`. */
export function drawBubble({ message, repliedTo, mine, service, author, onlyMine, reactions }, does) {
  if (service) return el('p', { class: 'service', 'data-testid': 'telegram-service' }, service)
  return el(
    'article',
    { class: mine ? 'bubble-row mine' : 'bubble-row', 'data-testid': 'telegram-message', 'data-id': message.id },
    el(
      'div',
      { class: 'bubble-and-keys' },
      el(
        'div',
        { class: 'bubble' },
        author && el('strong', { class: 'bubble-author', dir: 'auto' }, author),
        repliedTo && el('div', { class: 'quoted' }, el('strong', {}, repliedTo.name), el('span', {}, repliedTo.text)),
        message.kind !== 'text' &&
          el(
            'div',
            { class: 'kind' },
            icon('clip'),
            kinds[message.kind] ?? message.kind,
            message.file?.name ? ` · ${message.file.name}` : '',
          ),
        message.text &&
          el('div', { class: 'bubble-text' }, withEntities(message.text, message.entities, { command: does.send })),
        el(
          'div',
          { class: 'bubble-foot' },
          onlyMine && 'only you see this · ',
          message.edited && 'edited ',
          el('time', { title: fullTime(message.atMs) }, clockTime(message.atMs)),
        ),
      ),
      reactionRow(reactions, {
        className: 'bubble-reactions',
        testid: 'telegram-reaction',
        give: (emoji, isMine) => does.act({ act: 'telegram.react', message: message.id, emoji: isMine ? null : emoji }),
      }),
      message.buttons.map((row) =>
        el(
          'div',
          { class: 'keys' },
          row.map((button) => key(message, button, does)),
        ),
      ),
    ),
    bar(message, mine, does),
  )
}

function key(message, button, does) {
  const press = async ({ currentTarget: pressed }) => {
    if (button.url) return void window.open(button.url, '_blank', 'noopener')
    pressed.ariaBusy = 'true'
    await does.act({
      act: 'telegram.press',
      message: message.id,
      button: button.data === undefined ? { label: button.label } : { data: button.data },
    })
    pressed.ariaBusy = 'false'
  }
  return el(
    'button',
    { type: 'button', class: 'key', dir: 'auto', 'data-testid': 'telegram-key', on: { click: press } },
    button.label,
  )
}

/** Some of Telegram's own list: no other emoji can be a reaction there. */
const offered = ['👍', '❤', '🔥', '🎉', '👏', '👌', '🤔', '😢'].map((sign) => ({ name: sign, sign }))

function bar(message, mine, does) {
  const button = (name, label, testid, click) =>
    el(
      'button',
      { type: 'button', title: label, 'aria-label': label, 'data-testid': testid, on: { click } },
      icon(name),
    )
  return el(
    'div',
    { class: 'bar', role: 'group', 'aria-label': 'What to do with the message' },
    button('reply', 'Reply', 'telegram-reply', () => does.reply(message)),
    reactButton({
      offered,
      testid: 'telegram-react',
      choose: (emoji) => does.act({ act: 'telegram.react', message: message.id, emoji }),
    }),
    mine && message.text !== '' && button('edit', 'Edit', 'telegram-edit', () => does.edit(message)),
    mine && button('bin', 'Delete', 'telegram-delete', () => does.act({ act: 'telegram.erase', message: message.id })),
  )
}
