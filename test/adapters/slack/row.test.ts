import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandWords } from '../../../adapters/slack/in/command-words.ts'
import { draftOf } from '../../../adapters/slack/in/draft.ts'
import { Malformed } from '../../../adapters/slack/in/payload.ts'
import { rowOf } from '../../../adapters/slack/in/row.ts'
import { timeOfTs } from '../../../adapters/slack/in/times.ts'
import { atMost } from '../../../adapters/slack/out/plain.ts'

const message = { type: 'message', channel: 'C0HELP', user: 'U0RITA', text: 'hello', ts: '1700000000.000100' }
const event = (id: string, of: Record<string, unknown>) =>
  rowOf({ type: 'event_callback', event_id: id, event_time: 1_700_000_005, event: of }, 'T0DEMO')

test('the same message under two event ids, or as a mention, has one natural key', () => {
  expect(event('Ev1', message)?.naturalKey).toBe('T0DEMO:C0HELP:1700000000.000100')
  expect(event('Ev2', message)?.naturalKey).toBe(event('Ev1', message)?.naturalKey)
  const mention = { ...message, type: 'app_mention' }
  expect(event('Ev3', mention)).toMatchObject({ naturalKey: 'T0DEMO:C0HELP:1700000000.000100' })
  // In a thread it does not tell that it is shown to the channel, too: kept first it must not keep the message out.
  expect(event('Ev4', { ...mention, thread_ts: '1690000000.000100' })?.naturalKey).toBeUndefined()
})

test('reactions to one message are heard one after the other, by their own time, behind that message', () => {
  const reaction = (user: string, event_ts: string) => ({
    type: 'reaction_added',
    user,
    reaction: 'ticket',
    item: { type: 'message', channel: 'C0HELP', ts: message.ts },
    event_ts,
  })
  const first = event('Ev1', reaction('U0RITA', '1700000001.000000'))
  const second = event('Ev2', reaction('U0BO', '1700000002.000000'))
  expect(second?.lane).toBe(first?.lane)
  expect(first?.lane).toBe(event('Ev3', message)?.lane)
  expect(Number(second?.occurredAt)).toBeGreaterThan(Number(first?.occurredAt))
})

test('two words of one millisecond are told apart by the last digits of their ts', () => {
  const [one, other] = ['1700000000.123001', '1700000000.123002'].map((ts) => event(`Ev${ts}`, { ...message, ts }))
  expect(one?.occurredAt).toEqual(other?.occurredAt)
  expect([one?.micros, other?.micros]).toEqual([1, 2])
})

test('addresses to answer at in a shape Bolt would fall over are malformed, whatever they came with', () => {
  for (const response_urls of [[null], [{}], null, 'x'])
    for (const type of ['view_submission', 'view_closed'])
      expect(() => rowOf({ type, response_urls }, 'T0DEMO'), `${type} ${JSON.stringify(response_urls)}`).toThrow(
        Malformed,
      )
  expect(rowOf({ type: 'view_closed', response_urls: [{ response_url: 'https://hooks.slack.com/x' }] }, 'T0DEMO')).toBe(
    undefined,
  )
})

test('a step of a workflow is one, under however many event ids', () => {
  const step = {
    type: 'function_executed',
    function: { callback_id: 'create_ticket' },
    inputs: {},
    function_execution_id: 'Fx1',
  }
  expect(event('Ev1', step)?.naturalKey).toBe('step:Fx1')
  expect(event('Ev2', step)?.naturalKey).toBe('step:Fx1')
})

test('a preview that repeats the time of the edit before it is not taken for that edit', () => {
  const changed = (event_ts: string) => ({
    type: 'message',
    subtype: 'message_changed',
    channel: 'C0HELP',
    event_ts,
    message: { ...message, edited: { user: 'U0RITA', ts: '1700000003.000000' } },
  })
  const edit = event('Ev1', changed('1700000003.000200'))
  const preview = event('Ev2', changed('1700000004.000300'))
  expect(edit?.naturalKey).not.toBe(preview?.naturalKey)
  expect(edit).toMatchObject({ occurredAt: new Date(1_700_000_003_000), lane: 'C0HELP:1700000000.000100' })
})

test('interactivity without a trigger is known by what was signed', () => {
  const row = rowOf(
    {
      type: 'block_actions',
      received: { seconds: 1_700_000_000, digest: 'abc' },
      user: { id: 'U0ADA' },
      channel: { id: 'C0TRIAGE' },
      message: { ts: '1700000000.000100' },
      actions: [{ type: 'button', action_id: 'press:0', value: 'b', action_ts: '1700000009.000000' }],
    },
    'T0DEMO',
  )
  expect(row).toMatchObject({ key: 'abc', lane: 'C0TRIAGE:1700000000.000100', occurredAt: new Date(1_700_000_009_000) })
})

test('times keep their milliseconds', () => {
  expect(timeOfTs('1700000000.123456').getTime()).toBe(1_700_000_000_123)
  expect(timeOfTs('1700000000').getTime()).toBe(1_700_000_000_000)
})

test('one trigger, one draft', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(draftOf(one)).toBe(draftOf(one))
      if (one !== other) expect(draftOf(one)).not.toBe(draftOf(other))
    }),
  )
  expect(draftOf('1.2.3')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('the words of a command are what was typed', () => {
  expect(commandWords('a &lt;b&gt; &amp; &amp;lt; c')).toBe('a <b> & &lt; c')
  expect(commandWords('ask <@U1|rita> in <#C1|help> about <https://a.b/?x=1&amp;y=2> <!here>')).toBe(
    'ask @rita in #help about https://a.b/?x=1&y=2 @here',
  )
  const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  fc.assert(fc.property(fc.string(), (words) => commandWords(escaped(words)) === words.trim()))
})

test('a label cut short fits, ends in an ellipsis and breaks no character', () => {
  const law = fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (words, most) => {
    const cut = atMost(words, most)
    expect(cut.length).toBeLessThanOrEqual(most)
    if (words.length <= most) expect(cut).toBe(words)
    else expect(words.startsWith(cut.slice(0, -1))).toBe(true)
    if (words.isWellFormed()) expect(cut.isWellFormed()).toBe(true)
  })
  fc.assert(law)
})
