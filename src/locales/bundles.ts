import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Fact } from './facts.ts'
import { lacksForm } from './forms.ts'
import { keep, WORD } from './kept.ts'

/** What is said in each language (BCP 47). */
export type Bundles = ReadonlyMap<string, FluentBundle>

const shipped = new Map(bundlesIn(new URL('./', import.meta.url)))

/** The languages there are sentences in. */
export const languages: readonly string[] = [...shipped.keys()]

/** A language is one file of a folder: `<language>.ftl`. What cannot be read in it is left out, and said in English. */
export function bundlesIn(folder: URL): Bundles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ftl'))
  return new Map(
    names.map((name) => {
      const language = name.slice(0, -'.ftl'.length)
      return [language, bundleOf(language, new FluentResource(readFileSync(new URL(name, folder), 'utf8')))]
    }),
  )
}

/** The sentences of one more language, which is in no file: a test brings one. */
export function learn(language: string, sentences: FluentResource): void {
  shipped.set(language, bundleOf(language, sentences))
}

function bundleOf(language: string, sentences: FluentResource): FluentBundle {
  // No isolating marks of Fluent's own: `fill.ts` puts them where they may stand.
  const bundle = new FluentBundle(language, { useIsolating: false, functions: { WORD } })
  sentences.body = sentences.body.filter((message) => !lacksForm(message, language))
  bundle.addResource(sentences)
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
 * a missing or broken translation, or one without a plural form of its language, never breaks anything. Undefined
 * where not even English has it.
 */
export function marked(
  key: string,
  facts: Readonly<Record<string, Fact>>,
  language: string,
  bundles: Bundles = shipped,
): Marked | undefined {
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
