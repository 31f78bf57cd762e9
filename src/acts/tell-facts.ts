import { called, languageFor } from '../domain/desk/questions.ts'
import { say } from '../ports/content.ts'
import { toTriage } from './in-places.ts'
import { nameOf, type Scene } from './scene.ts'
import { tellField } from './tell-field.ts'
import type { Tells } from './tells.ts'

/** Agents hear what was put right on a ticket: its priority, status, subject, type, category, fields, plan. */
export const factTells: Tells<
  'PriorityChanged' | 'StatusMoved' | 'SubjectChanged' | 'TypeChanged' | 'CategorySet' | 'FieldChanged' | 'PlanChanged'
> = {
  PriorityChanged: (scene, event) => {
    const shown = shownAs(scene, 'priority', event.to)
    return toTriage(scene, say('priority-changed', { priority: shown, by: nameOf(scene, event.by) }))
  },
  StatusMoved: (scene, event) => {
    // The desk's automatic moves show on the card; a sentence for each would bury the conversation.
    if (event.cause !== 'chosen') return []
    const shown = shownAs(scene, 'status', event.status)
    return toTriage(scene, say('status-changed', { status: shown, by: nameOf(scene, event.by) }))
  },
  SubjectChanged: (scene, { by, to }) =>
    toTriage(scene, say('subject-changed', { by: nameOf(scene, by), subject: to })),
  TypeChanged: (scene, { by, to }) => {
    const shown = shownAs(scene, 'type', to)
    return toTriage(scene, say('type-changed', { by: nameOf(scene, by), type: shown }))
  },
  CategorySet: (scene, { by, to }) => {
    if (to === null) return toTriage(scene, say('category-cleared', { by: nameOf(scene, by) }))
    const shown = shownAs(scene, 'category', to)
    return toTriage(scene, say('category-set', { by: nameOf(scene, by), category: shown }))
  },
  FieldChanged: (scene, event) => tellField(scene, event),
  PlanChanged: (scene, { by, to }) => toTriage(scene, say('plan-changed', { by: nameOf(scene, by), plan: to })),
}

/** As the desk's own people call it. */
function shownAs({ desk }: Scene, kind: Parameters<typeof called>[1], id: string): string {
  return called(desk, kind, id, languageFor(desk, undefined))
}
