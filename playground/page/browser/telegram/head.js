import { el } from '../dom.js'
import { icon } from '../icons.js'
import { popUp } from './bottom.js'
import { faceOf } from './topics.js'

const choices = [
  ['off', 'No topics', 'One chat with the bot, as most have it.'],
  ['the-bots', 'Topics by the bot', 'Each ticket gets one.'],
  ['theirs-too', 'Topics by people, too', 'One they make becomes a ticket.'],
]

/** The top of the phone: where one is, the way back, what can be done there. `does`: `back`, `block`, `turn`, `drop`, `choose`. */
export function phoneHead(does) {
  let shown
  const back = el(
    'button',
    {
      type: 'button',
      class: 'bare',
      'aria-label': 'All chats',
      'data-testid': 'telegram-back',
      on: { click: does.back },
    },
    icon('back'),
    el('span', { class: 'dot', hidden: true, role: 'img', 'aria-label': 'something new' }),
  )
  const face = el('span', { class: 'head-face' })
  const name = el('div', { class: 'bot-name' }, el('strong', { dir: 'auto' }), el('span', {}))
  const block = el('button', {
    type: 'button',
    class: 'bare block',
    'data-testid': 'telegram-block',
    on: { click: does.block },
  })
  const setting = popUp({
    label: 'Topics in private chats, as chosen at @BotFather',
    testid: 'telegram-topics-setting',
    face: 'gear',
    rows: () =>
      choices.map(([are, words, hint]) => ({
        words: are === shown.topicsAre ? `✓ ${words}` : words,
        hint,
        testid: `telegram-topics-${are}`,
        choose: () => does.choose(are),
      })),
  })
  const topic = popUp({
    label: 'What to do with the topic',
    testid: 'telegram-topic-menu',
    face: 'dots',
    rows: () => [
      ...(shown.place.chat === undefined
        ? []
        : [
            {
              words: shown.place.closed ? 'Open the topic again' : 'Close the topic',
              testid: 'telegram-topic-turn',
              choose: () => does.turn(!shown.place.closed),
            },
          ]),
      { words: 'Delete the topic', hint: 'With all its messages.', testid: 'telegram-topic-delete', choose: does.drop },
    ],
  })
  const root = el(
    'header',
    { class: 'phone-head', 'data-testid': 'telegram-head' },
    back,
    face,
    name,
    block,
    setting,
    topic,
  )
  return {
    root,
    /** `place` undefined: the list of all. */
    show(next) {
      shown = next
      const { place, several, isNew, blocked, started, bot, customer, mayDelete } = next
      back.hidden = !several || !place
      back.lastChild.hidden = !isNew
      const [title, under] = !place && !customer ? ['Chats', ''] : wordsFor(place, bot)
      face.hidden = !place && !customer
      face.replaceChildren(faceOf(place ?? { kind: 'bot' }))
      name.firstChild.textContent = title
      const does = doingOf(place?.busy.at(-1))
      name.lastChild.textContent = does ?? under
      name.lastChild.classList.toggle('busy', does !== undefined)
      const isBots = place?.kind === 'bot' || !place
      block.textContent = blocked ? 'Blocked' : 'Block'
      block.hidden = !started || !customer || !isBots
      block.setAttribute('aria-pressed', String(blocked))
      block.title = blocked ? 'Take the block back' : 'Block the bot, as a customer may'
      setting.hidden = !customer || !isBots
      topic.hidden = place?.kind !== 'topic' || !mayDelete
    },
  }
}

const doings = { typing: 'typing…', upload_photo: 'sending a photo…', upload_document: 'sending a file…' }

/** What the bot is seen doing there at this moment, in words. */
const doingOf = (busy) => busy && (doings[busy.action] ?? 'busy…')

function wordsFor(place, bot) {
  if (!place || place.kind === 'bot') return [bot, 'bot']
  if (place.chat === undefined) return [place.name, `topic with ${bot}`]
  return [place.name, place.closed ? `closed topic in ${place.title}` : `in ${place.title}`]
}
