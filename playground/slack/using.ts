import { type Element, optionBy, type Placed } from './blocks.ts'
import type { Asked } from './courier.ts'
import { type FieldState, filled } from './fields.ts'
import type { Workspace } from './workspace.ts'
import type { Chosen, Done } from './world.ts'

/** What using an element says of it in `actions[0]`, besides its ids. */
export function action(element: Element, chosen: Chosen): FieldState {
  const { type, text, value, option, user } = { ...element, ...chosen }
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button')
    return { type, text, ...(value === undefined ? {} : { value }) }
  if (type === 'feedback_buttons') {
    const picked = optionBy(element, String(option))
    if (!picked) throw new Error(`no such option: ${String(option)}`)
    return { type, text: picked.text, value: picked.value }
  }
  const what = option ?? user
  if (what === undefined) throw new Error(`${type} wants an option or a user`)
  const { placeholder } = element
  return { ...filled(element, what, () => unattachable()), ...(placeholder ? { placeholder } : {}) }
}

function unattachable(): never {
  throw new Error('a message takes no files in its menus')
}

/** The element of this `action_id`, `block_id` or label. */
export function find(placed: Placed[], what: string | { label: string }): Placed {
  const labelled =
    (label: string) =>
    ({ element, input }: Placed) =>
      input?.label === label || element.text?.text === label || element.placeholder?.text === label
  const found =
    typeof what === 'string'
      ? (placed.find(({ element }) => element.action_id === what) ??
        placed.find(({ block_id }) => block_id === what) ??
        placed.find(labelled(what)))
      : placed.find(labelled(what.label))
  if (!found) throw new Error(`nothing to use here is called ${JSON.stringify(what)}`)
  return found
}

export function done(asked: Asked): Done {
  return asked.ok ? { ok: true, status: asked.status } : asked
}

/** The desk answered something Slack cannot use: the person sees an error. */
export function refusedAnswer(
  workspace: Workspace,
  method: string,
  status: number,
  error: unknown,
): { ok: false; status: number; error: 'dispatch_failed' } {
  workspace.ledger.add({
    what: 'refused',
    platform: 'slack',
    method,
    error: error instanceof Error ? error.message : String(error),
  })
  return { ok: false, status, error: 'dispatch_failed' }
}
