import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyboardOf } from '../../../adapters/telegram/keyboard.ts'
import type { Choice } from '../../../src/adapter.ts'
import { plainText } from '../../../src/domain/text/text.ts'
import { aDesk, aTelegram, BOT, CARA } from './desk.ts'

const label = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom('', ' ', 'Take', 'x'.repeat(200)),
)
const id = fc.uuid()
const option = fc.record({ id, label })
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ kind: fc.constant('button' as const), id, label }),
  fc.record({ kind: fc.constant('menu' as const), id, label, options: fc.array(option, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('people' as const), id, label }),
  fc.record({ kind: fc.constant('link' as const), label, url: fc.webUrl() }),
)
const rows = fc.array(fc.array(choice, { maxLength: 12 }), { maxLength: 12 })

test('whatever the choices, the keyboard is one Telegram takes', () => {
  fc.assert(
    fc.property(rows, (choices) => {
      const keyboard = keyboardOf(choices)?.inline_keyboard ?? []
      const buttons = keyboard.flat()
      expect(buttons.length).toBeLessThanOrEqual(100)
      for (const row of keyboard) expect(row.length).toBeGreaterThan(0)
      for (const row of keyboard) expect(row.length).toBeLessThanOrEqual(8)
      for (const { text } of buttons) {
        expect(text.trim()).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(64)
        expect(text.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('few buttons all appear, each with its id', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.record({ kind: fc.constant('button' as const), id, label }), { maxLength: 9 }), {
        maxLength: 9,
      }),
      (choices) => {
        const shown = (keyboardOf(choices)?.inline_keyboard ?? [])
          .flat()
          .map((button) => 'callback_data' in button && button.callback_data)
        expect(shown).toEqual(choices.flat().map((one) => one.id))
      },
    ),
  )
})

test('a card as an agent gets it: every kind of choice, accepted by Telegram', async () => {
  const telegram = await aTelegram()
  telegram.world.start(CARA)
  const choices: Choice[][] = [
    [
      { kind: 'button', id: 'take', label: 'Take', tone: 'primary' },
      { kind: 'button', id: 'close', label: 'Close', tone: 'danger' },
      { kind: 'people', id: 'assign', label: 'Assign' },
    ],
    [
      {
        kind: 'menu',
        id: 'priority',
        label: 'Priority',
        chosen: 'p2',
        options: [
          { id: 'p1', label: 'High' },
          { id: 'p2', label: 'Low' },
        ],
      },
      { kind: 'link', label: 'Manual', url: 'https://desk.example/manual' },
    ],
    [{ kind: 'button', id: 'long', label: `${'👩‍👩‍👧‍👦'.repeat(9)} family` }],
  ]
  const to = { platform: 'telegram', account: BOT, chat: String(CARA) } as const
  await aDesk(telegram).adapter.deliver({ id: 'd', to, act: 'post', post: { body: plainText('SP-1'), choices } })
  const buttons = telegram.world.messages(CARA).at(-1)?.buttons
  expect(buttons).toEqual([
    [
      { label: 'Take', data: 'take' },
      { label: 'Close', data: 'close' },
    ],
    [{ label: 'High', data: 'p1' }],
    [{ label: '• Low', data: 'p2' }],
    [{ label: 'Manual', url: 'https://desk.example/manual' }],
    [{ label: `${'👩‍👩‍👧‍👦'.repeat(5)}…`, data: 'long' }],
  ])
})

test('no choices, no keyboard', () => {
  expect(keyboardOf(undefined)).toBeUndefined()
  expect(keyboardOf([[{ kind: 'people', id: 'x', label: 'Assign' }]])).toBeUndefined()
})
