import type { Copy } from './copies.ts'
import { type KindName, kindNames, kinds } from './kinds.ts'

/** So many effects due at moments of their own from `from` on (UTC ms), over `overMs`, kinds mixed as `kinds` says. */
export function planOf({
  random,
  effects,
  from,
  overMs,
  prefix,
}: {
  random: () => number
  effects: number
  from: number
  overMs: number
  prefix: string
}): Copy[] {
  const inTurn = kindNames.flatMap((kind) => Array<KindName>(kinds[kind].share).fill(kind))
  const copies: Copy[] = []
  let planned = 0
  while (planned < effects) {
    const kind = inTurn[copies.length % inTurn.length] ?? 'warned'
    planned += kinds[kind].effects.length
    // Whole milliseconds, as the columns keep them.
    copies.push({ kind, key: `${prefix}-${copies.length + 1}`, dueAt: from + Math.floor(random() * overMs) })
  }
  return copies
}
