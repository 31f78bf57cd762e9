import { type Logger, LogLevel, type webApi } from '@slack/bolt'
import { factsOf, type Log } from './log.ts'
import { slackFetch } from './slack-fetch.ts'

export const SLACK_API = 'https://slack.com/api/'

/**
 * How the Web API is called: the relay retries and keeps the rates, so the SDK must do neither (it would post twice
 * and hold every channel for one's 429: platforms.md §A2). A call without an answer after `timeoutMs` has an unclear end. `headers` stays unset (platforms.md §A3.6).
 */
export function clientOptions(apiUrl: string, log: Log, timeoutMs = 12_000): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    fetch: slackFetch,
    logger: sdkLogger(log),
  }
}

/** The SDK's own words may quote bodies and addresses; only that it spoke, and the class of an error, is kept. */
export function sdkLogger(log: Log): Logger {
  const facts = (said: unknown[]) => factsOf(said.find((word) => word instanceof Error) ?? 'words')
  return {
    debug: () => {},
    info: () => {},
    warn: (...said) => log.warn(facts(said), 'slack-sdk-warns'),
    error: (...said) => log.error(facts(said), 'slack-sdk-errs'),
    setLevel: () => {},
    // Bolt compares it with its own default and would only call setLevel.
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
