import { type Commanded, traits } from '../../adapter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { say } from '../../ports/content.ts'
import { answer, type Hearing } from '../hearing.ts'
import { isAgentOf } from '../standing.ts'
import type { RelateIntent } from './intent.ts'
import { linkTickets, unlinkTickets } from './link.ts'
import { offerMessages } from './split.ts'
import { listTagged, tagTicket } from './tag.ts'
import { unmergeTicket } from './unmerge.ts'

/** What an agent says of what tickets have to do with each other. */
export async function relate(hearing: Hearing<Commanded>, intent: RelateIntent): Promise<string> {
  switch (intent.do) {
    case 'unmerge':
      return unmergeTicket(hearing, intent.key)
    case 'link':
      return linkTickets(hearing, intent)
    case 'unlink':
      return unlinkTickets(hearing, intent)
    case 'tag':
    case 'untag':
      return tagTicket(hearing, intent)
    case 'list-tagged':
      return listTagged(hearing, intent.tag)
    case 'split':
      return offerMessages(hearing, intent.key)
    case 'relate-how':
      if (!hearing.world.desks.some((desk) => isAgentOf(desk, hearing.standing))) throw new Refusal('not-an-agent')
      return answer(
        hearing,
        traits[hearing.inbound.at.platform].modals
          ? say('relate-how', { command: '/ticket' })
          : say('help-telegram-agents', {}),
        'told-how',
      )
    default:
      return intent satisfies never
  }
}
