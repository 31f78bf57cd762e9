import { type Enclosure, whatIs } from '../domain/ticket/enclosure.ts'
import type { Message } from '../domain/ticket/message.ts'
import { type Sentence, say } from '../ports/content.ts'
import { nameOf, type Scene, signatureOf } from './scene.ts'

/** What words and files alone do not tell: a place, a contact, something not carried; or that they come late. `language`: its reader's. */
export function besideWords(scene: Scene, message: Message, language: string): Sentence[] {
  const name =
    message.side === 'agent' ? signatureOf(scene, message.authorId, language) : nameOf(scene, message.authorId)
  const told = message.enclosures.flatMap((enclosure) => (enclosure.kind === 'file' ? [] : [toldOf(enclosure, name)]))
  return message.late ? [...told, say('late-note', {})] : told
}

function toldOf(enclosure: Exclude<Enclosure, { kind: 'file' }>, name: string): Sentence {
  switch (enclosure.kind) {
    case 'location': {
      const { latitude, longitude, title } = enclosure
      const link = mapOf(latitude, longitude)
      return title === undefined
        ? say('shared-location', { name, link })
        : say('shared-location-named', { name, title, link })
    }
    case 'contact':
      return say('shared-contact', { name, contact: enclosure.name, phone: enclosure.phone })
    case 'poll':
      return say('shared-poll', { name, question: enclosure.question, options: enclosure.options.join(' · ') })
    case 'dice':
      return say('shared-dice', { name, emoji: enclosure.emoji, value: enclosure.value })
    case 'uncarried': {
      const kind = whatIs(enclosure)
      return enclosure.name === undefined
        ? say('uncarried', { name, kind })
        : say('uncarried-named', { name, kind, file: enclosure.name })
    }
    default:
      return enclosure satisfies never
  }
}

/** The place on a map anybody can open. */
function mapOf(latitude: number, longitude: number): string {
  const [lat, lon] = [latitude.toFixed(6), longitude.toFixed(6)]
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`
}
