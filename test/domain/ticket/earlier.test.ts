import { expect, it } from 'vitest'
import { bringEarlier } from '../../../src/domain/ticket/earlier.ts'
import { isEarlier } from '../../../src/domain/ticket/message.ts'
import { at, given, happened, rita } from './given.ts'

it('what is brought along changes nothing of the ticket but its history; bringing nothing is nothing', () => {
  const ticket = given({ type: 'RequesterReplied', by: rita, message: 'm1' })
  const after = happened(ticket, bringEarlier(rita, ['m0']))
  expect(after).toEqual({ ...ticket, version: ticket.version + 1 })
  expect(bringEarlier(rita, [])).toEqual([])
})

it('earlier is what was said beside the ticket before it began, and no note of an agent', () => {
  const ticket = given()
  const before = new Date(at.getTime() - 1)
  expect(isEarlier({ kind: 'note', side: 'requester', occurredAt: before }, ticket)).toBe(true)
  expect(isEarlier({ kind: 'note', side: 'requester', occurredAt: at }, ticket)).toBe(false)
  expect(isEarlier({ kind: 'note', side: 'agent', occurredAt: before }, ticket)).toBe(false)
  expect(isEarlier({ kind: 'message', side: 'requester', occurredAt: before }, ticket)).toBe(false)
})
