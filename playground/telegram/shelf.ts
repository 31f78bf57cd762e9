import type { Keep } from '../keep.ts'

/** A map that outlives the process: every change is also put into the `Keep`, in the order it happened. */
export class Shelf<T> {
  readonly #keep: Keep
  readonly #collection: string
  readonly #rows: Map<string, T>

  private constructor(keep: Keep, collection: string, rows: Map<string, T>) {
    this.#keep = keep
    this.#collection = collection
    this.#rows = rows
  }

  static async open<T>(keep: Keep, collection: string): Promise<Shelf<T>> {
    const rows = await keep.load(collection)
    // The only writer of a collection is its own shelf, so what comes back is what `set` was given.
    return new Shelf(keep, collection, rows as Map<string, T>)
  }

  get(id: string | number): T | undefined {
    return this.#rows.get(String(id))
  }

  has(id: string | number): boolean {
    return this.#rows.has(String(id))
  }

  /** Also to be called after changing a row in place. */
  set(id: string | number, row: T): T {
    this.#rows.set(String(id), row)
    this.#keep.put(this.#collection, String(id), row)
    return row
  }

  delete(id: string | number): void {
    if (this.#rows.delete(String(id))) this.#keep.remove(this.#collection, String(id))
  }

  values(): T[] {
    return [...this.#rows.values()]
  }

  get size(): number {
    return this.#rows.size
  }
}
