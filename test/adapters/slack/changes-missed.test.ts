import { expect, test } from 'vitest'
import { changesOf } from '../../../adapters/slack/in/changes-missed.ts'

const root = '1700000000.000100'
const reply = '1700000001.000100'
const known = [{ chat: 'C0HELP', thread: root, message: reply, original: true, reactions: [] }]
const window = { oldest: '1700000100.000000', now: '1700000200.000000', us: 'U0DESK', raising: new Set<string>() }

test('what a thread does not show any more is deleted', () => {
  expect(changesOf([{ ts: root }], known, window).map(({ event }) => event.deleted_ts)).toEqual([reply])
  expect(changesOf([{ ts: root }, { ts: reply }], known, window)).toEqual([])
})

test('a thread of which nothing is shown, not even its root, deletes nothing', () => {
  expect(changesOf([], known, window)).toEqual([])
})
