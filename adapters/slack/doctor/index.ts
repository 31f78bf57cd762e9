import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { clientOptions, SLACK_API } from '../client.ts'
import { neededScopes, scopesOfMethods } from '../scopes.ts'
import { type ExaminedChannel, examineChannel } from './channel.ts'
import { codeOf, isRefusal } from './code.ts'
import { type Finding, open, well, wrong } from './finding.ts'
import { examineGroup } from './group.ts'

export interface Examined {
  /** xoxb-… */
  botToken: string
  /** xapp-…: events come by Socket Mode. Without it by HTTP. */
  appToken?: string | undefined
  /** Default: `https://slack.com/api/`. */
  apiUrl?: string | undefined
  /** The channels desk files name, each once. */
  channels: readonly ExaminedChannel[]
  /** The user groups they name, S…. */
  groups: readonly string[]
}

const authTest = z.object({
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  bot_id: z.string(),
  is_enterprise_install: z.boolean().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
})

interface Bot {
  name: string
  team: string
  teamId: string
  scopes: string[]
}

/** Asks Slack everything a desk needs of it, and changes nothing. Never rejects for what Slack answers. */
export async function examine(asked: Examined): Promise<Finding[]> {
  const { botToken, appToken, apiUrl = SLACK_API, channels, groups } = asked
  const client = clientFor(botToken, apiUrl)
  const us = await whose(client)
  if ('state' in us) return [us]
  const granted: ReadonlySet<string> = new Set(us.scopes)
  const mayJoin = scopesOfMethods['conversations.join'].every((scope) => granted.has(scope))
  return [
    well('slack-token', { bot: us.name, team: us.team, id: us.teamId }),
    examineScopes(granted, groups.length > 0),
    appToken === undefined ? open('slack-signing-secret') : await examineAppToken(clientFor(appToken, apiUrl)),
    ...(await inTurn(channels, (channel) => examineChannel(client, channel, { name: us.name, mayJoin }))),
    ...(await inTurn(groups, (group) => examineGroup(client, group))),
  ]
}

function clientFor(token: string, apiUrl: string): webApi.WebClient {
  return new webApi.WebClient(token, clientOptions(apiUrl, silent))
}

/** Scopes come in a header (`x-oauth-scopes`), which the SDK puts beside the answer. */
async function whose(client: webApi.WebClient): Promise<Bot | Finding> {
  try {
    const { user, team, team_id, is_enterprise_install, response_metadata } = authTest.parse(await client.auth.test())
    if (is_enterprise_install) return wrong('slack-org-wide', { team })
    return { name: user, team, teamId: team_id, scopes: response_metadata.scopes }
  } catch (error) {
    // Only a bot's answer has a `bot_id`.
    if (error instanceof z.ZodError) return wrong('slack-token-refused', { code: 'not_a_bot_token' })
    return wrong(isRefusal(error) ? 'slack-token-refused' : 'slack-unreachable', { code: codeOf(error) })
  }
}

function examineScopes(granted: ReadonlySet<string>, groups: boolean): Finding {
  const missing = neededScopes(groups).filter((scope) => !granted.has(scope))
  if (missing.length > 0) return wrong('slack-scopes-missing', { scopes: missing.join(', ') })
  return well('slack-scopes', { count: granted.size })
}

/** `apps.connections.open` gives out an address for one connection; one nobody uses lapses. */
async function examineAppToken(client: webApi.WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open({})
    return well('slack-app-token')
  } catch (error) {
    return wrong(isRefusal(error) ? 'slack-app-token-refused' : 'slack-unreachable', { code: codeOf(error) })
  }
}

/** One after the other: the methods bear about 50 calls a minute (platforms.md §A2). */
async function inTurn<T>(things: readonly T[], look: (thing: T) => Promise<Finding[]>): Promise<Finding[]> {
  const found: Finding[] = []
  for (const thing of things) found.push(...(await look(thing)))
  return found
}

const silent = { info: () => {}, warn: () => {}, error: () => {} }
