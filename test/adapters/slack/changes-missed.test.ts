import { expect, test } from 'vitest'
import { changesOf } from '../../../adapters/slack/in/changes-missed.ts'

const root = '1700000000.000100'
const reply = '1700000001.000100'
const known = [{ chat: 'C0HELP', thread: root, message: reply, original: true, reactions: [] }]
const window = { oldest: '1700000100.000000', now: '1700000200.000000', us: 'U0DESK', raising: new Set<string>() }

test('of what is not shown nothing is said: it may stand elsewhere', () => {
  expect(changesOf([{ ts: root }], known, window)).toEqual([])
  expect(changesOf([], known, window)).toEqual([])
})

test('what keeps its place for its replies alone is deleted', () => {
  const shown = [{ ts: root }, { ts: reply, subtype: 'tombstone' }]
  expect(changesOf(shown, known, window).map(({ event }) => event.deleted_ts)).toEqual([reply])
})
