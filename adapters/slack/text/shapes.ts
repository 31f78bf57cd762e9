import { z } from 'zod'

/**
 * The parts of a `rich_text` block as Slack sends them: loose, because Slack adds kinds of elements without notice
 * (canvas, citation, workflow …) and words in an unknown element must not be lost. Every property may be missing.
 */
const style = z
  .looseObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional()
  .catch(undefined)

const words = z.string().optional().catch(undefined)
const number = z.number().optional().catch(undefined)

export const elementShape = z.looseObject({
  type: z.string(),
  style,
  text: words,
  url: words,
  user_id: words,
  usergroup_id: words,
  channel_id: words,
  team_id: words,
  range: words,
  name: words,
  unicode: words,
  timestamp: number,
  fallback: words,
  value: words,
})

export type Element = z.infer<typeof elementShape>

const sectionShape = z.looseObject({ type: z.string(), elements: z.array(z.unknown()).catch([]) })

export const partShape = z.looseObject({
  type: z.string(),
  elements: z.array(z.unknown()).catch([]),
  style: z.string().optional().catch(undefined),
  indent: number,
  /** Ordered lists: how many items were counted before this part (Slack breaks a list where another is nested). */
  offset: number,
})

export type Part = z.infer<typeof partShape>

export const richTextShape = z.looseObject({ type: z.literal('rich_text'), elements: z.array(z.unknown()).catch([]) })

/** What of a list is an element, a section or a block of the shape; the rest is passed over. */
export function each<T>(shape: z.ZodType<T>, values: readonly unknown[]): T[] {
  return values.flatMap((value) => {
    const parsed = shape.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

export function elementsOf(section: unknown): Element[] {
  const parsed = sectionShape.safeParse(section)
  return parsed.success ? each(elementShape, parsed.data.elements) : []
}
