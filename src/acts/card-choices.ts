import { traits } from '../adapter.ts'
import { isLive } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Plan } from '../domain/desk/plans.ts'
import { detailsOf, label, offeredTo, statusesOfStage } from '../domain/desk/questions.ts'
import { stages } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, type Label, say } from '../ports/content.ts'
import type { ButtonAct } from './buttons.ts'
import type { OnCard, TimesOnCard } from './on-card.ts'

/** What may be done with a ticket from its card; nothing any more once it is closed. `press`: the id of a button for an act. */
export function choicesOn(
  desk: Desk,
  ticket: OnCard,
  times: TimesOnCard,
  language: string,
  press: (act: ButtonAct, argument?: string) => string,
): ChoiceContent[][] {
  if (ticket.stage === 'closed') return []
  const buttons: ChoiceContent[] = []
  if (ticket.assigneeId === null) {
    buttons.push({ kind: 'button', id: press('take'), label: say('button-take', {}), tone: 'primary' })
  }
  buttons.push({ kind: 'button', id: press('reply'), label: say('button-reply', {}), opensForm: true })
  if (desk.macros.length > 0) {
    buttons.push({ kind: 'button', id: press('macro'), label: say('button-macro', {}), opensForm: true })
  }
  buttons.push({ kind: 'button', id: press('note'), label: say('button-note', {}), opensForm: true })
  buttons.push(
    ticket.stage === 'resolved'
      ? { kind: 'button', id: press('reopen'), label: say('button-reopen', {}) }
      : { kind: 'button', id: press('resolve'), label: say('button-resolve', {}) },
  )
  // It opens one large form: where there are none, what it changes most has buttons of its own below.
  if (traits[ticket.triage.platform].modals) {
    buttons.push({ kind: 'button', id: press('edit'), label: say('button-edit', {}), opensForm: true })
  }
  if (traits[ticket.triage.platform].modals && detailsOf(desk, ticket.type, ticket.fields).length > 0) {
    buttons.push({ kind: 'button', id: press('details'), label: say('button-details', {}), opensForm: true })
  }
  if (awaited(times)) {
    buttons.push({ kind: 'button', id: press('no-reply-needed'), label: say('button-no-reply-needed', {}) })
  }
  if (hasPromises(desk, ticket, times)) {
    buttons.push({ kind: 'button', id: press('why'), label: say('button-why', {}) })
  }
  // What it has it shows, also where its plan does not offer that (any more).
  const offered = new Set([...offeredTo(desk, ticket.plan).map(({ id }) => id), ticket.priority])
  const priorities = desk.priorities
    .filter(({ id }) => offered.has(id))
    .map((priority) => ({
      id: press('priority', priority.id),
      label: { words: label(priority.label, language, desk) },
      now: priority.id === ticket.priority,
    }))
  const statuses = stages
    .filter((stage) => stage !== 'closed')
    .flatMap((stage) => statusesOfStage(desk, stage))
    .map((status) => ({
      id: press('status', status.id),
      label: { words: label(status.label, language, desk) },
      now: status.id === ticket.status,
    }))
  return [
    buttons,
    [
      { kind: 'menu', id: `priority-${ticket.id}`, label: say('button-priority', {}), ...menuOf(priorities) },
      { kind: 'menu', id: `status-${ticket.id}`, label: say('button-status', {}), ...menuOf(statuses) },
      { kind: 'people', id: press('assign'), label: say('button-assign', {}) },
    ],
  ]
}

/** Of this ticket, or of others of its plan: then *Why?* says that there is none for its priority (sla.md, part B iv). */
function hasPromises(desk: Desk, { plan }: OnCard, times: TimesOnCard): boolean {
  const clocks = times.judged?.keeping.clocks ?? []
  const others = Object.hasOwn(desk.plans, plan) ? Object.values(desk.plans[plan]?.targets ?? {}) : []
  return clocks.some(({ targetMs }) => targetMs !== null) || (clocks.length > 0 && others.some(promises))
}

function promises({ firstResponse, nextResponse, resolution }: Plan['targets'][string]): boolean {
  return [firstResponse, nextResponse, resolution].some((target) => target !== undefined)
}

/** Does the requester's last word wait for an answer that is promised? */
function awaited(times: TimesOnCard): boolean {
  return (times.judged?.keeping.clocks ?? []).some(
    (clock) => clock.metric === 'next-response' && clock.targetMs !== null && isLive(clock),
  )
}

function menuOf(options: { id: string; label: Label; now: boolean }[]) {
  return {
    options: options.map(({ id, label: shown }) => ({ id, label: shown })),
    chosen: options.find(({ now }) => now)?.id,
  }
}
