import type { Opts } from 'grammy/types'
import { sentFile } from '../files.ts'
import { type MediaKind, mediaBody } from '../media.ts'
import { placeOf, post, type Sending } from '../posting.ts'
import { badRequest, notModelled } from '../refusal.ts'
import { type MessageBody, settings } from '../state.ts'
import { messageOnWire } from '../wire.ts'
import type { Call, Methods } from './call.ts'
import { captionBody } from './messages.ts'

type Captioned = Sending & Parameters<typeof captionBody>[0]

/** Everything the bot sends that is not text. */
export const media = {
  sendPhoto: (payload, call) => sendFile('photo', payload.photo, payload, call),
  sendDocument: (payload, call) => sendFile('document', payload.document, payload, call),
  sendVoice: (payload, call) => sendFile('voice', payload.voice, payload, call, payload.duration),
  sendAudio: (payload, call) => sendFile('audio', payload.audio, payload, call, payload.duration),
  sendVideo: (payload, call) => sendFile('video', payload.video, payload, call, payload.duration),
  sendAnimation: (payload, call) => sendFile('animation', payload.animation, payload, call, payload.duration),
  sendVideoNote: (payload, call) => sendFile('video_note', payload.video_note, payload, call, payload.duration),
  sendSticker: (payload, call) => sendFile('sticker', payload.sticker, payload, call),

  sendLocation(payload, { state }) {
    if (payload.live_period !== undefined) throw notModelled('live locations')
    const { latitude, longitude } = payload
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location')
    return messageOnWire(state, post(state, payload, { location: { latitude, longitude } }))
  },

  sendContact(payload, { state }) {
    const { phone_number, first_name, last_name } = payload
    const contact = { phone_number, first_name, ...(last_name === undefined ? {} : { last_name }) }
    return messageOnWire(state, post(state, payload, { contact }))
  },

  sendMediaGroup(payload, call) {
    const { state } = call
    checkAlbum(payload.media)
    placeOf(state, payload) // nothing of an album is sent where its last part could not be
    const bodies = payload.media.map((item): MessageBody => {
      if (!isAlbumKind(item.type)) throw notModelled(item.type)
      return { ...mediaBody(item.type, sentFile(state, item.type, item.media, call.uploads)), ...captionBody(item) }
    })
    const album = `${state.bot.id}${settings(state).nextFile}`
    return bodies.map((body) => messageOnWire(state, post(state, payload, body, album)))
  },
} satisfies Methods

function sendFile(kind: MediaKind, given: unknown, payload: Captioned, call: Call, seconds?: number): object {
  const { state } = call
  const caption = captionBody(payload)
  placeOf(state, payload) // a file for a place that is not there is not kept
  const file = sentFile(state, kind, given, call.uploads)
  const body = mediaBody(kind, file, seconds === undefined ? {} : { seconds })
  return messageOnWire(state, post(state, payload, { ...body, ...caption }))
}

/** platforms.md §B1: 2 to 10, and documents or audio only among themselves. */
function checkAlbum(items: Opts<'sendMediaGroup'>['media']): void {
  if (items.length < 2 || items.length > 10) {
    throw badRequest('number of media in the album must be between 2 and 10')
  }
  const kinds = new Set(items.map(({ type }) => (type === 'document' || type === 'audio' ? type : 'visual')))
  if (kinds.size > 1) throw badRequest("can't use the media of the specified types in the album together")
}

function isAlbumKind(type: string): type is 'photo' | 'video' | 'document' | 'audio' {
  return ['photo', 'video', 'document', 'audio'].includes(type)
}
