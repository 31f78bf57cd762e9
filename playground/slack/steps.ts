import { APP, TEAM } from './seed.ts'
import { newId, type Workspace } from './workspace.ts'
import type { SlackWorld } from './world.ts'

/** Workflows of Workflow Builder, as far as the app's own steps in them go. */
export function steps(workspace: Workspace): Pick<SlackWorld, 'runStep' | 'step'> {
  return {
    runStep(callbackId, inputs) {
      const id = newId('Fx')
      workspace.steps.set(id, { id, callbackId, state: 'running' })
      workspace.tell({
        type: 'function_executed',
        function: { id: newId('Fn'), callback_id: callbackId, title: callbackId, type: 'app', app_id: APP },
        inputs,
        function_execution_id: id,
        workflow_execution_id: newId('Wx'),
        event_ts: workspace.stamp(),
        // A token for this run alone.
        bot_access_token: `xwfp-${TEAM}-${id}`,
      })
      return id
    },
    step: (run) => workspace.steps.get(run),
  }
}
