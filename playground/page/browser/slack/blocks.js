import { el } from '../dom.js'
import { usable } from './elements.js'
import { mrkdwn, plain } from './mrkdwn.js'
import { richText } from './rich-text.js'

/**
 * Blocks as Slack shows them. `use(element, chosen)` is called when somebody uses a button or a menu; `names` is of
 * names.js. Inputs of modals are dialog.js's own.
 */
export function drawBlocks(blocks, { names, use }) {
  return blocks.map((block) => drawBlock(block, { names, use }))
}

export function drawBlock(block, { names, use }) {
  const words = (text) => (text.type === 'mrkdwn' ? mrkdwn(text.text, names) : plain(text.text))
  switch (block.type) {
    case 'header':
      return el('h4', { class: 'block-header' }, words(block.text))
    case 'section':
      return el(
        'div',
        { class: 'block-section' },
        el(
          'div',
          { class: 'section-main' },
          block.text && el('div', { class: 'section-text' }, words(block.text)),
          block.fields &&
            el(
              'div',
              { class: 'section-fields' },
              block.fields.map((field) => fieldOf(field, words)),
            ),
        ),
        block.accessory && usable(block.accessory, { names, use }),
      )
    case 'context':
      return el(
        'div',
        { class: 'block-context' },
        block.elements.map((part) => (part.text ? el('span', {}, words(part)) : el('span', {}, part.alt_text ?? ''))),
      )
    case 'rich_text':
      return richText(block, names)
    case 'actions':
      return el(
        'div',
        { class: 'block-actions' },
        block.elements.map((element) => usable(element, { names, use })),
      )
    case 'divider':
      return el('hr')
    case 'image':
      return el('div', { class: 'block-context' }, block.alt_text)
    case 'markdown':
      return el('div', { class: 'section-text' }, block.text)
    default:
      return el('div', { class: 'block-context' }, `[${block.type}]`)
  }
}

/** A field of a plain text and two lines is a label and its value. */
function fieldOf(field, words) {
  const [label, ...value] = field.text.split('\n')
  if (field.type !== 'plain_text' || value.length === 0) return el('div', { class: 'field' }, words(field))
  return el(
    'div',
    { class: 'field' },
    el('div', { class: 'field-label' }, label),
    el('div', { class: 'field-value', dir: 'auto' }, plain(value.join('\n'))),
  )
}
