import type { Desk } from '../domain/desk/desk.ts'
import { called, languageFor } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayEnter } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { hour, type Sentence, say } from '../ports/content.ts'
import type { Queue, Queued } from '../ports/queues.ts'
import { mayTellHere } from './among-agents.ts'
import { answer, type Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { whisperList } from './whisper-list.ts'

/** So many tickets of one list are shown. */
const MOST = 20

const heads: Readonly<Record<Queue, (count: number) => Sentence>> = {
  mine: (count) => say('queue-mine', { count }),
  unassigned: (count) => say('queue-unassigned', { count }),
  due: (count) => say('queue-due', { count }),
  waiting: (count) => say('queue-waiting', { count }),
}

type Looking = Pick<Hearing, 'unit' | 'world' | 'standing'> & { person: Person }

/** One of an agent's lists: what they have on hand, what nobody has, what is due next, what waits for somebody else. */
export async function queueOf(
  looking: Looking,
  which: Queue,
  tellable: (ticket: Ticket) => boolean = () => true,
): Promise<Sentence[]> {
  const { unit, world, standing, person } = looking
  const desks = world.desks.filter((desk) => isAgentOf(desk, standing))
  if (desks.length === 0) throw new Refusal('not-an-agent')
  const ids = desks.map(({ desk }) => desk)
  const found = await unit.queues.tickets(which, { deskIds: ids, person: person.id, most: MOST * 2 })
  const theirs = found.flatMap((queued) => {
    const desk = desks.find((one) => one.desk === queued.ticket.deskId)
    const theirs = desk && mayEnter(queued.ticket, desk, actorOf(desk, person, standing))
    return theirs && tellable(queued.ticket) ? [{ desk, queued }] : []
  })
  const shown = theirs.slice(0, MOST)
  return [heads[which](shown.length), ...shown.map(({ desk, queued }) => lineOf(desk, queued, person))]
}

/** `/ticket mine`, `unassigned`, `due`, `waiting`; in Telegram the same words as commands. */
export async function tellQueue(hearing: Hearing, which: Queue): Promise<string> {
  const lines = await queueOf(hearing, which, (ticket) => mayTellHere(hearing, ticket))
  if (lines.length === 1) return answer(hearing, say('queue-empty', {}), 'listed')
  await hearing.unit.deliveries.owe(whisperList(hearing, lines))
  return 'listed'
}

function lineOf(desk: Desk, { ticket, dueAt }: Queued, reader: Person): Sentence {
  const { key, subject } = ticket
  const shown = called(desk, 'status', ticket.status, languageFor(desk, reader.language))
  if (dueAt === null) return say('queue-line', { key, subject, status: shown })
  return say('queue-line-due', { key, subject, status: shown, due: hour(dueAt, desk.zone) })
}
