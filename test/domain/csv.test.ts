import { expect, it } from 'vitest'
import { csvOf } from '../../src/domain/csv.ts'

it('what people called themselves is never a formula, and never another cell', () => {
  expect(csvOf([['=HYPERLINK("x")', '+1', '-1', '@a', 'Ada', -1, null, 'a, "b"\nc']])).toBe(
    `"'=HYPERLINK(""x"")",'+1,'-1,'@a,Ada,-1,,"a, ""b""\nc"\r\n`,
  )
})
