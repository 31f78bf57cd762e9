import { FluentNumber, FluentType, type FluentValue, type Scope } from '@fluent/bundle'
import { type Fact, written as inWords } from './facts.ts'

/**
 * Facts on their way through Fluent and Markdown. Each leaves one private-use character in the sentence and is put
 * back after the Markdown is read, so that nothing people wrote is ever read as markup.
 */

const FIRST = 0xe000
const MARK = /[\uE000-\uF8FF]/g

/** Text: a mark wherever it is inserted. `WORD()` gives the word itself, to choose a variant by. */
class KeptWords extends FluentType<string> {
  readonly mark: string
  constructor(value: string, mark: string) {
    super(value)
    this.mark = mark
  }

  override toString(): string {
    return this.mark
  }
}

/** A number: chooses plurals as itself and is written the language's way; still a mark in the sentence. */
class KeptNumber extends FluentNumber {
  readonly mark: string
  readonly written: string[]
  readonly index: number
  constructor(value: number, mark: string, written: string[], index: number) {
    super(value)
    this.mark = mark
    this.written = written
    this.index = index
  }

  override toString(scope?: Scope): string {
    this.written[this.index] = super.toString(scope)
    return this.mark
  }
}

/** A number that is more than that: chooses plurals as the number it names. */
class KeptAtLeast extends FluentNumber {
  readonly mark: string
  constructor(value: number, mark: string) {
    super(value)
    this.mark = mark
  }

  override toString(): string {
    return this.mark
  }
}

/** Facts as Fluent takes them, and what each mark stands for in this language (BCP 47). */
export function keep(
  facts: Readonly<Record<string, Fact>>,
  language: string,
): {
  kept: Record<string, FluentType<unknown>>
  written: string[]
} {
  const written: string[] = []
  const kept = Object.entries(facts).map(([name, fact], index): [string, FluentType<unknown>] => {
    const mark = String.fromCharCode(FIRST + index)
    const words = inWords(fact, language)
    written[index] = words
    if (typeof fact === 'number') return [name, new KeptNumber(fact, mark, written, index)]
    if (typeof fact === 'object' && 'atLeast' in fact) return [name, new KeptAtLeast(fact.atLeast, mark)]
    return [name, new KeptWords(words, mark)]
  })
  return { kept: Object.fromEntries(kept), written }
}

/** The Fluent function `WORD($fact)`. */
export function WORD([value]: FluentValue[]): FluentValue {
  return value instanceof KeptWords ? value.value : (value ?? '')
}

/** Words with each mark replaced by what it stands for. */
export function putBack(words: string, written: readonly string[]): string {
  return words.replace(MARK, (mark) => written[mark.charCodeAt(0) - FIRST] ?? '')
}
