import { expect, test } from 'vitest'
import { type Enclosure, filesBrought } from '../../../src/domain/ticket/enclosure.ts'

test('an edit brings what was not there, and nothing of which nobody can say whether it is the same', () => {
  const file = (print?: string): Enclosure => ({ kind: 'file', as: 'photo', file: `file ${print}`, print })
  expect(filesBrought([], [file('a')])).toEqual([file('a')])
  expect(filesBrought([file('a'), file('b')], [file('b')])).toEqual([])
  expect(filesBrought([file('a'), file('b')], [file('c')])).toEqual([file('c')])
  expect(filesBrought([file()], [file('a')])).toEqual([])
  expect(filesBrought([], [file(), { kind: 'dice', emoji: '🎲', value: 6 }])).toEqual([])
})
