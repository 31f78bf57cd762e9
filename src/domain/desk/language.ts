import { z } from 'zod'
import { by } from './shape.ts'

/** A language as BCP 47 writes it, e.g. `sv` or `pt-BR`. */
export function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
}

export const languagesShape = z.array(z.string().refine(isLanguage, by('language'))).min(1, by('empty'))

/**
 * Which of the desk's languages this person is spoken to in: theirs, the same of another country (`pt-BR` → `pt`),
 * else the desk's own. `wanted` is what their platform says (BCP 47), undefined where it says nothing.
 */
export function languageFor(desk: { languages: readonly string[] }, wanted: string | undefined): string {
  const own = desk.languages[0] ?? 'en'
  if (!wanted) return own
  const exact = desk.languages.find((language) => language.toLowerCase() === wanted.toLowerCase())
  return exact ?? desk.languages.find((language) => baseOf(language) === baseOf(wanted)) ?? own
}

function baseOf(language: string): string {
  return (language.split('-')[0] ?? language).toLowerCase()
}
