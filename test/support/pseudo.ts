import { readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { learn } from '../../src/locales/bundles.ts'

/** English with strange letters: nobody's language, and in no file. */
export const PSEUDO = 'en-XA'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const strange = Array.from('åƀçđéƒğħïĵķłɱñöþɋŕšŧüṽŵẋýžÅƁÇĐÉƑĞĦÏĴĶŁⱮÑÖÞɊŔŠŦÜṼŴẊÝŽ')

/** The same words with not one letter of the English alphabet left. */
export function accented(words: string): string {
  return Array.from(words, (letter) => strange[plain.indexOf(letter)] ?? letter).join('')
}

type Pattern = FluentResource['body'][number]['value']
type Element = Exclude<Pattern, string | null>[number]

/** Every sentence of `en.ftl` with strange letters in brackets; facts as they are. From now on the desk speaks it. */
export function learnPseudo(): void {
  const english = new FluentResource(readFileSync(new URL('../../src/locales/en.ftl', import.meta.url), 'utf8'))
  const sentences = new FluentResource('')
  sentences.body = english.body.map((message) => ({
    ...message,
    value: pseudo(message.value, !message.id.startsWith('form-')),
  })) as FluentResource['body'] // a message stays a message, and has a value where it had one
  learn(PSEUDO, sentences)
}

/** `brackets`: a title of a form has no room for them (24 characters). */
function pseudo(pattern: Pattern, brackets: boolean): Pattern {
  if (pattern === null) return null
  const elements: readonly Element[] = typeof pattern === 'string' ? [pattern] : pattern
  const said = elements.map((element): Element => {
    if (typeof element === 'string') return accented(element)
    if (element.type !== 'select') return element
    return {
      ...element,
      variants: element.variants.map((variant) => ({ ...variant, value: pseudo(variant.value, false) ?? '' })),
    }
  })
  return brackets && !said.some((element) => typeof element === 'string' && element.includes('\n'))
    ? bracketed(said)
    : said
}

/** A list's dash stays where it makes a list. */
function bracketed([first = '', ...rest]: Element[]): Element[] {
  const dash = typeof first === 'string' && first.startsWith('- ') ? '- ' : ''
  const begun = typeof first === 'string' ? [`${dash}⟦${first.slice(dash.length)}`] : ['⟦', first]
  return [...begun, ...rest, '⟧']
}

/** The desk with its own labels in strange letters, too: one that is shown in another language than the reader's stands out. */
export function inPseudo(desk: Desk): Desk {
  // A desk definition is JSON all through, and labels are the objects with English in them.
  return { ...(withLabels(desk) as Desk), languages: [PSEUDO] }
}

function withLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLabels)
  if (typeof value !== 'object' || value === null) return value
  const inside = Object.entries(value)
  const english = inside.find(([name]) => name === 'en')?.[1]
  if (typeof english === 'string') return { ...value, [PSEUDO]: withoutBlanks(english) }
  return Object.fromEntries(inside.map(([name, one]) => [name, withLabels(one)]))
}

/** A macro's blanks have names. */
function withoutBlanks(label: string): string {
  return label.replaceAll(/\{\w+\}|[^{}]+/g, (part) => (part.startsWith('{') ? part : accented(part)))
}
