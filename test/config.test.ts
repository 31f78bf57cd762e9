import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from '../src/config.ts'

const fault = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigFault) return error.message
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('without anything set', () => {
  it('there is all a newcomer needs', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      desks: ['desks/demo.yaml'],
      slack: undefined,
      telegram: undefined,
      databaseUrl: undefined,
    })
  })
  it('an empty line in .env is not a value', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '  ' })).toMatchObject({ port: 3000, slack: undefined })
  })
})

describe('what is wrong is named, with its repair', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET is missing', 'Basic Information'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: '12345678' }, 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'Socket Mode'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'connections:write'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing', 'OAuth & Permissions'],
    [{ TELEGRAM_BOT_TOKEN: 'abc' }, 'TELEGRAM_BOT_TOKEN', 'BotFather'],
    [{ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_WEBHOOK_SECRET: 'a' }, 'PUBLIC_URL', 'polled'],
    [{ TELEGRAM_WEBHOOK_SECRET: 'with space' }, 'TELEGRAM_WEBHOOK_SECRET', 'letters, digits'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL', 'postgresql://'],
    [{ PORT: 'door' }, 'PORT', '3000'],
    [{ PORT: '99999' }, 'PORT', '65535'],
    [{ PORT: '-1' }, 'PORT', '65535'],
    [{ PORT: '80.5' }, 'PORT', '65535'],
    [{ SLACK_API_URL: 'x' }, 'SLACK_API_URL', 'Leave it out'],
    [{ SLACK_API_URL: 'localhost:3001' }, 'SLACK_API_URL', 'http://localhost:3001/api/'],
    [{ TELEGRAM_API_ROOT: 'x' }, 'TELEGRAM_API_ROOT', 'Leave it out'],
    [{ TELEGRAM_API_ROOT: 'localhost:8081' }, 'TELEGRAM_API_ROOT', 'http://localhost:8081'],
    [{ SECRET: 'short' }, 'SECRET', 'openssl rand'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'debug'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN', 'openssl rand'],
  ])('%j', (env, name, repair) => {
    expect(fault(env)).toContain(name)
    expect(fault(env)).toContain(repair)
  })

  it('all at once', () => {
    expect(fault({ PORT: 'door', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2)
  })

  it('no fault repeats a token', () => {
    expect(fault({ SLACK_BOT_TOKEN: 'xoxp-very-secret', SLACK_SIGNING_SECRET: '12345678' })).not.toContain(
      'very-secret',
    )
  })
})

it.each([
  ['polling', {}],
  ['by webhook', { TELEGRAM_WEBHOOK_SECRET: 's', PUBLIC_URL: 'https://desk.example.com//' }],
])('a slash behind an address is nobody’s mistake, %s', (_, more) => {
  const config = readConfig({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_API_ROOT: 'http://localhost:8081/', ...more })
  expect(config.telegram?.apiRoot).toBe('http://localhost:8081')
  // What grammY would throw at the start, naming no variable.
  expect(() => new Api('1:a', { apiRoot: config.telegram?.apiRoot ?? '' })).not.toThrow()
  expect(config.telegram?.webhook?.url ?? '').not.toContain('com//')
})

it('with an app token Slack comes by Socket Mode, also beside a signing secret', () => {
  const slack = { botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack.com/api/' }
  expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual(slack)
  const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '12345678' }
  expect(readConfig(both).slack).toEqual(slack)
})

it('reads the whole of it', () => {
  const config = readConfig({
    DATABASE_URL: 'postgresql://u:p@localhost:5432/desk',
    PUBLIC_URL: 'https://desk.example.com/',
    DESKS: 'desks/a.yaml, desks/b.yaml',
    TELEGRAM_BOT_TOKEN: '1:a',
    TELEGRAM_WEBHOOK_SECRET: 's',
    SLACK_TRIAGE_CHANNEL: 'C1',
  })
  expect(config.desks).toEqual(['desks/a.yaml', 'desks/b.yaml'])
  expect(config.telegram?.webhook).toEqual({ url: 'https://desk.example.com/telegram/webhook', secret: 's' })
  expect(config.named('SLACK_TRIAGE_CHANNEL')).toBe('C1')
})
