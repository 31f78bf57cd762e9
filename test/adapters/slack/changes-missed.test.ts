import { expect, test } from 'vitest'
import { changesOf } from '../../../adapters/slack/in/changes-missed.ts'
import { openDesk } from './desk.ts'

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

test('a file that was deleted meanwhile is told as gone, and the words beside it are no edit', async () => {
  await using desk = await openDesk()
  const files = [{ id: 'F0GONE', mode: 'tombstone' }, { id: 'F0STILL' }]
  const shown = [{ ts: reply, thread_ts: root, user: 'U0ADA', text: 'Here they are', files }]
  const [change, ...others] = changesOf(shown, known, window)
  expect(others).toEqual([])
  const event = { ...change?.event, channel: 'C0HELP' }
  expect(desk.adapter.read({ type: 'event_callback', event_id: 'Ev1', event_time: 1, event })).toEqual([
    expect.objectContaining({ does: 'delete', message: reply, files: ['F0GONE'] }),
  ])
})

test('of more people than one page of Slack’s has, all who wrote to us alone meanwhile are asked about', async () => {
  await using desk = await openDesk()
  const ids = Array.from({ length: 201 }, (_, index) => `U1${String(index).padStart(4, '0')}`)
  for (const id of ids) desk.slack.world.addUser({ id, name: id.toLowerCase() })
  const chats = ids.map((id) => desk.slack.world.dm(id))
  for (const [index, id] of ids.entries())
    if (index % 100 === 0) desk.slack.world.say(id, chats[index] ?? '', `from ${id}`)
  const told: string[] = []
  const since = new Date(Date.now() - 60_000)
  const asked = {
    since,
    now: new Date(),
    chats: [],
    threads: [],
    known: [],
    knownFrom: since,
    raising: new Set<string>(),
  }
  for await (const raws of desk.adapter.missed?.({ ...asked, signal: AbortSignal.timeout(30_000) }) ?? []) {
    told.push(...raws.map(({ lane }) => lane))
  }
  expect(told).toHaveLength(3)
})
