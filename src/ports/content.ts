import { z } from 'zod'
import type { Call } from '../adapter.ts'
import { type Text, textShape } from '../domain/text/text.ts'
import { fileKinds } from '../domain/ticket/enclosure.ts'
import type { FileShown } from '../domain/ticket/together.ts'
import type { Fact, FactsOf, Hour, Key } from '../locales/keys.ts'

export { type Day, type Fact, type Hour, hour, namedHour } from '../locales/keys.ts'

/**
 * What a delivery says, as it is kept: sentences by key, people's words as a tree. The relay puts the sentences into
 * the reader's language when it sends (`delivery/phrase-post.ts`), so a corrected translation reaches what is still owed.
 */
export interface Content {
  /** BCP 47 of the reader. */
  language: string
  author?: Label | undefined
  heading?: Label | undefined
  /** Who is called, above the words. */
  calls?: Call[] | undefined
  body: (Sentence | { text: Text })[]
  fields?: { label: Label; value: Label | Moment | Written }[] | undefined
  footnote?: Label | undefined
  choices?: ChoiceContent[][] | undefined
  /** What it brings, in this order, shown together (`domain/ticket/together.ts`). */
  files?: FileShown[] | undefined
  /** A file that could not be had when its words went: nobody's words wait behind it, and it is tried for long. */
  late?: true | undefined
  /** In place of a message that was to be deleted and cannot be: its files go, too. */
  emptied?: true | undefined
  /** The message of ours it answers; where that stands in this place is looked up when it is sent. */
  answers?: string | undefined
  /**
   * For agents alone. Whether strangers read there is asked once more when it is sent: what was `said` stays unsaid
   * then, a `card` goes out bare.
   */
  internal?: 'said' | 'card' | undefined
}

/** A point in time (UTC ms), as each reader's own clock shows it; where it cannot, in the desk's zone, named. */
export interface Moment {
  moment: number
  /** IANA */
  zone: string
}

/** A number or a day of itself, as the reader's language writes it. */
export interface Written {
  fact: Fact
}

/** A sentence of `locales/`, not yet phrased. */
export interface Sentence {
  key: Key
  facts: Record<string, Fact>
}

/** A short line: a sentence, or words that need no language (a name, a key, a desk's own label). */
export type Label = Sentence | { words: string }

export type ChoiceContent =
  | {
      kind: 'button'
      id: string
      label: Label
      tone?: 'primary' | 'danger' | undefined
      opensForm?: boolean | undefined
    }
  | { kind: 'menu'; id: string; label: Label; options: { id: string; label: Label }[]; chosen?: string | undefined }
  | { kind: 'people'; id: string; label: Label }
  | { kind: 'link'; label: Label; url: string }
  /** A link to the message another delivery becomes, looked up when this one is sent; left out where there is none. */
  | { kind: 'message-link'; label: Label; delivery: string }

/** The only way to name a sentence: key and facts are checked against each other by the compiler. */
export function say<K extends Key>(key: K, facts: FactsOf<K>): Sentence {
  return { key, facts: { ...facts } }
}

/** What people of another company read of a card: how the ticket is called, and its first buttons. */
export function bareCard({ language, heading, choices }: Content): Content {
  return { language, heading, body: [say('strangers-read-card', {})], choices: choices?.slice(0, 1) }
}

const hour: z.ZodType<Hour> = z.object({ at: z.number(), zone: z.string(), named: z.boolean().optional() })
const fact: z.ZodType<Fact> = z.union([
  z.string(),
  z.number(),
  hour,
  z.object({ day: z.string() }),
  z.object({ fromMinute: z.number(), toMinute: z.number() }),
  z.object({ amount: z.string() }),
  z.object({ ms: z.number() }),
  z.object({ share: z.number() }),
  z.object({ bytes: z.number() }),
  z.object({ atLeast: z.number() }),
  z.object({ tongue: z.string() }),
])
const sentence = z.object({
  // Keys in stored rows were typed when they were written; an unknown one is phrased as itself.
  key: z.string().transform((key) => key as Key),
  facts: z.record(z.string(), fact),
})
const moment = z.union([
  z.object({ moment: z.number(), zone: z.string() }),
  // Rows of before there were languages: `2027-03-02 11:00 (Europe/Stockholm)`.
  z
    .object({ moment: z.number(), words: z.string() })
    .transform(({ moment: at, words }) => ({ moment: at, zone: /\((.+)\)$/.exec(words)?.[1] ?? 'UTC' })),
])
const label = z.union([sentence, z.object({ words: z.string() })])
const choice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('button'),
    id: z.string(),
    label,
    tone: z.enum(['primary', 'danger']).optional(),
    opensForm: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('menu'),
    id: z.string(),
    label,
    options: z.array(z.object({ id: z.string(), label })),
    chosen: z.string().optional(),
  }),
  z.object({ kind: z.literal('people'), id: z.string(), label }),
  z.object({ kind: z.literal('link'), label, url: z.string() }),
  z.object({ kind: z.literal('message-link'), label, delivery: z.string() }),
])

const call = z.object({ kind: z.enum(['person', 'group']), id: z.string(), name: z.string() })

/** The door for the JSON column. */
export const contentShape: z.ZodType<Content> = z.object({
  language: z.string(),
  author: label.optional(),
  heading: label.optional(),
  calls: z.array(call).optional(),
  body: z.array(z.union([sentence, z.object({ text: textShape })])),
  // A moment has words, too, and would be taken for them.
  fields: z.array(z.object({ label, value: z.union([moment, z.object({ fact }), label]) })).optional(),
  footnote: label.optional(),
  choices: z.array(z.array(choice)).optional(),
  files: z.array(z.object({ id: z.string(), as: z.enum(fileKinds) })).optional(),
  late: z.literal(true).optional(),
  emptied: z.literal(true).optional(),
  answers: z.string().optional(),
  internal: z.enum(['said', 'card']).optional(),
})
