import { z } from 'zod'
import { tracesOf, traceVariables } from './config-traces.ts'
import type { TracesConfig } from './traces/index.ts'

/** Paths are put behind an address, so it is kept without a slash of its own. */
const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

/** The only shape of the environment. Every variable, what it is for, and where its value is found. */
const shape = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'is not a PostgreSQL address. Write postgresql://user:password@host:5432/database, or leave it out: an embedded PostgreSQL is started.',
    })
    .optional(),
  PORT: z.coerce
    .number({ error: 'is not a port. Write a free one from 1 to 65535, e.g. 3000.' })
    .int()
    .min(0)
    .max(65535)
    .default(3000),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'is not a web address. Write the address under which Slack and Telegram reach this program, e.g. https://desk.example.com.',
    })
    .transform(withoutSlash)
    .optional(),
  /** Files and folders, with commas between. */
  DESKS: z.string().default('desks/demo.yaml'),
  FILES: z.string().default('.deskhand/files'),
  SECRET: z
    .string()
    .min(32, { error: 'is too short: write at least 32 characters, e.g. what `openssl rand -hex 32` prints.' })
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', {
      error:
        'does not begin with xoxb-. Find it under OAuth & Permissions on your Slack app’s page, as Bot User OAuth Token.',
    })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, { error: 'is too short. Find it under Basic Information on your Slack app’s page, as Signing Secret.' })
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', {
      error:
        'does not begin with xapp-. Make it under Basic Information on your Slack app’s page, as an App-Level Token with the scope connections:write, and switch on Socket Mode.',
    })
    .optional(),
  SLACK_API_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'is not a web address. Leave it out for Slack itself; another one is written like http://localhost:3001/api/.',
    })
    .default('https://slack.com/api/'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:.+$/, {
      error: 'is not a bot token. BotFather gives it when you make a bot: digits, a colon, letters.',
    })
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, { error: 'may hold letters, digits, _ and - only (up to 256).' })
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({
      protocol: /^https?$/,
      error:
        'is not a web address. Leave it out for Telegram itself; a Bot API server of your own is written like http://localhost:8081.',
    })
    // grammY refuses a slash, and names no variable.
    .transform(withoutSlash)
    .default('https://api.telegram.org'),
  AGENDA_MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, {
      error:
        'is no address of a MongoDB. It begins with mongodb:// or mongodb+srv://; leave it out and Agenda keeps its jobs in the desk’s own database.',
    })
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: 'is too short: write at least 16 characters, e.g. what `openssl rand -hex 16` prints.' })
    .optional(),
  ...traceVariables,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'is none of trace, debug, info, warn, error, silent.',
    })
    .default('info'),
})

/** What the program is told by its environment; see the README's table. */
export interface Config {
  databaseUrl: string | undefined
  port: number
  publicUrl: string | undefined
  desks: string[]
  files: string
  secret: string | undefined
  slack: SlackConfig | undefined
  telegram: { token: string; apiRoot: string; webhook: { url: string; secret: string } | undefined } | undefined
  /** Where Agenda keeps its jobs; without it, in the desk's own database. */
  agendaMongodbUrl: string | undefined
  /** Whoever bears it sees `/metrics`; without it only this machine does. */
  metricsToken: string | undefined
  /** Whether and how spans are sent to an OpenTelemetry collector. */
  traces: TracesConfig | undefined
  logLevel: string
  /** `${NAME}` of a desk file. */
  named: (name: string) => string | undefined
}

/** With an app token Slack is reached by Socket Mode, and signs nothing. */
export type SlackConfig = { botToken: string; apiUrl: string } & ({ appToken: string } | { signingSecret: string })

/** What is wrong with the environment, each with its repair. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
}

/** Whether whoever runs this wants to see an error whole; asked also where the rest of the environment is at fault. */
export function isDebugging({ LOG_LEVEL: level }: Readonly<Record<string, string | undefined>>): boolean {
  return level === 'debug' || level === 'trace'
}

/** The only reader of the environment. Throws a `ConfigFault` that names every variable at fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in `.env` is a variable that is not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = shape.safeParse(set)
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  }
  const given = parsed.data
  return {
    databaseUrl: given.DATABASE_URL,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL,
    desks: given.DESKS.split(',')
      .map((path) => path.trim())
      .filter((path) => path !== ''),
    files: given.FILES,
    secret: given.SECRET,
    slack: slackOf(given),
    telegram: telegramOf(given),
    agendaMongodbUrl: given.AGENDA_MONGODB_URL,
    metricsToken: given.METRICS_TOKEN,
    traces: tracesOf(given),
    logLevel: given.LOG_LEVEL,
    named: (name) => set[name],
  }
}

type Given = z.infer<typeof shape>

function slackOf(given: Given): Config['slack'] {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
  } = given
  if (botToken === undefined) {
    if (appToken === undefined) return undefined
    throw new ConfigFault(
      'SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN. Find it under OAuth & Permissions on your Slack app’s page, as Bot User OAuth Token.',
    )
  }
  if (appToken !== undefined) return { botToken, appToken, apiUrl }
  if (signingSecret === undefined) {
    throw new ConfigFault(
      'SLACK_SIGNING_SECRET is missing. Find it under Basic Information on your Slack app’s page, as Signing Secret; or set SLACK_APP_TOKEN (xapp-…) to use Socket Mode, which needs neither it nor a public address.',
    )
  }
  return { botToken, signingSecret, apiUrl }
}

function telegramOf(given: Given): Config['telegram'] {
  const {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL: publicUrl,
  } = given
  if (token === undefined) return undefined
  if (secret === undefined) return { token, apiRoot, webhook: undefined }
  if (publicUrl === undefined) {
    throw new ConfigFault(
      'TELEGRAM_WEBHOOK_SECRET is set, but PUBLIC_URL is not. Set PUBLIC_URL to the address Telegram can reach, or leave the secret out: updates are then polled.',
    )
  }
  return { token, apiRoot, webhook: { url: `${publicUrl}/telegram/webhook`, secret } }
}
