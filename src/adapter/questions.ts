import type { FieldKind } from '../domain/desk/field.ts'
import type { Text } from '../domain/text/text.ts'
import type { Address, PersonAddress } from './places.ts'

/* In: questions that cannot wait. */

/** `hinted`: what could be better was shown once already; a hint is never a wall. `shown`: how things stood when
 * the form was shown; only the core reads it. */
export type FormRef =
  | { kind: 'draft'; id: string; hinted?: true | undefined }
  | { kind: 'button'; id: string; shown?: string | undefined }

/** Field id → what was answered; several values for `many`. Empty answers are left out. */
export type Answers = Record<string, string | string[]>

/** What an adapter may ask while a platform waits (under 500 ms, nothing is written). */
export type Question =
  /** The form to show for a command, a shortcut, a type just chosen (`answers.type`) or a button that opens one. */
  | {
      ask: 'form'
      who: PersonAddress
      at: Address
      ref: FormRef
      words?: string | undefined
      /** The people the words name, in order (platform ids). */
      people?: string[] | undefined
      answers?: Answers
      raised?: Text | undefined
    }
  /** What is wrong with these answers. None: send it in with `receive`. */
  | { ask: 'check'; who: PersonAddress; at: Address; ref: FormRef; answers: Answers }

/** Somebody looks at a page of their own, where the platform has one (Slack's Home tab). */
export interface PageQuestion {
  ask: 'home'
  who: PersonAddress
}

/** What stands on somebody's own page, each part a list under its name. */
export interface HomePage {
  /** The label of the button that asks for a new ticket. */
  newTicket: string
  parts: Text[]
}

/** To a `Question` or a `PageQuestion`, in the language of whoever waits. `errors`: by field id. */
export type Answer =
  /** `again`: what its person is told where the platform does not show it. */
  | { form: Form; again?: FormAgain | undefined }
  /** There is a form, but it cannot be made just now: what its person is told, once what they did is taken in. */
  | { unopened: FormAgain }
  | { home: HomePage }
  | { errors: Record<string, string> }
  /** A rule said no, in the reader's language. */
  | { refused: string }
  /** Nothing to show: the core answers by a delivery. */
  | { none: true }

/** A sentence, and a button that opens the form. */
export interface FormAgain {
  words: string
  button: { id: string; label: string }
}

/** All that is read in it is in the reader's language; `ref` comes back with the answers. */
export interface Form {
  ref: FormRef
  title: string
  submit: string
  cancel: string
  /** A line above the fields. */
  intro?: string | undefined
  fields: FormField[]
}

/** `id` names its answer in `Answers`; `value` is what was answered already, in the same shape. */
export interface FormField {
  id: string
  kind: FieldKind
  label: string
  hint?: string | undefined
  placeholder?: string | undefined
  required: boolean
  options?: { id: string; label: string; hint?: string | undefined }[] | undefined
  value?: string | string[] | undefined
  /** Choosing it changes the form: the adapter asks for the form again with the answers so far. */
  redraws?: boolean | undefined
  /** How many files, or options, at most. */
  max?: number | undefined
}
