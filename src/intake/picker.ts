import { buttonFor } from '../acts/buttons.ts'
import type { Said } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { label, languageFor } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Draft, HeldDraft } from '../ports/drafts.ts'
import { desksFor } from './desk-of.ts'
import { showAnswered } from './guided.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { heldOf } from './held-message.ts'
import { becomeTicket, goTo } from './pick.ts'
import { postTo } from './post-to.ts'

/** Words so soon after the last ones belong to one burst, and the question still stands right above them (ms). */
const BURST_MS = 30_000

/** Which ticket is it about, or which desk? Nothing is lost meanwhile: the words are in the draft. */
export async function askWhich(hearing: Hearing<Said>, tickets: readonly Ticket[]): Promise<string> {
  const { world, person, inbound } = hearing
  const { platform, account, chat } = inbound.at
  const draft: Draft = {
    id: world.ids.uuid(),
    personId: person.id,
    deskId: null,
    purpose: 'picker',
    platform,
    account,
    chat,
    body: { answers: {}, path: [], messages: [heldOf(inbound)] },
    state: 'open',
    ticketId: null,
  }
  return putQuestion(hearing, draft, tickets)
}

/**
 * More words while the choice is not made. Buttons are overlooked: who goes on writing after a while is asked again below,
 * about what may be meant by then, and not at all once that is a single ticket, or nothing but a new one.
 * @param tickets those they may speak in here now
 */
export async function waitInPicker(
  hearing: Hearing<Said>,
  { touchedAt, ...picker }: HeldDraft,
  tickets: readonly Ticket[],
): Promise<string> {
  const { unit, world, inbound, standing } = hearing
  // Heard side by side, they may come in any order.
  const messages = [...picker.body.messages, heldOf(inbound)].toSorted((a, b) =>
    a.occurredAt.localeCompare(b.occurredAt),
  )
  const draft = { ...picker, body: { ...picker.body, messages } }
  const meant = stillMeant(draft, tickets)
  const [only, another] = meant
  const [desk, otherDesk] = desksFor(world, standing)
  if (only && !another && !otherDesk) return goTo(hearing, draft, only)
  if (!only && desk && !otherDesk) return becomeTicket(hearing, draft, desk)
  if (unit.now.getTime() - touchedAt.getTime() >= BURST_MS) return putQuestion(hearing, draft, meant)
  await unit.drafts.save(draft)
  return 'waits-for-a-choice'
}

/** What was solved while the words waited may be what they are about: it was open when they were said. */
function stillMeant({ body: { messages } }: Draft, tickets: readonly Ticket[]): readonly Ticket[] {
  const [first] = messages
  const since = first ? new Date(first.occurredAt) : undefined
  const meant = tickets.filter(({ resolvedAt }) => resolvedAt === null || (since !== undefined && resolvedAt >= since))
  return meant.length > 0 ? meant : tickets
}

/** Puts the question; where it was put before that loses its buttons, so that only one question is open. */
async function putQuestion(hearing: Hearing<Said>, draft: Draft, tickets: readonly Ticket[]): Promise<string> {
  const { unit, world, person, standing } = hearing
  const desks = desksFor(world, standing)
  if (tickets.length === 0 && desks.length === 0) throw new Refusal('no-such-desk')
  const question = tickets.length > 1 ? say('which-ticket', {}) : say('field-desk', {})
  // Said anew there as well: of what was asked a month ago the words are forgotten.
  await showAnswered(hearing, draft, question)
  const asked = world.ids.uuid()
  await unit.drafts.save({ ...draft, body: { ...draft.body, asked } })
  const existing = tickets.map((ticket) => ({
    button: buttonFor(world.ids, { act: 'pick-ticket', draftId: draft.id, argument: ticket.id }),
    label: say('which-ticket-button', { key: ticket.key, subject: firstLine(plainText(ticket.subject), 40) }),
  }))
  const fresh = desks.map((desk) => ({
    button: buttonFor(world.ids, { act: 'choose-desk', draftId: draft.id, argument: desk.desk }),
    label: desks.length === 1 ? say('button-new-question', {}) : { words: deskName(desk, person.language) },
  }))
  const all = [...existing, ...fresh]
  await unit.buttons.keep(all.map(({ button }) => button))
  const choices = all.map(({ button, label }): ChoiceContent[] => [{ kind: 'button', id: button.id, label }])
  const content = { language: languageOf(hearing), body: [question], choices }
  await unit.deliveries.owe([{ ...postTo(hearing, content), id: asked }])
  return 'which-ticket'
}

function deskName(desk: Desk, language: string | undefined): string {
  return label(desk.name, languageFor(desk, language), desk)
}
