import { z } from 'zod'

/** How a file was given: it is shown so again where the other side has such a thing, else as a document. */
export const fileKinds = ['document', 'photo', 'video', 'audio', 'voice', 'video-note', 'animation', 'sticker'] as const
export type FileKind = (typeof fileKinds)[number]

/** What is neither words nor a file, and crosses over in words. Coordinates: degrees of WGS 84. */
export type Shared =
  | { kind: 'location'; latitude: number; longitude: number; title?: string | undefined }
  | { kind: 'contact'; name: string; phone: string }
  | { kind: 'poll'; question: string; options: string[] }
  | { kind: 'dice'; emoji: string; value: number }

/**
 * What a message holds besides its words. `F` says what is known of a file: what the platform tells (`FileSeen`) while
 * it comes in, the id of our own file row once it is kept.
 */
export type Enclosure<F = string> =
  /** `print`: of one file always the same, where the platform has such a thing; by it another in its place is known. */
  | { kind: 'file'; as: FileKind; file: F; name?: string | undefined; print?: string | undefined }
  | Shared
  /** Not carried: `what` in the platform's own words (`story`, `checklist` …), with a name where there is one. */
  | { kind: 'uncarried'; what: string; name?: string | undefined }

/** The door for stored enclosures (a JSON column), by what is known of a file. */
export function enclosureShape<F>(file: z.ZodType<F>): z.ZodType<Enclosure<F>> {
  const shape = z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('file'),
      as: z.enum(fileKinds),
      file,
      name: z.string().optional(),
      print: z.string().optional(),
    }),
    z.object({
      kind: z.literal('location'),
      latitude: z.number(),
      longitude: z.number(),
      title: z.string().optional(),
    }),
    z.object({ kind: z.literal('contact'), name: z.string(), phone: z.string() }),
    z.object({ kind: z.literal('poll'), question: z.string(), options: z.array(z.string()) }),
    z.object({ kind: z.literal('dice'), emoji: z.string(), value: z.number() }),
    z.object({ kind: z.literal('uncarried'), what: z.string(), name: z.string().optional() }),
  ])
  // zod cannot follow the generic member through the union; every member is written out above.
  return shape as unknown as z.ZodType<Enclosure<F>>
}

/**
 * The files an edit brings that the message does not hold yet. Of one kept without a print nobody can say whether it is
 * the same.
 */
export function filesBrought<F>(held: readonly Enclosure<unknown>[], now: readonly Enclosure<F>[]): Enclosure<F>[] {
  const prints = held.flatMap((one) => (one.kind === 'file' ? [one.print] : []))
  if (prints.includes(undefined)) return []
  return now.filter((one) => one.kind === 'file' && one.print !== undefined && !prints.includes(one.print))
}

/** What it is called, where it has a name of its own. */
export function nameIn(enclosure: Enclosure<unknown>): string | undefined {
  if (enclosure.kind === 'location') return enclosure.title
  return 'name' in enclosure ? enclosure.name : undefined
}

/** One word for what it is, in the sentence that names it. */
export function whatIs(enclosure: Enclosure<unknown>): string {
  if (enclosure.kind === 'file') return enclosure.as
  return enclosure.kind === 'uncarried' ? enclosure.what : enclosure.kind
}
