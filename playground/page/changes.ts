import type { Worlds } from './index.ts'

/** A page draws at most this often (ms): a burst of changes is one. */
const restMs = 40

/** Tells every open page when something people see is different. */
export class Changes {
  #version = 0
  readonly #waiting = new Set<() => void>()
  readonly #letGo: (() => void)[]
  #closed = false

  constructor({ slack, telegram }: Pick<Worlds, 'slack' | 'telegram'>) {
    const changed = (): void => {
      this.#version += 1
      this.#wake()
    }
    this.#letGo = [slack.onChange(changed), telegram.onChange(changed)]
  }

  /** The version now, and then each newer one, until the page is gone. Versions in between are left out. */
  async *since(page: { onAbort: (listener: () => void) => void; aborted: boolean }): AsyncGenerator<number> {
    page.onAbort(() => this.#wake())
    let told = -1
    while (!this.#closed && !page.aborted) {
      if (told === this.#version) {
        await new Promise<void>((resolve) => this.#waiting.add(resolve))
        continue
      }
      told = this.#version
      yield told
      await new Promise<void>((resolve) => setTimeout(resolve, restMs))
    }
  }

  close(): void {
    this.#closed = true
    for (const letGo of this.#letGo) letGo()
    this.#wake()
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
