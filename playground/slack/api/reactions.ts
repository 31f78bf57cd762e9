import { z } from 'zod'
import { visibleToBot } from '../channels.ts'
import { setReaction } from '../messages.ts'
import type { SlackMessage } from '../objects.ts'
import { SlackRefusal } from '../refusal.ts'
import { BOT_USER } from '../seed.ts'
import type { Workspace } from '../workspace.ts'
import { read, timestamp } from './args.ts'
import { theMessage } from './chat.ts'
import type { Methods } from './method.ts'

const target = { channel: z.string().min(1), timestamp }
const setArgs = z.object({ ...target, name: z.string() })
const getArgs = z.object(target)

export const reactions: Methods = {
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (workspace, args) => {
      const { channel, timestamp: ts, name } = read(setArgs, args)
      if (!setReaction(workspace, within(workspace, channel, ts), BOT_USER, known(name), true))
        throw new SlackRefusal('already_reacted')
      return {}
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run: (workspace, args) => {
      const { channel, timestamp: ts, name } = read(setArgs, args)
      if (!setReaction(workspace, within(workspace, channel, ts), BOT_USER, known(name), false))
        throw new SlackRefusal('no_reaction')
      return {}
    },
  },
  'reactions.get': {
    scopes: ['reactions:read'],
    run: (workspace, args) => {
      const { channel, timestamp: ts } = read(getArgs, args)
      const { text, reactions = [], user } = within(workspace, channel, ts)
      return { type: 'message', channel, message: { type: 'message', ts, text, user, reactions } }
    },
  },
}

function within(workspace: Workspace, channel: string, ts: string): SlackMessage {
  if (!visibleToBot(workspace, channel).members.includes(BOT_USER)) throw new SlackRefusal('not_in_channel')
  return theMessage(workspace, channel, ts)
}

/** Slack takes names without colons. */
function known(name: string): string {
  if (!/^[a-z0-9_+-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackRefusal('invalid_name')
  return name
}
