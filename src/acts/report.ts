import type { Desk } from '../domain/desk/desk.ts'
import { called, label, languageFor } from '../domain/desk/questions.ts'
import {
  type Figures,
  type Grouping,
  groupings,
  type Period,
  type Report,
  type ReportedTicket,
  reportOn,
} from '../domain/report.ts'
import { asOf, type Rules } from '../domain/sla.ts'
import { type Fact, hour, type Sentence, say } from '../ports/content.ts'
import type { ReportRow } from '../ports/report.ts'
import type { Unit } from '../ports/store.ts'
import { rulesOf } from './promises.ts'
import type { World } from './world.ts'

/** So many tickets make one report, the newest: it must not hold the database up. */
const MOST = 20_000
/** So many groups of a kind are told in chat; the CSV has them all. */
const MOST_TOLD = 12

/** A report with the names its groups go by. */
export interface NamedReport extends Report {
  period: Period
  groups: readonly (Report['groups'][number] & { name: string })[]
  /** When the first of the tickets it is about was opened; null: it is about none. */
  firstOpenedAt: Date | null
  /** There were more tickets than one report takes. */
  cut: boolean
}

/** What a period was like for these desks, as things stand at the unit's hour. `language`: of the names. */
export async function gatherReport(
  unit: Unit,
  world: World,
  desks: readonly Desk[],
  period: Period,
  language: string,
): Promise<NamedReport> {
  const ids = desks.map(({ desk }) => desk)
  const rows = await unit.reports.tickets(ids, new Date(period.from), new Date(period.to), MOST)
  const report = reportOn(await reported(unit, world, rows), period)
  const people = await unit.people.byIds([...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))])
  const named = report.groups.map((group) => ({ ...group, name: nameOf(group) }))
  const [firstOpenedAt = null] = rows
    .map(({ openedAt }) => openedAt)
    .toSorted((one, other) => Number(one) - Number(other))
  return { ...report, period, groups: named, firstOpenedAt, cut: rows.length === MOST }

  function nameOf({ by, id }: Report['groups'][number]): string {
    if (id === null) return ''
    if (by === 'agent') return people.get(id)?.name ?? ''
    const [deskId = '', thing = ''] = id.split(' ')
    const desk = desks.find((one) => one.desk === deskId)
    if (by === 'desk' && desk) return label(desk.name, languageFor(desk, language), desk)
    if (by !== 'type' && by !== 'priority' && by !== 'category') return id
    return desk ? called(desk, by, thing, languageFor(desk, language)) : thing
  }
}

async function reported(unit: Unit, world: World, rows: readonly ReportRow[]): Promise<ReportedTicket[]> {
  const known = new Map<string, Rules>()
  const now = unit.now.getTime()
  const tickets: ReportedTicket[] = []
  for (const { judged, ...row } of rows) {
    const key = `${row.deskId} ${judged?.policy ?? ''}`
    const rules = known.get(key) ?? (await rulesOf(unit, world, row.deskId, judged?.policy ?? null))
    known.set(key, rules)
    tickets.push({ ...row, rules, clocks: judged ? asOf(judged.keeping, now, rules).clocks : [] })
  }
  return tickets
}

/** A report in sentences. `zone`: of the hours in it. */
export function reportSentences({ all, groups, period, cut }: NamedReport, zone: string): Sentence[] {
  const told = groupings.flatMap((by) => {
    const its = groups.filter((group) => group.by === by)
    // One desk, one plan or one type alone says what stands above already; who has no tags hears nothing of tags.
    if (its.length < (by === 'agent' || by === 'tag' ? 1 : 2)) return []
    const lines = its.slice(0, MOST_TOLD).map(({ name, figures }) => groupLine(name, figures))
    const more = its.length - lines.length
    return [headings[by], ...lines, ...(more > 0 ? [say('report-more', { count: more })] : [])]
  })
  return [
    say('report-head', { from: hour(period.from, zone), to: hour(period.to, zone), zone }),
    say('report-volume', { opened: all.opened, resolved: all.resolved, backlog: all.backlog }),
    ...promiseLines(all),
    say('report-rating', { average: average(all), count: all.ratings.count }),
    ...told,
    ...(cut ? [say('report-cut', { count: MOST })] : []),
  ]
}

const headings: Record<Grouping, Sentence> = {
  desk: say('report-by-desk', {}),
  type: say('report-by-type', {}),
  priority: say('report-by-priority', {}),
  category: say('report-by-category', {}),
  tag: say('report-by-tag', {}),
  plan: say('report-by-plan', {}),
  agent: say('report-by-agent', {}),
}

function promiseLines({ metrics }: Figures): Sentence[] {
  return (['first-response', 'next-response', 'resolution'] as const).map((promise) => {
    const { medianMs, p90Ms, share, met, breached, cancelled, noReplyNeeded } = metrics[promise]
    return say('report-promise', {
      promise,
      median: time(medianMs),
      p90: time(p90Ms),
      share: percent(share),
      met,
      breached,
      // The table tells the two apart.
      cancelled: cancelled + noReplyNeeded,
    })
  })
}

function groupLine(name: string, figures: Figures): Sentence {
  const { opened, resolved, backlog, metrics } = figures
  const facts = {
    opened,
    resolved,
    backlog,
    first: time(metrics['first-response'].medianMs),
    share: percent(metrics['first-response'].share),
    solved: time(metrics.resolution.medianMs),
    average: average(figures),
  }
  return name === '' ? say('report-group-nobody', facts) : say('report-group', { name, ...facts })
}

/** Where there is nothing to tell. */
const NONE = '–'

const time = (ms: number | null): Fact => (ms === null ? NONE : { ms })
const percent = (share: number | null): Fact => (share === null ? NONE : { share })
const average = ({ ratings }: Figures): Fact => (ratings.average === null ? NONE : Number(ratings.average.toFixed(1)))
