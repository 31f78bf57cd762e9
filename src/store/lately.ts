/** What this process has had to do with lately, by name. */
export interface Lately {
  touch(names: Iterable<string>): void
  names(): string[]
}

/** @param forMs how long "lately" lasts; by this process's own clock, which nobody moves */
export function lately(forMs: number, now: () => number = () => performance.now()): Lately {
  const until = new Map<string, number>()
  return {
    touch(names) {
      for (const name of names) until.set(name, now() + forMs)
    },
    names() {
      for (const [name, end] of until) if (end < now()) until.delete(name)
      return [...until.keys()]
    },
  }
}
