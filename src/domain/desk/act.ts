/** What a role may be allowed: the acts of the domain by their names (design.md §5). */
export const acts = [
  'open',
  'reply',
  'note',
  'take',
  'assign',
  'triage',
  'move',
  'tag',
  'merge',
  'link',
  'resolve',
  'reopen',
  'rate',
  'watch',
  'share',
] as const

type DeskAct = (typeof acts)[number]

/** What somebody asks leave for: an act, or a move to a status. */
export type Asked = DeskAct | `to:${string}`
