import { changeTicket } from '../../acts/change.ts'
import type { Commanded, Pressed } from '../../adapter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { firstAnswerAfter, giveBack, mergeOf, unmerge } from '../../domain/ticket/unmerge.ts'
import { say } from '../../ports/content.ts'
import { answer, type Hearing } from '../hearing.ts'
import { refuseIdle, workedOn } from '../worked-on.ts'

/** `/ticket unmerge DEMO-18`, or Undo on the line that tells of the merge: both go on by themselves again. */
export async function unmergeTicket(hearing: Hearing<Commanded | Pressed>, key: string): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const source = await workedOn(hearing, key, 'merge')
  const history = await unit.tickets.history(source.id)
  const merge = mergeOf(history)
  const survivor = merge && (await unit.tickets.byId(merge.event.into))
  if (!merge || !survivor) throw new Refusal('not-merged', { key: source.key })
  refuseIdle(hearing, survivor, 'merge')
  const theirs = await unit.tickets.history(survivor.id)
  const answeredAt = firstAnswerAfter(theirs, merge.receivedAt)
  const occasion = { occurredAt: inbound.occurredAt }
  await changeTicket(unit, world, survivor.id, (now) => giveBack(now, theirs, person.id, source, unit.now), occasion)
  await changeTicket(
    unit,
    world,
    source.id,
    (now) => unmerge(now, history, person.id, { answeredAt, now: unit.now }),
    occasion,
  )
  return answer(hearing, say('unmerged-now', { key: source.key, from: survivor.key }), 'unmerged')
}
