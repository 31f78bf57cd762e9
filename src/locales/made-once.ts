/** Intl's formatters take about a millisecond to make and next to nothing to use: each is made once, for whatever it is made of. */
export function madeOnce<Of extends readonly string[], Made>(make: (...of: Of) => Made): (...of: Of) => Made {
  const made = new Map<string, Made>()
  return (...of) => {
    const key = of.join(' ')
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(...of)
    made.set(key, fresh)
    return fresh
  }
}
