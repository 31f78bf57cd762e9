import { expect, it } from 'vitest'
import { called } from '../../../adapters/telegram/post.ts'

it('whom the desk calls stands in a line above, and what was bold stays bold where it moved to', () => {
  const post = { text: 'DEMO-1 is late', entities: [{ type: 'bold' as const, offset: 0, length: 6 }] }
  const calls = [
    { kind: 'person' as const, id: '7101', name: 'Ada 🦊' },
    { kind: 'group' as const, id: 'S0LEADS', name: 'leads' },
  ]
  expect(called(calls, post)).toEqual({
    text: 'Ada 🦊 leads\nDEMO-1 is late',
    entities: [
      { type: 'text_mention', offset: 0, length: 6, user: { id: 7101, is_bot: false, first_name: 'Ada 🦊' } },
      { type: 'bold', offset: 13, length: 6 },
    ],
  })
  expect(called([], post)).toEqual(post)
})
