import { setTimeout as wait } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { factsOf, type Log } from './log.ts'

/** Who we are in the workspace. */
export interface Identity {
  /** Team id, T…: the `account` of every address. */
  account: string
  /** B…, in every message of ours. */
  botId: string
  /** U…, the bot's user. */
  botUser: string
}

const authTest = z.object({
  team_id: z.string(),
  bot_id: z.string(),
  user_id: z.string(),
  is_enterprise_install: z.boolean().nullish(),
})

/** Codes of `auth.test` no waiting repairs. */
const refusals = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])

/** With such a token we were the organisation (E…), and every event, which names its workspace, were another's. */
const ORG_WIDE =
  'SLACK_BOT_TOKEN: the app is installed for a whole organisation, and Deskhand serves one workspace of it. Press Install to Workspace for that one under OAuth & Permissions on your Slack app’s page, and take the Bot User OAuth Token (xoxb-…) it gives.'

/**
 * Asks Slack who the token belongs to (`auth.test`), again and again while Slack cannot be reached.
 * Rejects when the token is refused or no single workspace's, or when `stopped` is given.
 */
export async function learnIdentity(client: webApi.WebClient, log: Log, stopped: AbortSignal): Promise<Identity> {
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, 30_000)) {
    try {
      const us = authTest.parse(await client.auth.test())
      if (us.is_enterprise_install) throw new OrgWide(ORG_WIDE)
      return { account: us.team_id, botId: us.bot_id, botUser: us.user_id }
    } catch (error) {
      if (error instanceof OrgWide) throw error
      const refusal = refusalOf(error)
      if (refusal !== undefined) throw new Error(repairOf(refusal), { cause: error })
      log.warn({ ...factsOf(error), pauseMs }, 'slack-not-reached')
      await wait(pauseMs, undefined, { signal: stopped })
    }
  }
}

class OrgWide extends Error {
  override name = 'OrgWide'
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof z.ZodError) return 'not_a_bot_token'
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  return refusals.has(error.data.error) ? error.data.error : undefined
}

function repairOf(code: string): string {
  return `SLACK_BOT_TOKEN: ${code}. Take the Bot User OAuth Token (xoxb-…) under OAuth & Permissions on your Slack app's page.`
}
