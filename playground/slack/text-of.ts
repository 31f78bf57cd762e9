import type { SlackBlock } from './objects.ts'
import { unescaped } from './said.ts'
import { nameOf, type Workspace } from './workspace.ts'

interface Shown {
  text?: string | undefined
  blocks?: SlackBlock[] | undefined
  files?: { name: string }[] | undefined
  title?: { text: string } | undefined
  attachments?: Record<string, unknown>[] | undefined
}

/** Blocks were parsed as they came in; looked at again and again, they are not parsed again and again. */
const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All text somebody sees: blocks instead of `text` where there are blocks; names for mentions; a line per block. */
export function textOf(workspace: Pick<Workspace, 'users' | 'channels' | 'usergroups'>, shown: Shown): string {
  const reader = { workspace }
  const body =
    shown.blocks && shown.blocks.length > 0
      ? shown.blocks.map((block) => read(reader, block))
      : [mrkdwn(reader, shown.text ?? '')]
  const attachments = (shown.attachments ?? []).map((attachment) => read(reader, attachment))
  const files = (shown.files ?? []).map((file) => file.name)
  return [shown.title?.text ?? '', ...body, ...attachments, ...files].filter((line) => line !== '').join('\n')
}

interface Reader {
  workspace: Pick<Workspace, 'users' | 'channels' | 'usergroups'>
}

/** Fields of blocks and elements that hold text people see, in the order Slack shows them. */
const VISIBLE = [
  'pretext',
  'title',
  'subtitle',
  'label',
  'text',
  'body',
  'fields',
  'rows',
  'placeholder',
  'options',
  'option_groups',
  'elements',
  'accessory',
  'element',
  'child_blocks',
  'blocks',
  'actions',
  'hint',
  'positive_button',
  'negative_button',
  'initial_value',
]

function read(reader: Reader, value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value
      .map((item) => read(reader, item))
      .filter((text) => text !== '')
      .join('\n')
  if (!isNode(value)) return ''
  const { type, text, elements } = value
  if (typeof text === 'string' && (type === 'mrkdwn' || type === 'markdown' || type === undefined))
    return mrkdwn(reader, text)
  if (typeof text === 'string' && (type === 'plain_text' || type === 'raw_text')) return text
  if (typeof type === 'string' && /^rich_text_(section|quote|preformatted)$/.test(type) && Array.isArray(elements)) {
    return elements
      .map((element) => element_(reader, element))
      .join('')
      .trimEnd()
  }
  return VISIBLE.map((field) => read(reader, value[field]))
    .filter((line) => line !== '')
    .join('\n')
}

function element_({ workspace }: Reader, value: unknown): string {
  const element = isNode(value) ? value : {}
  const field = (name: string): string => (typeof element[name] === 'string' ? element[name] : '')
  switch (element.type) {
    case 'text':
      return field('text')
    case 'link':
      return field('text') || field('url')
    case 'emoji':
      return `:${field('name')}:`
    case 'user':
      return `@${nameOf(workspace, field('user_id'))}`
    case 'usergroup':
      return `@${workspace.usergroups.get(field('usergroup_id'))?.handle ?? field('usergroup_id')}`
    case 'channel':
      return `#${workspace.channels.get(field('channel_id'))?.name ?? field('channel_id')}`
    case 'broadcast':
      return `@${field('range')}`
    case 'date':
      return field('fallback')
    default:
      return ''
  }
}

function mrkdwn({ workspace }: Reader, text: string): string {
  const shown = text.replaceAll(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_whole, target: string, label: string | undefined) => {
    if (target.startsWith('@')) return `@${nameOf(workspace, target.slice(1))}`
    if (target.startsWith('#')) return `#${workspace.channels.get(target.slice(1))?.name ?? target.slice(1)}`
    if (target.startsWith('!subteam^'))
      return `@${workspace.usergroups.get(target.slice(9))?.handle ?? target.slice(9)}`
    if (target.startsWith('!')) return label ?? `@${target.slice(1)}`
    return label ?? target
  })
  return unescaped(shown)
}
