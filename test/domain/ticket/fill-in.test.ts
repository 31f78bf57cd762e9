import { describe, expect, it } from 'vitest'
import { fillIn } from '../../../src/domain/ticket/fill-in.ts'
import { moveTo } from '../../../src/domain/ticket/move.ts'
import { open } from '../../../src/domain/ticket/open.ts'
import { resolveAsAgent } from '../../../src/domain/ticket/resolve.ts'
import { ada, bo, desk, happened, rita } from './given.ts'

const opening = { id: 't', key: 'DEMO-1', by: rita, requesterId: rita, subject: 'No sound', fields: {} }
const bug = () =>
  happened(undefined, open(desk, { ...opening, ticketType: 'bug', fields: { steps: 'I pressed play', os: 'linux' } }))

describe('details', () => {
  it('given a bug, when Ada says for when it is planned, then it is kept the one way it is written', () => {
    const events = fillIn(bug(), desk, ada.id, { planned: ['Q4 2026'] })
    expect(events).toEqual([{ type: 'FieldChanged', by: 'ada', field: 'planned', from: null, to: '2026-Q4' }])
    expect(happened(bug(), events).fields).toEqual({ steps: 'I pressed play', os: 'linux', planned: '2026-Q4' })
  })
  it('given an answer, when it is taken away, then nothing stands there; saying the same twice is harmless', () => {
    const after = happened(bug(), fillIn(bug(), desk, ada.id, { os: [] }))
    expect(after.fields).toEqual({ steps: 'I pressed play' })
    expect(fillIn(after, desk, ada.id, { os: [], steps: ['I pressed play'] })).toEqual([])
  })
  it('refuses a field the type has not, and an answer the form would refuse', () => {
    expect(() => fillIn(bug(), desk, ada.id, { mood: ['bad'] })).toThrow('no-such-field')
    expect(() => fillIn(bug(), desk, ada.id, { planned: ['soon'] })).toThrow('answers-incomplete')
  })
})

describe('transitions', () => {
  const prepaid = { id: 'prepaid', kind: 'yesno' as const, label: { en: 'Prepaid' }, required: false }
  const strict = {
    ...desk,
    types: [{ ...desk.types[0], agentFields: [prepaid] }] as typeof desk.types,
    transitions: [
      { from: 'new', to: 'open', by: ['agent'], requires: ['prepaid'] },
      { from: 'open', to: 'done', by: ['lead'], requires: [] },
    ],
  }
  const asked = () => happened(undefined, open(strict, { ...opening, ticketType: 'question' }))

  it('given that prepayment must be in, when Ada goes ahead without, or with a no, then she is told what is missing', () => {
    expect(() => moveTo(asked(), strict, ada, 'open')).toThrow('transition-needs')
    const no = happened(asked(), fillIn(asked(), strict, ada.id, { prepaid: ['no'] }))
    expect(() => moveTo(no, strict, ada, 'open')).toThrow('transition-needs')
    const yes = happened(no, fillIn(no, strict, ada.id, { prepaid: ['yes'] }))
    expect(moveTo(yes, strict, ada, 'open')).toMatchObject([{ type: 'StatusMoved', status: 'open' }])
  })
  it('given that only a lead says it is done, when Bo presses Resolve, then he may not', () => {
    const going = happened(asked(), [
      {
        type: 'StatusMoved',
        by: 'ada',
        cause: 'chosen',
        from: 'new',
        status: 'open',
        stage: 'open',
      },
    ])
    expect(() => resolveAsAgent(going, strict, bo)).toThrow('transition-not-allowed')
    expect(resolveAsAgent(going, strict, { ...bo, roles: ['lead'] })).toMatchObject([{ type: 'TicketResolved' }])
  })
})
