import { type Commanded, traits } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { type Hearing, whisper } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/** What everybody can do; and agents, what they can. */
export async function help(hearing: Hearing<Commanded>): Promise<string> {
  const { world, standing, inbound, unit } = hearing
  const command = '/ticket'
  const [all, agents] = traits[inbound.at.platform].modals
    ? [say('help-slack', { command }), say('help-slack-agents', { command })]
    : [say('help-telegram', {}), say('help-telegram-agents', {})]
  const works = world.desks.some((desk) => isAgentOf(desk, standing))
  await unit.deliveries.owe([whisper(hearing, [...(inbound.inGroup ? [] : [all]), ...(works ? [agents] : [])])])
  return 'helped'
}
