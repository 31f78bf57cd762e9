import { z } from 'zod'
import { walk } from './element-limits.ts'
import { length, MAX } from './max.ts'
import { isBlockType, type Problem, schemaProblems } from './schema.ts'

export type { Problem } from './schema.ts'

type Surface = 'message' | 'modal' | 'home'

const record = z.record(z.string(), z.unknown())

/** What is wrong with blocks on a surface; pointers start at `/blocks`. */
export function checkBlocks(blocks: unknown, surface: Surface): Problem[] {
  if (!Array.isArray(blocks)) return [{ pointer: '/blocks', says: 'must provide an array of blocks' }]
  const most = surface === 'message' ? MAX.messageBlocks : MAX.viewBlocks
  if (blocks.length > most) return [{ pointer: '/blocks', says: `no more than ${most} items allowed` }]
  const problems = blocks.flatMap((block, index) => at(`/blocks/${index}`, checkBlock(block, surface)))
  const ids = blocks.flatMap((block) => idsIn(block, 'block_id'))
  for (const id of doubled(ids)) problems.push({ pointer: '/blocks', says: `\`block_id\` "${id}" already exists` })
  const markdown = blocks.map((block) => record.safeParse(block).data).filter((block) => block?.type === 'markdown')
  const characters = markdown.reduce((sum, block) => sum + lengthOf(block?.text), 0)
  if (characters > MAX.markdown)
    problems.push({ pointer: '/blocks', says: `markdown: must be less than ${MAX.markdown + 1} characters in all` })
  return problems
}

/** Where a block may not stand. `file` blocks are never an app's to post. */
const BARRED: Record<string, Surface[]> = {
  alert: ['message', 'home'],
  markdown: ['modal', 'home'],
  context_actions: ['modal', 'home'],
  table: ['modal', 'home'],
  data_table: ['modal', 'home'],
  file: ['message', 'modal', 'home'],
}

function checkBlock(block: unknown, surface: Surface): Problem[] {
  const parsed = record.safeParse(block)
  const type = parsed.data?.type
  if (!parsed.success || typeof type !== 'string') return [{ pointer: '', says: 'missing required field: type' }]
  if (!isBlockType(type) || BARRED[type]?.includes(surface))
    return [{ pointer: '/type', says: `unsupported type: ${type}` }]
  const problems = schemaProblems(type, block)
  if (problems.length > 0) return problems
  return [...checkShape(parsed.data, surface), ...walk(parsed.data, '')]
}

/** What the schema does not say of whole blocks. */
function checkShape(block: Record<string, unknown>, surface: Surface): Problem[] {
  const problems: Problem[] = []
  const say = (pointer: string, says: string): void => void problems.push({ pointer, says })
  const elements = Array.isArray(block.elements) ? block.elements : undefined
  if (block.type === 'section' && block.text === undefined && block.fields === undefined)
    say('', 'missing required field: text')
  if ((block.type === 'actions' || block.type === 'context') && elements?.length === 0)
    say('/elements', 'must provide at least 1 item')
  if (
    block.type === 'container' &&
    Array.isArray(block.child_blocks) &&
    block.child_blocks.length > MAX.cardsInContainer
  ) {
    say('/child_blocks', `no more than ${MAX.cardsInContainer} items allowed`)
  }
  if (block.type === 'input' && surface !== 'modal' && record.safeParse(block.element).data?.type === 'file_input')
    say('/element', 'unsupported type: file_input')
  if (block.type === 'alert' && lengthOf(record.safeParse(block.text).data?.text) > 200)
    say('/text/text', 'must be less than 201 characters')
  if (block.type === 'table' && Array.isArray(block.rows)) {
    if (block.rows.some((row) => Array.isArray(row) && row.length > MAX.tableCells))
      say('/rows', `no more than ${MAX.tableCells} items allowed`)
    if (length(JSON.stringify(block.rows)) > MAX.tableCharacters)
      say('/rows', `must be less than ${MAX.tableCharacters + 1} characters`)
  }
  for (const id of doubled(idsIn(block, 'action_id'))) say('', `\`action_id\` "${id}" already exists`)
  return problems
}

function idsIn(value: unknown, field: 'block_id' | 'action_id'): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, field))
  const parsed = record.safeParse(value)
  if (!parsed.success) return []
  const own = parsed.data[field]
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...Object.values(parsed.data).flatMap((part) => (typeof part === 'object' ? idsIn(part, field) : [])),
  ]
}

function doubled(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function at(pointer: string, problems: Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer }))
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' ? length(text) : 0
}
