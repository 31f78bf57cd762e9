import { z } from 'zod'
import { length, MAX } from './max.ts'
import type { Problem } from './schema.ts'

const record = z.record(z.string(), z.unknown())

/** What the schema does not say of texts and elements, however deep they stand. */
export function walk(value: unknown, pointer: string): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${pointer}/${index}`))
  const parsed = record.safeParse(value)
  if (!parsed.success) return []
  const inner = Object.entries(parsed.data).flatMap(([key, part]) => walk(part, `${pointer}/${key}`))
  return [...checkElement(parsed.data).map((problem) => ({ ...problem, pointer: pointer + problem.pointer })), ...inner]
}

const EMPTY_REFUSED = ['plain_text', 'mrkdwn', 'text', 'markdown']

function checkElement(element: Record<string, unknown>): Problem[] {
  const problems: Problem[] = []
  const say = (pointer: string, says: string): void => void problems.push({ pointer, says })
  const { type, text, url, options, option_groups: groups, max_length: maxLength, max_files: maxFiles } = element
  if (typeof type === 'string' && EMPTY_REFUSED.includes(type) && text === '')
    say('/text', 'must be more than 0 characters')
  if (type === 'button' && typeof url === 'string' && url.length > MAX.url)
    say('/url', `must be less than ${MAX.url + 1} characters`)
  if (Array.isArray(options)) {
    if (options.length === 0) say('/options', 'must provide at least 1 item')
    if (type === 'overflow' && options.length > MAX.overflow)
      say('/options', `no more than ${MAX.overflow} items allowed`)
    if (options.length > MAX.options) say('/options', `no more than ${MAX.options} items allowed`)
  }
  if (Array.isArray(groups) && groups.length > MAX.optionGroups)
    say('/option_groups', `no more than ${MAX.optionGroups} items allowed`)
  if ((type === 'static_select' || type === 'multi_static_select') && options === undefined && groups === undefined)
    say('', 'missing required field: options')
  if (type === 'plain_text_input') {
    if (typeof maxLength === 'number' && (maxLength < 1 || maxLength > MAX.inputLength))
      say('/max_length', `must be between 1 and ${MAX.inputLength}`)
    const most = typeof maxLength === 'number' ? maxLength : MAX.inputLength
    if (typeof element.initial_value === 'string' && length(element.initial_value) > most)
      say('/initial_value', `must be less than ${most + 1} characters`)
  }
  if (type === 'file_input' && typeof maxFiles === 'number' && (maxFiles < 1 || maxFiles > MAX.inputFiles))
    say('/max_files', `must be between 1 and ${MAX.inputFiles}`)
  for (const initial of initialOptions(element)) {
    if (!offered(element).includes(initial)) say('', `initial option "${initial}" is not one of the options`)
  }
  return problems
}

const option = z.object({ value: z.string() })

function initialOptions({ type, initial_option: one, initial_options: many }: Record<string, unknown>): string[] {
  if (type === 'external_select' || type === 'multi_external_select') return []
  return [one, ...(Array.isArray(many) ? many : [])].flatMap((value) => option.safeParse(value).data?.value ?? [])
}

function offered({ options, option_groups: groups }: Record<string, unknown>): string[] {
  const direct: unknown[] = Array.isArray(options) ? options : []
  const grouped = Array.isArray(groups) ? groups.flatMap((group) => record.safeParse(group).data?.options ?? []) : []
  return [...direct, ...grouped].flatMap((value) => option.safeParse(value).data?.value ?? [])
}
