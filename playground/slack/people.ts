import { randomUUID } from 'node:crypto'
import { move, openDirect } from './channels.ts'
import { attach, bytesOf } from './files.ts'
import { change, dropFile, erase, inOrder, liveMessage, permalink, post, setReaction } from './messages.ts'
import * as modals from './modals.ts'
import type { SlackChannel, SlackMessage } from './objects.ts'
import { pingedBy } from './pinged.ts'
import { compose } from './said.ts'
import { BOT_USER, person } from './seed.ts'
import { textOf } from './text-of.ts'
import { keyOf, type Workspace } from './workspace.ts'
import type { Attached, Said, SlackWorld } from './world.ts'

type Doings =
  | 'command'
  | 'shortcut'
  | 'globalShortcut'
  | 'press'
  | 'submitView'
  | 'chooseInView'
  | 'pressInView'
  | 'pressInHome'
  | 'closeView'
  | 'runStep'
  | 'step'
  | 'sockets'
  | 'refreshSockets'
  | 'dropSockets'
  | 'silenceSockets'

/** What people do that becomes events, and all they see. */
export function people(workspace: Workspace): Omit<SlackWorld, Doings> {
  return {
    users: () => workspace.users.all(),
    channels: () => workspace.channels.all(),
    addUser: (user) => {
      if (workspace.users.get(user.id)) return
      workspace.users.set(user.id, { ...person(user.id, user.real_name ?? user.name), ...user })
      workspace.changed()
    },
    addChannel: ({ id, name, private: hidden, members }) => {
      if (workspace.channels.get(id)) return
      workspace.channels.set(id, { id, name, kind: hidden ? 'private' : 'public', members, archived: false })
      workspace.changed()
    },
    share: (id, shared) => {
      const channel = workspace.channels.get(id)
      if (!channel) throw new Error(`there is no channel ${id}`)
      workspace.channels.set(id, { ...channel, shared })
      workspace.changed()
      const type = shared ? 'channel_shared' : 'channel_unshared'
      workspace.tell({ type, connected_team_id: 'T0OTHERS', channel: id, event_ts: workspace.stamp() })
    },
    join: (user, channel) => void move(workspace, user, channel, 'joined'),
    leave: (user, channel) => void move(workspace, user, channel, 'left'),
    deactivate: (id) => {
      const user = workspace.users.get(id)
      if (!user || user.deleted) return
      for (const channel of workspace.channels.all()) {
        const members = channel.members.filter((member) => member !== id)
        if (channel.kind !== 'im') workspace.channels.set(channel.id, { ...channel, members })
      }
      workspace.users.set(id, { ...user, deleted: true })
      workspace.changed()
      workspace.tell({ type: 'user_change', user: { ...user, deleted: true }, event_ts: workspace.stamp() })
    },
    speak: (id, locale) => {
      const user = workspace.users.get(id)
      if (!user) throw new Error(`there is no user ${id}`)
      workspace.users.set(id, { ...user, locale })
      workspace.changed()
      workspace.tell({ type: 'user_change', user: { ...user, locale }, event_ts: workspace.stamp() })
    },
    archive: (id) => {
      workspace.channels.set(id, { ...theChannel(workspace, id), archived: true })
      workspace.changed()
    },
    dm: (user) => openDirect(workspace, user).id,

    say: (user, channel, said) => say(workspace, user, channel, typeof said === 'string' ? { text: said } : said),
    edit: (user, channel, ts, text) => edit(workspace, own(workspace, user, channel, ts), user, text),
    remove: (user, channel, ts) => erase(workspace, own(workspace, user, channel, ts), 'person'),
    addFile: (user, channel, ts, file, how) =>
      addFile(workspace, own(workspace, user, channel, ts), user, file, how?.insteadOf),
    removeFile: (user, channel, ts, name) => dropFile(workspace, own(workspace, user, channel, ts), name),
    react: (user, channel, ts, emoji, how) => {
      canSee(workspace, user, channel)
      setReaction(workspace, theMessage(workspace, channel, ts), user, emoji, !how?.remove, 'person')
    },
    closeEditWindow: (channel, ts) =>
      workspace.messages.set(keyOf(channel, ts), { ...theMessage(workspace, channel, ts), frozen: true }),
    openHome: (user, tab = 'home') => {
      const channel = openDirect(workspace, user)
      const view = workspace.homes.get(user)
      const event = { type: 'app_home_opened', user, channel: channel.id, tab, event_ts: workspace.stamp() }
      workspace.tell(
        { ...event, ...(view && tab === 'home' ? { view: modals.forApi(view) } : {}) },
        { chat: channel.id },
      )
    },

    view: (user) => workspace.modals.get(user)?.at(-1),
    home: (user) => workspace.homes.get(user),
    messages: (channel, where) => shown(workspace, channel, where?.thread),
    message: (channel, ts) => workspace.messages.get(keyOf(channel, ts)),
    ephemerals: (user) => workspace.ephemerals.all().filter((shown) => shown.user === user),
    textOf: (shown) => textOf(workspace, shown),
    bytes: (fileId) => {
      const bytes = bytesOf(workspace, fileId)
      if (!bytes) throw new Error(`there is no file ${fileId}`)
      return bytes
    },
    permalink: (channel, ts) => permalink(workspace, theMessage(workspace, channel, ts)),
  }
}

function say(workspace: Workspace, user: string, channelId: string, said: Said): string {
  const channel = canWrite(workspace, user, channelId)
  const composed = said.text === undefined || said.text === '' ? undefined : compose(said.text)
  const blocks = said.blocks ?? (composed ? [composed.block] : undefined)
  const files = said.files?.map((file) => attach(workspace, user, file))
  if (!blocks && !files) throw new Error('Slack sends no empty message')
  const root = said.thread === undefined ? undefined : theMessage(workspace, channelId, said.thread)
  const contents = { text: composed?.text ?? '', blocks }
  const subtype = files ? 'file_share' : said.broadcast && root ? 'thread_broadcast' : undefined
  const draft = {
    ...contents,
    subtype,
    files,
    user,
    client_msg_id: randomUUID(),
    thread_ts: root && (root.thread_ts ?? root.ts),
  }
  return post(workspace, channel, { ...withoutUndefined(draft), pinged: pingedBy(contents) }, 'person').ts
}

function edit(workspace: Workspace, message: SlackMessage, user: string, text: string): void {
  const composed = compose(text)
  const contents = { text: composed.text, blocks: [composed.block] }
  const edited = { user, ts: workspace.stamp() }
  change(workspace, message, { ...message, ...contents, edited, pinged: pingedBy(contents) }, 'person')
}

function addFile(workspace: Workspace, message: SlackMessage, user: string, file: Attached, insteadOf?: string): void {
  const staying = (message.files ?? []).filter(({ name }) => name !== insteadOf)
  const files = [...staying, attach(workspace, user, file)]
  change(workspace, message, { ...message, files, edited: { user, ts: workspace.stamp() } }, 'person')
}

function shown(workspace: Workspace, channel: string, thread: string | undefined): SlackMessage[] {
  const here = inOrder(workspace.messages.all().filter((message) => message.channel === channel))
  if (thread !== undefined) return here.filter((message) => message.ts === thread || message.thread_ts === thread)
  return here.filter(
    (message) =>
      message.thread_ts === undefined || message.thread_ts === message.ts || message.subtype === 'thread_broadcast',
  )
}

function theChannel(workspace: Workspace, id: string): SlackChannel {
  const channel = workspace.channels.get(id)
  if (!channel) throw new Error(`there is no channel ${id}`)
  return channel
}

export function theMessage(workspace: Workspace, channel: string, ts: string): SlackMessage {
  const message = liveMessage(workspace, channel, ts)
  if (!message) throw new Error(`there is no message ${ts} in ${channel}`)
  return message
}

/** A public channel is seen by everybody but guests; the rest by members. */
export function canSee(workspace: Workspace, user: string, id: string): SlackChannel {
  const channel = theChannel(workspace, id)
  const guest = workspace.users.get(user)?.is_restricted || workspace.users.get(user)?.is_ultra_restricted
  if (!channel.members.includes(user) && (channel.kind !== 'public' || guest))
    throw new Error(`${user} does not see ${id}`)
  return channel
}

function canWrite(workspace: Workspace, user: string, id: string): SlackChannel {
  const channel = theChannel(workspace, id)
  if (!channel.members.includes(user)) throw new Error(`${user} is not in ${id}`)
  if (channel.archived) throw new Error(`${id} is archived`)
  if (user === BOT_USER) throw new Error('the bot writes by the Web API')
  return channel
}

function own(workspace: Workspace, user: string, channel: string, ts: string): SlackMessage {
  canWrite(workspace, user, channel)
  const message = theMessage(workspace, channel, ts)
  if (message.user !== user) throw new Error(`message ${ts} is not ${user}'s`)
  return message
}

function withoutUndefined<T extends object>(thing: T): T {
  // Properties that are undefined may be absent in T.
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T
}
