import { z } from 'zod'
import { elementsOf, type Placed } from './blocks.ts'
import { FieldProblem, type FieldState, filled, ownCheck, untouched } from './fields.ts'
import { attach } from './files.ts'
import { interact } from './interactions.ts'
import * as modals from './modals.ts'
import type { SlackView } from './objects.ts'
import { SlackRefusal } from './refusal.ts'
import type { Triggers } from './triggers.ts'
import { action, done, find, refusedAnswer } from './using.ts'
import type { Workspace } from './workspace.ts'
import type { Done, FieldValue, SlackWorld, Submitted } from './world.ts'

/** What people do with a modal. */
export function filling(
  workspace: Workspace,
  triggers: Triggers,
): Pick<SlackWorld, 'submitView' | 'chooseInView' | 'pressInView' | 'pressInHome' | 'closeView'> {
  return {
    submitView: (user, values) => submit(workspace, triggers, user, values ?? {}),
    chooseInView: (user, field, value) => choose(workspace, triggers, user, field, value),
    pressInView: async (user, what) => {
      const view = top(workspace, user)
      const placed = find(elementsOf(view.blocks), what)
      return actInView(workspace, triggers, user, view, placed, action(placed.element, {}))
    },
    pressInHome: async (user, what) => {
      const view = workspace.homes.get(user)
      if (!view) throw new Error(`${user} has no Home tab yet`)
      const placed = find(elementsOf(view.blocks), what)
      return actInView(workspace, triggers, user, view, placed, action(placed.element, {}))
    },
    closeView: (user, how) => close(workspace, triggers, user, how?.all ?? false),
  }
}

async function choose(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  field: string,
  value: FieldValue,
): Promise<Done> {
  const placed = find(elementsOf(top(workspace, user).blocks), field)
  const state = filled(placed.element, value, (file) => attach(workspace, user, file))
  const view = withState(top(workspace, user), placed, state)
  modals.put(workspace, user, view)
  if (placed.input && !placed.input.dispatches) return { ok: true, status: 0 }
  return actInView(workspace, triggers, user, view, placed, state)
}

async function actInView(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  view: SlackView,
  placed: Placed,
  act: Record<string, unknown>,
): Promise<Done> {
  const payload = {
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: modals.forApi(view),
    actions: [{ ...act, action_id: placed.element.action_id, block_id: placed.block_id, action_ts: workspace.stamp() }],
  }
  return done(await interact(workspace, triggers, user, { chat: user, words: placed.element.action_id }, payload))
}

async function submit(
  workspace: Workspace,
  triggers: Triggers,
  user: string,
  values: Record<string, FieldValue>,
): Promise<Submitted> {
  const problems: Record<string, string> = {}
  let view = { ...top(workspace, user), errors: {} }
  for (const [field, value] of Object.entries(values)) {
    const placed = find(elementsOf(view.blocks), field)
    try {
      view = withState(
        view,
        placed,
        filled(placed.element, value, (file) => attach(workspace, user, file)),
      )
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error
      problems[placed.block_id] = error.message
    }
  }
  for (const { block_id, element, input } of elementsOf(view.blocks)) {
    const state = view.state.values[block_id]?.[element.action_id] ?? untouched(element)
    const problem = input && ownCheck(element, { type: element.type, ...state }, input.optional)
    if (problem !== undefined) problems[block_id] ??= problem
  }
  if (Object.keys(problems).length > 0) {
    modals.put(workspace, user, { ...view, errors: problems })
    return { ok: false, status: 0, errors: problems }
  }
  modals.put(workspace, user, view)
  const asked = await interact(
    workspace,
    triggers,
    user,
    { chat: user, words: view.callback_id },
    { type: 'view_submission', view: modals.forApi(view), response_urls: [] },
  )
  return asked.ok ? follow(workspace, user, view, asked) : { ok: false, status: asked.status, error: asked.error }
}

const responseAction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
])

/** Does what the acknowledgement of a submission says. An answer Slack cannot read is an error to the person. */
function follow(
  workspace: Workspace,
  user: string,
  view: SlackView,
  asked: { status: number; body: string },
): Submitted {
  try {
    if (asked.body.trim() === '' || asked.body.trim() === '{}') {
      // The view may have been replaced or closed while the desk thought about it.
      if (workspace.modals.get(user)?.at(-1)?.id === view.id) modals.pop(workspace, user)
      return { ok: true, status: asked.status }
    }
    const answer = responseAction.parse(JSON.parse(asked.body))
    if (answer.response_action === 'errors') return showErrors(workspace, user, view, asked.status, answer.errors)
    if (answer.response_action === 'clear') modals.clear(workspace, user)
    if (answer.response_action === 'update') modals.update(workspace, { view_id: view.id }, answer.view)
    if (answer.response_action === 'push') modals.push(workspace, user, answer.view)
    return { ok: true, status: asked.status }
  } catch (error) {
    return refusedAnswer(workspace, 'view_submission', asked.status, error)
  }
}

function showErrors(
  workspace: Workspace,
  user: string,
  view: SlackView,
  status: number,
  errors: Record<string, string>,
): Submitted {
  const inputs = elementsOf(view.blocks).filter((placed) => placed.input)
  const strange = Object.keys(errors).find((block) => !inputs.some((placed) => placed.block_id === block))
  if (strange !== undefined || Object.keys(errors).length === 0)
    throw new SlackRefusal('invalid_errors', [`no input block ${strange}`])
  modals.put(workspace, user, { ...view, errors })
  return { ok: false, status, errors }
}

async function close(workspace: Workspace, triggers: Triggers, user: string, all: boolean): Promise<Done> {
  const view = top(workspace, user)
  if (all) modals.clear(workspace, user)
  else modals.pop(workspace, user)
  if (!view.notify_on_close) return { ok: true, status: 0 }
  return done(
    await interact(
      workspace,
      triggers,
      user,
      { chat: user },
      { type: 'view_closed', view: modals.forApi(view), is_cleared: all },
    ),
  )
}

function withState(view: SlackView, { block_id, element }: Placed, state: FieldState): SlackView {
  const values = { ...view.state.values, [block_id]: { ...view.state.values[block_id], [element.action_id]: state } }
  return { ...view, state: { values } }
}

function top(workspace: Workspace, user: string): SlackView {
  const view = workspace.modals.get(user)?.at(-1)
  if (!view) throw new Error(`${user} has no modal open`)
  return view
}
