import type { Desk } from '../domain/desk/desk.ts'
import { called, languageFor, mayEverything } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Fact, hour, type Sentence, say } from '../ports/content.ts'
import type { Queue, Queued } from '../ports/queues.ts'
import { mayTellPrivate } from './among-agents.ts'
import { COUNTED_TO, counted, moreThan } from './counted.ts'
import { answer, type Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { whisperList } from './whisper-list.ts'

/** So many tickets of one list are shown. */
const MOST = 20

const heads: Readonly<Record<Queue, (count: Fact) => Sentence>> = {
  mine: (count) => say('queue-mine', { count }),
  unassigned: (count) => say('queue-unassigned', { count }),
  due: (count) => say('queue-due', { count }),
  waiting: (count) => say('queue-waiting', { count }),
}

type Looking = Pick<Hearing, 'unit' | 'world' | 'standing'> & { person: Person }

/**
 * One of an agent's lists: what they have on hand, what nobody has, what is due next, what waits for somebody else.
 * `publicOnly`: where others read along.
 */
export async function queueOf(looking: Looking, which: Queue, publicOnly = false): Promise<Sentence[]> {
  const { unit, world, standing, person } = looking
  const desks = world.desks.filter((desk) => isAgentOf(desk, standing))
  if (desks.length === 0) throw new Refusal('not-an-agent')
  const seesAll = desks.filter((desk) => mayEverything(desk, actorOf(desk, person, standing).roles))
  const { first, count } = await unit.queues.tickets(which, {
    deskIds: desks.map(({ desk }) => desk),
    person: person.id,
    seesAll: seesAll.map(({ desk }) => desk),
    publicOnly,
    most: MOST,
    countedTo: COUNTED_TO,
  })
  const lines = first.flatMap((queued) => {
    const desk = desks.find((one) => one.desk === queued.ticket.deskId)
    return desk ? [lineOf(desk, queued, person)] : []
  })
  return [heads[which](counted(count)), ...lines, ...moreThan(lines.length, count)]
}

/** `/ticket mine`, `unassigned`, `due`, `waiting`; in Telegram the same words as commands. */
export async function tellQueue(hearing: Hearing, which: Queue): Promise<string> {
  const lines = await queueOf(hearing, which, !mayTellPrivate(hearing))
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
