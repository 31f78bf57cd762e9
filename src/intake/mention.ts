import { type Said, traits } from '../adapter.ts'
import { isNoise } from '../domain/noise.ts'
import type { Text } from '../domain/text/text.ts'
import { say } from '../ports/content.ts'
import { deskAt } from './desk-of.ts'
import { answer, type Hearing, languageOf } from './hearing.ts'
import { answerNoise } from './noise.ts'
import { postTo } from './post-to.ts'
import { raiseMessage } from './raise-message.ts'
import { askedAfter, tellStatus } from './status.ts'

/** We are named in a channel, outside any ticket's thread: what is said to us becomes a ticket in that message's thread; without threads we ask to be written to privately. */
export async function onMention(hearing: Hearing<Said>, toUs: Text): Promise<string> {
  const { world, inbound, unit } = hearing
  if (!traits[inbound.at.platform].threads) {
    await unit.deliveries.owe([postTo(hearing, { language: languageOf(hearing), body: [say('start-in-group', {})] })])
    return 'greeted'
  }
  if (toUs.children.length === 0 && inbound.enclosures.length === 0) {
    return answer(hearing, say('help-slack', { command: '/ticket' }), 'helped')
  }
  if (inbound.enclosures.length === 0 && isNoise(toUs)) return answerNoise(hearing, say('noise-answer', {}), 'noise')
  const key = askedAfter(hearing, toUs)
  if (key !== undefined) return tellStatus(hearing, key)
  const { at, message, enclosures, occurredAt } = inbound
  return raiseMessage(hearing, deskAt(world, at), {
    chat: at.chat,
    message,
    thread: at.thread,
    byBot: false,
    text: toUs,
    occurredAt,
    enclosures,
  })
}
