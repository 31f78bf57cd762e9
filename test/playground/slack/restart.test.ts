import { expect, test } from 'vitest'
import type { Keep } from '../../../playground/keep.ts'
import { ADA, HELP, RITA, startSlack, TRIAGE } from '../../../playground/slack/index.ts'
import { BOT_TOKEN, call, openDesk, SIGNING_SECRET } from './desk.ts'

/** Keeps as a database would: by value, through JSON. */
function keepJson(): Keep {
  const kept = new Map<string, Map<string, string>>()
  const collection = (name: string) =>
    kept.get(name) ?? kept.set(name, new Map()).get(name) ?? new Map<string, string>()
  return {
    load: async (name) => new Map([...collection(name)].map(([id, json]) => [id, JSON.parse(json)])),
    put: (name, id, value) => void collection(name).set(id, JSON.stringify(value)),
    remove: (name, id) => void collection(name).delete(id),
    flush: async () => {},
  }
}

test('a restarted playground has everything: words, people, files, an open form, a response_url', async () => {
  const keep = keepJson()
  const before = await openDesk({ keep })
  const { world } = before.slack
  const ts = world.say(RITA, HELP, { text: 'the printer', files: [{ name: 'a.txt', bytes: new Uint8Array([1, 2]) }] })
  world.react(ADA, HELP, ts, 'eyes')
  world.addUser({ id: 'U0NEW', name: 'nils', real_name: 'Nils' })
  world.join('U0NEW', HELP)
  const { ts: card } = await before.client.chat.postMessage({
    channel: TRIAGE,
    text: 'DEMO-1',
    metadata: { event_type: 'e', event_payload: { id: '1' } },
  })
  await before.client.chat.postEphemeral({ channel: HELP, user: RITA, text: 'psst' })
  await world.command(RITA, HELP, '/ticket')
  const { trigger_id, response_url } = before.received.at(-1)?.body ?? {}
  const plain = (text: string) => ({ type: 'plain_text', text })
  const subject = {
    type: 'input',
    block_id: 'subject',
    label: plain('Subject'),
    element: { type: 'plain_text_input', action_id: 'value' },
  }
  await call(before.slack, 'views.open', {
    trigger_id,
    view: { type: 'modal', title: plain('T'), submit: plain('Send'), blocks: [subject] },
  })
  await world.chooseInView(RITA, 'Subject', 'half')
  await before.slack.idle()
  const port = Number(new URL(before.slack.url).port)
  await before.stop()

  const after = await openDesk({ keep })
  const again = after.slack.world
  expect(again.message(HELP, ts)).toMatchObject({ text: 'the printer', reactions: [{ name: 'eyes', users: [ADA] }] })
  expect(again.bytes(again.message(HELP, ts)?.files?.[0]?.id ?? '')).toEqual(new Uint8Array([1, 2]))
  expect(again.users().map(({ id }) => id)).toContain('U0NEW')
  expect(again.channels().find(({ id }) => id === HELP)?.members).toContain('U0NEW')
  expect(again.message(TRIAGE, card ?? '')?.metadata).toMatchObject({ event_payload: { id: '1' } })
  expect(again.ephemerals(RITA)).toMatchObject([{ text: 'psst' }])
  expect(again.view(RITA)?.state.values).toEqual({ subject: { value: { type: 'plain_text_input', value: 'half' } } })
  await fetch(String(response_url).replace(String(port), new URL(after.slack.url).port), {
    method: 'POST',
    body: '{"text":"late"}',
  })
  expect(again.ephemerals(RITA).map(({ text }) => text)).toEqual(['psst', 'late'])
  expect(Number(again.say(RITA, HELP, 'next'))).toBeGreaterThan(Number(card))
  await after.slack.idle()
  expect(after.events('message').map(({ text }) => text)).toEqual(['next'])
  await after.stop()
})

test('an event nobody acknowledged is offered again after a restart', async () => {
  const keep = keepJson()
  const options = { signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, now: () => 0, keep, retryDelaysMs: [60_000] }
  const slack = await startSlack({ ...options, requestUrl: 'http://127.0.0.1:1/' })
  slack.world.say(RITA, HELP, 'are you there')
  await slack.idle()
  await slack.stop()

  const desk = await openDesk({ keep })
  await desk.slack.idle()
  expect(desk.events('message')).toMatchObject([{ text: 'are you there' }])
  expect(desk.received[0]?.headers).toMatchObject({
    'x-slack-retry-num': '1',
    'x-slack-retry-reason': 'connection_failed',
  })
  await desk.stop()
})

test('whoever shows this Slack is told of every change', async () => {
  const desk = await openDesk()
  let changes = 0
  const stop = desk.slack.onChange(() => {
    changes += 1
  })
  desk.slack.world.say(RITA, HELP, 'hello')
  expect(changes).toBe(1)
  await desk.client.chat.postMessage({ channel: TRIAGE, text: 'card' })
  expect(changes).toBe(2)
  stop()
  desk.slack.world.say(RITA, HELP, 'again')
  expect(changes).toBe(2)
  await desk.stop()
})
