import type { Desk } from '../domain/desk/desk.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Button } from '../ports/buttons.ts'
import { bareCard, type Content, say } from '../ports/content.ts'
import { type ButtonAct, buttonFor } from './buttons.ts'
import { choicesOn } from './card-choices.ts'
import { fieldsOn } from './card-fields.ts'
import type { OnCard, TimesOnCard } from './on-card.ts'
import { isShared } from './shared-channels.ts'
import type { World } from './world.ts'

/** What a card shows, and the buttons it carries (kept before it is owed). */
export interface Card {
  content: Content
  buttons: Button[]
}

/**
 * A ticket at a glance in its triage channel (design.md §3). The same ticket makes the same card. `organisation`: the
 * name of the one it is of.
 */
export function cardOf(
  world: World,
  desk: Desk,
  ticket: OnCard,
  times: TimesOnCard,
  people: ReadonlyMap<PersonId, Person>,
  organisation?: string,
): Card {
  const buttons: Button[] = []
  const press = (act: ButtonAct, argument?: string): string => {
    const button = buttonFor(world.ids, { act, ticketId: ticket.id, argument })
    buttons.push(button)
    return button.id
  }
  const language = desk.languages[0] ?? 'en'
  const content: Content = {
    language,
    heading: say('card-heading', { key: ticket.key, subject: ticket.subject }),
    body: [],
    fields: fieldsOn(world, desk, ticket, times, people, language, organisation),
    choices: choicesOn(desk, ticket, times, language, press),
    internal: 'card',
  }
  // What people of another company read beside the agents says how the ticket is called, and no more of it.
  const bare = ticket.privateTo === null && isShared(world, ticket.triage)
  return { content: bare ? bareCard(content) : content, buttons }
}
