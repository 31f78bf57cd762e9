import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const CARA = 7001
const TOM = 7002
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('Cara writes with formatting, Ada answers with formatting, and each reads it as it was written', async () => {
  const { slack, telegram } = desk
  telegram.start(CARA)
  await told(desk, CARA, 'Hello Cara, this is Demo desk')

  telegram.write(CARA, {
    text: 'The bill is wrong: see code here',
    entities: [
      { type: 'bold', offset: 12, length: 5 },
      { type: 'text_link', offset: 19, length: 3, url: 'https://example.com/bill' },
      { type: 'code', offset: 23, length: 4 },
    ],
  })
  const card = await cardOf(desk, 'The bill is wrong')
  const key = keyOn(desk, card)
  const shown = await inThread(desk, card, 'see code here')
  const blocks = JSON.stringify(shown.blocks)
  expect(blocks).toContain('{"type":"text","text":"wrong","style":{"bold":true}}')
  expect(blocks).toContain('"url":"https://example.com/bill"')
  expect(blocks).toContain('{"type":"text","text":"code","style":{"code":true}}')
  await told(desk, CARA, key)

  slack.say(ADA, TRIAGE, { text: 'Is it *this* [page](https://example.com/p) with `total`?', thread: card.ts })
  const answer = await told(desk, CARA, 'Is it this page with total?')
  const words = (type: string) =>
    answer.entities
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => answer.text.slice(offset, offset + length))
  expect(answer.text).toBe(`Ada · ${key}\nIs it this page with total?`)
  expect(words('bold')).toEqual([`Ada · ${key}`, 'this'])
  expect(words('code')).toEqual(['total'])
  expect(answer.entities.find(({ type }) => type === 'text_link')).toMatchObject({ url: 'https://example.com/p' })

  telegram.write(CARA, 'Yes, that one')
  await inThread(desk, card, 'Yes, that one')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, CARA, `We think ${key} is solved`)
})

it('Tom’s app is Russian, and so is what the desk says to him; the agents read their own language', async () => {
  const { slack, telegram } = desk
  telegram.start(TOM)
  await told(desk, TOM, 'Демо-поддержка')
  telegram.write(TOM, 'Не печатает принтер')
  const card = await cardOf(desk, 'Не печатает принтер')
  expect(slack.textOf(card)).toContain('Requester')
  await told(desk, TOM, /заявка|обращение|тикет/i)
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await inThread(desk, card, 'Ada marked this ticket as resolved')
  await until(() => chatOf(desk, TOM).some((text) => /решен|решён/.test(text)), 'the news in Russian')
  expect(chatOf(desk, TOM).join('\n')).not.toMatch(/We think|ticket/)
})
