import { expect, test } from 'vitest'
import { ADA, RITA, TRIAGE } from '../../../playground/slack/index.ts'
import type { Delivery } from '../../../src/adapter.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

const started = new Date(performance.timeOrigin)

async function unclear(desk: TestDesk, delivery: Delivery, does: 'drop' | 'drop-after-accepting'): Promise<void> {
  desk.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does })
  await expect(desk.adapter.deliver(delivery)).rejects.toMatchObject({ fault: { kind: 'unclear' } })
}

test.each([['in a channel'], ['in a thread'], ['in a DM']])(
  'a post accepted before the connection broke is found %s',
  async (where) => {
    await using desk = await openDesk()
    const root = desk.slack.world.say(ADA, TRIAGE, 'the thread')
    const to = where === 'in a DM' ? desk.place(RITA) : desk.place(TRIAGE, where === 'in a thread' ? root : undefined)
    await desk.adapter.deliver(owed({ act: 'post', to, post: says('another') }))
    const delivery = owed({ act: 'post', to, post: says('the printer') })
    await unclear(desk, delivery, 'drop-after-accepting')
    const found = await desk.adapter.find(delivery, started)
    if (typeof found === 'string') throw new Error(found)
    const chat = where === 'in a DM' ? desk.slack.world.dm(RITA) : TRIAGE
    expect(found.chat).toBe(chat)
    const message = desk.slack.world.message(chat, found.message)
    expect(message && desk.slack.world.textOf(message)).toContain('the printer')
  },
)

test('a post that never arrived is absent', async () => {
  await using desk = await openDesk()
  const delivery = owed({ act: 'post', to: desk.place(TRIAGE), post: says('the printer') })
  await unclear(desk, delivery, 'drop')
  expect(await desk.adapter.find(delivery, started)).toBe('absent')
})

test('a post is found behind many others', async () => {
  await using desk = await openDesk()
  const delivery = owed({ act: 'post', to: desk.place(TRIAGE), post: says('the printer') })
  await unclear(desk, delivery, 'drop-after-accepting')
  for (let n = 0; n < 250; n++) desk.slack.world.say(ADA, TRIAGE, `message ${n}`)
  await desk.slack.idle()
  expect(await desk.adapter.find(delivery, started)).toMatchObject({ chat: TRIAGE })
})

test('where it cannot be looked for now, it is looked for again', async () => {
  await using desk = await openDesk()
  const delivery = owed({ act: 'post', to: desk.place(TRIAGE), post: says('the printer') })
  desk.slack.faults.arm({ on: 'call', method: 'conversations.history', does: 'error', status: 500 })
  await expect(desk.adapter.find(delivery, started)).rejects.toMatchObject({ fault: { kind: 'again' } })
  desk.slack.faults.arm({ on: 'call', method: 'conversations.history', does: 'too-many', retryAfterSeconds: 3 })
  await expect(desk.adapter.find(delivery, started)).rejects.toMatchObject({
    fault: { kind: 'wait', scope: 'account' },
  })
})

test('a whisper leaves no trace to find', async () => {
  await using desk = await openDesk()
  const whisper = owed({ act: 'whisper', to: desk.place(TRIAGE), person: ADA, post: says('x') })
  expect(await desk.adapter.find(whisper, started)).toBe('unknowable')
})
