import { rulesOf } from '../acts/promises.ts'
import { deskById } from '../acts/world.ts'
import { traits } from '../adapter.ts'
import { type Clock, type Instant, isLive, isPaused } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { called, categoryOf, firstStatus, label, labelOr, languageFor, statusOf } from '../domain/desk/questions.ts'
import { type LedgerLine, ledgerOf } from '../domain/ledger.ts'
import { calendarOf } from '../domain/policy.ts'
import { asOf, dueOf, type Rules, usedMs } from '../domain/sla.ts'
import { split } from '../domain/text/split.ts'
import type { Text } from '../domain/text/text.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { phraseKept } from '../locales/index.ts'
import { type Fact, type Hour, hour, type Sentence, say } from '../ports/content.ts'
import { type Hearing, whisper } from './hearing.ts'

/** So many stretches of a clock are told one by one, the last ones. */
const MOST = 20

/** Why a ticket is due when it is: what is promised, and every stretch in which its clocks ran or stood still, and by which rule. */
export async function tellWhy(hearing: Hearing, ticket: Ticket): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const desk = deskById(world, ticket.deskId)
  const language = languageFor(desk, person.language)
  const judged = (await unit.tickets.standing(ticket.id))?.times.judged
  const rules = await rulesOf(unit, world, ticket.deskId, judged?.policy ?? null)
  const now = unit.now.getTime()
  const clocks = judged ? asOf(judged.keeping, now, rules).clocks : []
  const telling = { ticket, desk, language, rules, now }
  const told = toldOf(clocks)
  const sentences = told.flatMap((clock) => storyOf(telling, clock))
  const { key, plan } = ticket
  const priority = shownPriority(telling)
  const said = [
    say('why-head', { key, plan, priority, zone: desk.zone }),
    ...categorySentence(ticket, desk, rules, language),
    ...(sentences.length > 0
      ? sentences
      : [told.length > 0 ? say('why-asleep', { plan, priority }) : say('why-nothing', {})]),
  ]
  const children = said.flatMap((one) => phraseKept(one.key, one.facts, language).children)
  const text: Text = { type: 'root', children }
  const parts = split(text, traits[inbound.at.platform].partUnits)
  await unit.deliveries.owe(parts.map((part) => whisper(hearing, [{ text: part }])))
  return 'why-told'
}

/** Said where the plan counts other hours for the ticket's category than for the rest. */
function categorySentence(ticket: Ticket, desk: Desk, { policy }: Rules, language: string): Sentence[] {
  const { plan, category } = ticket
  const calendar = calendarOf(policy, ticket)
  if (category === null || calendar === undefined || calendar === policy.plans[plan]?.calendar) return []
  const its = categoryOf(desk, category)
  return [say('why-category', { plan, calendar, category: its ? label(its.label, language, desk) : category })]
}

/** The clock of each promise that counts now: the last one. */
function toldOf(clocks: readonly Clock[]): Clock[] {
  return [...new Map(clocks.map((clock) => [clock.metric, clock])).values()]
}

interface Telling {
  ticket: Ticket
  desk: Desk
  language: string
  rules: Rules
  now: Instant
}

function storyOf(telling: Telling, clock: Clock): Sentence[] {
  const { desk, rules, now } = telling
  const { metric, targetMs, calendar, startedAt } = clock
  const at = (instant: Instant): Hour => hour(instant, desk.zone)
  // What else is promised is told; that nothing is at all, once.
  if (targetMs === null) return []
  const target = { ms: targetMs }
  const head = say('why-clock', { promise: metric, target, calendar, since: at(startedAt) })
  if (clock.cancelled) return [head, say('why-cancelled', {})]
  const lines = ledgerOf(clock, rules, now)
  const shown = lines.slice(-MOST)
  return [
    head,
    ...dueSentence(telling, clock, at),
    ...(lines.length > MOST ? [say('why-earlier', { count: lines.length - MOST })] : []),
    ...shown.map((line) => segment(telling, line, at)),
    say('why-used', { used: { ms: usedMs(clock, now, rules) }, target }),
  ]
}

function dueSentence({ desk, language, rules }: Telling, clock: Clock, at: (instant: Instant) => Hour): Sentence[] {
  if (isPaused(clock)) {
    const status = clock.pauses.at(-1)?.because ?? ''
    return [say('why-paused', { status: shownStatus(desk, status, language) })]
  }
  const due = dueOf(clock, rules)
  if (due === undefined) return []
  if (!isLive(clock)) return [say('why-met', { stopped: at(clock.stoppedAt ?? due), due: at(due) })]
  return [clock.breachedAt === null ? say('why-due', { due: at(due) }) : say('why-late', { due: at(due) })]
}

function segment(
  { desk, language }: Telling,
  { from, to, state, because }: LedgerLine,
  at: (instant: Instant) => Hour,
): Sentence {
  const rule = ruleShown({ desk, language }, state, because ?? '')
  return say('why-segment', { from: at(from), to: at(to), state, because: rule, length: { ms: to - from } })
}

/** A pause by its status, a holiday by its day, hours by their calendar. */
function ruleShown(
  { desk, language }: Pick<Telling, 'desk' | 'language'>,
  state: LedgerLine['state'],
  because: string,
): Fact {
  if (state === 'holiday') return { day: because }
  return state === 'paused' ? shownStatus(desk, because, language) : because
}

function shownPriority({ desk, ticket, language }: Pick<Telling, 'desk' | 'ticket' | 'language'>): string {
  return called(desk, 'priority', ticket.priority, language)
}

function shownStatus(desk: Desk, id: string, language: string): string {
  // Solved tickets rest whatever the desk calls that.
  const status = statusOf(desk, id) ?? (id === 'resolved' ? firstStatus(desk, 'resolved') : undefined)
  return labelOr(id, status, language, desk)
}
