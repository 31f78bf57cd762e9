import type { FluentResource, Message } from '@fluent/bundle'
import { madeOnce } from './made-once.ts'

type Element = Exclude<NonNullable<Message['value']>, string>[number]
type Expression = Exclude<Element, string>
export type Select = Extract<Expression, { type: 'select' }>

/** The plural categories (CLDR) this language (BCP 47) has, sorted. */
export const formsOf: (language: string) => readonly string[] = madeOnce((language) =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted(),
)

/**
 * The message without a form that its language has: a word for two where three need another. Fluent would take the
 * default form, wrong words in the right language; such a message is left out, and the sentence is English.
 */
export function lacksForm({ value }: FluentResource['body'][number], language: string): boolean {
  const needed = formsOf(language)
  return selectsIn(value)
    .filter(byNumber)
    .some((select) => needed.some((form) => !categoriesOf(select).includes(form)))
}

/** Every choice in a pattern, also those inside another's variants. */
export function selectsIn(pattern: Message['value']): Select[] {
  if (pattern === null || typeof pattern === 'string') return []
  return pattern.flatMap((element) => {
    if (typeof element === 'string' || element.type !== 'select') return []
    return [element, ...element.variants.flatMap(({ value }) => selectsIn(value))]
  })
}

/** A fact by itself chooses by its number; `WORD($fact)` by its word. */
export function byNumber({ selector }: Select): boolean {
  return selector.type === 'var'
}

/** The variants by category; those for an exact number (`[0]`) stand beside them. */
export function categoriesOf({ variants }: Select): string[] {
  return variants.flatMap(({ key }) => (key.type === 'str' ? [key.value] : [])).toSorted()
}
