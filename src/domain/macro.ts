import type { Desk } from './desk/desk.ts'
import { escaped, filled, freeBlanks, label, type Macro, mayDo } from './desk/questions.ts'

/** What the blanks that fill themselves stand for. */
export interface Circumstances {
  requester: string
  key: string
  agent: string
  subject: string
}

/** The macros somebody with these roles may send: one that moves the ticket needs leave for that move, too. */
export function macrosFor(desk: Pick<Desk, 'macros' | 'roles'>, roles: readonly string[]): readonly Macro[] {
  if (!mayDo(desk, roles, 'reply')) return []
  return desk.macros.filter(({ then }) => then === undefined || mayDo(desk, roles, `to:${then}`))
}

/** A macro in the requester's language, with all that fills itself; Markdown. `blanks`: what an agent must fill in. */
export function macroText(
  macro: Macro,
  desk: Pick<Desk, 'languages'>,
  language: string,
  circumstances: Circumstances,
): { text: string; blanks: string[] } {
  const source = label(macro.text, language, desk)
  const known = Object.entries(circumstances).map(([name, words]) => [name, escaped(words)])
  // The blanks are the macro's: braces in a subject ask nobody anything.
  return { text: filled(source, Object.fromEntries(known)), blanks: freeBlanks(source) }
}

/** The text as edited, with what was filled in; a blank left in the text and not filled in is named. */
export function completed(
  text: string,
  blanks: readonly string[],
  answers: Readonly<Record<string, string>>,
): { text: string; missing: string[] } {
  const given = Object.fromEntries(
    blanks.flatMap((name) => {
      const words = answers[name]?.trim() ?? ''
      return words === '' ? [] : [[name, escaped(words)]]
    }),
  )
  const missing = blanks.filter((name) => text.includes(`{${name}}`) && !Object.hasOwn(given, name))
  return { text: filled(text, given), missing }
}
