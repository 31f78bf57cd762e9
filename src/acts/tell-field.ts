import { detailsOf, label, languageFor } from '../domain/desk/questions.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { valueShown } from './field-shown.ts'
import { toRequester, toTriage, toWatchers } from './in-places.ts'
import { nameOf, type Scene } from './scene.ts'

/** What was filled in or put right: agents read it in the thread, and the requester hears for when an answer is planned. */
export function tellField(scene: Scene, event: Extract<TicketEvent, { type: 'FieldChanged' }>): Owed[] {
  const { desk, after } = scene
  const language = languageFor(desk, undefined)
  const found = detailsOf(desk, after.type, after.fields).find(({ id }) => id === event.field)
  const field = found?.label ? label(found.label, language, desk) : event.field
  const by = nameOf(scene, event.by)
  if (event.to === null || !found) return toTriage(scene, say('field-cleared', { by, field }))
  const value = valueShown(desk, found, event.to, language)
  if ('key' in value) {
    return toTriage(scene, event.to === 'yes' ? say('field-yes', { by, field }) : say('field-no', { by, field }))
  }
  const told = toTriage(scene, say('field-changed', { by, field, value: 'fact' in value ? value.fact : value.words }))
  if (found.kind !== 'release' || 'fact' in value) return told
  const planned = say('planned-for', { key: after.key, release: value.words })
  return [...told, ...toRequester(scene, planned), ...toWatchers(scene, planned)]
}
