import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { forgeries } from '../support/forgery.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('no address anybody gives is visited: not in words, files, answers or redirects (SEC9)', async () => {
  const { addresses, inside, outside, trapped } = await forgeries(desk)
  expect(outside).toEqual([])
  expect(trapped).toBe(0)
  // The eye was open.
  expect(inside).toBeGreaterThan(0)
  expect(addresses).toBeGreaterThan(10)
})
