import type { Figures } from './report.ts'

/** The columns of a report, and what stands in each: times in seconds, of business time unless they are on the wall, shares from 0 to 1. */
const columns: Readonly<Record<string, (figures: Figures) => number | null>> = {
  opened: ({ opened }) => opened,
  resolved: ({ resolved }) => resolved,
  backlog: ({ backlog }) => backlog,
  ...ofMetric('first_response', 'first-response'),
  ...ofMetric('next_response', 'next-response'),
  ...ofMetric('resolution', 'resolution'),
  ratings: ({ ratings }) => ratings.count,
  rating_average_of_5: ({ ratings }) => rounded(ratings.average, 2),
}

/** A report as a table: a head, everything together, then each group. */
export function tableOf(report: {
  all: Figures
  groups: readonly { by: string; id: string | null; name: string; figures: Figures }[]
}): (string | number | null)[][] {
  const figuresIn = (figures: Figures) => Object.values(columns).map((value) => value(figures))
  return [
    ['by', 'id', 'name', ...Object.keys(columns)],
    ['all', null, null, ...figuresIn(report.all)],
    ...report.groups.map(({ by, id, name, figures }) => [by, id, name, ...figuresIn(figures)]),
  ]
}

function ofMetric(name: string, metric: keyof Figures['metrics']): typeof columns {
  return {
    [`${name}_met`]: ({ metrics }) => metrics[metric].met,
    [`${name}_breached`]: ({ metrics }) => metrics[metric].breached,
    [`${name}_cancelled`]: ({ metrics }) => metrics[metric].cancelled,
    [`${name}_share_met`]: ({ metrics }) => rounded(metrics[metric].share, 4),
    [`${name}_median_s`]: ({ metrics }) => seconds(metrics[metric].medianMs),
    [`${name}_p90_s`]: ({ metrics }) => seconds(metrics[metric].p90Ms),
    [`${name}_no_reply_needed`]: ({ metrics }) => metrics[metric].noReplyNeeded,
    [`${name}_late_median_s`]: ({ metrics }) => seconds(metrics[metric].lateMs),
    [`${name}_late_on_the_wall_median_s`]: ({ metrics }) => seconds(metrics[metric].lateOnTheWallMs),
  }
}

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000))

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits))
}
