import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DESK, LANGUAGE, NEW_TICKET, RAISE, SPLIT } from '../../adapters/slack/in/read.ts'
import { neededScopes, optionalScopes, scopesOfEvents, scopesOfMethods } from '../../adapters/slack/scopes.ts'

const parameter = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'slack#/types/user_id']),
  title: z.string(),
  description: z.string(),
  is_required: z.boolean(),
})

/** What Slack's editor takes, as far as we use it, with its limits (platforms.md §A2, Manifest). Nothing else may stand there. */
const manifestShape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    // One less than the documented 140, at which Slack refuses.
    description: z.string().min(1).max(139),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['global', 'message']),
          // Undocumented; Slack refuses a longer one.
          name: z.string().min(1).max(24),
          callback_id: z.string().max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
          url: z.url({ protocol: /^https$/ }).optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.url({ protocol: /^https$/ }).optional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: z.url({ protocol: /^https$/ }).optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
    function_runtime: z.literal('remote'),
  }),
  functions: z.record(
    z.string().regex(/^[a-z_]+$/),
    z.strictObject({
      title: z.string(),
      description: z.string(),
      input_parameters: z.record(z.string(), parameter),
      output_parameters: z.record(z.string(), parameter),
    }),
  ),
})

const manifest = (name: string) => manifestShape.parse(JSON.parse(readFileSync(`manifests/${name}.json`, 'utf8')))
const sources = (pattern: string): string =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

describe.each([['slack-socket-mode'], ['slack-http']])('manifests/%s.json', (name) => {
  const { features, functions, oauth_config, settings } = manifest(name)
  const { bot, bot_optional } = oauth_config.scopes

  it('asks for what the desk needs, and for nothing more', () => {
    expect(bot.toSorted()).toEqual(neededScopes(false))
    expect(bot_optional.toSorted()).toEqual([...optionalScopes].toSorted())
  })

  it('subscribes to what `read` understands, and each event has its scope', () => {
    const { bot_events } = settings.event_subscriptions
    expect(bot_events.toSorted()).toEqual(Object.keys(scopesOfEvents).filter(isEvent).toSorted())
    expect(understood().filter((event) => !bot_events.includes(event))).toEqual([])
  })

  it('has the commands and the shortcuts the adapter answers to', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/ticket', DESK, LANGUAGE])
    expect(features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
      ['global', NEW_TICKET],
      ['message', RAISE],
      ['message', SPLIT],
    ])
  })

  it('has the workflow step: its inputs are what `read` takes, its outputs what is given back', () => {
    const { create_ticket: step, ...others } = functions
    expect(others).toEqual({})
    const [read, finish] = [sources('adapters/slack/in/read.ts'), sources('adapters/slack/out/finish.ts')]
    expect(read).toContain("'create_ticket'")
    expect(new Set(Array.from(read.matchAll(/\binputs\.(\w+)/g), ([, input]) => input))).toEqual(
      new Set(namesOf(step?.input_parameters)),
    )
    expect(namesOf(step?.output_parameters)).toEqual(['ticket_id', 'url'])
    expect(finish).toMatch(/outputs = \{ ticket_id: .*\{ url \}/)
    // Without these Slack offers no step (the manifest's reference).
    expect(settings).toMatchObject({ org_deploy_enabled: true, function_runtime: 'remote' })
  })

  it('lets people write to the bot', () => {
    expect(features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })
})

describe('Socket Mode or HTTP', () => {
  const addresses = (name: string) => {
    const { features, settings } = manifest(name)
    const { event_subscriptions, interactivity } = settings
    return [
      event_subscriptions.request_url,
      interactivity.request_url,
      ...features.slash_commands.map(({ url }) => url),
    ]
  }

  it('the one names no address', () => {
    expect(manifest('slack-socket-mode').settings.socket_mode_enabled).toBe(true)
    expect(addresses('slack-socket-mode')).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('the other names one address wherever there must be one, to be replaced', () => {
    const at = 'https://desk.example.com/slack/events'
    expect(manifest('slack-http').settings.socket_mode_enabled).toBe(false)
    expect(addresses('slack-http')).toEqual([at, at, at, at, at])
  })
})

describe('the list of scopes', () => {
  it('names every Web API method the adapter calls, and no other', () => {
    const calls = sources('adapters/slack/**/*.ts').matchAll(/\bclient\.((?:\w+\.)+\w+)\(/g)
    const called = new Set(Array.from(calls, ([, method]) => method ?? ''))
    // Opened with the app token, which has no bot scope.
    called.delete('apps.connections.open')
    expect([...called].toSorted()).toEqual(Object.keys(scopesOfMethods).toSorted())
  })

  it('would ask for files where a form has a field for them', () => {
    expect(sources('adapters/slack/form/*.ts')).toContain("'file_input'")
    expect(neededScopes(false)).toContain('files:read')
  })

  it('asks for user groups only where a desk names one', () => {
    expect(neededScopes(false)).not.toContain('usergroups:read')
    expect(neededScopes(true)).toContain('usergroups:read')
    expect(neededScopes(true)).not.toContain('channels:join')
  })
})

function namesOf(parameters: Record<string, { name: string }> = {}): string[] {
  for (const [key, { name }] of Object.entries(parameters)) expect(name).toBe(key)
  return Object.keys(parameters).toSorted()
}

/** Not what an app subscribes to, though it comes to it. */
function isEvent(name: string): boolean {
  return name !== 'command' && name !== 'file_input'
}

/** Events the code that reads requests asks for by name; `message` is three subscriptions. */
function understood(): string[] {
  const asked = sources('adapters/slack/in/*.ts').matchAll(/\bevent\.type === '(\w+)'/g)
  const found = [...new Set(Array.from(asked, ([, event]) => event ?? ''))]
  expect(found).toEqual(expect.arrayContaining(['message', 'reaction_added']))
  return found.flatMap((event) =>
    event === 'message' ? ['message.channels', 'message.groups', 'message.im'] : [event],
  )
}
