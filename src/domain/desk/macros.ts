import { z } from 'zod'
import { type Label, labelShape } from './label.ts'
import { by, id, strict } from './shape.ts'

/** What stands in braces, whatever it is. */
const BRACES = /\{([^{}]*)\}/g
const BLANK = /^[a-z][a-z0-9-]*$/

const textShape = labelShape.refine(
  (text) => Object.values(text).every((words) => namesIn(words).every((name) => BLANK.test(name))),
  by('blank'),
)

export const macroShape = strict({
  id,
  label: labelShape,
  /** Markdown, per language. */
  text: textShape,
  /** What agents read beside a blank they fill in themselves; without it, its name. */
  blanks: z.record(id, labelShape).default({}),
  /** Id of the status the ticket gets with the answer. */
  // biome-ignore lint/suspicious/noThenProperty: a text, so nothing awaits it; it is the word people write in the file.
  then: id.optional(), // oxlint-disable-line unicorn/no-thenable
})

/** A reply agents give again and again, with blanks (`{requester}`, `{days}`). */
export interface Macro {
  id: string
  label: Label
  text: Label
  blanks: Readonly<Record<string, Label>>
  then?: string | undefined
}

/** Blanks that fill themselves. */
const knownBlanks = ['requester', 'key', 'agent', 'subject'] as const

/** What the braces of a text name, each once, in order. */
function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, name = '']) => name))]
}

/** The blanks of a text that an agent fills in. */
export function freeBlanks(text: string): string[] {
  return namesIn(text).filter((name) => !knownBlanks.some((known) => known === name))
}

/** A text with these blanks filled in; the others stay as they are. One pass: what is put in is no text of the macro. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(BRACES, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}

/** Words that are meant as words inside Markdown: a name with a star in it makes nothing bold. */
export function escaped(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`)
}
