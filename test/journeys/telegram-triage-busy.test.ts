import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { asksInForum, FORUM, TG_ADA, TG_BO, withForum } from '../support/forum.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
afterEach(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

interface Row {
  id: string
  rank: number
  state: string
  /** By the lanes' clock. */
  triedAt: Date | null
}

describe('a busy group', () => {
  /** The lanes' clock is moved on by hand. */
  let hour = Date.now()
  const owed = async (client: pg.Client) => {
    const found = await client.query<Row>(
      // Of what was sent within one of its steps nothing says which was first.
      `select id, rank, state, tried_at as "triedAt" from delivery where chat = $1 order by tried_at, rank`,
      [String(FORUM)],
    )
    return found.rows
  }

  it('gets at most 20 messages in any minute, people’s words before cards', async () => {
    desk = await startTestDesk({
      desk: (demo) => withForum(demo),
      platformBudgets: true,
      realNow: () => new Date(hour),
    })
    const client = new pg.Client({ connectionString: desk.database.url })
    await client.connect()
    try {
      const people = ['Cara', 'Dora', 'Enid'].map((name) => newCustomer(desk, name))
      for (const person of people) desk.telegram.write(person, `${person} needs help`)
      const isCard = ({ buttons }: { buttons: unknown[] }) => buttons.length > 0
      const card = await until(() => {
        hour += 500
        return desk.telegram.messages(FORUM).find(isCard)
      }, 'a card')
      // From here on the lanes' clock stands still, until everything is heard.
      for (let n = 1; n <= 10; n++) for (const person of people) desk.telegram.write(person, `and this, ${n}`)
      // Each changes the card; of its edits only the newest goes out.
      for (const label of ['Take', 'Urgent', 'High']) desk.telegram.press(TG_ADA, card.id, { label }, { chat: FORUM })
      await desk.playground.telegram.idle()
      await until(async () => {
        const waiting = await client.query(`select id from inbox where state = 'waiting'`)
        return waiting.rowCount === 0
      }, 'all heard')

      const pending = new Set((await owed(client)).filter(({ state }) => state === 'pending').map(({ id }) => id))
      expect(pending.size).toBeGreaterThan(20)
      await until(
        async () => {
          hour += 1000
          return (await owed(client)).every(({ state }) => state !== 'pending' && state !== 'sending')
        },
        'all sent',
        60_000,
      )
      const rows = (await owed(client)).filter(({ state }) => state === 'sent')
      const at = rows.map(({ triedAt }) => triedAt?.getTime() ?? 0)
      const most = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length))
      expect(most).toBeLessThanOrEqual(20)
      expect(most).toBeGreaterThan(10)

      const sentLater = rows.filter(({ id }) => pending.has(id)).map(({ rank }) => rank)
      expect(sentLater).toContain(5)
      expect(sentLater).toEqual(sentLater.toSorted((one, other) => one - other))
      for (const person of people) {
        const said = desk.telegram.messages(FORUM).filter(({ text }) => text.includes('and this, 10'))
        expect(said.length, String(person)).toBe(people.length)
      }
    } finally {
      await client.end()
      // On a Monday the group reads how the week was, too: there is room for it now.
      hour += 60_000
    }
  }, 120_000)
})

describe('several groups', () => {
  it('a new ticket goes to the group with the fewest open tickets', async () => {
    desk = await startTestDesk({ desk: (demo) => withForum(demo, [String(FORUM), '-1002']) })
    desk.telegram.addForum(-1002, 'More agents', [TG_BO])
    const ask = (name: string, forum: number) => asksInForum(desk, newCustomer(desk, name), `${name} asks`, forum)
    const first = await ask('Fay', FORUM)
    await ask('Greta', -1002)
    const third = await ask('Hedy', FORUM)
    const fourth = await ask('Ines', -1002)
    // What is solved is no burden.
    desk.telegram.turnTopic(TG_ADA, FORUM, first.thread, true)
    await told(desk, first.customer, `We think ${first.key} is solved`)
    desk.telegram.turnTopic(TG_ADA, FORUM, third.thread, true)
    await told(desk, third.customer, `We think ${third.key} is solved`)
    await ask('June', FORUM)
    // Whoever is in either group is an agent.
    desk.telegram.write(TG_BO, { text: 'From the other group', chat: -1002, thread: fourth.thread })
    await told(desk, fourth.customer, 'From the other group')
  })
})
