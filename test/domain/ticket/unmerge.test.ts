import { describe, expect, it } from 'vitest'
import { changeRequester } from '../../../src/domain/ticket/change-requester.ts'
import type { RecordedEvent, TicketEvent } from '../../../src/domain/ticket/events.ts'
import { mergeInto, takeIn } from '../../../src/domain/ticket/merge.ts'
import { doubt } from '../../../src/domain/ticket/note.ts'
import { stillNeedHelp } from '../../../src/domain/ticket/still-need-help.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { firstAnswerAfter, giveBack, mergeOf, unmerge } from '../../../src/domain/ticket/unmerge.ts'
import { asked, clockOf, at as hour, moved, rita as writes, ada as writesBack } from '../promise.ts'
import { at, desk, given, happened, rita } from './given.ts'

const minute = (n: number) => new Date(at.getTime() + n * 60_000)

/** A ticket with its history, a minute between one act and the next; the events of one act in one breath. */
function lived(...acts: TicketEvent[][]): { ticket: Ticket; history: RecordedEvent[] } {
  const opened: TicketEvent = {
    type: 'TicketOpened',
    by: rita,
    id: 't1',
    key: 'DEMO-1',
    deskId: 'demo',
    requesterId: rita,
    subject: 'Printer',
    ticketType: 'question',
    priority: 'normal',
    category: null,
    status: 'new',
    stage: 'new',
    fields: {},
    organisationId: null,
    plan: 'basic',
    triage: { platform: 'slack', chat: 'C0TRIAGE' },
  }
  const history = [[opened], ...acts].flatMap((events, index) =>
    events.map((event) => ({ event, occurredAt: minute(index), receivedAt: minute(index) })),
  )
  const numbered = history.map((one, index) => ({ ...one, sequence: index + 1 }))
  return {
    ticket: happened(
      undefined,
      numbered.map(({ event }) => event),
    ),
    history: numbered,
  }
}

const replied: TicketEvent = { type: 'RequesterReplied', by: rita, message: 'm1' }
const answered: TicketEvent = { type: 'AgentReplied', by: 'ada', message: 'm2' }
const waiting: TicketEvent = {
  type: 'StatusMoved',
  by: 'ada',
  cause: 'onAgentReply',
  from: 'new',
  status: 'waiting',
  stage: 'waiting-requester',
}
const resolved: TicketEvent = { type: 'TicketResolved', by: 'ada', status: 'done', resolution: 'answered' }
const survivor = { ...given(), id: 't2', key: 'DEMO-2' }

describe('Ada undoes a merge: the ticket that ended', () => {
  it('waits for Rita again, snoozed as it was if that hour is still ahead', () => {
    const snoozed: TicketEvent = { type: 'Snoozed', by: 'ada', until: minute(60).toISOString() }
    const before = lived([replied], [answered, waiting], [snoozed])
    const { ticket, history } = lived(
      [replied],
      [answered, waiting],
      [snoozed],
      mergeInto(before.ticket, desk, 'ada', survivor),
    )
    expect(ticket.stage).toBe('closed')
    const back = happened(ticket, unmerge(ticket, history, 'ada', { answeredAt: null, now: minute(10) }))
    expect(back).toMatchObject({ stage: 'waiting-requester', status: 'waiting', closedAt: null })
    expect(back.snoozedUntil).toEqual(minute(60))
    const late = happened(ticket, unmerge(ticket, history, 'ada', { answeredAt: null, now: minute(61) }))
    expect(late.snoozedUntil).toBeNull()
  })

  it('is silent since then: what was not said meanwhile ends nothing, and no reminder of before does', () => {
    const reminded: TicketEvent = {
      type: 'RequesterReminded',
      by: null,
      rule: 0,
      anchoredAt: minute(2).toISOString(),
      step: 0,
      resolvesAt: null,
    }
    const before = lived([replied], [answered, waiting], [reminded])
    const merged = mergeInto(before.ticket, desk, 'ada', survivor)
    const { ticket, history } = lived([replied], [answered, waiting], [reminded], merged)
    const back = happened(ticket, unmerge(ticket, history, 'ada', { answeredAt: null, now: minute(10) }))
    expect(back).toMatchObject({ stage: 'waiting-requester', statusSince: minute(10), silence: null })
  })

  it('is resolved again where it was, and keeps what was said of its tags since', () => {
    const { ticket, history } = lived([replied], [resolved], mergeInto(given(resolved), desk, 'ada', survivor), [
      { type: 'TicketTagged', by: 'bo', tags: ['lift'] },
    ])
    const back = happened(ticket, unmerge(ticket, history, 'ada', { answeredAt: null, now: minute(10) }))
    expect(back).toMatchObject({ stage: 'resolved', resolution: 'answered', tags: ['lift'] })
    expect(back.resolvedAt).not.toBeNull()
  })

  it('only once, and only one that was merged', () => {
    const plain = lived([replied])
    expect(() => unmerge(plain.ticket, plain.history, 'ada', { answeredAt: null, now: at })).toThrow('not-merged')
    const merged = lived([replied], mergeInto(given(), desk, 'ada', survivor))
    const undone = unmerge(merged.ticket, merged.history, 'ada', { answeredAt: null, now: minute(9) })
    const after = lived([replied], mergeInto(given(), desk, 'ada', survivor), undone)
    expect(mergeOf(after.history)).toBeUndefined()
    expect(() => unmerge(after.ticket, after.history, 'ada', { answeredAt: null, now: at })).toThrow('not-merged')
  })
})

describe('and the one that took it in', () => {
  const source = { key: 'DEMO-9', unansweredSince: minute(1) }
  const takes = (ticket: Ticket) => takeIn(ticket, desk, 'ada', source)

  it('waits for Rita again, for nobody has spoken since', () => {
    const before = lived([replied], [answered, waiting]).ticket
    const { ticket, history } = lived([replied], [answered, waiting], takes(before))
    expect(ticket.stage).toBe('open')
    const [event] = giveBack(ticket, history, 'ada', source, minute(9))
    expect(event).toMatchObject({ type: 'MergedInUndone', waitsSince: null })
    expect(happened(ticket, event ? [event] : [])).toMatchObject({
      stage: 'waiting-requester',
      statusSince: minute(9),
    })
  })

  it('stays ours where Rita has written here since: she waits from then', () => {
    const before = lived([replied], [answered, waiting]).ticket
    const { ticket, history } = lived([replied], [answered, waiting], takes(before), [replied])
    const [event] = giveBack(ticket, history, 'ada', source, minute(9))
    expect(event).toMatchObject({ stood: null, waitsSince: minute(4).toISOString() })
  })

  it('waits since she asked where the answer to it has been taken back', () => {
    const gone: TicketEvent = { type: 'MessageDeleted', by: 'ada', message: 'm2', unanswered: true }
    const before = lived([replied], [answered], [gone]).ticket
    const { ticket, history } = lived([replied], [answered], [gone], takes(before))
    expect(giveBack(ticket, history, 'ada', source, minute(9))).toMatchObject([{ waitsSince: minute(0).toISOString() }])
  })

  it('waits from when her thanks here became a question by an edit', () => {
    const solved = lived([replied], [answered], [resolved]).ticket
    const asks = doubt(solved, desk, rita, 'm3')
    const before = lived([replied], [answered], [resolved], asks).ticket
    const { ticket, history } = lived([replied], [answered], [resolved], asks, takes(before))
    const [event] = giveBack(ticket, history, 'ada', source, minute(9))
    expect(event).toMatchObject({ waitsSince: minute(4).toISOString() })
  })

  it('waits since she asked what was split off from another, and Ada opened for her', () => {
    const askedSince = new Date(at.getTime() - 3_600_000).toISOString()
    const { ticket, history } = lived([replied], takes(lived([replied]).ticket))
    const split = history.map((one) => {
      const { event } = one
      return event.type === 'TicketOpened' ? { ...one, event: { ...event, by: 'ada', askedSince } } : one
    })
    expect(giveBack(ticket, split, 'ada', source, minute(9))).toMatchObject([{ waitsSince: askedSince }])
  })

  it('waits from when she pressed under the answer that help is still needed', () => {
    const asks = stillNeedHelp(lived([replied], [answered], [resolved]).ticket, desk, rita)
    const before = lived([replied], [answered], [resolved], asks).ticket
    const { ticket, history } = lived([replied], [answered], [resolved], asks, takes(before))
    expect(giveBack(ticket, history, 'ada', source, minute(9))).toMatchObject([{ waitsSince: minute(4).toISOString() }])
  })

  it('stays as it is where a colleague has moved it, or it is closed', () => {
    const before = lived([replied], [answered, waiting]).ticket
    const moved: TicketEvent = {
      type: 'StatusMoved',
      by: 'bo',
      cause: 'chosen',
      from: 'open',
      status: 'on-hold',
      stage: 'waiting-other',
    }
    const { ticket, history } = lived([replied], [answered, waiting], takes(before), [moved])
    expect(giveBack(ticket, history, 'ada', source, minute(9))).toMatchObject([{ stood: null }])
    // Nor does what Rita left unanswered wait for somebody else.
    const corrected = lived(
      [replied],
      [answered, waiting],
      takes(before),
      changeRequester(before, desk, 'bo', 'kim', undefined),
    )
    expect(giveBack(corrected.ticket, corrected.history, 'ada', source, minute(9))).toMatchObject([{ stood: null }])
    const closed = { ...ticket, stage: 'closed' as const }
    expect(giveBack(closed, history, 'ada', source, minute(9))).toEqual([])
  })

  it('no longer tells the other one’s watchers, but for those who have come here by another way', () => {
    const here: TicketEvent = { type: 'WatcherAdded', by: rita, person: 'sam' }
    const before = lived([replied], [here]).ticket
    const came = takeIn(before, desk, 'ada', {
      ...source,
      unansweredSince: null,
      watchers: ['sam', 'kim', 'lou', 'max'],
    })
    const { ticket, history } = lived([replied], [here], came, [
      { type: 'WatcherRemoved', by: 'max', person: 'max' },
      { type: 'WatcherRemoved', by: 'lou', person: 'lou' },
      { type: 'WatcherAdded', by: rita, person: 'lou' },
    ])
    expect(ticket.watchers).toEqual(['sam', 'kim', 'lou'])
    const undone = giveBack(ticket, history, 'ada', source, minute(9))
    expect(undone.slice(1)).toEqual([{ type: 'WatcherRemoved', by: 'ada', person: 'kim' }])
    expect(happened(ticket, undone).watchers).toEqual(['sam', 'lou'])
    // Also where it is closed: a late word of theirs is not for this one's requester.
    expect(giveBack({ ...ticket, stage: 'closed' }, history, 'ada', source, minute(9))).toEqual(undone.slice(1))
  })

  it('an answer given there meanwhile is the answer to both', () => {
    const { history } = lived([replied], [answered, waiting], takes(given()), [answered])
    expect(firstAnswerAfter(history, minute(3))).toEqual(minute(4))
    expect(firstAnswerAfter(history, minute(4))).toBeNull()
    // Not one that is taken back.
    const gone: TicketEvent = { type: 'ReplyWithdrawn', by: 'ada', message: 'm2', unanswered: true }
    const back = lived([replied], takes(given()), [answered], [gone])
    expect(firstAnswerAfter(back.history, minute(2))).toBeNull()
  })
})

describe('and the clocks', () => {
  const merged = [
    { at: hour(9, 20), type: 'merged-away' as const },
    { at: hour(9, 20), type: 'status' as const, status: 'closed', resolved: true },
  ]
  const undone = (answeredAt: number | null) => ({
    at: hour(11),
    type: 'unmerged' as const,
    status: 'new',
    resolved: false,
    answeredAt,
  })

  it('run on as if it never had ended: what was due meanwhile is late since it was due', () => {
    const keeping = asked(...merged, undone(null))
    expect(clockOf(keeping, 'resolution')).toMatchObject({ cancelled: null, stoppedAt: null, pauses: [] })
    expect(clockOf(keeping, 'first-response')).toMatchObject({
      cancelled: null,
      breachedAt: hour(10),
      breachedBy: 'due',
    })
  })

  it('an answer given in the other one meanwhile is the answer here', () => {
    const keeping = asked(...merged, undone(hour(9, 40)))
    expect(clockOf(keeping, 'first-response')).toMatchObject({ stoppedAt: hour(9, 40), breachedAt: null })
    expect(clockOf(keeping, 'resolution')).toMatchObject({ stoppedAt: null, cancelled: null })
  })

  it('of the other one: what it waited for because of the merge is nobody’s any more', () => {
    const taken = { at: hour(10), type: 'merged-in' as const, unansweredSince: hour(9, 30) }
    const back = (waitsSince: number | null) => ({
      at: hour(10, 30),
      type: 'merged-in-undone' as const,
      since: hour(9, 30),
      waitsSince,
    })
    const answered = [writesBack(hour(9, 10)), moved(hour(9, 10), 'waiting')]
    expect(clockOf(asked(...answered, taken, back(null)), 'next-response').cancelled).toBe('merged')
    const asking = asked(...answered, writes(hour(9, 50)), taken, back(hour(9, 50)))
    expect(clockOf(asking, 'next-response')).toMatchObject({ startedAt: hour(9, 50), cancelled: null })
    // Its own question was the older one: the merge moved nothing, nor does its end.
    const older = asked(...answered, writes(hour(9, 15)), taken, back(hour(9, 15)))
    expect(clockOf(older, 'next-response')).toMatchObject({ startedAt: hour(9, 15), cancelled: null })
  })
})
