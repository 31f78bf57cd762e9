import type { RawEvent } from '../../src/adapter.ts'

/** Something that came from Slack, in one conversation, and waits for nothing before it. */
export function rawEvent(key: string, more: Partial<RawEvent> = {}): RawEvent {
  return {
    platform: 'slack',
    account: 'T1',
    key,
    lane: 'C1:1',
    occurredAt: new Date('2026-11-22T12:00:00Z'),
    holdMs: 0,
    body: { key },
    ...more,
  }
}
