import { act as perform } from '../api.js'
import { composer } from '../composer.js'
import { el, keepAtEnd, showList } from '../dom.js'
import { lastSeen, saw } from '../seen.js'
import { drawSwitch, switchPlace } from '../switch.js'
import { toast } from '../toast.js'
import { banner, popUp, things } from './bottom.js'
import { drawBubble } from './bubble.js'

/** A customer's phone: their private chat with the bot. */
export function phone() {
  let state
  let user = 7001
  /** The message being answered (`reply`) or changed (`edit`). */
  let about
  let moved = true
  const answered = new Map()

  const who = switchPlace('Which customer are you?')
  const bot = el('div', { class: 'bot-name' }, el('strong', {}), el('span', {}, 'bot'))
  const list = el('div', {
    class: 'chat',
    role: 'log',
    'aria-label': 'Chat with the bot',
    'data-testid': 'telegram-messages',
  })
  const empty = el('div', { class: 'empty' })
  const aboutPlace = el('div')
  const keyboard = el('div', { class: 'reply-keyboard', hidden: true })
  const answer = el('div', { class: 'answer', role: 'status', hidden: true, 'data-testid': 'telegram-answer' })

  const act = async (what) => {
    const seen = await perform({ ...what, user })
    if (!seen.ok) toast(seen.says ?? seen.error, 'wrong')
    return seen
  }
  const send = async (text) => {
    const what =
      about?.does === 'edit'
        ? { act: 'telegram.edit', message: about.message.id, text }
        : { act: 'telegram.write', text, ...(about ? { replyTo: about.message.id } : {}) }
    const seen = await act(what)
    if (seen.ok) turnTo(undefined)
    return seen.ok
  }
  const menu = popUp({
    label: 'Commands',
    testid: 'telegram-commands',
    face: 'menu',
    rows: () => {
      const commands = customer()?.menu ?? []
      if (commands.length === 0)
        return [{ words: 'No commands yet', hint: 'The desk sets them when it starts.', choose: () => {} }]
      return commands.map(({ command, description }) => ({
        words: `/${command}`,
        hint: description,
        testid: `telegram-command-${command}`,
        choose: () => act({ act: 'telegram.write', text: `/${command}` }),
      }))
    },
  })
  const attach = popUp({
    label: 'Send something else',
    testid: 'telegram-attach',
    face: 'clip',
    rows: () =>
      things.map(([kind, words]) => ({
        words,
        testid: `telegram-send-${kind}`,
        choose: () => act({ act: 'telegram.send', kind }),
      })),
  })
  const write = composer({
    label: 'Message',
    testid: 'telegram-write',
    send,
    before: [menu, attach],
    leave: () => turnTo(undefined),
  })
  const begin = el(
    'button',
    {
      type: 'button',
      class: 'begin',
      'data-testid': 'telegram-start',
      on: { click: () => act({ act: 'telegram.start' }) },
    },
    'Start',
  )
  const unblock = el(
    'button',
    { type: 'button', class: 'begin', 'data-testid': 'telegram-unblock', on: { click: () => block(false) } },
    'Unblock the bot',
  )
  const more = el('button', {
    type: 'button',
    class: 'bare block',
    'data-testid': 'telegram-block',
    on: { click: () => block(!customer().blocked) },
  })
  const foot = el('div', { class: 'phone-foot' }, answer, aboutPlace, write.root, keyboard)
  const screen = el(
    'div',
    { class: 'phone' },
    el('header', { class: 'phone-head' }, el('span', { class: 'avatar bot', 'aria-hidden': 'true' }), bot, more),
    list,
    empty,
    foot,
    begin,
    unblock,
  )
  const root = el(
    'section',
    { class: 'pane telegram', 'aria-label': 'Telegram, where customers write', 'data-testid': 'telegram' },
    el(
      'header',
      { class: 'pane-head' },
      el('div', { class: 'pane-name' }, el('strong', {}, 'Telegram'), el('span', {}, 'where customers write')),
      who,
    ),
    screen,
  )

  const customer = () => state?.telegram.customers.find(({ id }) => id === user)
  const block = (blocked) => act({ act: 'telegram.block', blocked })

  function turnTo(next) {
    about = next
    aboutPlace.replaceChildren(
      ...(about
        ? [
            banner({
              what: about.does === 'edit' ? 'Edit message' : 'Reply',
              words: about.message.text || about.message.kind,
              leave: () => turnTo(undefined),
            }),
          ]
        : []),
    )
    if (about?.does === 'edit') write.fill(about.message.text)
    else write.field.focus()
  }

  const does = {
    act,
    send: (text) => act({ act: 'telegram.write', text }),
    reply: (message) => turnTo({ does: 'reply', message }),
    edit: (message) => turnTo({ does: 'edit', message }),
  }

  function draw() {
    const now = customer()
    if (!now) return
    const { customers } = state.telegram
    const news = (id) => {
      const chat = customers.find((one) => one.id === id)
      return chat.messages.some((message) => message.from === 'bot' && message.id > lastSeen(id, 'telegram'))
    }
    const named = customers.map(({ id, first_name, language_code }) => ({
      id,
      name: first_name,
      hint: language_code ? `language: ${language_code}` : undefined,
    }))
    drawSwitch(who, named, user, { testid: 'telegram', news, choose: become })
    bot.firstChild.textContent = state.telegram.bot.first_name
    more.textContent = now.blocked ? 'Blocked' : 'Block'
    more.hidden = !now.started
    more.setAttribute('aria-pressed', String(now.blocked))
    more.title = now.blocked ? 'Take the block back' : 'Block the bot, as a customer may'

    const items = now.messages.map((message) => itemOf(message, now))
    keepAtEnd(
      list,
      () =>
        showList(
          list,
          items,
          ({ message }) => `${user} ${message.id}`,
          (item) => drawBubble(item, does),
        ),
      moved,
    )
    moved = false
    list.hidden = items.length === 0
    empty.hidden = items.length > 0
    empty.replaceChildren(
      el('h3', {}, `${now.first_name} has not written yet`),
      el('p', {}, 'Press Start, then simply write: the desk opens a ticket.'),
      el('p', {}, 'An agent’s answer from Slack arrives right here.'),
    )
    const last = now.messages.at(-1)
    if (last) saw(user, 'telegram', last.id)

    begin.hidden = now.started
    unblock.hidden = !now.blocked
    foot.hidden = !now.started || now.blocked
    drawKeyboard(now.keyboard)
    drawAnswer(now)
  }

  function drawKeyboard(shown) {
    keyboard.hidden = !shown
    keyboard.replaceChildren(
      ...(shown?.rows ?? []).map((row) =>
        el(
          'div',
          { class: 'keys' },
          row.map((label) =>
            el(
              'button',
              { type: 'button', class: 'key', dir: 'auto', on: { click: () => act({ act: 'telegram.tap', label }) } },
              label,
            ),
          ),
        ),
      ),
    )
  }

  /** What the bot answered to a pressed button shows for a while, as in the app. */
  function drawAnswer({ answers }) {
    const before = answered.get(user) ?? answers.length
    answered.set(user, answers.length)
    const words = answers
      .slice(before)
      .map(({ text }) => text)
      .filter((text) => text !== '')
    if (words.length === 0) return
    answer.textContent = words.at(-1)
    answer.hidden = false
    setTimeout(() => {
      answer.hidden = true
    }, 4000)
  }

  function itemOf(message, { messages, first_name }) {
    const replied = message.replyTo === undefined ? undefined : messages.find(({ id }) => id === message.replyTo)
    const nameOf = (from) => (from === 'bot' ? state.telegram.bot.first_name : first_name)
    const repliedTo = replied && { name: nameOf(replied.from), text: replied.text.slice(0, 80) || replied.kind }
    return { message, repliedTo, mine: message.from === user }
  }

  function become(id) {
    user = id
    moved = true
    turnTo(undefined)
    draw()
  }

  return {
    root,
    show(next) {
      state = next
      draw()
    },
    /** Puts words into somebody's field, or points at Start. */
    prepare({ as, words }) {
      if (user !== as) become(as)
      if (customer()?.started) write.fill(words)
      else begin.focus()
    },
  }
}
