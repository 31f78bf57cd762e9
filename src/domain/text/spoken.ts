import { tellsUrl } from './link.ts'
import { joined, mentionWords, type Run, wordsRun } from './runs.ts'

/**
 * Runs with every mention, and every link that is not kept, turned into words: `@Name`, `label (url)` or the label
 * alone where it already tells the target.
 */
export function spoken(runs: readonly Run[], keeps: (url: string) => boolean): Run[] {
  return joined(
    byLink(runs).flatMap((group) => {
      const named = group.runs.map(nameMention)
      if (group.url === undefined || keeps(group.url)) return named
      return unlinked(named, group.url)
    }),
  )
}

/** Runs next to each other that lead to one place (or nowhere). */
export function byLink(runs: readonly Run[]): { url: string | undefined; runs: Run[] }[] {
  const result: { url: string | undefined; runs: Run[] }[] = []
  for (const run of runs) {
    const url = run.kind === 'break' ? undefined : run.url
    const last = result.at(-1)
    if (last !== undefined && last.url === url) last.runs.push(run)
    else result.push({ url, runs: [run] })
  }
  return result
}

function nameMention(run: Run): Run {
  return run.kind === 'mention' ? { ...run, kind: 'words', words: mentionWords(run) } : run
}

function unlinked(runs: readonly Run[], url: string): Run[] {
  const label = runs.map((run) => (run.kind === 'words' ? run.words : '')).join('')
  const words = runs.map((run): Run => (run.kind === 'break' ? run : { ...run, url: undefined }))
  return tellsUrl(label, url) ? words : [...words, wordsRun(` (${url})`)]
}

/** What the runs read like: spoken links and mentions, breaks as line feeds. */
export function plainOf(runs: readonly Run[]): string {
  return spoken(runs, () => false)
    .map((run) => (run.kind === 'words' ? run.words : '\n'))
    .join('')
}
