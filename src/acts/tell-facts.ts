import { categoryOf, labelOr, languageFor, priorityOf, statusOf, typeOf } from '../domain/desk/questions.ts'
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
    const shown = shownAs(scene, event.to, priorityOf(scene.desk, event.to))
    return toTriage(scene, say('priority-changed', { priority: shown, by: nameOf(scene, event.by) }))
  },
  StatusMoved: (scene, event) => {
    // The desk's automatic moves show on the card; a sentence for each would bury the conversation.
    if (event.cause !== 'chosen') return []
    const shown = shownAs(scene, event.status, statusOf(scene.desk, event.status))
    return toTriage(scene, say('status-changed', { status: shown, by: nameOf(scene, event.by) }))
  },
  SubjectChanged: (scene, { by, to }) =>
    toTriage(scene, say('subject-changed', { by: nameOf(scene, by), subject: to })),
  TypeChanged: (scene, { by, to }) => {
    const shown = shownAs(scene, to, typeOf(scene.desk, to))
    return toTriage(scene, say('type-changed', { by: nameOf(scene, by), type: shown }))
  },
  CategorySet: (scene, { by, to }) => {
    if (to === null) return toTriage(scene, say('category-cleared', { by: nameOf(scene, by) }))
    const shown = shownAs(scene, to, categoryOf(scene.desk, to))
    return toTriage(scene, say('category-set', { by: nameOf(scene, by), category: shown }))
  },
  FieldChanged: (scene, event) => tellField(scene, event),
  PlanChanged: (scene, { by, to }) => toTriage(scene, say('plan-changed', { by: nameOf(scene, by), plan: to })),
}

/** As the desk's own people call it. */
function shownAs({ desk }: Scene, id: string, found: Parameters<typeof labelOr>[1]): string {
  return labelOr(id, found, languageFor(desk, undefined), desk)
}
