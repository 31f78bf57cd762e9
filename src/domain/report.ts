import type { Clock, Instant, Metric } from './clock.ts'
import { outcomeOf, type Rules, usedMs } from './sla.ts'
import type { Rating, Ticket } from './ticket/ticket.ts'

/** A ticket as a report looks at it; its clocks as they stand when the report is made. */
export interface ReportedTicket
  extends Pick<
    Ticket,
    | 'deskId'
    | 'type'
    | 'priority'
    | 'category'
    | 'tags'
    | 'plan'
    | 'assigneeId'
    | 'openedAt'
    | 'resolvedAt'
    | 'stage'
    | 'rating'
  > {
  clocks: readonly Clock[]
  rules: Rules
}

/** [from, to) in UTC ms. */
export interface Period {
  from: Instant
  to: Instant
}

/** What became of one promise (sla.md S25). Times: business time in ms, of clocks that were stopped. */
export interface MetricFigures {
  met: number
  breached: number
  /** Left out of everything else: merged, spam, a duplicate. */
  cancelled: number
  /** Left out as well, and counted apart: somebody said that no answer was needed (sla.md S11). */
  noReplyNeeded: number
  /** met / (met + breached), from 0 to 1; null: nothing was promised yet. */
  share: number | null
  medianMs: number | null
  p90Ms: number | null
  /** By how much those that were broken were late, when they were stopped: the median in business time and on the wall. */
  lateMs: number | null
  lateOnTheWallMs: number | null
}

/** How a period was, of all tickets or of one group of them. */
export interface Figures {
  /** Opened in the period. */
  opened: number
  /** Resolved in the period, and still. */
  resolved: number
  /** Neither resolved nor closed when the report is made. */
  backlog: number
  metrics: Readonly<Record<Metric, MetricFigures>>
  /** Scores given in the period; the average as if all were from 1 to 5, null: none. */
  ratings: { count: number; average: number | null }
}

export const groupings = ['desk', 'type', 'priority', 'category', 'tag', 'plan', 'agent'] as const
export type Grouping = (typeof groupings)[number]

/** The same period over all tickets, and once more by each grouping. */
export interface Report {
  all: Figures
  /**
   * `id`: of a desk, type, priority, category, plan or person, or a tag; null: nobody. Of types, priorities and categories, `DESK TYPE`, for two
   * desks may call one thing alike. What has no category is in no group of them, what has several tags in several.
   */
  groups: readonly { by: Grouping; id: string | null; figures: Figures }[]
}

/** What a period was like. Tickets that have nothing to do with it change nothing. */
export function reportOn(tickets: readonly ReportedTicket[], period: Period): Report {
  const groups = groupings.flatMap((by) => {
    const members = new Map<string | null, ReportedTicket[]>()
    for (const ticket of tickets) {
      for (const id of idsIn(ticket, by)) members.set(id, [...(members.get(id) ?? []), ticket])
    }
    return [...members].map(([id, its]) => ({ by, id, figures: figuresOf(its, period) }))
  })
  return {
    all: figuresOf(tickets, period),
    groups: groups.toSorted(
      (one, other) => groupings.indexOf(one.by) - groupings.indexOf(other.by) || order(one, other),
    ),
  }
}

/** The busiest first; then by name, so that two reports read alike. */
function order(one: Report['groups'][number], other: Report['groups'][number]): number {
  const busier = other.figures.opened - one.figures.opened || other.figures.resolved - one.figures.resolved
  return busier || (one.id ?? '').localeCompare(other.id ?? '')
}

function idsIn(ticket: ReportedTicket, by: Grouping): readonly (string | null)[] {
  const { deskId, type, priority, category, tags, plan, assigneeId } = ticket
  switch (by) {
    case 'desk':
      return [deskId]
    case 'type':
      return [`${deskId} ${type}`]
    case 'priority':
      return [`${deskId} ${priority}`]
    case 'category':
      return category === null ? [] : [`${deskId} ${category}`]
    case 'tag':
      return tags
    case 'plan':
      return [plan]
    case 'agent':
      return [assigneeId]
    default:
      return by satisfies never
  }
}

function figuresOf(tickets: readonly ReportedTicket[], period: Period): Figures {
  const within = (at: Date | null): boolean => at !== null && isIn(at.getTime(), period)
  return {
    opened: tickets.filter(({ openedAt }) => within(openedAt)).length,
    resolved: tickets.filter((ticket) => within(ticket.resolvedAt) && !isDropped(ticket)).length,
    backlog: tickets.filter(({ stage }) => stage !== 'resolved' && stage !== 'closed').length,
    metrics: {
      'first-response': metricOf(tickets, period, 'first-response'),
      'next-response': metricOf(tickets, period, 'next-response'),
      resolution: metricOf(tickets, period, 'resolution'),
    },
    ratings: ratingsOf(
      tickets.flatMap(({ rating }) => (rating?.ratedAt && within(new Date(rating.ratedAt)) ? [rating] : [])),
    ),
  }
}

/** Spam, a duplicate, nothing to answer: nobody solved anything (sla.md S14). */
function isDropped({ clocks }: ReportedTicket): boolean {
  return clocks.some(({ cancelled }) => cancelled === 'dropped')
}

/** Clocks that began in the period; one that is overdue counts as broken before it is stopped. */
function metricOf(tickets: readonly ReportedTicket[], period: Period, metric: Metric): MetricFigures {
  const its = tickets.flatMap(({ clocks, rules }) =>
    clocks
      .filter((clock) => clock.metric === metric && isIn(clock.startedAt, period))
      .map((clock) => ({ clock, rules })),
  )
  const counted = (outcome: ReturnType<typeof outcomeOf>): number =>
    its.filter(({ clock }) => outcomeOf(clock) === outcome).length
  const [met, breached] = [counted('met'), counted('breached')]
  const ended = its.flatMap(({ clock, rules }) => {
    const { cancelled, stoppedAt, breachedAt } = clock
    if (cancelled !== null || stoppedAt === null) return []
    const used = usedMs(clock, stoppedAt, rules)
    if (breachedAt === null) return [{ used, late: [] }]
    // From one instant both: a change can break a promise long after the deadline it sets (sla.md S16).
    return [{ used, late: [{ open: used - usedMs(clock, breachedAt, rules), wall: stoppedAt - breachedAt }] }]
  })
  const late = ended.flatMap((one) => one.late)
  const used = ended.map((one) => one.used)
  const dropped = its.flatMap(({ clock }) => clock.cancelled ?? [])
  return {
    met,
    breached,
    cancelled: dropped.filter((why) => why !== 'no-reply-needed').length,
    noReplyNeeded: dropped.filter((why) => why === 'no-reply-needed').length,
    share: met + breached === 0 ? null : met / (met + breached),
    medianMs: quantile(used, 0.5),
    p90Ms: quantile(used, 0.9),
    lateMs: quantile(
      late.map(({ open }) => open),
      0.5,
    ),
    lateOnTheWallMs: quantile(
      late.map(({ wall }) => wall),
      0.5,
    ),
  }
}

/** Between two values: on the straight line between them. */
function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
}

function ratingsOf(ratings: readonly Rating[]): Figures['ratings'] {
  const scores = ratings.flatMap(({ score, scale }) => (score === null ? [] : [1 + ((score - 1) * 4) / (scale - 1)]))
  const sum = scores.reduce((all, score) => all + score, 0)
  return { count: scores.length, average: scores.length === 0 ? null : sum / scores.length }
}

function isIn(at: Instant, { from, to }: Period): boolean {
  return at >= from && at < to
}
