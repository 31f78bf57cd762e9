import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Unit } from '../../src/ports/store.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, seen, shownIn, until } from '../support/people.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('words in a thread that is written down while somebody looks for it are heard in it', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket', 'the gate sticks')
  const card = await cardOf(desk, 'the gate sticks')
  const root = await until(() => seen(slack, HELP, 'the gate sticks'), 'the root of her thread')
  await desk.desk.idle()

  // Its thread is looked for a moment before it is there, and what is under way is asked after a moment later.
  let missed = 0
  const { store } = desk.desk
  const transaction = store.transaction.bind(store)
  const early = ({ tickets, ...unit }: Unit): Unit => ({
    ...unit,
    tickets: {
      ...tickets,
      placeAt: (at) => (at.thread === root.ts && missed++ === 0 ? Promise.resolve(undefined) : tickets.placeAt(at)),
    },
  })
  vi.spyOn(store, 'transaction').mockImplementation((work, ahead) => transaction((unit) => work(early(unit)), ahead))
  slack.say(RITA, HELP, { text: 'and it squeaks', thread: root.ts })
  await until(
    () => shownIn(slack, TRIAGE, card.ts).join().includes('and it squeaks'),
    'her words in the agents’ thread',
  )
  expect(missed).toBeGreaterThan(0)
})
