import { z } from 'zod'
import { checkBlocks } from '../block-limits.ts'
import { checkMessage, checkView, refuse } from '../limits.ts'
import * as modals from '../modals.ts'
import { SlackRefusal } from '../refusal.ts'
import { attachments, blocks, json, read } from './args.ts'
import type { Methods } from './method.ts'

const view = json(z.record(z.string(), z.unknown()))
const openArgs = z.object({ trigger_id: z.string(), view })
const updateArgs = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view,
})
const publishArgs = z.object({ user_id: z.string(), hash: z.string().optional(), view })
const message = json(
  z.object({ text: z.string().optional(), blocks: blocks.optional(), attachments: attachments.optional() }),
)
const validateArgs = z.object({ blocks: blocks.optional(), message: message.optional(), view: view.optional() })

export const views: Methods = {
  'views.open': {
    scopes: [],
    run: (workspace, args, triggers) => {
      const { trigger_id, view } = read(openArgs, args)
      // A bad view does not use the trigger up.
      checkView(view, 'modal')
      return { view: modals.forApi(modals.open(workspace, triggers.exchange(trigger_id), view)) }
    },
  },
  'views.push': {
    scopes: [],
    run: (workspace, args, triggers) => {
      const { trigger_id, view } = read(openArgs, args)
      checkView(view, 'modal')
      return { view: modals.forApi(modals.push(workspace, triggers.exchange(trigger_id), view)) }
    },
  },
  'views.update': {
    scopes: [],
    run: (workspace, args) => {
      const { view, ...which } = read(updateArgs, args)
      return { view: modals.forApi(modals.update(workspace, which, view)) }
    },
  },
  'views.publish': {
    scopes: [],
    run: (workspace, args) => {
      const { user_id, hash, view } = read(publishArgs, args)
      if (!workspace.users.get(user_id)) throw new SlackRefusal('user_not_found')
      return { view: modals.forApi(modals.publish(workspace, user_id, view, hash)) }
    },
  },
  'blocks.validate': {
    scopes: [],
    run: (_workspace, args) => {
      const { blocks, message, view } = read(validateArgs, args)
      if (message) checkMessage(message)
      if (view) checkView(view, view.type === 'home' ? 'home' : 'modal')
      if (blocks) refuse('invalid_blocks', checkBlocks(blocks, 'message'))
      return {}
    },
  },
}
