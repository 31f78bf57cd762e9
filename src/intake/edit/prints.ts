import type { Answers } from '../../adapter.ts'
import type { Ids } from '../../ports/ids.ts'

/** What an agent can change of a ticket in one form; field ids, in the order they are printed. */
export const particulars = [
  'subject',
  'type',
  'category',
  'requester',
  'requester-other',
  'desk',
  'channel',
  'snooze-date',
  'snooze-time',
  'private-to',
  'blocked',
  'plan',
  'tags',
  'link-to',
  'link-kind',
] as const

export type Particular = (typeof particulars)[number]

/** How things stood when the form was shown; absent: empty. */
export type Standing = Partial<Record<Particular, string | string[]>>

const SUBJECT = 'subject-'
const PRINT = 8
const NOT_ASKED = '-'.repeat(PRINT)

/**
 * The id of the form's subject, which is always answered: it bears a print of every value as it was shown. So only what
 * the agent changed is changed, and what somebody else changed while the form was open stays as they made it. Nothing
 * needs to be kept for that, here or on the platform. `asked`: the fields of this form; what it does not ask for is not
 * changed by it. `answers`: what was chosen so far, where the form is drawn again: fields keep what was put into them, and
 * so the prints of how things stood when they were first shown.
 */
export function subjectId(
  ids: Ids,
  shown: Standing,
  asked: ReadonlySet<Particular>,
  answers: Readonly<Answers> = {},
): string {
  const before = printsIn(answers)
  const prints = particulars.map((name, index) => {
    if (!asked.has(name)) return NOT_ASKED
    const first = printAt(before, index)
    return first === '' || first === NOT_ASKED ? printOf(ids, shown[name]) : first
  })
  return `${SUBJECT}${prints.join('')}`
}

function printsIn(answers: Readonly<Answers>): string {
  return subjectIn(answers)?.slice(SUBJECT.length) ?? ''
}

function subjectIn(answers: Readonly<Answers>): string | undefined {
  return Object.keys(answers).find((key) => key.startsWith(SUBJECT))
}

function printAt(prints: string, index: number): string {
  return prints.slice(index * PRINT, (index + 1) * PRINT)
}

/** What is different from what was shown, and what it is now; an answer that was emptied is ''. */
export function changedIn(ids: Ids, answers: Answers): Map<Particular, string | string[]> {
  const id = subjectIn(answers)
  const prints = printsIn(answers)
  const given: Standing = { ...answers, ...(id !== undefined && { subject: answers[id] ?? '' }) }
  const changed = new Map<Particular, string | string[]>()
  for (const [index, name] of particulars.entries()) {
    const before = printAt(prints, index)
    const value = given[name] ?? ''
    if (before !== '' && before !== NOT_ASKED && printOf(ids, value) !== before) changed.set(name, value)
  }
  return changed
}

/** The value of a field as sent, '' where it is empty. */
export function valueIn(answers: Answers, name: Particular): string {
  const key = name === 'subject' ? subjectIn(answers) : name
  return [answers[key ?? name] ?? ''].flat().join(',')
}

/** Order and blanks around say nothing. */
function printOf(ids: Ids, value: string | string[] | undefined): string {
  const parts = [value ?? '']
    .flat()
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return ids.seal(parts.toSorted()).slice(0, PRINT)
}
