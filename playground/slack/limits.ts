import { z } from 'zod'
import { checkBlocks, type Problem } from './block-limits.ts'
import { jsonBytes, length, MAX } from './max.ts'
import { SlackRefusal } from './refusal.ts'

export interface Payload {
  text?: string | undefined
  blocks?: unknown
  attachments?: Record<string, unknown>[] | undefined
  metadata?: unknown
}

/** Refuses what Slack would not post. `update`: the stricter text limit of `chat.update`. */
export function checkMessage(payload: Payload, how: { update?: boolean } = {}): void {
  const text = payload.text ?? ''
  if (length(text) > (how.update ? MAX.textUpdated : MAX.textPosted)) throw new SlackRefusal('msg_too_long')
  if (payload.blocks !== undefined) {
    refuse('invalid_blocks', checkBlocks(payload.blocks, 'message'))
    if (jsonBytes(payload.blocks) > MAX.blocksJson) throw new SlackRefusal('msg_blocks_too_long')
  }
  const attachments = payload.attachments ?? []
  if (attachments.length > MAX.attachments) throw new SlackRefusal('too_many_attachments')
  for (const attachment of attachments) {
    if (attachment.blocks !== undefined) refuse('invalid_attachments', checkBlocks(attachment.blocks, 'message'))
    if (jsonBytes(attachment) > MAX.blocksJson) throw new SlackRefusal('msg_blocks_too_long')
  }
  if (payload.metadata !== undefined) checkMetadata(payload.metadata)
  const empty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0
  if (text.trim() === '' && empty(payload.blocks) && empty(attachments)) throw new SlackRefusal('no_text')
}

const scalar = z.union([z.string(), z.number(), z.boolean()])
const flat = z.record(z.string(), scalar)
const metadata = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.union([scalar, flat, z.array(flat)])),
})

function checkMetadata(value: unknown): void {
  if (!metadata.safeParse(value).success) throw new SlackRefusal('invalid_metadata_format')
  if (jsonBytes(value) > MAX.metadataJson) throw new SlackRefusal('metadata_too_large')
}

export function checkMarkdownText(text: string): void {
  if (length(text) > MAX.markdown) throw new SlackRefusal('msg_too_long')
}

const record = z.record(z.string(), z.unknown())
const plainText = z
  .object({ type: z.literal('plain_text'), text: z.string().min(1), emoji: z.boolean().optional() })
  .strict()
const short = plainText.refine(
  ({ text }) => length(text) <= MAX.modalTitle,
  `must be less than ${MAX.modalTitle + 1} characters`,
)
const viewShape = z.object({
  callback_id: z
    .string()
    .max(MAX.id, `must be less than ${MAX.id + 1} characters`)
    .optional(),
  external_id: z
    .string()
    .max(MAX.id, `must be less than ${MAX.id + 1} characters`)
    .optional(),
  private_metadata: z
    .string()
    .max(MAX.privateMetadata, `must be less than ${MAX.privateMetadata + 1} characters`)
    .optional(),
  blocks: z.array(z.unknown()),
})
const modalShape = viewShape
  .extend({
    type: z.literal('modal'),
    title: short,
    submit: short.nullish(),
    close: short.nullish(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .strict()
const homeShape = viewShape.extend({ type: z.literal('home') }).strict()

/** Refuses what Slack would not show as a modal or Home tab. */
export function checkView(view: unknown, type: 'modal' | 'home'): void {
  const shape = (type === 'modal' ? modalShape : homeShape).safeParse(view)
  if (!shape.success) {
    refuse(
      'invalid_arguments',
      shape.error.issues.map((issue) => ({ pointer: ['', 'view', ...issue.path].join('/'), says: issue.message })),
    )
    return
  }
  const problems = checkBlocks(shape.data.blocks, type).map((problem) => ({
    ...problem,
    pointer: `/view${problem.pointer}`,
  }))
  const asks = shape.data.blocks.some((block) => record.safeParse(block).data?.type === 'input')
  if (asks && 'submit' in shape.data ? !shape.data.submit : asks && type === 'modal')
    problems.push({ pointer: '/view/submit', says: 'missing required field: submit' })
  refuse('invalid_arguments', problems)
}

export function refuse(code: string, problems: Problem[]): void {
  if (problems.length === 0) return
  throw new SlackRefusal(
    code,
    problems.map(({ says, pointer }) => `[ERROR] ${says} [json-pointer:${pointer}]`),
  )
}
