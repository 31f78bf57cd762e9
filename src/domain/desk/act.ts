/**
 * What a role may be allowed: the acts of the domain by their names (design.md §5). `triage` is leave to say what a
 * ticket is (subject, type, category, priority, requester) and when to look at it; `move` where it belongs (status,
 * desk, channel); `private` to share it with some agents only; `block` to stop a requester who abuses the desk; `report` to read its figures;
 * `organisation` to say which customers there are and who belongs to them.
 */
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
  'private',
  'block',
  'report',
  'organisation',
] as const

type DeskAct = (typeof acts)[number]

/** What somebody asks leave for: an act, or a move to a status. */
export type Asked = DeskAct | `to:${string}`
