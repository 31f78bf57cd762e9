import type { Triggers } from '../triggers.ts'
import type { Workspace } from '../workspace.ts'
import type { Args } from './args.ts'

/** A method of the Web API. It answers what stands beside `ok: true`, or throws a `SlackRefusal`. */
export interface Method {
  /** Scopes of which one is needed; none: any token will do. */
  scopes: string[]
  /** It wants the app's token (`xapp-…`) instead of the bot's. */
  byApp?: boolean
  run(workspace: Workspace, args: Args, triggers: Triggers): Answer
}

export type Answer = Record<string, unknown>

export type Methods = Record<string, Method>
