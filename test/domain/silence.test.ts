import { describe, expect, it } from 'vitest'
import { nextSilence, type SilenceFacts } from '../../src/domain/silence.ts'
import { apply } from '../../src/domain/ticket/apply.ts'
import { changeRequester } from '../../src/domain/ticket/change-requester.ts'
import type { TicketEvent } from '../../src/domain/ticket/events.ts'
import { moveDesk } from '../../src/domain/ticket/move-place.ts'
import { silenceFactsOf } from '../../src/domain/ticket/silence-facts.ts'
import { exampleDesk } from './desk/example.ts'
import { at, rules } from './promise.ts'
import { ada, desk as demo, given, happened, rita } from './ticket/given.ts'

const DAY = 24

/** Ada answered on Monday at nine, and the ticket waits for Rita since. */
const waiting: SilenceFacts = {
  status: 'waiting',
  stage: 'waiting-requester',
  statusSince: at(9),
  lastMessageAt: at(9),
  lastMessageBy: 'agent',
  lastAgentReplyAt: at(9),
  done: null,
}

const chain = [
  { after: 'P3D', do: 'remind' },
  { after: 'P3D', do: 'cancel' },
]

function next(facts: Partial<SilenceFacts>, ...silence: unknown[]) {
  const desk = exampleDesk({
    zone: 'UTC',
    silence: silence.length > 0 ? silence : [{ anchor: 'last-message', steps: chain }],
  })
  return nextSilence(desk, { ...waiting, ...facts }, rules.hoursOf)
}

describe('Rita does not write back', () => {
  it('is reminded after three days, and three days after the reminder it is over', () => {
    const reminded = { rule: 0, anchoredAt: at(9), step: 0, at: at(9 + 3 * DAY, 7) }
    expect(next({})).toEqual({ rule: 0, anchoredAt: at(9), step: 0, do: 'remind', at: at(9 + 3 * DAY) })
    expect(next({ done: reminded })).toMatchObject({ step: 1, do: 'cancel', at: at(9 + 6 * DAY, 7) })
    expect(next({ done: { ...reminded, step: 1 } })).toBeUndefined()
  })

  it('her word ends the silence, also where the desk leaves the status as it is', () => {
    expect(next({ status: 'open', stage: 'open' })).toBeUndefined()
    expect(
      next({ lastMessageAt: at(12), lastMessageBy: 'requester' }, { anchor: 'last-agent-reply', steps: chain }),
    ).toBeUndefined()
    const entered = { anchor: 'enter-status:waiting', steps: chain }
    expect(next({}, entered)?.at).toBe(at(9 + 3 * DAY))
    expect(next({ lastMessageAt: at(12), lastMessageBy: 'requester' }, entered)).toBeUndefined()
    // A rule over any silence counts hers, too, where the file names no stage it may not count in.
    expect(next({ lastMessageAt: at(12), lastMessageBy: 'requester' })?.at).toBe(at(12 + 3 * DAY))
  })

  it('Ada’s second word begins the silence again, or does not, as the desk has it', () => {
    const again = { lastMessageAt: at(20), lastAgentReplyAt: at(20) }
    expect(next(again)?.at).toBe(at(20 + 3 * DAY))
    expect(next(again, { anchor: 'last-agent-reply', steps: chain })?.at).toBe(at(20 + 3 * DAY))
    expect(next(again, { anchor: 'enter-status:waiting', steps: chain })?.at).toBe(at(9 + 3 * DAY))
  })

  it('Ada’s word between two steps of a status begins neither anew, and of a silence all over', () => {
    const asked = happened(given(), [
      { type: 'AgentReplied', by: ada.id, message: 'm1' },
      {
        type: 'StatusMoved',
        by: ada.id,
        cause: 'onAgentReply',
        from: 'new',
        status: 'waiting',
        stage: 'waiting-requester',
      },
    ])
    const since = asked.statusSince.getTime()
    const inDays = (days: number) => since + days * DAY * 3_600_000
    const then = (ticket: typeof asked, day: number, event: TicketEvent) => {
      const when = new Date(inDays(day))
      return apply(ticket, { sequence: ticket.version + 1, occurredAt: when, receivedAt: when, event })
    }
    const reminded = then(asked, 3, {
      type: 'RequesterReminded',
      by: null,
      rule: 0,
      anchoredAt: asked.statusSince.toISOString(),
      step: 0,
      resolvesAt: null,
    })
    const again = then(reminded, 4, { type: 'AgentReplied', by: ada.id, message: 'm2' })
    const entered = { anchor: 'enter-status:waiting', steps: chain }
    expect(next(silenceFactsOf(again), entered)).toMatchObject({ step: 1, do: 'cancel', at: inDays(6) })
    expect(next(silenceFactsOf(again))).toMatchObject({ step: 0, do: 'remind', at: inDays(7) })
    const word = then(again, 5, { type: 'RequesterReplied', by: rita, message: 'm3' })
    expect(next(silenceFactsOf(word), entered)).toBeUndefined()
  })

  it('her word in a status that stays ends its silence; the first answer to it begins it anew, and no second one does', () => {
    let ticket = given()
    const opened = ticket.openedAt.getTime()
    const inDays = (days: number) => opened + days * DAY * 3_600_000
    const on = (day: number, event: TicketEvent) => {
      const when = new Date(inDays(day))
      ticket = apply(ticket, { sequence: ticket.version + 1, occurredAt: when, receivedAt: when, event })
    }
    const answers = (day: number) => on(day, { type: 'AgentReplied', by: ada.id, message: `m${day}` })
    const entered = {
      anchor: 'enter-status:waiting-other',
      steps: [
        { after: 'P14D', do: 'remind' },
        { after: 'P14D', do: 'close' },
      ],
    }
    const step = () => next(silenceFactsOf(ticket), entered)
    on(-1, { type: 'RequesterReplied', by: rita, message: 'm0' })
    const stage = 'waiting-other'
    on(0, { type: 'StatusMoved', by: ada.id, cause: 'chosen', from: 'new', status: stage, stage })
    answers(1)
    expect(step()).toMatchObject({ do: 'remind', at: inDays(14), anchoredAt: inDays(0) })
    on(14, {
      type: 'RequesterReminded',
      by: null,
      rule: 0,
      anchoredAt: new Date(inDays(0)).toISOString(),
      step: 0,
      resolvesAt: null,
    })
    expect(step()).toMatchObject({ do: 'close', at: inDays(28) })
    on(20, { type: 'RequesterReplied', by: rita, message: 'm' })
    expect(step()).toBeUndefined()
    answers(30)
    // Anchored anew: the reminder is another one than that of day 14.
    expect(step()).toMatchObject({ do: 'remind', at: inDays(44), anchoredAt: inDays(30) })
    answers(35)
    expect(step()).toMatchObject({ do: 'remind', at: inDays(44), anchoredAt: inDays(30) })
  })

  describe('and the ticket comes to another desk, or is somebody else’s', () => {
    const asked = given({ type: 'AgentReplied', by: ada.id, message: 'm1' })
    const since = asked.openedAt.getTime()
    const inDays = (days: number) => since + days * DAY * 3_600_000
    const on = (ticket: typeof asked, day: number, ...events: TicketEvent[]) =>
      events.reduce((now, event) => {
        const when = new Date(inDays(day))
        return apply(now, { sequence: now.version + 1, occurredAt: when, receivedAt: when, event })
      }, ticket)
    const moved = (stage: 'waiting-requester' | 'waiting-other', status: string): TicketEvent => {
      return { type: 'StatusMoved', by: ada.id, cause: 'chosen', from: 'new', status, stage }
    }
    const reminded: TicketEvent = {
      type: 'RequesterReminded',
      by: null,
      rule: 0,
      anchoredAt: new Date(since).toISOString(),
      step: 0,
      resolvesAt: null,
    }
    const waits = on(on(asked, 0, moved('waiting-requester', 'waiting')), 3, reminded)
    const other = { ...demo, desk: 'other' }
    const changes = {
      moved: (ticket: typeof asked) => moveDesk(ticket, other, ada.id, { takesAlong: false }),
      given: (ticket: typeof asked) => changeRequester(ticket, demo, ada.id, 'kim', undefined),
    }
    const closing = [{ after: 'PT48H', do: 'close' }]
    const anchors = ['last-agent-reply', 'last-message', 'enter-status:waiting']

    it.each(Object.entries(changes))(
      '%s: what it waits for is counted from then, by no step of before',
      (_how, act) => {
        const now = on(waits, 10, ...act(waits))
        for (const anchor of anchors) {
          expect(next(silenceFactsOf(now), { anchor, steps: closing })).toMatchObject({ step: 0, at: inDays(12) })
        }
      },
    )

    it.each(Object.entries(changes))('%s: a silence that Rita’s word has ended stays ended', (_how, act) => {
      const held = on(on(asked, 1, moved('waiting-other', 'on-hold')), 2, {
        type: 'RequesterReplied',
        by: rita,
        message: 'm2',
      })
      const now = on(held, 10, ...act(held))
      const entered = { anchor: 'enter-status:waiting-other', steps: closing }
      expect(next({ ...silenceFactsOf(now), status: 'waiting-other' }, entered)).toBeUndefined()
    })

    it.each(Object.entries(changes))('%s: a solved one was solved when it was', (_how, act) => {
      const solved = on(asked, 1, { type: 'TicketResolved', by: ada.id, status: 'done', resolution: 'answered' })
      expect(on(solved, 2, ...act(solved)).statusSince).toEqual(new Date(inDays(1)))
    })

    it.each(Object.entries(changes))('%s before this was so: its history reads as it did', (_how, act) => {
      const before = act(waits).map((event) => {
        if (event.type !== 'DeskMoved' && event.type !== 'RequesterChanged') return event
        const { silenceAnew: _later, ...old } = event
        return old
      })
      expect(on(waits, 10, ...before)).toMatchObject({ statusSince: waits.statusSince, silence: waits.silence })
    })
  })

  it('moved to waiting a week after the last word, she is not reminded at once', () => {
    expect(next({ statusSince: at(9 + 7 * DAY) })?.at).toBe(at(9 + 10 * DAY))
    expect(next({ lastMessageAt: null, lastAgentReplyAt: null })).toBeUndefined()
  })

  it('the notice waits for opening hours, over a holiday, and the next step counts from it', () => {
    // Two days on is Wednesday, a holiday: Thursday at nine.
    const within = {
      anchor: 'last-message',
      steps: [
        { after: 'PT48H', do: 'remind' },
        { after: 'P1D', do: 'close' },
      ],
      within: 'office',
    }
    expect(next({}, within)).toMatchObject({ do: 'remind', at: at(9 + 3 * DAY) })
    const reminded = { rule: 0, anchoredAt: at(9), step: 0, at: at(9 + 3 * DAY) }
    expect(next({ done: reminded }, within)).toMatchObject({ do: 'close', at: at(9 + 4 * DAY) })
  })

  it('days keep the hour on the wall, hours do not (the clocks went back in between)', () => {
    const since = Date.parse('2024-10-25T10:00:00Z')
    const facts = { ...waiting, statusSince: since, lastMessageAt: since, lastAgentReplyAt: since }
    const firing = (duration: string) => {
      const desk = exampleDesk({ silence: [{ anchor: 'last-message', steps: [{ after: duration, do: 'close' }] }] })
      return new Date(nextSilence(desk, facts, rules.hoursOf)?.at ?? 0).toISOString()
    }
    expect(firing('P3D')).toBe('2024-10-28T11:00:00.000Z')
    expect(firing('PT72H')).toBe('2024-10-28T10:00:00.000Z')
  })

  it('two rules do not wake each other for ever: each step is taken once', () => {
    const two = [
      { anchor: 'last-message', steps: chain },
      {
        anchor: 'enter-status:waiting',
        steps: [
          { after: 'P4D', do: 'remind' },
          { after: 'P4D', do: 'close' },
        ],
      },
    ]
    const taken: string[] = []
    let done: SilenceFacts['done'] = null
    for (let step = next({}, ...two); step && taken.length < 9; step = next({ done }, ...two)) {
      taken.push(`${step.rule}.${step.step} ${step.do} ${(step.at - at(9)) / (DAY * 3_600_000)}`)
      done = { rule: step.rule, anchoredAt: step.anchoredAt, step: step.step, at: step.at }
    }
    expect(taken).toEqual(['0.0 remind 3', '1.0 remind 4', '0.1 cancel 6', '1.1 close 8'])
  })
})
