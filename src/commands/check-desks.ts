import { hoursNow } from '../acts/promises.ts'
import { type DeskWarning, type Env, readDesks } from '../desks.ts'
import { dueAfter } from '../domain/calendar.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { DeskFault } from '../domain/desk/fault.ts'
import type { Platform } from '../domain/desk/platform-id.ts'
import { defaultPriority, fieldsOf, label } from '../domain/desk/questions.ts'
import type { Role } from '../domain/desk/roles.ts'
import { startParameter } from '../domain/desk/start-link.ts'
import { hoursAndMinutes } from '../domain/duration-ms.ts'
import { instantOf, localTime } from '../domain/local-time.ts'
import { policyOf } from '../domain/policy.ts'
import { silentIn } from '../domain/silence.ts'
import { type FactsOf, type Key, words } from '../locales/index.ts'

/**
 * `npm run desk -- check`: reads all desk files of these paths and says what each desk would do, or what is wrong
 * where. Lines are for whoever runs the desk, in English. `absent`: platforms without a token.
 */
export async function checkDesks(
  paths: readonly string[],
  env: Env,
  absent?: ReadonlySet<Platform>,
): Promise<{ lines: string[]; ok: boolean }> {
  try {
    const { desks, warnings } = await readDesks(paths, env, absent)
    const lines = [
      ...desks.flatMap(describe),
      ...warnings.map(warningLine),
      ...desks.flatMap(slowerPlans),
      say('operator-all-well', { count: desks.length }),
    ]
    return { lines, ok: true }
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    return { lines: [...error.message.split('\n'), say('operator-faults', { count: error.faults.length })], ok: false }
  }
}

/** A warning of `readDesks` as a line for the operator. */
export function warningLine(warning: DeskWarning): string {
  if (warning.reason === 'channel-not-yet')
    return say('operator-channel-not-yet', { channel: warning.channel, desk: warning.desk })
  if (warning.reason === 'nobody-moves')
    return say('operator-nobody-moves', {
      desk: warning.desk,
      ways: warning.ways.join(', '),
      roles: warning.roles.join(', '),
    })
  if (warning.reason === 'rung-elsewhere')
    return say('operator-rung-elsewhere', {
      desk: warning.desk,
      rungs: warning.rungs.join(', '),
      platform: warning.works,
    })
  if (warning.reason === 'link-too-long')
    return say('operator-link-too-long', { desk: warning.desk, links: warning.links.join(', ') })
  return say('operator-platform-absent', { platform: warning.platform, lines: warning.lines.join(', ') })
}

function say<K extends Key>(key: K, facts: FactsOf<K>): string {
  return words(key, facts, 'en')
}

/** What a desk would do, the name first and the rest indented below it. */
function describe(desk: Desk): string[] {
  const head = say('operator-desk', { desk: desk.desk, prefix: desk.prefix, languages: desk.languages.join(', ') })
  const below = [
    ...places(desk),
    ...forms(desk),
    ...lifecycle(desk),
    ...people(desk),
    ...promises(desk),
    ...whenLate(desk),
  ]
  return [head, ...below.map((line) => `  ${line}`)]
}

function places(desk: Desk): string[] {
  const intake = desk.channels.slack?.intake ?? []
  return [
    say('operator-triage', { place: `${desk.triage.platform} ${desk.triage.chat}` }),
    ...(intake.length > 0 ? [say('operator-intake', { places: `slack ${intake.join(', ')}` })] : []),
    ...(desk.channels.telegram ? [say('operator-telegram-intake', {}), links(desk)] : []),
    ...desk.routing.map(({ when, to }) => {
      const conditions = Object.entries(when).map(([key, values]) => `${key} ${values.join('/')}`)
      return say('operator-route', { when: conditions.join(', '), place: to })
    }),
  ]
}

/** In the bot's place stands BOT: its name is Telegram's to tell. */
function links(desk: Desk): string {
  const forms = desk.types.map(({ id }) => startParameter(desk, id)).join(', ')
  return say('operator-links', { desk: startParameter(desk), forms })
}

/** A star marks what must be answered. */
function forms(desk: Desk): string[] {
  return desk.types.map((type) => {
    const everyTicket = fieldsOf(desk, type.id, {}).filter((field) => field.label === undefined)
    const fields = [...everyTicket, ...type.fields].map(
      ({ id, kind, required }) => `${id} (${kind})${required ? '*' : ''}`,
    )
    return say('operator-type', { type: `${type.id} “${label(type.label, 'en', desk)}”`, fields: fields.join(', ') })
  })
}

function lifecycle(desk: Desk): string[] {
  const moves = Object.entries(desk.moves).flatMap(([move, to]) => (to === undefined ? [] : [`${move} → ${to}`]))
  return [
    say('operator-priorities', {
      priorities: desk.priorities.map(({ id }) => id).join(', '),
      default: defaultPriority(desk).id,
    }),
    say('operator-statuses', { statuses: desk.statuses.map(({ id, stage }) => `${id} (${stage})`).join(', ') }),
    say('operator-moves', { moves: moves.join(', ') }),
    ...transitions(desk),
    say('operator-retention', { after: desk.retention.closedTickets }),
  ]
}

/** Nothing is said where any agent may move anywhere. */
function transitions({ transitions: ways }: Desk): string[] {
  if (!ways) return []
  const moves = ways.map(({ from, to, by, requires }) => {
    const needs = requires.length > 0 ? `, requires ${requires.join('/')}` : ''
    return `${from} → ${to} (${by.join('/')}${needs})`
  })
  return [say('operator-transitions', { moves: moves.join(', ') || '–' })]
}

function people(desk: Desk): string[] {
  const roles = desk.roles.filter(({ id }) => id !== 'requester')
  return [
    ...roles.map((role) => say('operator-role', { role: role.id, who: whoHas(role), may: role.may.join(', ') })),
    ...(desk.assign === 'none' ? [] : [say('operator-assign', { how: desk.assign })]),
    ...organisations(desk),
    desk.reply === 'direct' ? say('operator-reply-direct', {}) : say('operator-reply-explicit', {}),
  ]
}

/** Said where it is anything at all. */
function organisations({ organisations: { required, seeAll, write, share } }: Desk): string[] {
  if (!required && !seeAll && !share) return []
  const word = (yes: boolean) => say(yes ? 'answer-yes' : 'answer-no', {})
  const facts = { required: word(required), see: word(seeAll), write: word(write), share: word(share) }
  return [say('operator-organisations', facts)]
}

function whoHas({ who }: Role): string {
  const named = [
    ...who.slack,
    ...who.telegram,
    ...who.slackGroup.map((id) => say('operator-who-group', { id })),
    ...[...who.slackMembersOf, ...who.telegramMembersOf].map((id) => say('operator-who-members', { id })),
  ]
  return named.length > 0 ? named.join(', ') : say('operator-who-nobody', {})
}

/** Asked on this Friday afternoon: over a weekend hours show what they mean. */
const FRIDAY = { date: '2026-11-20', time: '16:00' }

/** What each plan promises, worked out once. */
function promises(desk: Desk): string[] {
  const { zone } = desk
  const from = instantOf(FRIDAY.date, FRIDAY.time, zone)
  if (!from) return []
  return Object.entries(policyOf(desk).plans).flatMap(([plan, { calendar, calendars = {}, targets }]) => [
    ...Object.entries(targets).flatMap(([priority, { firstResponse, nextResponse, resolution }]) => {
      const target = firstResponse ?? nextResponse ?? resolution
      const due = target && dueAfter(hoursNow(desk, calendar), from.getTime(), target, [])
      if (!target || !due) return []
      const facts = { plan, priority, calendar, target: hoursAndMinutes(target) }
      return say('check-plan', { ...facts, from: localTime(from, zone), due: localTime(new Date(due), zone) })
    }),
    ...Object.entries(calendars).map(([category, its]) => say('why-category', { category, calendar: its, plan })),
  ])
}

/** What the clock does when agents are late, the requester is silent, or all is done. */
function whenLate(desk: Desk): string[] {
  const { escalation, silence, rating } = desk
  const rungs = escalation.map(({ after, tell, repeat }) => `${after} ${tell}${repeat ? ` (repeat ${repeat})` : ''}`)
  const word = (yes: boolean) => say(yes ? 'answer-yes' : 'answer-no', {})
  return [
    ...(rungs.length > 0 ? [say('operator-escalation', { rungs: rungs.join(', ') })] : []),
    ...silence.map((rule) => {
      const { anchor, steps, within } = rule
      const named = steps.map(({ after, do: does }) => `${after} ${does}`).join(', ')
      return say('operator-silence', {
        anchor,
        statuses: silentIn(rule, desk).join('/'),
        steps: `${named}${within === undefined ? '' : ` (within ${within})`}`,
      })
    }),
    ...(rating
      ? [
          say('operator-rating', {
            scale: rating.scale,
            after: rating.after,
            expires: rating.expires,
            again: word(rating.remind > 0),
            closed: word(rating.onAutomaticClose),
          }),
        ]
      : []),
  ]
}

/** Plans stand in the file from the highest down: one that promises less than one below it is a slip of the pen. */
function slowerPlans(desk: Desk): string[] {
  const plans = Object.entries(policyOf(desk).plans)
  return plans.flatMap(([plan, higher], index) =>
    Object.entries(higher.targets).flatMap(([priority, target]) =>
      (['firstResponse', 'nextResponse', 'resolution'] as const).flatMap((promise) => {
        const ours = { calendar: higher.calendar, target: target[promise] }
        return plans.slice(index + 1).flatMap(([lower, below]) => {
          const theirs = { calendar: below.calendar, target: below.targets[priority]?.[promise] }
          return isSlower(desk, ours, theirs)
            ? say('check-slower', { desk: desk.desk, plan, lower, priority, promise })
            : []
        })
      }),
    ),
  )
}

interface Promised {
  calendar: string
  /** ms; undefined: nothing is promised */
  target: number | undefined
}

/** On one calendar the longer takes longer; on two, where at no hour of a week it is due sooner, and at some later. */
function isSlower(desk: Desk, ours: Promised, theirs: Promised): boolean {
  const [long, short] = [ours.target, theirs.target]
  if (long === undefined || short === undefined) return false
  if (ours.calendar === theirs.calendar) return long > short
  const from = instantOf(FRIDAY.date, FRIDAY.time, desk.zone)
  if (!from) return false
  const hours = Array.from({ length: 7 * 24 }, (_, hour) => from.getTime() + hour * 3_600_000)
  const later = hours.map((at) => dueAt(desk, ours.calendar, long, at) - dueAt(desk, theirs.calendar, short, at))
  return later.every((ms) => ms >= 0) && later.some((ms) => ms > 0)
}

/** Infinity: never, as its calendar is never open. */
function dueAt(desk: Desk, calendar: string, target: number, at: number): number {
  return dueAfter(hoursNow(desk, calendar), at, target, []) ?? Infinity
}
