import { normal } from './normal.ts'
import type { Text } from './text.ts'

/** Whether two texts look the same to a reader, whatever tree they came as. */
export function sameText(a: Text, b: Text): boolean {
  return fingerprint(a) === fingerprint(b)
}

/**
 * One string for all texts that look the same: the normal form as JSON. As long as the text itself; a place that
 * stores it may hash it. The name in a mention does not count, because Slack tells it sometimes and changes it later.
 */
export function fingerprint(text: Text): string {
  return JSON.stringify(normal(text), (_key, value: unknown) =>
    isMention(value) ? { type: 'mention', id: value.id } : value,
  )
}

function isMention(value: unknown): value is { type: 'mention'; id: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'mention' && 'id' in value
}
