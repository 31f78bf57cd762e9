import { secrets, type TestDesk } from './desk.ts'
import type { Ear } from './heard.ts'
import { until } from './people.ts'

let updates = 0

/**
 * A press as Telegram tells it, of whatever button: here it stands under the newest message of their own chat. For a
 * desk that is told by webhook. Resolves with what became of it.
 */
export function forgedPress(desk: TestDesk, ear: Ear, customer: number, button: string): Promise<string> {
  updates += 1
  const id = `forged-${updates}`
  const under = desk.telegram.messages(customer).findLast(({ from }) => from === 'bot')
  const query = {
    id,
    from: { id: customer, is_bot: false, first_name: 'Mallory' },
    message: {
      message_id: under?.id,
      date: 1_800_000_000,
      chat: { id: customer, type: 'private' },
      from: { id: 700_001, is_bot: true, first_name: 'Deskhand' },
      text: 'whatever it said',
    },
    chat_instance: '1',
    data: button,
  }
  const body = JSON.stringify({ update_id: 900_000_000 + updates, callback_query: query })
  // A machine that is busy says so with a 503, and a platform says it again.
  const told = async (): Promise<boolean> => {
    const { ok } = await fetch(`http://127.0.0.1:${desk.desk.port}/telegram/webhook`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': secrets.webhookSecret,
      },
      body,
    })
    return ok
  }
  return ear.heard(`"${id}"`, () => until(told, 'that it is taken'))
}
