import { z } from 'zod'
import { isLanguage } from './language.ts'
import { by, words } from './shape.ts'

/** Words of the desk's own, per language; English is always there. */
export type Label = { en: string; [language: string]: string }

/** A text (then English) or a text per language. */
export const labelShape: z.ZodType<Label> = z.preprocess(
  (value) => (typeof value === 'string' ? { en: value } : value),
  z
    .object({ en: words })
    .catchall(words)
    .refine((label) => Object.keys(label).every(isLanguage), by('language')),
)

/**
 * The label as this reader sees it: their language, then the same language of another country, then the desk's own,
 * then English. `language` is BCP 47.
 */
export function label(of: Label, language: string, desk: { languages: readonly string[] }): string {
  const base = language.split('-')[0] ?? language
  const own = desk.languages[0] ?? 'en'
  return of[language] ?? of[base] ?? of[own] ?? of.en
}

/** The label of what an id names, as this reader sees it; the id itself, where the desk no longer knows it. */
export function labelOr(
  id: string,
  found: { label: Label } | undefined,
  language: string,
  desk: { languages: readonly string[] },
): string {
  return found ? label(found.label, language, desk) : id
}
