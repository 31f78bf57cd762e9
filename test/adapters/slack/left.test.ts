import { describe, expect, it } from 'vitest'
import { here, read } from '../../../adapters/slack/in/read.ts'
import { rowOf } from '../../../adapters/slack/in/row.ts'

const at = here({ account: 'T0DEMO', botUser: 'U0DESK', botId: 'B0DESK', scopes: undefined } as never, '/ticket') // only ids are read
const told = (event: Record<string, unknown>) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  event_time: 1_795_000_000,
  event,
})

describe('somebody leaves', () => {
  it('a channel', () => {
    const [left] = read(told({ type: 'member_left_channel', user: 'U0ADA', channel: 'C0TRIAGE' }), at)
    expect(left).toEqual({
      does: 'leave',
      who: { platform: 'slack', account: 'T0DEMO', id: 'U0ADA' },
      at: { platform: 'slack', account: 'T0DEMO', chat: 'C0TRIAGE' },
      occurredAt: new Date(1_795_000_000_000),
    })
  })

  it('the workspace', () => {
    const closed = told({ type: 'user_change', user: { id: 'U0ADA', deleted: true } })
    expect(read(closed, at)).toMatchObject([{ does: 'leave', at: { chat: 'U0ADA' } }])
    expect(rowOf(closed as never, 'T0DEMO')).toMatchObject({ key: 'Ev1' }) // as the receiver hands it over
  })

  it('a new picture is not even stored', () => {
    const changed = told({ type: 'user_change', user: { id: 'U0ADA', deleted: false, profile: {} } })
    expect(rowOf(changed as never, 'T0DEMO')).toBeUndefined() // as the receiver hands it over
    expect(read(changed, at)).toEqual([])
  })
})
