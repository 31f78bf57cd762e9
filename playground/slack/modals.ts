import { elementsOf, withIds } from './blocks.ts'
import { isField, untouched } from './fields.ts'
import { checkView } from './limits.ts'
import type { SlackBlock, SlackView } from './objects.ts'
import { SlackRefusal } from './refusal.ts'
import { APP, BOT, TEAM } from './seed.ts'
import { newId, type Workspace } from './workspace.ts'

/** One modal and two pushed upon it (platforms.md §A2). */
const MOST_IN_STACK = 3

/** What an app sends as a view, after `checkView`. */
interface AppView {
  title?: SlackView['title']
  submit?: SlackView['submit']
  close?: SlackView['close']
  blocks: SlackBlock[]
  callback_id?: string
  external_id?: string
  private_metadata?: string
  notify_on_close?: boolean
  clear_on_close?: boolean
}

/** Opens a modal on an empty screen; what was open before is gone. */
export function open(workspace: Workspace, user: string, sent: unknown): SlackView {
  const id = newId('V')
  const view = make(workspace, sent, 'modal', { id, root_view_id: id, previous_view_id: null })
  show(workspace, user, [view])
  return view
}

/** Puts a modal on top of the one that is open. */
export function push(workspace: Workspace, user: string, sent: unknown): SlackView {
  const stack = workspace.modals.get(user) ?? []
  const below = stack.at(-1)
  if (!below) throw new SlackRefusal('no_modal_open')
  if (stack.length >= MOST_IN_STACK) throw new SlackRefusal('push_limit_reached')
  const view = make(workspace, sent, 'modal', {
    id: newId('V'),
    root_view_id: below.root_view_id,
    previous_view_id: below.id,
  })
  show(workspace, user, [...stack, view])
  return view
}

/** Replaces what an open modal shows; what was filled in stays where `block_id` and `action_id` do. */
export function update(
  workspace: Workspace,
  which: { view_id?: string | undefined; external_id?: string | undefined; hash?: string | undefined },
  sent: unknown,
): SlackView {
  for (const [user, stack] of workspace.modals.entries()) {
    const old = stack.find((view) =>
      which.view_id === undefined
        ? view.external_id === which.external_id && view.external_id !== ''
        : view.id === which.view_id,
    )
    if (!old) continue
    if (which.hash !== undefined && which.hash !== old.hash) throw new SlackRefusal('hash_conflict')
    const view = make(workspace, sent, 'modal', old, old)
    show(
      workspace,
      user,
      stack.map((other) => (other.id === old.id ? view : other)),
    )
    return view
  }
  throw new SlackRefusal('not_found')
}

/** Publishes somebody's Home tab. */
export function publish(workspace: Workspace, user: string, sent: unknown, hash?: string): SlackView {
  const old = workspace.homes.get(user)
  if (hash !== undefined && old !== undefined && hash !== old.hash) throw new SlackRefusal('hash_conflict')
  const id = old?.id ?? newId('V')
  const view = make(workspace, sent, 'home', { id, root_view_id: id, previous_view_id: null }, old)
  workspace.homes.set(user, view)
  workspace.changed()
  return view
}

/** Closes the modal on top; the one below it, if any, is seen again. */
export function pop(workspace: Workspace, user: string): void {
  show(workspace, user, (workspace.modals.get(user) ?? []).slice(0, -1))
}

export function clear(workspace: Workspace, user: string): void {
  show(workspace, user, [])
}

/** Replaces a modal by the same with something different in it (state, errors). */
export function put(workspace: Workspace, user: string, view: SlackView): void {
  show(
    workspace,
    user,
    (workspace.modals.get(user) ?? []).map((other) => (other.id === view.id ? view : other)),
  )
}

/** A view as payloads and answers carry it. */
export function forApi(view: SlackView): Record<string, unknown> {
  const { errors: _errors, ...shown } = view
  return { ...shown, app_installed_team_id: view.team_id }
}

function show(workspace: Workspace, user: string, stack: SlackView[]): void {
  if (stack.length === 0) workspace.modals.remove(user)
  else workspace.modals.set(user, stack)
  workspace.changed()
}

function make(
  workspace: Workspace,
  sent: unknown,
  type: 'modal' | 'home',
  place: Pick<SlackView, 'id' | 'root_view_id' | 'previous_view_id'>,
  old?: SlackView,
): SlackView {
  checkView(sent, type)
  // checkView has let it through.
  const view = sent as AppView
  const taken =
    view.external_id !== undefined &&
    view.external_id !== '' &&
    allViews(workspace).some((other) => other.external_id === view.external_id && other.id !== place.id)
  if (taken) throw new SlackRefusal('duplicate_external_id')
  const blocks = withIds(view.blocks) ?? []
  return {
    id: place.id,
    type,
    team_id: TEAM,
    app_id: APP,
    bot_id: BOT,
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    private_metadata: view.private_metadata ?? '',
    title: view.title ?? { type: 'plain_text', text: '' },
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks,
    state: { values: stateOf(blocks, old) },
    hash: `${Math.floor(workspace.now() / 1000)}.${newId('').slice(0, 8).toLowerCase()}`,
    root_view_id: place.root_view_id,
    previous_view_id: place.previous_view_id,
    notify_on_close: view.notify_on_close ?? false,
    clear_on_close: view.clear_on_close ?? false,
    errors: {},
  }
}

function allViews(workspace: Workspace): SlackView[] {
  return [...workspace.modals.all().flat(), ...workspace.homes.all()]
}

function stateOf(blocks: SlackBlock[], old: SlackView | undefined): SlackView['state']['values'] {
  const values: SlackView['state']['values'] = {}
  for (const { block_id, element } of elementsOf(blocks)) {
    if (!isField(element)) continue
    const before = old?.state.values[block_id]?.[element.action_id]
    const kept = before?.type === element.type ? before : untouched(element)
    values[block_id] = { ...values[block_id], [element.action_id]: kept }
  }
  return values
}
