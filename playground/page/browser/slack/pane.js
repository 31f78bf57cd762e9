import { act as perform } from '../api.js'
import { composer } from '../composer.js'
import { el, focusAtEnd, keepAtEnd, showList } from '../dom.js'
import { icon } from '../icons.js'
import { saw } from '../seen.js'
import { drawSwitch, switchPlace } from '../switch.js'
import { toast } from '../toast.js'
import { commandHint, failure, notACommand, splitCommand } from './command.js'
import { dialogIn } from './dialog.js'
import { editor } from './editor.js'
import { emptyChannel } from './empty.js'
import { drawMessage } from './message.js'
import { namesIn } from './names.js'
import { drawTabs } from './tabs.js'
import { asTyped, withMentions } from './typed.js'
import { channelsOf, direct, hasNews, rootsOf, threadOf } from './view-of.js'

/**
 * A Slack window: somebody's channels, a channel, a thread beside it (over it where the window is narrow), their
 * modal. `people` are those one can be here; `channel` is what they see first.
 */
export function slackPane({ id, title, part, people, channel: firstChannel }) {
  let state
  /** Who types before the page has been told anything is heard once it has. */
  const told = Promise.withResolvers()
  let person = people[0]
  /** The message being edited, in the list where Edit was pressed: `{ ts, inThread, root, field }`. */
  let editing
  /** Where each person is: channel and open thread. */
  const places = new Map()
  const dismissed = new Set()
  const place = () => places.get(person) ?? { channel: firstChannel, thread: undefined }
  const go = (where) => {
    places.set(person, { ...place(), ...where })
    editing = undefined
    draw({ moved: true })
  }

  const head = switchPlace('Who are you here?')
  const tabs = el('nav', { class: 'tabs', 'aria-label': 'Channels' })
  const list = el('div', { class: 'messages', 'aria-label': 'Messages', role: 'log', 'data-testid': `${id}-messages` })
  const empty = el('div', { class: 'empty' })
  const threadList = el('div', {
    class: 'messages',
    'aria-label': 'Thread',
    role: 'log',
    'data-testid': `${id}-thread`,
  })
  const notice = el('div', { class: 'notice', role: 'alert', hidden: true, 'data-testid': `${id}-notice` })
  const broadcast = el('input', { type: 'checkbox' })
  const broadcastLabel = el('span')
  const write = composer({ label: 'Message', testid: `${id}-write`, hints: commandHint, send: (text) => say(text) })
  const reply = composer({
    label: 'Reply …',
    testid: `${id}-reply`,
    send: (text) => say(text, place().thread),
    leave: () => go({ thread: undefined }),
  })
  const foot = el('div', { class: 'foot' }, write.root)
  const threadFoot = el(
    'div',
    { class: 'foot' },
    reply.root,
    el('label', { class: 'broadcast' }, broadcast, broadcastLabel),
  )
  const thread = el(
    'aside',
    { class: 'thread', 'aria-label': 'Thread', hidden: true },
    el(
      'div',
      { class: 'thread-head' },
      el('strong', {}, 'Thread'),
      el(
        'button',
        {
          type: 'button',
          class: 'bare',
          'aria-label': 'Close thread',
          'data-testid': `${id}-close-thread`,
          on: { click: () => go({ thread: undefined }) },
        },
        icon('close'),
      ),
    ),
    threadList,
    threadFoot,
  )
  const main = el('div', { class: 'channel' }, list, empty, foot)
  const body = el('div', { class: 'pane-body' }, main, thread)
  const root = el(
    'section',
    { class: `pane slack ${id}`, 'aria-label': `${title}, ${part}`, 'data-testid': id },
    el(
      'header',
      { class: 'pane-head' },
      el('div', { class: 'pane-name' }, el('strong', {}, title), el('span', {}, part)),
      head,
    ),
    tabs,
    body,
  )
  const dialog = dialogIn(root, {
    behind: body,
    act: (what) => perform({ ...what, user: person }),
    back: () => write.field.focus(),
  })

  const tell = (words) => {
    // Where it is seen: a thread may lie over the channel.
    const under = place().thread === undefined ? foot : threadFoot
    under.prepend(notice)
    notice.hidden = words === undefined
    notice.textContent = words ?? ''
  }
  /** Acts as the person of this window and shows what went wrong. */
  const act = async (what, named = 'That') => {
    const seen = await perform({ ...what, user: person })
    if (seen.error) tell(failure(named, seen.error))
    else if (seen.says) toast(seen.says, 'wrong')
    else tell(undefined)
    return seen
  }
  async function say(text, inThread) {
    await told.promise
    if (text.startsWith('/')) {
      const refused = notACommand(text.trim(), inThread !== undefined)
      if (refused) return tell(refused)
      const { command, text: typed } = splitCommand(text.trim())
      const words = withMentions(typed, state.slack.users, (who, name) => `<@${who}|${name}>`)
      const seen = await act({ act: 'slack.command', channel: place().channel, command, text: words }, command)
      return seen.ok
    }
    const where = inThread === undefined ? {} : { thread: inThread, ...(broadcast.checked ? { broadcast: true } : {}) }
    const said = withMentions(text, state.slack.users)
    const seen = await act({ act: 'slack.say', channel: place().channel, text: said, ...where })
    broadcast.checked = false
    return seen.ok
  }

  const does = {
    act: (what) => act(what, what.act === 'slack.shortcut' ? 'Ticket from message' : 'That button'),
    openThread: (ts) => {
      go({ thread: ts })
      reply.field.focus()
    },
    edit: ({ channel, ts, text }, inThread) => {
      const { users } = state.slack
      const save = async (typed) => {
        const seen = await act({ act: 'slack.edit', channel, ts, text: withMentions(typed, users) })
        return seen.ok
      }
      const leave = () => {
        if (editing !== begun) return
        editing = undefined
        draw()
      }
      const begun = { ts, inThread, ...editor(asTyped(text, users), { save, leave }) }
      editing = begun
      draw()
      focusAtEnd(begun.field)
    },
    dismiss: (ts) => {
      dismissed.add(ts)
      draw()
    },
  }

  function draw({ moved = false } = {}) {
    if (!state) return
    const names = namesIn(state)
    const channels = channelsOf(state, person)
    const channel = channels.find((one) => one.place === place().channel) ?? channels[0]
    const { thread: open } = place()
    const bot = state.slack.bot
    const where = `${person} ${place().channel}`
    write.turnTo(where)
    reply.turnTo(`${where} ${open}`)
    if (moved) broadcast.checked = false
    const drawing = { names, does, bot, editor: editing?.root }
    const editingIn = (inThread) => (editing?.inThread === inThread ? editing.ts : undefined)
    const visible = (items) => items.filter(({ message }) => !dismissed.has(message.ts))
    // What is on the screen has been seen, before the marks of what has not are drawn.
    const sawAll = (where, items) => items.length > 0 && saw(person, where, items.at(-1).message.ts)

    const roots = visible(rootsOf(state, channel, person, editingIn(false)))
    const replies = open === undefined ? [] : visible(threadOf(state, channel, open, person, editingIn(true)))
    sawAll(channel.place, roots)
    sawAll(`thread ${open}`, replies)

    const news = (who) => channelsOf(state, who).some((one) => one.place === direct && hasNews(one, who))
    const named = people.map((one) => ({ id: one, name: names.user(one), hint: hintOf(state, one) }))
    drawSwitch(head, named, person, { testid: id, news, choose: become })
    drawTabs(tabs, channels, {
      now: channel.place,
      news: (one) => hasNews(one, person),
      choose: (to) => go({ channel: to, thread: undefined }),
      testid: id,
    })

    drawInto(list, visible(rootsOf(state, channel, person, editingIn(false))), drawing, moved)
    list.hidden = roots.length === 0
    empty.hidden = roots.length > 0
    if (roots.length === 0) empty.replaceChildren(...emptyChannel(channel, names.user(person)))
    write.rename(channel.place === direct ? 'Message Deskhand' : `Message #${channel.name}`)
    broadcastLabel.textContent =
      channel.place === direct ? 'Also send to the direct message' : `Also send to #${channel.name}`
    thread.hidden = open === undefined
    root.classList.toggle('threaded', open !== undefined)
    drawInto(threadList, replies, { ...drawing, inThread: true }, moved)
    dialog.show(state.slack.views[person] ?? undefined, names)
  }

  function drawInto(where, items, drawing, moved) {
    const draw = () =>
      showList(
        where,
        items,
        ({ message }) => `${person}${message.ts}`,
        (item) => drawMessage(item, drawing),
      )
    const typing = document.activeElement === editing?.field
    keepAtEnd(where, draw, moved)
    // Its message may have been drawn anew around it.
    if (typing) editing.field.focus({ preventScroll: true })
  }

  function become(who) {
    person = who
    editing = undefined
    tell(undefined)
    draw({ moved: true })
  }

  return {
    root,
    show(next) {
      state = next
      draw()
      told.resolve()
    },
    /** Puts somebody in a channel with words ready to be sent. */
    prepare({ as, channel, words }) {
      person = as
      go({ channel, thread: undefined })
      write.fill(words)
    },
    /** Points at the newest message of a channel. */
    pointAt({ as, channel }) {
      person = as
      go({ channel, thread: undefined })
      list.lastElementChild?.classList.add('pointed')
      return list.lastElementChild !== null
    },
  }
}

function hintOf(state, id) {
  const user = state.slack.users.find((one) => one.id === id)
  return user?.guest ? `${user.realName}, a guest` : user?.realName
}
