/** Unique words, each with what may become of it. They are letters and digits, so that no encoding hides them. */
export class Canaries {
  readonly #inside = new Map<string, string>()
  readonly #outside = new Map<string, string>()
  #n = 0

  /** Something no requester may ever read. `why` is said where one does. */
  inside(why: string): string {
    return this.#put(this.#inside, 'inside', why)
  }

  /** Something the requester must have been sent. */
  outside(why: string): string {
    return this.#put(this.#outside, 'public', why)
  }

  /** Something that may go out or not: where a ticket is on its way elsewhere, the walk does not say. */
  either(): string {
    return this.#put(new Map(), 'either', '')
  }

  /** Its author sent it anyway. */
  lift(word: string): void {
    const why = this.#inside.get(word)
    if (why === undefined) throw new Error(`${word} is no canary`)
    this.#inside.delete(word)
    this.#outside.set(word, `${why}, sent anyway`)
  }

  /** What went out and should not have. */
  leaked(heard: readonly string[]): string[] {
    return [...this.#inside].flatMap(([word, why]) => {
      const where = heard.find((words) => words.includes(word))
      return where === undefined ? [] : [`${word} (${why}): ${where.slice(0, 400)}`]
    })
  }

  /** What should have gone out and has not. */
  missing(heard: readonly string[]): string[] {
    const all = heard.join('\n')
    return [...this.#outside].flatMap(([word, why]) => (all.includes(word) ? [] : [`${word} (${why})`]))
  }

  get counts(): { inside: number; outside: number } {
    return { inside: this.#inside.size, outside: this.#outside.size }
  }

  #put(kind: Map<string, string>, name: string, why: string): string {
    // An end of its own, so that none begins another.
    const word = `${name}${this.#n++}canary`
    kind.set(word, why)
    return word
  }
}
