/** Makes of a question about many things one about each. */
export type Gather = <Key, Found>(
  many: (keys: readonly Key[]) => Promise<readonly Found[]>,
) => (key: Key) => Promise<Found>

/** Each is asked about by itself, at once. */
export const one: Gather = (many) => async (key) => (await many([key]))[0] as never // as many as were asked

/**
 * What is asked in one turn of the event loop is one question: those who do the same thing side by side, in one
 * transaction, ask the database once for each step and not once for each of them.
 */
export const gathered: Gather = <Key, Found>(many: (keys: readonly Key[]) => Promise<readonly Found[]>) => {
  let waiting: { key: Key; resolve: (found: Found) => void; reject: (error: unknown) => void }[] = []
  const ask = async (): Promise<void> => {
    const asking = waiting
    waiting = []
    try {
      const found = await many(asking.map(({ key }) => key))
      for (const [index, { resolve }] of asking.entries()) resolve(found[index] as Found) // as many as were asked
    } catch (error) {
      for (const { reject } of asking) reject(error)
    }
  }
  return (key: Key) =>
    new Promise<Found>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void ask())
      waiting.push({ key, resolve, reject })
    })
}

/** The rows of each key, in the order they came. */
export function rowsOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => Row[] {
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = byKey.get(key)
    if (known) known.push(row)
    else byKey.set(key, [row])
  }
  return (key) => byKey.get(key) ?? []
}

/** What a question about many gave for each of them, in their order: `ord` is which, as `with ordinality` counts them. */
export function rowsOfEach<Row extends { ord: string }>(rows: readonly Row[], asked: readonly unknown[]): Row[][] {
  const of = rowsOf(rows, ({ ord }) => String(ord))
  return asked.map((_, index) => of(String(index + 1)))
}
