import type { Keep } from '../keep.ts'

/** A collection in memory whose every change is kept as well. Values are replaced, never changed in place. */
export class Shelf<T> {
  readonly #name: string
  readonly #keep: Keep
  readonly #byId: Map<string, T>

  private constructor(name: string, keep: Keep, byId: Map<string, T>) {
    this.#name = name
    this.#keep = keep
    this.#byId = byId
  }

  /** The shelf as it was kept; with `seed` where nothing was. */
  static async open<T>(name: string, keep: Keep, seed: [string, T][] = []): Promise<Shelf<T>> {
    const kept = await keep.load(name)
    // Only this class writes the collection, and only values of T.
    const shelf = new Shelf<T>(name, keep, kept as Map<string, T>)
    if (kept.size === 0) for (const [id, value] of seed) shelf.set(id, value)
    return shelf
  }

  get(id: string): T | undefined {
    return this.#byId.get(id)
  }

  all(): T[] {
    return [...this.#byId.values()]
  }

  entries(): [string, T][] {
    return [...this.#byId.entries()]
  }

  set(id: string, value: T): void {
    this.#byId.set(id, value)
    this.#keep.put(this.#name, id, value)
  }

  remove(id: string): void {
    if (this.#byId.delete(id)) this.#keep.remove(this.#name, id)
  }
}
