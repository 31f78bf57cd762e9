import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOT, RITA, TRIAGE } from '../../../playground/slack/index.ts'
import { BOT_TOKEN, call, type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.stop())

test("Rita's file is downloaded with the token only; without it there is a login page", async () => {
  const { world } = desk.slack
  const bytes = new TextEncoder().encode('lp0 on fire')
  const ts = world.say(RITA, world.dm(RITA), {
    text: 'the log',
    files: [{ name: 'printer.log', bytes, mimetype: 'text/plain' }],
  })
  await desk.slack.idle()
  expect(desk.events('message', 'file_share')).toMatchObject([
    { ts, text: 'the log', files: [{ name: 'printer.log', size: 11, mimetype: 'text/plain' }] },
  ])

  const file = world.message(world.dm(RITA), ts)?.files?.[0]
  const withToken = await fetch(file?.url_private_download ?? '', { headers: { authorization: `Bearer ${BOT_TOKEN}` } })
  expect(await withToken.text()).toBe('lp0 on fire')
  expect(withToken.headers.get('content-type')).toBe('text/plain')
  const without = await fetch(file?.url_private ?? '')
  expect([without.status, without.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(await without.text()).toContain('<!DOCTYPE html>')
  expect(await desk.client.files.info({ file: file?.id ?? '' })).toMatchObject({
    file: { shares: { private: { D0RITA: [{ ts }] } } },
  })
})

test('the desk uploads two files as one message in a thread; its ts comes with the event', async () => {
  const thread_ts = desk.slack.world.say('U0ADA', TRIAGE, 'root')
  const uploaded = await desk.client.filesUploadV2({
    channel_id: TRIAGE,
    thread_ts,
    initial_comment: 'from Rita',
    file_uploads: [
      { file: Buffer.from('one'), filename: 'one.txt' },
      { file: Buffer.from('two!'), filename: 'two.png' },
    ],
  })
  await desk.slack.idle()
  const [shared] = desk.slack.world.messages(TRIAGE, { thread: thread_ts }).filter((message) => message.files)
  expect(shared).toMatchObject({
    text: 'from Rita',
    bot_id: BOT,
    files: [
      { name: 'one.txt', size: 3 },
      { name: 'two.png', size: 4, mimetype: 'image/png' },
    ],
  })
  expect(JSON.stringify(uploaded)).not.toContain(shared?.ts)
  expect(desk.events('message', 'file_share')).toMatchObject([
    { ts: shared?.ts, files: [{ id: shared?.files?.[0]?.id }, {}] },
  ])
  expect(new TextDecoder().decode(desk.slack.world.bytes(shared?.files?.[1]?.id ?? ''))).toBe('two!')
})

test('a file that was announced but not sent is not there', async () => {
  const { file_id } = await call(desk.slack, 'files.getUploadURLExternal', { filename: 'a.txt', length: 3 })
  expect(
    await call(desk.slack, 'files.completeUploadExternal', { files: [{ id: file_id }], channel_id: TRIAGE }),
  ).toMatchObject({ error: 'file_not_found' })
  expect(await call(desk.slack, 'files.info', { file: file_id })).toMatchObject({ error: 'file_not_found' })
  expect(await call(desk.slack, 'files.getUploadURLExternal', { filename: 'a.txt', length: 0 })).toMatchObject({
    error: 'invalid_arguments',
  })
})
