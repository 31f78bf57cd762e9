import { expect, test } from 'vitest'
import type { Delivery } from '../../../src/adapter.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { aPollingDesk, aTelegram, BOT, CARA, type Desk, TOM } from './desk.ts'

/** The desk asks Cara or Tom a question with a button. */
async function ask(desk: Desk, person: number): Promise<string> {
  const delivery: Delivery = {
    id: 'd1',
    to: { platform: 'telegram', account: BOT, chat: String(person) },
    act: 'post',
    post: { body: plainText('Solved?'), choices: [[{ kind: 'button', id: 'b-1', label: 'Yes' }]] },
  }
  return (await desk.adapter.deliver(delivery)).message
}

test('Cara presses a button: the press is stored, then her spinner stops', async () => {
  const telegram = await aTelegram()
  const desk = await aPollingDesk(telegram)
  telegram.world.start(CARA)
  const question = await ask(desk, CARA)
  const query = telegram.world.press(CARA, Number(question), { label: 'Yes' })
  const rows = await desk.rows(2)
  await expect.poll(() => telegram.world.answers(CARA)).toMatchObject([{ query, text: '' }])
  expect(desk.read()[1]).toEqual({
    does: 'press',
    who: { platform: 'telegram', account: BOT, id: '7001' },
    at: { platform: 'telegram', account: BOT, chat: '7001' },
    occurredAt: rows[1]?.occurredAt,
    untimed: 'whole-second',
    button: 'b-1',
    message: question,
  })
})

test('a press waits in the same lane as her messages', async () => {
  const telegram = await aTelegram()
  const desk = await aPollingDesk(telegram)
  telegram.world.start(CARA)
  telegram.world.press(CARA, Number(await ask(desk, CARA)), { label: 'Yes' })
  const rows = await desk.rows(2)
  expect(rows.map((row) => row.lane)).toEqual(['chat:7001', 'chat:7001'])
  expect(rows.map((row) => row.occurredAt.getTime() % 1000)).toEqual([0, 0])
})

test('a spinner that cannot be stopped any more harms nothing', async () => {
  const telegram = await aTelegram()
  const desk = await aPollingDesk(telegram)
  telegram.world.start(CARA)
  const question = Number(await ask(desk, CARA))
  telegram.faults.arm({ on: 'call', method: 'answerCallbackQuery', does: 'error', status: 500 })
  telegram.world.press(CARA, question, { label: 'Yes' })
  await desk.rows(2)
  await expect.poll(() => desk.log.lines.some((line) => line.startsWith('telegram-press-not-answered'))).toBe(true)
  telegram.world.write(CARA, 'still here')
  await desk.rows(3)
})

test('Tom blocks the bot and lets it speak again', async () => {
  const telegram = await aTelegram()
  const desk = await aPollingDesk(telegram)
  telegram.world.start(TOM)
  telegram.world.block(TOM)
  telegram.world.unblock(TOM)
  const rows = await desk.rows(3)
  expect(rows.slice(1).map((row) => row.lane)).toEqual(['person:7002', 'person:7002'])
  expect(desk.read().slice(1)).toMatchObject([
    { does: 'reach', reachable: false, who: { id: '7002' }, at: { chat: '7002' } },
    { does: 'reach', reachable: true, who: { id: '7002' }, at: { chat: '7002' } },
  ])
})

test('a reaction is told, and told again as gone when another stands in its place', async () => {
  const telegram = await aTelegram()
  const desk = await aPollingDesk(telegram)
  telegram.world.start(CARA)
  const question = await ask(desk, CARA)
  telegram.world.react(CARA, Number(question), '👍')
  telegram.world.react(CARA, Number(question), '🔥')
  await desk.rows(3)
  expect(desk.read().filter(({ does }) => does === 'react')).toMatchObject([
    { sign: '👍', gone: false, message: question },
    { sign: '👍', gone: true, message: question },
    { sign: '🔥', gone: false, message: question },
  ])
})
