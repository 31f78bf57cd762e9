import { z } from 'zod'
import type { StepRun } from '../objects.ts'
import { SlackRefusal } from '../refusal.ts'
import type { Workspace } from '../workspace.ts'
import { json, read } from './args.ts'
import type { Methods } from './method.ts'

const run = { function_execution_id: z.string().min(1) }
const successArgs = z.object({ ...run, outputs: json(z.record(z.string(), z.unknown())) })
const errorArgs = z.object({ ...run, error: z.string().min(1) })

/** How a step of a workflow ends: once, by the app whose step it is. */
export const functions: Methods = {
  'functions.completeSuccess': {
    scopes: [],
    run: (workspace, args) => {
      const { function_execution_id, outputs } = read(successArgs, args)
      return end(workspace, function_execution_id, { state: 'completed', outputs })
    },
  },
  'functions.completeError': {
    scopes: [],
    run: (workspace, args) => {
      const { function_execution_id, error } = read(errorArgs, args)
      return end(workspace, function_execution_id, { state: 'failed', error })
    },
  },
}

function end(workspace: Workspace, id: string, how: Partial<StepRun>): Record<string, never> {
  const step = workspace.steps.get(id)
  if (!step) throw new SlackRefusal('function_execution_not_found')
  if (step.state !== 'running') throw new SlackRefusal('function_execution_not_in_running_state')
  // The manifest's required output.
  if (how.state === 'completed' && typeof how.outputs?.ticket_id !== 'string')
    throw new SlackRefusal('parameter_validation_failed')
  workspace.steps.set(id, { ...step, ...how })
  workspace.changed()
  return {}
}
