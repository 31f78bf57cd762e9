import { z } from 'zod'
import { type Answers, type Asking, fieldsOf, given } from './form.ts'
import { type Label, labelShape } from './label.ts'
import { id, strict } from './shape.ts'
import { typeOf } from './type.ts'

/** What is said of an answer too short to work with: a sentence of ours by its key (`hint-<key>`), or the desk's own words. */
export type HintSaid = { key: string } | { label: Label }

const saidShape: z.ZodType<HintSaid> = z.union([
  id.transform((key) => ({ key })),
  labelShape.transform((label) => ({ label })),
])

/** Field id → how many words it wants, and what is said where it has fewer. */
export const hintsShape = z.record(id, strict({ minWords: z.int().positive(), say: saidShape }))

export interface Hint {
  field: string
  say: HintSaid
}

/**
 * What would make this form easier to answer: a hint before it is sent, never a wall (desks.md §4). Fields that are
 * hidden, or not asked because a message stands for them (`asked`), get none.
 */
export function hintsFor(
  desk: Asking,
  typeId: string,
  answers: Answers,
  asked: (field: string) => boolean = () => true,
): Hint[] {
  const type = typeOf(desk, typeId)
  if (!type) return []
  const shown = new Set(fieldsOf(desk, typeId, answers).map((field) => field.id))
  return Object.entries(type.hints).flatMap(([field, { minWords, say }]) =>
    shown.has(field) && asked(field) && countWords(given(answers, field).join(' ')) < minWords ? [{ field, say }] : [],
  )
}

/** Runs of letters and digits: signs and dashes alone are no words, in any script. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}
