import { sameChat } from '../adapter.ts'
import type { Message } from '../domain/ticket/message.ts'
import { say } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { wordsChanged } from './change-shown.ts'
import { toTriage } from './in-places.ts'
import { copyIn, followEdit, showAnew, takeBack, takeFilesBack, takeSignOff } from './owe.ts'
import { nameOf, type Scene } from './scene.ts'
import { tellDeletion, tellLateEdit } from './tell-edit.ts'
import type { Tells } from './tells.ts'

/** Where what people write is copied to, and what becomes of the copies. */
export const wordTells: Tells<
  | 'RequesterReplied'
  | 'AgentReplied'
  | 'NoteAdded'
  | 'NoteSent'
  | 'EarlierBrought'
  | 'ReplyWithdrawn'
  | 'MessageEdited'
  | 'MessageDeleted'
  | 'WordsKept'
> = {
  RequesterReplied: (scene, event) => copies(scene, event.message, everywhere),
  AgentReplied: (scene, event) => copies(scene, event.message, everywhere),
  NoteAdded: (scene, event) => copies(scene, event.message, triage),
  NoteSent: async (scene, event) => {
    // Said on the requester's side itself it stands there already.
    const originals = (await scene.unit.messages.twinsOf(event.message)).filter(({ role }) => role === 'original')
    const there = (place: Place) => originals.some((twin) => sameChat(twin, place))
    return copies(scene, event.message, (place) => requesters(place) && !there(place))
  },
  EarlierBrought: (scene, { by, messages }) => [
    ...toTriage(scene, say('earlier-brought', { by: nameOf(scene, by), count: messages.length })).map(giveWay),
    ...messages.flatMap((id) => copies(scene, id, triage)).map(giveWay),
  ],
  ReplyWithdrawn: async (scene, event) => {
    const message = messageOf(scene, event.message)
    const deleted = await takeBack(scene, message, requesters)
    return deleted.length > 0 ? deleted : takeSignOff(scene, message)
  },
  MessageEdited: async (scene, event) => {
    const message = messageOf(scene, event.message)
    const withoutFiles = event.brought ? await showAnew(scene, message) : await takeFilesBack(scene, message)
    if (withoutFiles.length > 0) return withoutFiles
    const changed = await wordsChanged(scene, message)
    const followed = await followEdit(scene, message, changed, event.brought)
    return [...followed, ...tellLateEdit(scene, message, changed)]
  },
  MessageDeleted: async (scene, event) => {
    const message = messageOf(scene, event.message)
    return [...(await takeBack(scene, message, everywhere)), ...(await tellDeletion(scene, message))]
  },
  WordsKept: () => [],
}

const everywhere = () => true
const triage = (place: Place) => place.side === 'triage'
const requesters = (place: Place) => place.side === 'requester'

/** Many at a time: what people say now goes before it. */
const giveWay = (owed: Owed): Owed => ({ ...owed, rank: ranks.card })

function copies(scene: Scene, id: string, where: (place: Place) => boolean): Owed[] {
  const message = messageOf(scene, id)
  return scene.places
    .filter((place) => place.open && where(place) && place.id !== scene.origin && !isOwn(place, message))
    .flatMap((place) => copyIn(scene, place, message))
}

/** Who speaks on the requester's side knows what they said, wherever they said it. */
function isOwn({ side, personId }: Place, message: Message): boolean {
  return side === 'requester' && message.side === 'requester' && personId === message.authorId
}

function messageOf(scene: Scene, id: string): Message {
  const message = scene.messages.get(id)
  if (!message) throw new Error('a message event without its message')
  return message
}
