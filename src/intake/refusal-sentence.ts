import type { Refusal } from '../domain/refusal.ts'
import { isKey } from '../locales/index.ts'
import type { Sentence } from '../ports/content.ts'

/** Why a rule said no, as a sentence; the reader's language makes it words. */
export function refusalSentence(refusal: Refusal): Sentence {
  const key = `refusal-${refusal.reason}`
  if (!isKey(key)) throw new Error(`no sentence for ${key}`)
  return { key, facts: { ...refusal.facts } }
}
