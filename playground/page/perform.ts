import type { Fault } from '../faults.ts'
import type { Done, SlackWorld, Submitted } from '../slack/index.ts'
import type { TelegramWorld, Thing } from '../telegram/index.ts'
import type { PageAct, Trouble } from './act.ts'
import type { Worlds } from './index.ts'

/** What the person then sees: all went well; the desk failed; fields are wrong; or the platform would not let them. */
export type Performed =
  | { ok: true }
  | { ok: false; error: string }
  | { ok: false; errors: Record<string, string> }
  | { ok: false; says: string }

type Of<Prefix extends string> = Extract<PageAct, { act: `${Prefix}.${string}` }>

/** Does what somebody did on the page. What a person cannot do in the real thing is told, not thrown. */
export async function perform(worlds: Worlds, act: PageAct): Promise<Performed> {
  try {
    if (isOf(act, 'slack')) return seen(await inSlack(worlds.slack.world, act))
    if (isOf(act, 'telegram')) inTelegram(worlds.telegram.world, act)
    else if (isOf(act, 'clock')) return await moveClock(worlds, act)
    else stir(worlds, act)
    return { ok: true }
  } catch (error) {
    return { ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

function isOf<Prefix extends string>(act: PageAct, prefix: Prefix): act is Of<Prefix> {
  return act.act.startsWith(`${prefix}.`)
}

function seen(done: Done | Submitted | undefined): Performed {
  if (done === undefined || done.ok) return { ok: true }
  return 'errors' in done ? { ok: false, errors: done.errors } : { ok: false, error: done.error }
}

async function inSlack(world: SlackWorld, act: Of<'slack'>): Promise<Done | Submitted | undefined> {
  const { user } = act
  const channel = 'channel' in act ? (act.channel === 'direct' ? world.dm(user) : act.channel) : ''
  switch (act.act) {
    case 'slack.say': {
      const { text, thread, broadcast } = act
      const where = { ...(thread === undefined ? {} : { thread }), ...(broadcast === undefined ? {} : { broadcast }) }
      world.say(user, channel, { text, ...where })
      return undefined
    }
    case 'slack.edit':
      world.edit(user, channel, act.ts, act.text)
      return undefined
    case 'slack.remove':
      world.remove(user, channel, act.ts)
      return undefined
    case 'slack.react':
      world.react(user, channel, act.ts, act.emoji, { remove: act.remove ?? false })
      return undefined
    case 'slack.command':
      return world.command(user, channel, act.command, act.text)
    case 'slack.shortcut':
      return world.shortcut(user, channel, act.ts, act.callback)
    case 'slack.press': {
      const { option, person } = act
      const chosen = { ...(option === undefined ? {} : { option }), ...(person === undefined ? {} : { user: person }) }
      return world.press(user, channel, act.ts, act.what, chosen)
    }
    case 'slack.submit':
      return world.submitView(user, act.values)
    case 'slack.choose':
      return world.chooseInView(user, act.field, act.value)
    case 'slack.pressInView':
      return world.pressInView(user, act.action)
    case 'slack.close':
      return world.closeView(user)
    default:
      return act satisfies never
  }
}

function inTelegram(world: TelegramWorld, act: Of<'telegram'>): unknown {
  const { user } = act
  const where = { chat: 'chat' in act ? act.chat : undefined, thread: 'thread' in act ? act.thread : undefined }
  switch (act.act) {
    case 'telegram.start':
      return world.start(user)
    case 'telegram.write': {
      const thread = act.inNewTopic ? world.makeTopic(user) : where.thread
      return world.write(user, { ...where, thread, text: act.text, replyTo: act.replyTo })
    }
    case 'telegram.send':
      return world.send(user, thingOf(act.kind), where)
    case 'telegram.edit':
      return world.edit(user, act.message, act.text, where)
    case 'telegram.erase':
      return world.erase(user, act.message, where)
    case 'telegram.react':
      return world.react(user, act.message, act.emoji ?? undefined, where)
    case 'telegram.press':
      return world.press(user, act.message, act.button, where)
    case 'telegram.tap':
      return world.tap(user, act.label)
    case 'telegram.turnTopic':
      return world.turnTopic(user, act.chat, act.thread, act.closed)
    case 'telegram.deleteTopic':
      return world.deleteTopic(user, act.chat, act.thread)
    case 'telegram.makeTopic':
      return world.makeTopic(user, act.name)
    case 'telegram.topics':
      return world.setTopics(act.are === 'off' ? undefined : { theirs: act.are === 'theirs-too' })
    case 'telegram.block':
      return act.blocked ? world.block(user) : world.unblock(user)
    default:
      return act satisfies never
  }
}

/** A small stand-in of that kind. */
function thingOf(kind: Extract<PageAct, { act: 'telegram.send' }>['kind']): Thing {
  if (kind === 'location') return { location: { latitude: 59.3293, longitude: 18.0686 } }
  return { [kind]: {} } as unknown as Thing // one property of the union's names, with everything in it left out
}

function stir({ slack, telegram }: Worlds, act: Of<'trouble'>): void {
  if (act.act === 'trouble.clear') {
    slack.faults.clear()
    telegram.faults.clear()
    return
  }
  const { faults } = act.platform === 'slack' ? slack : telegram
  faults.arm(faultOf[act.trouble], act.times)
}

const faultOf: Record<Trouble, Fault> = {
  'too-many': { on: 'call', does: 'too-many', retryAfterSeconds: 3 },
  error: { on: 'call', does: 'error', status: 503 },
  drop: { on: 'call', does: 'drop' },
  'drop-after-accepting': { on: 'call', does: 'drop-after-accepting' },
  slow: { on: 'call', does: 'slow', ms: 4000 },
  double: { on: 'event', does: 'double', copies: 1 },
  reorder: { on: 'event', does: 'reorder', ms: 2000 },
}

const HOUR_MS = 3_600_000
const moves = { hour: { byMs: HOUR_MS }, day: { byMs: 24 * HOUR_MS }, next: { to: 'next' } } as const

/** The clock goes on, never back, and everything due by then happens at once. */
async function moveClock({ clock }: Worlds, { by }: Of<'clock'>): Promise<Performed> {
  const look = await clock?.move(moves[by])
  return look ? { ok: true } : { ok: false, says: 'The desk does not answer: its clock stands where it is.' }
}
