import { z } from 'zod'
import type { SlackBlock } from './objects.ts'
import { newId } from './workspace.ts'

/** An element somebody can use, read loosely: it has passed `checkBlocks`. */
export type Element = z.infer<typeof elementShape>
export type Option = z.infer<typeof optionShape>

const textShape = z.looseObject({ text: z.string() })
const optionShape = z.looseObject({ text: textShape, value: z.string().optional() })
const elementShape = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  text: textShape.optional().catch(undefined),
  placeholder: textShape.optional(),
  value: z.string().optional(),
  options: z.array(optionShape).optional(),
  option_groups: z.array(z.object({ options: z.array(optionShape) })).optional(),
  initial_value: z.unknown().optional(),
  initial_option: optionShape.optional(),
  initial_options: z.array(optionShape).optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  max_files: z.number().optional(),
  is_decimal_allowed: z.boolean().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  positive_button: optionShape.optional(),
  negative_button: optionShape.optional(),
})

/** Where an element stands in its message or view. */
export interface Placed {
  block_id: string
  element: Element
  /** Only in `input` blocks. */
  input?: { label: string; optional: boolean; dispatches: boolean } | undefined
}

const record = z.record(z.string(), z.unknown())
const blockShape = z.looseObject({ type: z.string(), block_id: z.string().optional() })
const inputShape = z.object({
  label: textShape,
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
  element: z.unknown(),
})

/** Types people can use. */
const USABLE =
  /^(button|overflow|feedback_buttons|icon_button|checkboxes|radio_buttons|datepicker|timepicker|datetimepicker|file_input|workflow_button|.*_input|.*_select)$/

/** Blocks as Slack keeps them: a `block_id` and `action_id` made where the app gave none. */
export function withIds(blocks: SlackBlock[] | undefined): SlackBlock[] | undefined {
  return blocks?.map((block) => {
    const filled = fill(blockShape.parse(block))
    // Only ids were added to what checkBlocks let through.
    return { ...filled, block_id: block.block_id ?? newId('b') } as SlackBlock
  })
}

function fill<T extends Record<string, unknown>>(thing: T): T {
  const entries = Object.entries(thing).map(([key, value]) => [key, fillValue(value)])
  const type = thing.type
  const usable = typeof type === 'string' && USABLE.test(type) && thing.action_id === undefined
  // The same shape, with ids added inside.
  return { ...Object.fromEntries(entries), ...(usable ? { action_id: newId('a') } : {}) } as T
}

function fillValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fillValue)
  const parsed = record.safeParse(value)
  return parsed.success ? fill(parsed.data) : value
}

/** Every element people can use, in the order it is shown. */
export function elementsOf(blocks: SlackBlock[] | undefined): Placed[] {
  return (blocks ?? []).flatMap((block) => {
    const block_id = block.block_id ?? ''
    if (block.type === 'input') {
      const { label, optional, dispatch_action: dispatches, element } = inputShape.parse(block)
      return [{ block_id, element: elementShape.parse(element), input: { label: label.text, optional, dispatches } }]
    }
    return usableIn(block).map((element) => ({ block_id, element }))
  })
}

function usableIn(value: unknown): Element[] {
  if (Array.isArray(value)) return value.flatMap(usableIn)
  const parsed = record.safeParse(value)
  if (!parsed.success) return []
  const { type } = parsed.data
  if (typeof type === 'string' && USABLE.test(type)) return [elementShape.parse(parsed.data)]
  return Object.values(parsed.data).flatMap((part) => (typeof part === 'object' ? usableIn(part) : []))
}

function optionsOf(element: Element): Option[] {
  const groups = (element.option_groups ?? []).flatMap((group) => group.options)
  const feedback = [element.positive_button, element.negative_button].filter((button) => button !== undefined)
  return [...(element.options ?? []), ...groups, ...feedback]
}

/** The option of this label or value. */
export function optionBy(element: Element, wanted: string): Option | undefined {
  const options = optionsOf(element)
  return options.find((option) => option.value === wanted) ?? options.find((option) => option.text.text === wanted)
}
