import { mayDo } from '../domain/desk/questions.ts'
import type { TicketEvent, TimeEvent } from '../domain/ticket/events.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { backLine } from './back-line.ts'
import { climb, gather, tellAssignee } from './escalate.ts'
import { toRequester, toTriage, toWatchers } from './in-places.ts'
import { keptButton } from './kept-button.ts'
import { hourAt, nameOf, type Scene } from './scene.ts'
import { silenceHalted } from './silence-line.ts'
import type { Tells } from './tells.ts'

/** Who hears of what the clocks made happen. */
export const timeTells: Tells<TimeEvent['type']> = {
  BreachWarned: async (scene, { metric, cycle, dueAt }) => {
    const sentence = say('breach-warned', { promise: metric, due: hourAt(scene, dueAt) })
    if (scene.after.assigneeId !== null) return tellAssignee(scene, sentence)
    // Nobody has taken it: its thread is read by nobody.
    await gather(scene, { what: 'warned', metric, cycle, dueAt, calls: [] })
    return toTriage(scene, sentence)
  },
  BreachAnnounced: async (scene, { metric, cycle, dueAt }) => {
    const { desk, after } = scene
    if (desk.escalation.length === 0 && after.assigneeId === null) {
      await gather(scene, { what: 'breached', metric, cycle, dueAt, calls: [] })
    }
    return toTriage(scene, say('breached', { promise: metric, due: hourAt(scene, dueAt) }))
  },
  BreachRetracted: (scene, { metric }) => toTriage(scene, say('breach-retracted', { promise: metric })),
  Escalated: climb,
  EscalationAcknowledged: (scene, { by }) => toTriage(scene, say('escalation-acknowledged', { by: nameOf(scene, by) })),
  NoReplyNeeded: (scene, { by }) => toTriage(scene, say('no-reply-needed', { by: nameOf(scene, by) })),
  HelpStillNeeded: async (scene, { by }) => [
    ...toTriage(scene, say('help-still-needed', { by: nameOf(scene, by) })),
    ...toRequester(scene, [say('help-is-coming', { key: scene.after.key }), ...(await backLine(scene))]),
  ],
  SilenceHalted: (scene, event) => toTriage(scene, silenceHalted(event)),
  RequesterReminded: async (scene, { resolvesAt }) => {
    const { key } = scene.after
    const sentence = resolvesAt
      ? say('silence-reminder-until', { key, until: hourAt(scene, resolvesAt) })
      : say('silence-reminder', { key })
    return [
      ...toTriage(scene, say('requester-reminded', {})),
      // A reminder that comes twice reads like two (design.md §8).
      ...toRequester(scene, sentence, [await silenceButtons(scene)]).map(once),
    ]
  },
}

/** The desk resolved it because nobody wrote. */
export async function tellSilence(
  scene: Scene,
  { resolution }: Extract<TicketEvent, { type: 'TicketResolved' }>,
): Promise<Owed[]> {
  const { key } = scene.after
  const cancelled = resolution === 'cancelled-by-silence'
  const again = [await stillNeedHelp(scene)]
  const told = cancelled ? say('cancelled-by-silence', { key }) : say('closed-by-silence', { key })
  return [
    ...toTriage(scene, cancelled ? say('cancelled-by-silence-here', {}) : say('closed-by-silence-here', {})),
    ...[...toRequester(scene, told, [again]), ...toWatchers(scene, told)].map(once),
  ]
}

async function silenceButtons(scene: Scene): Promise<ChoiceContent[]> {
  const again = await stillNeedHelp(scene)
  // Where agents alone close, a button that says so would only be refused.
  if (!mayDo(scene.desk, ['requester'], 'resolve')) return [again]
  const solves = { act: 'resolve', ticketId: scene.after.id, argument: 'requester' } as const
  const solved = await keptButton(scene, solves, say('button-solved', {}))
  return [{ ...solved, tone: 'primary' }, again]
}

/** By which the requester says that it is not solved. */
export async function stillNeedHelp(scene: Scene): Promise<ChoiceContent> {
  return keptButton(scene, { act: 'still-need-help', ticketId: scene.after.id }, say('button-still-need-help', {}))
}

/** What comes twice reads like two: when nobody can say, it is shown as unclear (design.md §8). */
export const once = (owed: Owed): Owed => ({ ...owed, class: 'must-not-double' })
