import { expect, it } from 'vitest'
import { followMoves } from '../../../src/domain/desk/follow-moves.ts'
import { withForum } from '../../support/forum.ts'
import { exampleDesk } from './example.ts'

const forum = withForum(exampleDesk(), ['-7', '-8'])

it('wherever a desk names a group that moved it names the new one; the others stay', () => {
  const desk = { ...forum, routing: [{ when: { type: ['bug'] }, to: '-7' }] }
  const moved = followMoves(desk, new Map([['-7', '-1007']]))
  expect(moved.triage).toEqual({ platform: 'telegram', chat: '-1007' })
  expect(moved.channels.telegram?.triage).toEqual(['-1007', '-8'])
  expect(moved.routing[0]?.to).toBe('-1007')
  expect(moved.roles.find(({ id }) => id === 'agent')?.who.telegramMembersOf).toEqual(['-1007', '-8'])
})

it('where nothing moved the desk is as it was, and following twice is following once', () => {
  const moves = new Map([['-7', '-1007']])
  expect(followMoves(forum, new Map())).toEqual(forum)
  expect(followMoves(followMoves(forum, moves), moves)).toEqual(followMoves(forum, moves))
})
