import { changeTicket } from '../../acts/change.ts'
import { deskById } from '../../acts/world.ts'
import type { Commanded } from '../../adapter.ts'
import { mayDo } from '../../domain/desk/questions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayEnter } from '../../domain/ticket/enter.ts'
import { routed } from '../../domain/ticket/move-place.ts'
import { tag, tagsIn, untag } from '../../domain/ticket/tag.ts'
import { say } from '../../ports/content.ts'
import { mayTellHere } from '../among-agents.ts'
import { moreThan } from '../counted.ts'
import { answer, type Hearing } from '../hearing.ts'
import { actorOf, isAgentOf } from '../standing.ts'
import { statusShown } from '../status.ts'
import { whisperList } from '../whisper-list.ts'
import { workedOn } from '../worked-on.ts'

/** `/ticket tag DEMO-17 printer vip`, and `untag`. */
export async function tagTicket(
  hearing: Hearing<Commanded>,
  intent: { do: 'tag' | 'untag'; key: string; words: string },
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const ticket = await workedOn(hearing, intent.key, 'tag')
  const tags = tagsIn(intent.words)
  const decide = intent.do === 'tag' ? tag : untag
  const { occurredAt } = inbound
  const after = await changeTicket(
    unit,
    world,
    ticket.id,
    (before, desk) => routed(before, desk, person.id, occurredAt, (now) => decide(now, person.id, tags)),
    { occurredAt },
  )
  const { key } = after
  const said = after.tags.length > 0 ? say('tags-now', { key, tags: after.tags.join(', ') }) : say('tags-none', { key })
  return answer(hearing, said, 'tagged')
}

/** Nobody reads more. */
const MOST_SHOWN = 30

/** `/ticket list tag:printer`: of the desks somebody works for, what is not closed and they may enter. */
export async function listTagged(hearing: Hearing<Commanded>, word: string): Promise<string> {
  const { unit, world, person, standing } = hearing
  const working = world.desks.filter((desk) => isAgentOf(desk, standing))
  if (working.length === 0) throw new Refusal('not-an-agent')
  const desks = working.filter((desk) => mayDo(desk, actorOf(desk, person, standing).roles, 'tag'))
  if (desks.length === 0) throw new Refusal('not-allowed')
  const [wanted = ''] = tagsIn(word)
  const all = await unit.tickets.tagged(
    desks.map(({ desk }) => desk),
    wanted,
  )
  const tickets = all.filter((ticket) => {
    const desk = deskById(world, ticket.deskId)
    return mayEnter(ticket, desk, actorOf(desk, person, standing)) && mayTellHere(hearing, ticket)
  })
  const lines = tickets.slice(0, MOST_SHOWN).map((ticket) => {
    const { key, subject } = ticket
    return say('list-line', { key, subject, status: statusShown(hearing, ticket) })
  })
  const head = say('list-tagged', { count: tickets.length, tag: wanted })
  await unit.deliveries.owe(whisperList(hearing, [head, ...lines, ...moreThan(lines.length, tickets.length)]))
  return 'listed'
}
