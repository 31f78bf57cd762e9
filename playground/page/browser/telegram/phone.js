import { act as perform } from '../api.js'
import { composer } from '../composer.js'
import { el } from '../dom.js'
import { lastSeen, saw } from '../seen.js'
import { drawSwitch, switchPlace } from '../switch.js'
import { toast } from '../toast.js'
import { answerLine } from './answer.js'
import { attachMenu, banner, commandMenu, replyKeyboard } from './bottom.js'
import { chatView } from './chat.js'
import { phoneHead } from './head.js'
import { placesOf } from './places.js'
import { topicList } from './topics.js'

/** A phone: a customer's chat with the bot, with a topic per ticket where the bot has them; an agent's groups. */
export function phone() {
  let state
  let user = 7001
  /** The message being answered (`reply`) or changed (`edit`). */
  let about
  /** The chat each has open, by its key; none: the list of all. */
  const opened = new Map()
  /** Which topics there were when one was made: the one that comes is looked at. */
  let before

  const who = switchPlace('Who are you on Telegram?')
  const aboutPlace = el('div')
  const keyboard = replyKeyboard((label) => act({ act: 'telegram.tap', label }))
  const answer = answerLine()

  const act = async (what) => {
    const { chat, thread } = here() ?? {}
    const there = what.elsewhere ? {} : { ...(chat !== undefined && { chat }), ...(thread !== undefined && { thread }) }
    const { elsewhere: _, ...done } = what
    const seen = await perform({ ...done, ...there, user })
    if (!seen.ok) toast(seen.says ?? seen.error, 'wrong')
    return seen
  }
  const send = async (text) => {
    const what =
      about?.does === 'edit'
        ? { act: 'telegram.edit', message: about.message.id, text }
        : { act: 'telegram.write', text, ...(about ? { replyTo: about.message.id } : {}) }
    const inNewTopic = !about && here()?.kind === 'bot' && state.telegram.privateTopics?.theirs && !text.startsWith('/')
    if (inNewTopic) before = new Set(places().map(({ key }) => key))
    // Whoever writes stays there, also when it is not the only chat any more.
    opened.set(user, here()?.key)
    const seen = await act({ ...what, ...(inNewTopic && { inNewTopic }) })
    // Whoever has gone on to another field meanwhile stays there.
    const stays = write.root.contains(document.activeElement) || document.activeElement === document.body
    if (seen.ok) turnTo(undefined, stays)
    return seen.ok
  }
  const does = {
    act,
    send,
    reply: (message) => turnTo({ does: 'reply', message }),
    edit: (message) => turnTo({ does: 'edit', message }),
  }
  const chat = chatView(does)
  const menu = commandMenu(
    () => here()?.menu ?? [],
    (text) => act({ act: 'telegram.write', text }),
  )
  const attach = attachMenu((kind) => act({ act: 'telegram.send', kind }))
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
      on: { click: () => act({ act: 'telegram.start', elsewhere: true }) },
    },
    'Start',
  )
  const unblock = el(
    'button',
    { type: 'button', class: 'begin', 'data-testid': 'telegram-unblock', on: { click: () => block(false) } },
    'Unblock the bot',
  )
  const head = phoneHead({
    back: () => open(undefined),
    block: () => block(!person().blocked),
    turn: (closed) => act({ act: 'telegram.turnTopic', closed }),
    drop: async () => {
      const { thread } = here()
      const seen = await act({ act: 'telegram.deleteTopic', chat: user, thread })
      if (seen.ok) open(undefined)
    },
    choose: async (are) => {
      const seen = await act({ act: 'telegram.topics', are, elsewhere: true })
      if (seen.ok) toast('Start the desk again: it asks Telegram for this when it starts.')
    },
  })
  const all = topicList({
    open: (key) => open(key),
    make: async (name) => {
      before = new Set(places().map(({ key }) => key))
      const seen = await act({ act: 'telegram.makeTopic', name, elsewhere: true })
      return seen.ok
    },
  })
  const closed = el(
    'p',
    { class: 'closed-line', hidden: true, 'data-testid': 'telegram-closed' },
    'This topic is closed. Who runs the group may open it again.',
  )
  const foot = el('div', { class: 'phone-foot' }, answer.root, aboutPlace, write.root, keyboard.root)
  const screen = el('div', { class: 'phone' }, head.root, all.root, chat.parts, closed, foot, begin, unblock)
  const part = el('span', {})
  const root = el(
    'section',
    { class: 'pane telegram', 'aria-label': 'Telegram', 'data-testid': 'telegram' },
    el('header', { class: 'pane-head' }, el('div', { class: 'pane-name' }, el('strong', {}, 'Telegram'), part), who),
    screen,
  )

  const everybody = () => [...(state?.telegram.customers ?? []), ...(state?.telegram.agents ?? [])]
  const person = () => everybody().find(({ id }) => id === user)
  const isCustomer = () => state.telegram.customers.some(({ id }) => id === user)
  const places = () => (person() ? placesOf(state.telegram, person()) : [])
  const block = (blocked) => act({ act: 'telegram.block', blocked, elsewhere: true })
  const unread = ({ messages, seenAs }) =>
    messages.filter(({ from, id }) => from !== user && id > lastSeen(user, seenAs)).length

  /** The chat that is open. Whoever has only one is in it. */
  function here() {
    const mine = places()
    return mine.length === 1 ? mine[0] : mine.find(({ key }) => key === opened.get(user))
  }

  function open(key) {
    opened.set(user, key)
    turnTo(undefined)
    draw()
  }

  function turnTo(next, takesFocus = true) {
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
    turnField()
    if (about?.does === 'edit') write.fill(about.message.text)
    else if (takesFocus) write.field.focus()
  }

  /** The field has the words of where one is; a message being changed is a place of its own. */
  function turnField() {
    const where = `${user} ${here()?.key}`
    write.turnTo(about?.does === 'edit' ? `${where} edit ${about.message.id}` : where)
  }

  function draw() {
    const now = person()
    if (!now) return
    const { customers, agents, groups, bot, privateTopics } = state.telegram
    part.textContent = groups.length > 0 ? 'where customers write and agents answer' : 'where customers write'
    // On the other's phones only what the bot said is news; agents have their lists for that.
    const news = (id) =>
      customers.some((one) => one.id === id) &&
      placesOf(
        state.telegram,
        customers.find((one) => one.id === id),
      ).some(({ messages, seenAs }) =>
        messages.some(({ from, id: message }) => from === 'bot' && message > lastSeen(id, seenAs)),
      )
    const named = [...customers, ...agents].map(({ id, first_name, language_code }) => ({
      id,
      name: first_name,
      hint: agents.some((one) => one.id === id) ? 'an agent' : language_code && `language: ${language_code}`,
    }))
    drawSwitch(who, named, user, { testid: 'telegram', news, choose: become })

    const mine = places()
    lookAtNew(mine)
    const place = here()
    turnField()
    const others = mine.filter(({ key }) => key !== place?.key)
    head.show({
      place,
      several: mine.length > 1,
      isNew: others.some((one) => unread(one) > 0),
      blocked: now.blocked,
      started: now.started,
      bot: bot.first_name,
      customer: isCustomer(),
      topicsAre: privateTopics ? (privateTopics.theirs ? 'theirs-too' : 'the-bots') : 'off',
      mayDelete: place?.chat !== undefined || privateTopics?.theirs === true,
    })
    all.root.hidden = place !== undefined
    if (!place) {
      const title = groups.find(({ members }) => members.includes(user))?.title ?? ''
      const mayMake = isCustomer() && privateTopics?.theirs === true && !now.blocked
      all.show({ places: mine, title, mayMake, unread, nameOf })
    }
    drawChat(now, place)
    unblock.hidden = !now.blocked
    answer.show(now)
  }

  function drawChat(now, place) {
    chat.show({ place, person: now, customer: isCustomer(), nameOf })
    const last = place?.messages.at(-1)
    if (last) saw(user, place.seenAs, last.id)

    const needsStart = place?.chat === undefined && !now.started
    begin.hidden = !place || !needsStart
    closed.hidden = !place || place.mayWrite
    foot.hidden = !place || needsStart || !place.mayWrite || (now.blocked && place.chat === undefined)
    keyboard.show(place?.kind === 'bot' ? now.keyboard : null)
  }

  /** A topic that was made just now is looked at. */
  function lookAtNew(mine) {
    const made = before && mine.find(({ key, chat }) => chat === undefined && !before.has(key))
    if (!made) return
    before = undefined
    opened.set(user, made.key)
  }

  const nameOf = (from) =>
    from === 'bot'
      ? state.telegram.bot.first_name
      : (everybody().find(({ id }) => id === from)?.first_name ?? 'Somebody')

  function become(id) {
    user = id
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
      if (!here()) open('bot')
      if (person()?.started) write.fill(words)
      else begin.focus()
    },
  }
}
