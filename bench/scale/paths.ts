import type { World } from '../../src/acts/world.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import type { Orm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import type { Timer, Timing } from '../../src/timers/index.ts'
import { timers } from '../../src/timers/index.ts'
import type { Contestant } from '../contestant.ts'
import { AGENT } from '../platforms/slack.ts'
import type { Deed, Writer } from '../platforms/wire.ts'
import { looked } from './corpus.ts'
import { bigDesks, HELP } from './desk.ts'
import { REQUESTER } from './filler.ts'
import type { Ground } from './ground.ts'

/** What people do all day, and what goes on behind them; each is measured on every database. */
export const pathNames = [
  'open a ticket',
  'a requester’s reply',
  'an agent’s reply',
  'card update',
  'look-up by key',
  'my list',
  'company list',
  'agents’ queues',
  'Home tab',
  'search: a rare word',
  'search: in 1 % of messages',
  'search: in half of all messages',
  'all sweeps, once',
  'audit and retention, once',
  'the page of metrics',
] as const
export type PathName = (typeof pathNames)[number]

/** One database with a desk on it. */
export interface Stand {
  tickets: number
  orm: Orm
  desk: Contestant
  timing: Timing
  open: readonly OpenTicket[]
}

interface OpenTicket {
  key: string
  thread: string
  triageChat: string
  triageThread: string
}

/** So many tickets are written in, in turns. */
const WRITTEN_IN = 80

export async function standOn(orm: Orm, desk: Contestant, tickets: number): Promise<Stand> {
  const open = await orm.em.fork().execute<OpenTicket[]>(
    `select ticket.key, here.thread, there.chat as "triageChat", there.thread as "triageThread"
       from ticket join person_address as who on who.person_id = ticket.requester_id and who.platform_id = '${REQUESTER}'
       join place as here on here.ticket_id = ticket.id and here.side = 'requester'
       join place as there on there.ticket_id = ticket.id and there.side = 'triage'
      where ticket.stage not in ('resolved', 'closed') order by ticket.key limit ${WRITTEN_IN}`,
  )
  if (open.length < WRITTEN_IN) throw new Error(`only ${open.length} open tickets to write in`)
  return { tickets, orm, desk, timing: await timingOn(orm), open }
}

async function timingOn(orm: Orm): Promise<Timing> {
  const world: World = {
    desks: await bigDesks(),
    accountOf: (platform) => (platform === 'slack' ? 'T0BENCH' : '700001'),
    ids: idsOf('a-secret-of-the-bench-a-secret-of-the-bench'),
    log: logTo('silent', false),
  }
  return { store: storeOf({ orm, realNow: () => new Date() }), world, platforms: new Map() }
}

let deeds = 0
/** Databases that were kept have heard the words and tags of earlier runs. */
const RUN = Date.now().toString(36)

/** Goes one path once. Resolves with how long until people, or whoever asked, have what they wait for (ms). */
export async function go(ground: Ground, stand: Stand, path: PathName): Promise<number> {
  if (path === 'all sweeps, once') return timed(() => sweep(stand.timing, (timer) => !isHourly(timer)))
  if (path === 'audit and retention, once') return timed(() => sweep(stand.timing, isHourly))
  if (path === 'the page of metrics') return timed(() => metricsOf(stand.desk))
  deeds += 1
  return ground.deed(stand.desk, deedOf(path, stand, deeds))
}

type Deedless = 'all sweeps, once' | 'audit and retention, once' | 'the page of metrics'

function deedOf(path: Exclude<PathName, Deedless>, stand: Stand, n: number) {
  const ticket = stand.open[n % stand.open.length]
  if (!ticket) throw new Error('no ticket to write in')
  const mark = `mark${RUN}x${n}e`
  const posted = { methods: ['chat.postMessage'], words: mark }
  switch (path) {
    case 'open a ticket':
      return { ...told(`U0F${2 + (n % 8) * 2}`, `The ${mark} lamp over my table is dark`), awaits: posted }
    case 'a requester’s reply':
      return said({ platform: 'slack', chat: HELP, thread: ticket.thread, user: REQUESTER }, mark, posted)
    case 'an agent’s reply':
      return said(
        { platform: 'slack', chat: ticket.triageChat, thread: ticket.triageThread, user: AGENT },
        mark,
        posted,
      )
    case 'card update':
      return { ...told(AGENT, `tag ${ticket.key} ${mark}`), awaits: { methods: ['chat.update'], words: mark } }
    case 'look-up by key':
      return whispered(REQUESTER, `status ${ticket.key}`)
    case 'my list':
      return whispered(REQUESTER, 'list')
    case 'company list':
      return whispered(REQUESTER, 'company')
    case 'agents’ queues':
      return whispered(AGENT, ['mine', 'unassigned', 'due', 'waiting'][n % 4] ?? 'mine')
    case 'Home tab':
      return {
        writer: { platform: 'slack' as const, chat: HELP, user: AGENT },
        doing: { does: 'home' as const },
        awaits: { methods: ['views.publish'], words: AGENT },
      }
    case 'search: a rare word':
      return whispered(AGENT, `find ${looked.rare}`)
    case 'search: in 1 % of messages':
      return whispered(AGENT, `find ${looked.seldom}`)
    case 'search: in half of all messages':
      return whispered(AGENT, `find ${looked.often}`)
    default:
      return path satisfies never
  }
}

function told(user: string, text: string) {
  return { writer: { platform: 'slack' as const, chat: HELP, user }, doing: { does: 'command' as const, text } }
}

function whispered(user: string, text: string): Pick<Deed, 'writer' | 'doing' | 'awaits'> {
  return { ...told(user, text), awaits: { methods: ['chat.postEphemeral'], words: user } }
}

function said(writer: Writer, mark: string, awaits: NonNullable<Deed['awaits']>) {
  return { writer, doing: { does: 'say' as const, text: `I have seen ${mark} again, what now` }, awaits }
}

/** Every one of these timers, once; those that ask a platform have none to ask here. */
async function sweep(timing: Timing, which: (timer: Timer) => boolean): Promise<void> {
  for (const timer of timers.filter(which)) await timer.run(timing, new Date())
}

/** These do a share of work each time, by design, and do not look for what is due. */
function isHourly({ everyMs }: Timer): boolean {
  return everyMs >= 3_600_000
}

async function metricsOf({ port }: Contestant): Promise<void> {
  const page = await fetch(`http://127.0.0.1:${port}/metrics`)
  if (!(await page.text()).includes('deskhand_database_up 1')) throw new Error('no page of metrics')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
