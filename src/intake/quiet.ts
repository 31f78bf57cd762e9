import type { Commanded } from '../adapter.ts'
import { quietFrom } from '../domain/quiet.ts'
import { Refusal } from '../domain/refusal.ts'
import { say } from '../ports/content.ts'
import { answer, type Hearing } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/** `/desk quiet 22-7`: when nobody is to call this agent by name, in the zone of the first desk they work on. */
export async function setQuiet(hearing: Hearing<Commanded>, hours: string): Promise<string> {
  const { unit, world, person, standing } = hearing
  const desk = world.desks.find((one) => isAgentOf(one, standing))
  if (!desk) throw new Refusal('not-an-agent')
  if (hours.toLowerCase() === 'off') {
    await unit.quiet.set(person.id, undefined)
    return answer(hearing, say('quiet-off', {}), 'quiet-off')
  }
  const quiet = quietFrom(hours, desk.zone)
  if (!quiet) return answer(hearing, say('quiet-how', {}), 'quiet-asked')
  await unit.quiet.set(person.id, quiet)
  const { fromMinute, toMinute, zone } = quiet
  return answer(hearing, say('quiet-set', { hours: { fromMinute, toMinute }, zone }), 'quiet-set')
}
