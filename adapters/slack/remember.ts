interface Remembered<T> {
  value: Promise<T>
  until: number
}

/**
 * Keeps what was learned for a while, and asks once for askers at the same time. A failed answer is not kept.
 * The oldest goes when there are more than `most`.
 */
export function remember<T>(options: { forMs: number; most: number; now: () => Date }) {
  const known = new Map<string, Remembered<T>>()
  return (key: string, learn: () => Promise<T>): Promise<T> => {
    const nowMs = options.now().getTime()
    const kept = known.get(key)
    if (kept && kept.until > nowMs) return kept.value
    const value = learn()
    known.delete(key)
    known.set(key, { value, until: nowMs + options.forMs })
    value.catch(() => known.delete(key))
    const oldest = known.keys().next()
    if (known.size > options.most && !oldest.done) known.delete(oldest.value)
    return value
  }
}
