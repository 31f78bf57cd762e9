import type { Desk } from './desk/desk.ts'
import { quarterOf, type Release, releaseOf, releaseText } from './release.ts'
import type { Ticket } from './ticket/ticket.ts'

/** A ticket and for when its answer is planned. */
export interface Planned {
  ticket: Ticket
  release: Release
}

export interface RoadmapPart {
  /** `2026-Q4`, or `2027` for what names no quarter. */
  when: string
  planned: Planned[]
}

/** Ids of the fields in which the desk says for when something is planned; none: it has no roadmap. */
export function releaseFields(desk: Pick<Desk, 'types'>): string[] {
  const fields = desk.types.flatMap((type) => [...type.fields, ...type.agentFields])
  return [...new Set(fields.filter(({ kind }) => kind === 'release').map(({ id }) => id))]
}

/** For when this ticket is planned; undefined where nobody has said. */
export function plannedFor(desk: Pick<Desk, 'types'>, ticket: Pick<Ticket, 'fields'>): Release | undefined {
  for (const id of releaseFields(desk)) {
    const release = releaseOf([ticket.fields[id] ?? ''].flat().join(' '))
    if (release) return release
  }
  return undefined
}

/**
 * What is planned from the quarter of `today` (`2026-11-23`) on, or in one year: by quarter, what names none after the
 * quarters of its year, and within a part as the desk's own words sort (`sprint 2` before `sprint 10`).
 */
export function roadmap(planned: readonly Planned[], over: { today: string } | { year: number }): RoadmapPart[] {
  const wanted = planned.filter(({ release }) =>
    'year' in over ? release.year === over.year : lies(release, over.today),
  )
  const sorted = wanted.toSorted(
    (one, other) =>
      one.release.year - other.release.year ||
      (one.release.quarter ?? 5) - (other.release.quarter ?? 5) ||
      one.release.part.localeCompare(other.release.part, 'en', { numeric: true }) ||
      one.ticket.key.localeCompare(other.ticket.key, 'en', { numeric: true }),
  )
  const parts = new Map<string, Planned[]>()
  for (const one of sorted) {
    const when = releaseText({ ...one.release, part: '' })
    parts.set(when, [...(parts.get(when) ?? []), one])
  }
  return [...parts].map(([when, those]) => ({ when, planned: those }))
}

/** Not past by the end of the quarter it names. */
function lies({ year, quarter }: Release, today: string): boolean {
  const now = quarterOf(today)
  return year > now.year || (year === now.year && (quarter ?? 4) >= now.quarter)
}
