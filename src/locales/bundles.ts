import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Fact } from './facts.ts'
import { keep, WORD } from './kept.ts'

/** A language is one file here: `<language>.ftl`. */
const folder = new URL('./', import.meta.url)

const bundles: ReadonlyMap<string, FluentBundle> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .map((name) => [name.slice(0, -'.ftl'.length), bundleOf(name)]),
)

/** The languages there are sentences in. */
export const languages: readonly string[] = [...bundles.keys()]

function bundleOf(name: string): FluentBundle {
  // No isolating marks: the platforms show them as stray characters in buttons and in what people copy.
  const bundle = new FluentBundle(name.slice(0, -'.ftl'.length), { useIsolating: false, functions: { WORD } })
  bundle.addResource(new FluentResource(readFileSync(new URL(name, folder), 'utf8')))
  return bundle
}

/** A sentence in Markdown with a mark for each fact, and what the marks stand for. */
export interface Marked {
  markdown: string
  written: readonly string[]
  /** The language it is in: the one asked for, or what stands in for it. */
  language: string
}

/**
 * The sentence in this language, else in the same language of nowhere in particular (`pt-BR` → `pt`), else in English:
 * a missing or broken translation never breaks anything. Undefined where not even English has it.
 */
export function marked(key: string, facts: Readonly<Record<string, Fact>>, language: string): Marked | undefined {
  for (const candidate of [language, language.split('-')[0] ?? language, 'en']) {
    const bundle = bundles.get(candidate)
    const pattern = bundle?.getMessage(key)?.value
    if (!bundle || !pattern) continue
    const { kept, written } = keep(facts, candidate)
    const errors: Error[] = []
    const markdown = bundle.formatPattern(pattern, kept, errors)
    if (errors.length === 0) return { markdown, written, language: candidate }
  }
  return undefined
}
