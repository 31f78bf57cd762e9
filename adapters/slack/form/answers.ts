import type { Answers, FileSeen } from '../../../src/adapter.ts'
import { calmName, calmWords } from '../../../src/domain/text/words.ts'
import type { StateValue } from '../in/shapes.ts'

const BLOCK = 'field:'

/** The block a field stands in. It stays the same when the form is drawn again, so that Slack keeps what was typed. */
export function blockOf(fieldId: string): string {
  return `${BLOCK}${fieldId}`
}

/** What stands in a modal (`view.state.values`: block, then action), words calm. Empty answers are left out. */
export function answersOf(values: Record<string, Record<string, StateValue>>): Answers {
  const answers: Answers = {}
  for (const [block, actions] of Object.entries(values)) {
    const value = Object.values(actions)[0]
    const answer = value && block.startsWith(BLOCK) ? answerOf(value) : undefined
    if (answer !== undefined && answer.length > 0) answers[block.slice(BLOCK.length)] = answer
  }
  return answers
}

/** The files given in a modal. */
export function filesIn(values: Record<string, Record<string, StateValue>>): FileSeen[] {
  return everyValue(values).flatMap(({ files }) =>
    (files ?? []).map(({ id, name, mimetype, size }) => ({
      id,
      name: name ? calmName(name) : undefined,
      mediaType: mimetype ?? undefined,
      sizeBytes: size ?? undefined,
    })),
  )
}

/** The people chosen in a modal. */
export function peopleIn(values: Record<string, Record<string, StateValue>>): string[] {
  return everyValue(values).flatMap(({ selected_user }) => selected_user ?? [])
}

function everyValue(values: Record<string, Record<string, StateValue>>): StateValue[] {
  return Object.values(values).flatMap((actions) => Object.values(actions))
}

/** Errors of fields, by block (`response_action: errors`). What is not on the form is shown at its first field. */
export function errorsOnBlocks(
  errors: Record<string, string>,
  values: Record<string, Record<string, StateValue>>,
): Record<string, string> {
  const blocks = Object.keys(values)
  const first = blocks[0]
  const placed: Record<string, string> = {}
  for (const [field, error] of Object.entries(errors)) {
    const block = blocks.includes(blockOf(field)) ? blockOf(field) : first
    if (block !== undefined) placed[block] = placed[block] === undefined ? error : `${placed[block]}\n${error}`
  }
  return placed
}

function answerOf(value: StateValue): string | string[] | undefined {
  if (value.files) return value.files.map((file) => file.id)
  if (value.selected_options) return value.selected_options.map((option) => option.value)
  const chosen = value.selected_option?.value ?? value.selected_date ?? value.selected_user
  return chosen ?? (value.value ? calmWords(value.value) : undefined)
}
