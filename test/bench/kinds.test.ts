import { expect, it } from 'vitest'
import { rowOf } from '../../bench/kinds/row.ts'

const plain = [
  { cpuMs: 4, p50: 20 },
  { cpuMs: 5, p50: 25 },
]

it('what did not come, and what there is not, stand in their own columns', () => {
  expect(rowOf('Plain words', plain)).toBe('| Plain words | CPU 4.00 ms, p50 20 ms | CPU 5.00 ms, p50 25 ms |')
  expect(rowOf('A photo', ['missing', { cpuMs: 10, p50: 30 }], plain)).toBe(
    '| A photo | **did not come** | 2.0 ×, p50 30 ms |',
  )
  expect(rowOf('A sticker', [undefined, { cpuMs: 10, p50: 30 }], plain)).toBe('| A sticker | – | 2.0 ×, p50 30 ms |')
  expect(rowOf('A photo', [{ cpuMs: 10, p50: 30 }], ['missing'])).toBe('| A photo | CPU 10.00 ms, p50 30 ms |')
})
