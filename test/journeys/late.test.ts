import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, TRIAGE } from '../../playground/slack/index.ts'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('what Ada wrote before Bo and arrived after him says so, for they write in one thread', async () => {
  const customer = newCustomer(desk, 'Nora')
  desk.telegram.write(customer, 'The kettle whistles without water')
  const card = await cardOf(desk, 'kettle')
  const deaf = await refusing(desk, 'unplug it', 3)

  desk.slack.say(ADA, TRIAGE, { text: 'Please unplug it.', thread: card.ts })
  await deaf.refused
  desk.slack.say(BO, TRIAGE, { text: 'Is it unplugged?', thread: card.ts })
  await told(desk, customer, 'Is it unplugged?')

  const late = await told(desk, customer, 'Please unplug it.')
  expect(late.text).toContain('arrived late')
  expect(chatOf(desk, customer).filter((text) => text.includes('arrived late'))).toHaveLength(1)
  await replayedEqualsStored(desk)
})

/** Slack's requests meet closed doors until these words have come so many times, and then the desk again. */
async function refusing(
  { playground, desk: running }: TestDesk,
  words: string,
  times: number,
): Promise<{ refused: Promise<void> }> {
  const { promise: refused, resolve } = Promise.withResolvers<void>()
  let left = times
  const server = createServer(async (request, response) => {
    if ((await text(request)).includes(words)) left -= 1
    if (left === 0) {
      playground.slack.setRequestUrl(`http://127.0.0.1:${running.port}/slack/events`)
      server.close()
      resolve()
    }
    response.writeHead(503, { connection: 'close' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  playground.slack.setRequestUrl(`http://127.0.0.1:${address.port}/`)
  return { refused }
}
