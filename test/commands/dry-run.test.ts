import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { type Operator, startOperator, tokens } from './operator.ts'

/** An operator switches Deskhand on, and makes every mistake there is on the way. */
describe('an operator’s dry run', () => {
  let here: Operator
  beforeAll(async () => {
    here = await startOperator()
  })
  afterAll(() => here.stop())

  it('on a fresh clone nothing is set, and nothing is wrong', async () => {
    expect(await here.doctor({ FILES: here.right.FILES })).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      – No DATABASE_URL: an embedded PostgreSQL is made at the first start. Good to begin with; give a company's desk its own.
      – SECRET is not set: one is made under .deskhand/ at the first start.
      – The folder for files, /srv/files, is not there yet.
          It is made when it is needed. Or: npm run doctor -- --fix
      ✓ Desk demo, keys like DEMO-1.
      – No platform has a token: npm start runs the playground.

      Nothing is wrong.
      exit code 0
      "
    `)
    expect(readdirSync(here.folder)).toEqual(['opt'])
  })

  it('values of the wrong shape are named all at once', async () => {
    const env = {
      DATABASE_URL: 'mysql://desk@db/desk',
      SECRET: 'swordfish',
      SLACK_BOT_TOKEN: 'xoxp-operator-user-token',
      SLACK_APP_TOKEN: 'xoxb-operator-not-this-one',
      TELEGRAM_BOT_TOKEN: 'deskhand_bot',
    }
    expect(await here.doctor(env)).toMatchInlineSnapshot(`
      "
      ✗ DATABASE_URL is not a PostgreSQL address. Write postgresql://user:password@host:5432/database, or leave it out: an embedded PostgreSQL is started.
      ✗ SECRET is too short: write at least 32 characters, e.g. what \`openssl rand -hex 32\` prints.
      ✗ SLACK_BOT_TOKEN does not begin with xoxb-. Find it under OAuth & Permissions on your Slack app’s page, as Bot User OAuth Token.
      ✗ SLACK_APP_TOKEN does not begin with xapp-. Make it under Basic Information on your Slack app’s page, as an App-Level Token with the scope connections:write, and switch on Socket Mode.
      ✗ TELEGRAM_BOT_TOKEN is not a bot token. BotFather gives it when you make a bot: digits, a colon, letters.
      – The rest was not looked at: it needs the configuration.

      5 things are wrong.
      exit code 1
      "
    `)
  })

  it('a token without its companion', async () => {
    expect(await here.doctor({ SLACK_BOT_TOKEN: tokens.SLACK_BOT_TOKEN })).toMatchInlineSnapshot(`
      "
      ✗ SLACK_SIGNING_SECRET is missing. Find it under Basic Information on your Slack app’s page, as Signing Secret; or set SLACK_APP_TOKEN (xapp-…) to use Socket Mode, which needs neither it nor a public address.
      – The rest was not looked at: it needs the configuration.

      1 thing is wrong.
      exit code 1
      "
    `)
  })

  it('well shaped, and all of it wrong', async () => {
    const file = join(here.folder, 'opt', 'a-file')
    writeFileSync(file, '')
    const env = {
      ...here.right,
      DATABASE_URL: `postgresql://desk:operator-db-password@127.0.0.1:${await freePort()}/desk`,
      SECRET: undefined,
      FILES: file,
      PUBLIC_URL: 'http://desk.example.com',
      DESKS: 'desks/dmeo.yaml',
      SLACK_BOT_TOKEN: 'xoxb-operator-wrong-token',
      TELEGRAM_BOT_TOKEN: '700001:operator-wrong-token',
    }
    expect(await here.doctor(env)).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✗ Nobody listens at DATABASE_URL (ECONNREFUSED).
          Start PostgreSQL, or correct host and port.
      ✗ SECRET is not set, although the database is external: another machine would make another one, and every button would be dead there.
          Write SECRET= and what openssl rand -hex 32 prints into .env, the same for every replica.
      ✗ FILES is no folder: /srv/opt/a-file
          Name a folder.
      ✗ PUBLIC_URL is http://desk.example.com, but the platforms speak to https only.
          Put a proxy with a certificate before PORT, and write its https address.
      ✗ desks/dmeo.yaml is "dmeo.yaml"; allowed: a desk file, or a folder of *.yaml. Correct the path in DESKS.
      – Channels and groups were not looked at: they stand in the desk files.
      ✗ Slack refuses SLACK_BOT_TOKEN (invalid_auth).
          Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions on your Slack app's page; install the app first.
      ✗ Telegram refuses TELEGRAM_BOT_TOKEN (401).
          Send /token to @BotFather and copy what it shows.

      7 things are wrong.
      exit code 1
      "
    `)
  })

  it('a database of another name, or another password', async () => {
    const url = new URL(here.database.url)
    const nameless = { ...here.right, DATABASE_URL: url.href.replace(here.database.name, 'desk') }
    url.password = 'operator-db-password'
    const locked = { ...here.right, DATABASE_URL: url.href }
    const told = async (env: Record<string, string>) => (await here.doctor(env)).split('\n').slice(2, 4).join('\n')
    expect([await told(nameless), await told(locked)].join('\n')).toMatchInlineSnapshot(`
      "✗ PostgreSQL is there, but not the database in DATABASE_URL (3D000).
          Make it with createdb, or correct the name at the end.
      ✗ PostgreSQL refuses the user or the password in DATABASE_URL (28P01).
          Correct them; special characters in a password are written in percent code, @ as %40."
    `)
  })

  it('channels not set yet', async () => {
    const env = { ...here.right, SLACK_TRIAGE_CHANNEL: '', SLACK_HELP_CHANNEL: undefined }
    expect(await here.doctor(env)).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      – 2 migrations have not run yet.
          The next start runs what is missing. Or: npm run doctor -- --fix
      ✓ SECRET is your own.
      – The folder for files, /srv/files, is not there yet.
          It is made when it is needed. Or: npm run doctor -- --fix
      ✗ desks/demo.yaml: channels.slack.triage is "\${SLACK_TRIAGE_CHANNEL}"; allowed: a variable that is set. Set it in the environment or in .env, or write the id itself.
      ✗ desks/demo.yaml: channels.slack.intake[0] is "\${SLACK_HELP_CHANNEL}"; allowed: a variable that is set. Set it in the environment or in .env, or write the id itself.
      ✗ desks/demo.yaml: roles.agent.who.slackMembersOf[0] is "\${SLACK_TRIAGE_CHANNEL}"; allowed: a variable that is set. Set it in the environment or in .env, or write the id itself.
      – Channels and groups were not looked at: they stand in the desk files.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✓ The bot has 19 scopes, all it needs among them.
      ✓ Socket Mode is open to SLACK_APP_TOKEN.
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      ✓ Updates are polled; no webhook stands in the way.

      3 things are wrong.
      exit code 1
      "
    `)
  })

  it('the right tokens, but the wrong channels, another app token, and a bot somebody used before', async () => {
    await setWebhook(here, 'https://old.example.com/bot700001:operator-right-token')
    const env = {
      ...here.right,
      SLACK_APP_TOKEN: 'xapp-operator-wrong-token',
      SLACK_TRIAGE_CHANNEL: 'C0HELP',
      SLACK_HELP_CHANNEL: 'C0RANDOM',
      SLACK_FINANCE_CHANNEL: 'C0NOWHERE',
    }
    expect(await here.doctor(env)).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      – 2 migrations have not run yet.
          The next start runs what is missing. Or: npm run doctor -- --fix
      ✓ SECRET is your own.
      – The folder for files, /srv/files, is not there yet.
          It is made when it is needed. Or: npm run doctor -- --fix
      ✓ Desk demo, keys like DEMO-1.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✓ The bot has 19 scopes, all it needs among them.
      ✗ Slack refuses SLACK_APP_TOKEN (invalid_auth).
          Under Basic Information, App-Level Tokens, make one with the scope connections:write, and switch on Socket Mode.
      ✗ The members of #help (C0HELP) are to be agents, but the channel is public: nobody is an agent by it.
          Make the channel private, or name people or a user group in the desk file.
      ✗ The bot sees no channel C0NOWHERE.
          If it is private, write /invite @deskhand in it; else copy the id again from the foot of the channel's details.
      ✗ The bot is not in #random (C0RANDOM).
          Write /invite @deskhand in it. Or: npm run doctor -- --fix
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      ✗ Updates are to be polled, but a webhook is set to old.example.com: another program may be using this bot.
          Make a bot of its own for Deskhand. If the webhook is a leftover, the next start removes it. Or: npm run doctor -- --fix

      5 things are wrong.
      exit code 1
      "
    `)
  })

  it('none of that has changed anything', async () => {
    const changes = [...here.slack.ledger.entries, ...here.telegram.ledger.entries].filter(
      (entry) => entry.what === 'called' && !READS.has(entry.method),
    )
    expect(changes).toEqual([expect.objectContaining({ method: 'setWebhook' })]) // the one of the test itself
    expect(await here.database.query(`select from information_schema.tables where table_schema = 'public'`)).toEqual([])
    expect(readdirSync(here.folder)).toEqual(['opt'])
  })

  it('--fix makes what can be made: tables, folder, membership, and the old webhook goes', async () => {
    const env = { ...here.right, SLACK_HELP_CHANNEL: 'C0RANDOM' }
    expect(await here.doctor(env, { fix: true })).toMatchInlineSnapshot(`
      "
      Repaired: 2 migrations have not run yet.
      Repaired: The folder for files, /srv/files, is not there yet.
      Repaired: The bot is not in #random (C0RANDOM).
      Repaired: Updates are to be polled, but a webhook is set to old.example.com: another program may be using this bot.

      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      ✓ The tables are up to date (2 migrations).
      ✓ SECRET is your own.
      ✓ Files go to /srv/files.
      ✓ Desk demo, keys like DEMO-1.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✓ The bot has 19 scopes, all it needs among them.
      ✓ Socket Mode is open to SLACK_APP_TOKEN.
      ✓ #triage (C0TRIAGE): the bot is in.
      ✓ #triage-finance (C0TRIAGE2): the bot is in.
      ✓ #random (C0RANDOM): the bot is in.
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      ✓ Updates are polled; no webhook stands in the way.

      Nothing is wrong.
      exit code 0
      "
    `)
    expect(readdirSync(here.folder)).toEqual(['files', 'opt'])
    expect(here.slack.world.channels().find(({ id }) => id === 'C0RANDOM')?.members).toContain('U0DESK')
  })

  it('everything right', async () => {
    expect(await here.doctor(here.right)).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      ✓ The tables are up to date (2 migrations).
      ✓ SECRET is your own.
      ✓ Files go to /srv/files.
      ✓ Desk demo, keys like DEMO-1.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✓ The bot has 19 scopes, all it needs among them.
      ✓ Socket Mode is open to SLACK_APP_TOKEN.
      ✓ #triage (C0TRIAGE): the bot is in.
      ✓ #triage-finance (C0TRIAGE2): the bot is in.
      ✓ #help (C0HELP): the bot is in.
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      ✓ Updates are polled; no webhook stands in the way.

      Nothing is wrong.
      exit code 0
      "
    `)
  })

  it('has shown no secret in all of it', () => {
    const said = here.said.join('\n')
    expect(said).toContain('xoxb-') // as the beginning of what is asked for
    const { password } = new URL(here.database.url)
    for (const secret of [...Object.values(tokens), 'xoxb-operator', 'xoxp-operator', 'xapp-operator', password]) {
      expect(said).not.toContain(secret)
    }
    expect(said).not.toMatch(/operator-(db|wrong|user|not)/)
  })
})

/** What the doctor may ask without `--fix`. */
const READS = new Set([
  'auth.test',
  'apps.connections.open',
  'conversations.info',
  'usergroups.users.list',
  'getMe',
  'getWebhookInfo',
  'getChat',
  'getChatMember',
])

describe('over HTTP', () => {
  let here: Operator
  beforeAll(async () => {
    here = await startOperator()
    await here.database.migrate()
    mkdirSync(here.right.FILES)
  })
  afterAll(() => here.stop())
  const overHttp = () => ({
    ...here.right,
    SLACK_APP_TOKEN: undefined,
    SLACK_SIGNING_SECRET: tokens.SLACK_SIGNING_SECRET,
    TELEGRAM_WEBHOOK_SECRET: tokens.TELEGRAM_WEBHOOK_SECRET,
    PUBLIC_URL: 'https://desk.example.com/',
  })
  const about = async (word: string, env: Record<string, string | undefined>, fix = false) =>
    (await here.doctor(env, { fix }))
      .split('\n')
      .filter((line, index, lines) => `${lines[index - (line.startsWith(' ') ? 1 : 0)]}`.includes(word))
      .join('\n')

  it('there is no webhook before the first start', async () => {
    expect(await here.doctor(overHttp())).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      ✓ The tables are up to date (2 migrations).
      ✓ SECRET is your own.
      ✓ Files go to /srv/files.
      ✓ The platforms reach us at https://desk.example.com; in Slack's app https://desk.example.com/slack/events stands as every request URL.
      ✓ Desk demo, keys like DEMO-1.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✓ The bot has 19 scopes, all it needs among them.
      – SLACK_SIGNING_SECRET cannot be asked of Slack: where it is wrong, Slack cannot verify the request URL.
      ✓ #triage (C0TRIAGE): the bot is in.
      ✓ #triage-finance (C0TRIAGE2): the bot is in.
      ✓ #help (C0HELP): the bot is in.
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      – No webhook is set yet, for desk.example.com.
          The next start sets it. Or: npm run doctor -- --fix

      Nothing is wrong.
      exit code 0
      "
    `)
  })

  it('an address nobody reaches', async () => {
    expect(
      await about('PUBLIC_URL', { ...overHttp(), PUBLIC_URL: 'https://desk.example.com:3000' }),
    ).toMatchInlineSnapshot(`
      "✗ PUBLIC_URL is https://desk.example.com:3000, but Telegram brings nothing to port 3000.
          Use 443, 80, 88 or 8443."
    `)
    expect(
      await about('PUBLIC_URL', { ...overHttp(), PUBLIC_URL: '', TELEGRAM_WEBHOOK_SECRET: '' }),
    ).toMatchInlineSnapshot(`
      "– PUBLIC_URL is not set.
          Without SLACK_APP_TOKEN Slack must reach this program over https at a path ending in /slack/events: set PUBLIC_URL, or use Socket Mode."
    `)
  })

  it('another program has the webhook', async () => {
    await setWebhook(here, 'https://elsewhere.example.com/secret-path')
    expect(await about('webhook', overHttp())).toMatchInlineSnapshot(`
      "✗ The webhook is set to elsewhere.example.com instead of desk.example.com: another program may be using this bot.
          Make a bot of its own for Deskhand. If the webhook is a leftover, the next start sets it anew. Or: npm run doctor -- --fix"
    `)
  })

  it('--fix takes it', async () => {
    expect(await about('webhook', overHttp(), true)).toMatchInlineSnapshot(`
      "Repaired: The webhook is set to elsewhere.example.com instead of desk.example.com: another program may be using this bot.
      ✓ Updates come by webhook to desk.example.com."
    `)
  })

  it('one that does not ask for everything', async () => {
    await setWebhook(here, 'https://desk.example.com/telegram/webhook', ['message'])
    expect(await about('webhook', overHttp())).toMatchInlineSnapshot(`
      "✗ The webhook does not ask for edited_message, callback_query, my_chat_member, message_reaction.
          The next start sets it anew. Or: npm run doctor -- --fix"
    `)
  })
})

describe('a desk of another kind', () => {
  let here: Operator
  beforeAll(async () => {
    here = await startOperator({ scopes: ['commands', 'chat:write', 'channels:read', 'groups:read', 'im:read'] })
    await here.database.migrate()
    mkdirSync(here.right.FILES)
  })
  afterAll(() => here.stop())

  it('names a user group, Telegram groups and an archived channel, with an app that may hardly do anything', async () => {
    here.slack.world.archive('C0HELP')
    const desk = join(here.folder, 'opt', 'desk.yaml')
    writeFileSync(
      desk,
      [
        'desk: other',
        'name: Other',
        'prefix: OTH',
        'zone: Europe/Stockholm',
        'channels:',
        '  slack: { triage: C0RANDOM, intake: [C0HELP] }',
        '  telegram: { triage: [-1001, -1002] }',
        'roles: { agent: { who: { slackGroup: S0AGENTS }, may: ["*"] } }',
        'priorities: [{ id: normal, label: Normal, default: true }]',
      ].join('\n'),
    )
    expect(await here.doctor({ ...here.right, DESKS: desk })).toMatchInlineSnapshot(`
      "
      ✓ The configuration can be read.
      ✓ PostgreSQL 18.4, database deskhand.
      ✓ The tables are up to date (2 migrations).
      ✓ SECRET is your own.
      ✓ Files go to /srv/files.
      ✓ Desk other, keys like OTH-1.
      ✓ Slack knows the bot: deskhand in Demo (T0DEMO).
      ✗ The bot lacks scopes: app_mentions:read, channels:history, files:read, files:write, groups:history, im:history, im:write, reactions:read, reactions:write, usergroups:read, users:read, users:read.email.
          Add them under OAuth & Permissions, Bot Token Scopes (or paste the manifest again), then press Reinstall to Workspace. The token stays the same.
      ✓ Socket Mode is open to SLACK_APP_TOKEN.
      ✗ The bot is not in #random (C0RANDOM).
          Write /invite @deskhand in it.
      – Agents work in #random (C0RANDOM), which everybody in the workspace can read.
          Make it private if tickets are not for everybody.
      ✗ #help (C0HELP) is archived.
          Bring it back in Slack, or name another channel in the desk file.
      ✗ User group S0AGENTS could not be read (missing_scope).
          The bot needs the scope usergroups:read for it.
      ✓ Telegram knows the bot: @deskhand_bot (700001).
      ✓ Updates are polled; no webhook stands in the way.
      ✓ Agents (-1001): the bot is an administrator.
      ✗ The bot sees no group -1002 (chat-not-found).
          Add it to the group, or correct the id in the desk file.

      5 things are wrong.
      exit code 1
      "
    `)
  })

  it('a group whose topics are off', async () => {
    here.telegram.world.setForumTopics(-1001, false)
    const told = await here.doctor({ ...here.right, DESKS: join(here.folder, 'opt', 'desk.yaml') })
    expect(told).toContain('✗ Agents (-1001) has no topics, and every ticket needs one.')
    expect(told).toContain('Switch Topics on in the group’s settings.')
    here.telegram.world.setForumTopics(-1001, true)
  })

  it('a group where the bot is an administrator, but may not manage topics', async () => {
    here.telegram.world.letManageTopics(-1001, false)
    const told = await here.doctor({ ...here.right, DESKS: join(here.folder, 'opt', 'desk.yaml') })
    expect(told).toContain('✗ The bot may not manage topics in Agents (-1001), and every ticket needs one.')
    expect(told).toContain('Give it the right “Manage topics”')
    here.telegram.world.letManageTopics(-1001, true)
  })

  it('a group where the bot may not delete what was taken back', async () => {
    here.telegram.world.letDelete(-1001, false)
    const told = await here.doctor({ ...here.right, DESKS: join(here.folder, 'opt', 'desk.yaml') })
    expect(told).toContain('✗ The bot may not delete messages in Agents (-1001)')
    expect(told).toContain('Give it the right “Delete messages”')
    here.telegram.world.letDelete(-1001, true)
  })

  it('a public group: whoever joins it reads the tickets, and nobody is an agent by it', async () => {
    here.telegram.world.setUsername(-1001, 'acme_agents')
    const file = join(here.folder, 'opt', 'desk.yaml')
    expect(await here.doctor({ ...here.right, DESKS: file })).toContain(
      '– Agents work in Agents (-1001), a public group, which everybody can read.',
    )
    // Agents are looked for in groups, too, where no ticket goes.
    const staffed = join(here.folder, 'opt', 'staffed.yaml')
    writeFileSync(
      staffed,
      readFileSync(file, 'utf8').replace('slackGroup: S0AGENTS', 'telegramMembersOf: [-1001, -1003, -1004]'),
    )
    here.telegram.world.addForum(-1003, 'Night shift', [7101])
    here.telegram.world.setForumTopics(-1003, false)
    const told = (await here.doctor({ ...here.right, DESKS: staffed })).split('\n')
    expect(told.slice(told.findIndex((line) => line.includes('(-1001)'))).join('\n')).toMatchInlineSnapshot(`
      "✗ The members of Agents (-1001) are to be agents, but the group is public: nobody is an agent by it.
          Make the group private, or name people in the desk file.
      ✗ The bot sees no group -1002 (chat-not-found).
          Add it to the group, or correct the id in the desk file.
      ✓ Night shift (-1003): the bot is an administrator.
      ✗ The bot sees no group -1004 (chat-not-found).
          Add it to the group, or correct the id in the desk file.

      6 things are wrong.
      exit code 1
      "
    `)
    here.telegram.world.setUsername(-1001, undefined)
  })

  it('--fix says what it could not do', async () => {
    await here.database.query('drop table mikro_orm_migrations')
    const told = await here.doctor(here.right, { fix: true })
    expect(told.split('\n').slice(1, 2).join('\n')).toMatchInlineSnapshot(
      `"Could not be repaired (relation "button" already exists): 2 migrations have not run yet."`,
    )
  })
})

async function setWebhook(here: Operator, url: string, allowed?: string[]): Promise<void> {
  const response = await fetch(`${here.telegram.url}/bot${tokens.TELEGRAM_BOT_TOKEN}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, ...(allowed && { allowed_updates: allowed }) }),
  })
  expect(response.status).toBe(200)
}
