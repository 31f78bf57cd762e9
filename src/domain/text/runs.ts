import type { Inline } from './text.ts'

/** What a stretch of words looks like. `url` is the link it belongs to. */
export interface Look {
  strong: boolean
  emphasis: boolean
  delete: boolean
  code: boolean
  url: string | undefined
}

/**
 * Inlines laid out flat: what Slack's elements and Telegram's entities are made of. A `words` run is never empty and
 * holds no line feed; a `break` has no look, so that bold lines are bold line by line.
 */
export type Run =
  | ({ kind: 'words'; words: string } & Look)
  | ({ kind: 'mention'; id: string; name: string | undefined } & Look)
  | { kind: 'break' }

export const noLook: Look = { strong: false, emphasis: false, delete: false, code: false, url: undefined }

/** `words`: not empty, and without a line feed. Plain unless it is given a look. */
export function wordsRun(words: string, look: Look = noLook): Run {
  return { kind: 'words', words, ...look }
}

/** What a mention reads like: `@Name`, or `@id` where nobody knows a name. */
export function mentionWords(mention: { id: string; name?: string | undefined }): string {
  return `@${mention.name === undefined || mention.name === '' ? mention.id : mention.name}`
}

/** The runs of some inlines; neighbours of one look are one run. */
export function runsOf(inlines: readonly Inline[]): Run[] {
  return joined(inlines.flatMap((inline) => flat(inline, noLook)))
}

function flat(inline: Inline, look: Look): Run[] {
  switch (inline.type) {
    case 'text':
      return lines(inline.value, look)
    case 'inlineCode':
      return lines(inline.value, { ...look, code: true })
    case 'break':
      return [{ kind: 'break' }]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inline.children.flatMap((child) => flat(child, { ...look, [inline.type]: true }))
    case 'link':
      return flatLink(inline.url, inline.children, look)
    case 'mention':
      // A link around a mention keeps its target: the name is its label then.
      if (look.url !== undefined) return lines(mentionWords(inline), look)
      return [{ kind: 'mention', id: inline.id, name: inline.name, ...look, code: false }]
    default:
      return inline satisfies never
  }
}

function flatLink(url: string, children: readonly Inline[], look: Look): Run[] {
  const runs = children.flatMap((child) => flat(child, { ...look, url }))
  // Without a label the target would be lost: it is its own label.
  return runs.some((run) => run.kind === 'words') ? runs : [...lines(url, { ...look, url }), ...runs]
}

/** Words that may hold line feeds, as runs and breaks. */
export function lines(words: string, look: Look): Run[] {
  return words.split('\n').flatMap((line, index): Run[] => {
    const run: Run[] = line === '' ? [] : [wordsRun(line, look)]
    return index === 0 ? run : [{ kind: 'break' }, ...run]
  })
}

/** Neighbouring words of one look become one run; empty words go. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.kind === 'words' && run.words === '') continue
    if (run.kind === 'words' && last?.kind === 'words' && sameLook(last, run)) {
      result[result.length - 1] = { ...last, words: last.words + run.words }
    } else result.push(run)
  }
  return result
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.strong === b.strong && a.emphasis === b.emphasis && a.delete === b.delete && a.code === b.code && a.url === b.url
  )
}

/** The one tree for some runs: links outside, then strong, emphasis, delete, and the words within. */
export function inlinesOf(runs: readonly Run[]): Inline[] {
  return nest(joined(runs), 0)
}

const layers = ['url', 'strong', 'emphasis', 'delete'] as const

function nest(runs: readonly Run[], depth: number): Inline[] {
  const layer = layers[depth]
  if (layer === undefined) return runs.map(leaf)
  return groups(runs, layer).flatMap((group): Inline[] => {
    const inner = nest(group.runs, depth + 1)
    if (group.value === undefined || group.value === false) return inner
    if (layer === 'url') return [{ type: 'link', url: String(group.value), children: inner }]
    return [{ type: layer, children: inner }]
  })
}

function groups(runs: readonly Run[], layer: keyof Look): { value: string | boolean | undefined; runs: Run[] }[] {
  const result: { value: string | boolean | undefined; runs: Run[] }[] = []
  for (const run of runs) {
    const value = run.kind === 'break' ? undefined : run[layer]
    const last = result.at(-1)
    if (last !== undefined && last.value === value) last.runs.push(run)
    else result.push({ value, runs: [run] })
  }
  return result
}

function leaf(run: Run): Inline {
  if (run.kind === 'break') return { type: 'break' }
  if (run.kind === 'words') return { type: run.code ? 'inlineCode' : 'text', value: run.words }
  return run.name === undefined ? { type: 'mention', id: run.id } : { type: 'mention', id: run.id, name: run.name }
}
