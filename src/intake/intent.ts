import type { World } from '../acts/world.ts'
import { type Address, type Answers, traits } from '../adapter.ts'
import { asksAfter } from '../domain/asks-after.ts'
import { TEXT_MAX } from '../domain/desk/answers.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { hintsFor } from '../domain/desk/hints.ts'
import { isNoise } from '../domain/noise.ts'
import { latinDigits } from '../domain/text/digits.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { toPlain } from '../domain/text/plain.ts'
import { split } from '../domain/text/split.ts'
import { plainText } from '../domain/text/text.ts'
import { TYPED_KEY } from '../domain/ticket/key.ts'
import { type Queue, queues } from '../ports/queues.ts'
import { deskAt, plainType } from './desk-of.ts'
import { type RelateIntent, relateIntent } from './relate/intent.ts'

/** What a command means: the same for the form shown at once and for the stored row handled after. */
export type Intent =
  /** `more`: of the words given what the description has no room for. */
  | { do: 'form'; desk: Desk | undefined; answers: Answers; more?: string | undefined }
  | { do: 'open'; desk: Desk; type: string; words: string }
  /** An agent asks for somebody else. */
  | { do: 'open-for'; deskId: string; type: string; whom: string; words: string }
  | { do: 'history'; key: string }
  /** Why a ticket is due when it is. */
  | { do: 'why'; key: string }
  /** How the last days were. */
  | { do: 'report'; over: 'week' | 'month'; csv: boolean }
  /** One ticket goes on in another. */
  | { do: 'merge'; key: string; into: string }
  /** When nobody should call the one who says so: `22-7`, `off`. */
  | { do: 'quiet'; hours: string }
  /** What an agent says of a ticket: a field by its name, then its value. */
  | { do: 'set'; key: string; words: string }
  /** Gives a ticket to whom their words name. */
  | { do: 'assign'; key: string; whom: string }
  /** What is planned for when. */
  | { do: 'roadmap'; year: number | undefined }
  /** One of an agent's lists. */
  | { do: 'queue'; which: Queue }
  | { do: 'find'; words: string }
  /** Brings others into a ticket, or oneself: people by platform id, a Telegram id or a key. */
  | { do: 'watch'; key: string; whom: string[] }
  | { do: 'unwatch'; key: string; whom: string[] }
  /** The language to speak to them in: a tag or a name, `auto`; empty: which there are. */
  | { do: 'language'; wanted: string }
  | { do: 'list' }
  /** What their organisation has asked. */
  | { do: 'company' }
  /** Lets a colleague in whom they name. */
  | { do: 'share'; key: string; whom: string }
  /** The address at work they say is theirs. */
  | { do: 'claim-email'; email: string }
  /** An agent speaks of customers' organisations. */
  | { do: 'organisation'; words: string }
  | { do: 'status'; key: string }
  | { do: 'close'; key: string | undefined }
  | { do: 'help' }
  | { do: 'start' }
  | { do: 'cancel' }
  /** Takes back the agent's last answer, right after it. */
  | { do: 'undo' }
  /** Takes back one's own message that it answers to. */
  | { do: 'delete' }
  | { do: 'greet-in-group' }
  /** A message of a ticket is to be a ticket of its own. */
  | { do: 'split-message' }
  | RelateIntent

const KEY = new RegExp(`^${TYPED_KEY}$`, 'i')

/**
 * `/ticket …` in Slack; in Telegram `/new`, `/tickets`, `/status KEY`, `/close`, `/help`, `/start`, `/cancel`, `/delete`, and
 * agents' `/mine`, `/merge`, `/link`, `/tag`, `/split` and the like; `/language` in both.
 */
export function intentOf(
  world: Pick<World, 'desks'>,
  command: { name: string; words: string; at: Address; people?: readonly string[] | undefined },
): Intent {
  const words = command.words.trim()
  const [first = '', second] = words.split(/\s+/)
  switch (command.name) {
    case 'new':
      return asking(world, command.at, words)
    case 'tickets':
      return first.toLowerCase() === 'company' ? { do: 'company' } : { do: 'list' }
    case 'share':
      return sharing(words) ?? { do: 'help' }
    case 'email':
      return { do: 'claim-email', email: words }
    case 'status':
      return words === '' ? { do: 'list' } : { do: 'status', key: first }
    case 'history':
      return words === '' ? { do: 'list' } : { do: 'history', key: first }
    case 'why':
      return words === '' ? { do: 'list' } : { do: 'why', key: first }
    case 'desk':
      if (/^orgs?$|^organi[sz]ations?$/i.test(first)) return { do: 'organisation', words: words.slice(first.length) }
      return first.toLowerCase() === 'quiet' ? { do: 'quiet', hours: words.slice(first.length).trim() } : { do: 'help' }
    case 'set':
      return words === '' ? { do: 'list' } : { do: 'set', key: first, words: words.slice(first.length).trim() }
    case 'assign':
      return words === '' ? { do: 'relate-how' } : { do: 'assign', key: first, whom: words.slice(first.length).trim() }
    case 'mine':
    case 'unassigned':
    case 'due':
    case 'waiting':
      return { do: 'queue', which: command.name }
    case 'find':
      return { do: 'find', words }
    case 'watch':
    case 'unwatch':
      return words === '' ? { do: 'list' } : watching(command.name, words, [])
    case 'roadmap':
      return { do: 'roadmap', year: /^\d{4}$/.test(latinDigits(first)) ? Number(latinDigits(first)) : undefined }
    case 'language':
      return { do: 'language', wanted: words }
    case 'close':
      return { do: 'close', key: words === '' ? undefined : first }
    case 'start':
      return { do: 'start' }
    case 'cancel':
      return { do: 'cancel' }
    case 'split':
      return words === '' ? { do: 'split-message' } : agentsWords(command.name, words)
    case 'tagged':
      return words === '' ? { do: 'relate-how' } : agentsWords('list', `tag:${first}`)
    case 'merge':
    case 'unmerge':
    case 'link':
    case 'unlink':
    case 'tag':
    case 'untag':
      return agentsWords(command.name, words)
    case 'report':
      return reportOver(/^month/i.test(first) ? 'month' : 'week', /\bcsv$/i.test(words))
    case 'undo':
      return { do: 'undo' }
    case 'delete':
      return { do: 'delete' }
    case 'start-in-group':
      return { do: 'greet-in-group' }
    case 'ticket':
      if (first.toLowerCase() === 'for' && second !== undefined) {
        return askingFor(world, command.at, words, command.people?.[0])
      }
      if (/^(un)?watch$/i.test(first) && second !== undefined && KEY.test(second)) {
        const verb = first.toLowerCase() === 'watch' ? 'watch' : 'unwatch'
        return watching(verb, words.slice(first.length).trim(), command.people ?? [])
      }
      return ofTicketCommand(world, command.at, words, first.toLowerCase(), second)
    default:
      return { do: 'help' }
  }
}

/** What agents say by a command of its own where commands have no words in front: as it would stand behind `/ticket`. */
function agentsWords(name: string, words: string): Intent {
  const said = `${name} ${words}`
  return mergeIntent(said) ?? relateIntent(said) ?? { do: 'relate-how' }
}

const reportOver = (over: 'week' | 'month', csv: boolean): Intent => ({ do: 'report', over, csv })

function mergeIntent(words: string): Intent | undefined {
  const [, key, into] = /^merge\s+(\S+)\s+(?:into\s+)?(\S+)$/i.exec(words) ?? []
  if (key === undefined || into === undefined || !KEY.test(key) || !KEY.test(into)) return undefined
  return { do: 'merge', key, into }
}

/** `KEY @kim`, `KEY Kim Berg`, `KEY with Kim Berg`. */
function sharing(words: string): Extract<Intent, { do: 'share' }> | undefined {
  const [, key, whom] = /^(\S+)\s+(?:with\s+)?(.+)$/i.exec(words) ?? []
  return key === undefined || whom === undefined ? undefined : { do: 'share', key, whom }
}

/** `KEY`, then whom: the people the platform names, for their mentions bear no id; others as they are written. */
function watching(verb: 'watch' | 'unwatch', words: string, mentioned: readonly string[]): Intent {
  const [key = '', ...named] = words.split(/\s+/)
  const whom = [...mentioned, ...named.filter((one) => !one.startsWith('@'))]
  const [first] = named
  return { do: verb, key, whom: [...new Set(whom.length === 0 && first !== undefined ? [first] : whom)] }
}

function ofTicketCommand(
  world: Pick<World, 'desks'>,
  at: Address,
  words: string,
  first: string,
  second: string | undefined,
): Intent {
  const alone = second === undefined
  const related = mergeIntent(words) ?? relateIntent(words)
  if (related) return related
  const [report, over, csv] = /^report(?:\s+(week|month))?(\s+csv)?$/i.exec(words) ?? []
  if (report !== undefined) return reportOver(over?.toLowerCase() === 'month' ? 'month' : 'week', csv !== undefined)
  const [, ofKey, field] = /^set\s+(\S+)\s+(.+)$/is.exec(words) ?? []
  if (ofKey !== undefined && field !== undefined && KEY.test(ofKey))
    return { do: 'set', key: ofKey, words: field.trim() }
  const [, given, whom = ''] = /^assign\s+(\S+)(?:\s+(.+))?$/i.exec(words) ?? []
  if (given !== undefined && KEY.test(given)) return { do: 'assign', key: given, whom: whom.trim() }
  const [map, year] = /^roadmap(?:\s+(\d{4}))?$/i.exec(latinDigits(words)) ?? []
  if (map !== undefined) return { do: 'roadmap', year: year === undefined ? undefined : Number(year) }
  const queue = alone ? queues.find((one) => one === first) : undefined
  if (queue !== undefined) return { do: 'queue', which: queue }
  if (first === 'find' && !alone) return { do: 'find', words: words.slice(first.length).trim() }
  if (first === 'list' && alone) return { do: 'list' }
  if (first === 'company' && alone) return { do: 'company' }
  const shared = first === 'share' ? sharing(words.slice(first.length).trim()) : undefined
  if (shared && KEY.test(shared.key)) return shared
  const [, email] = /^email\s+(\S+@\S+)$/i.exec(words) ?? []
  if (email !== undefined) return { do: 'claim-email', email }
  if (first === 'language' && (alone || words.split(/\s+/).length === 2)) {
    return { do: 'language', wanted: second ?? '' }
  }
  if (first === 'undo' && alone) return { do: 'undo' }
  if (first === 'help' && alone) return { do: 'help' }
  if (first === 'close' && (alone || KEY.test(second))) return { do: 'close', key: second }
  if (first === 'history' && second !== undefined && KEY.test(second)) return { do: 'history', key: second }
  if (first === 'why' && second !== undefined && KEY.test(second)) return { do: 'why', key: second }
  if (first === 'status' && second !== undefined && KEY.test(second)) return { do: 'status', key: second }
  if (alone && KEY.test(first)) return { do: 'status', key: first }
  const asked = asksAfter(
    words,
    world.desks.map(({ prefix }) => prefix),
  )
  if (asked !== undefined) return { do: 'status', key: asked }
  return asking(world, at, words)
}

/** Words that are enough for a ticket open it at once; everything else is asked for in a form. */
function asking(world: Pick<World, 'desks'>, at: Address, words: string): Intent {
  const desk = deskAt(world, at)
  const type = desk && plainType(desk)
  // A greeting is no question: the form asks what it is about.
  if (isNoise(plainText(words))) return { do: 'form', desk, answers: {} }
  const clear = desk && type !== undefined && hintsFor(desk, type, { subject: words, description: words }).length === 0
  if (words !== '' && clear && traits[at.platform].modals) return { do: 'open', desk, type, words }
  return { do: 'form', desk, ...inForm(words) }
}

/**
 * `for @kim words`, `for DEMO-7 words`, `for 7001 words`. Other words after `for` are a question like any. `mentioned`:
 * the platform's id of the person named, which the words themselves do not bear.
 */
function askingFor(world: Pick<World, 'desks'>, at: Address, words: string, mentioned: string | undefined): Intent {
  const [, named = '', rest = ''] = /^\S+\s+(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const whom = named.startsWith('@') ? mentioned : KEY.test(named) || /^\d{3,}$/.test(named) ? named : undefined
  if (whom === undefined && !named.startsWith('@')) return asking(world, at, words)
  const desk = deskAt(world, at)
  const type = desk && plainType(desk)
  if (rest !== '' && desk && type !== undefined) {
    return { do: 'open-for', deskId: desk.desk, type, whom: whom ?? named, words: rest }
  }
  const field = named.startsWith('@') ? 'for-whom' : 'for-whom-other'
  const { answers, more } = inForm(rest)
  return { do: 'form', desk, answers: { ...answers, ...(whom !== undefined && { [field]: whom }) }, more }
}

/** What words given with a command answer of the form; those too many for an answer go on behind it. */
function inForm(words: string): Pick<Extract<Intent, { do: 'form' }>, 'answers' | 'more'> {
  if (words === '') return { answers: {} }
  const subject = firstLine(plainText(words), SUBJECT_MAX)
  if (words.length <= TEXT_MAX) return { answers: { subject, description: words } }
  const [description = '', ...more] = split(plainText(words), TEXT_MAX).map(toPlain)
  return { answers: { subject, description }, more: more.join('\n') }
}
