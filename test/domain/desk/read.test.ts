import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkDesks, warningLine } from '../../../src/commands/check-desks.ts'
import { deskSource, readDesks } from '../../../src/desks.ts'
import { DeskFault } from '../../../src/domain/desk/fault.ts'
import { exampleSource, playgroundEnv } from './example.ts'

const demo = fileURLToPath(new URL('../../../desks/demo.yaml', import.meta.url))
const unset = () => undefined
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desks-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function write(name: string, lines: Record<string, unknown> | string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, typeof lines === 'string' ? lines : stringify(lines))
  return file
}

describe('the demo desk', () => {
  test('is read with the names of the playground', async () => {
    const { desks, warnings } = await readDesks([demo], playgroundEnv)
    expect(warnings).toEqual([])
    expect(desks).toMatchObject([{ desk: 'demo', triage: { platform: 'slack', chat: 'C0TRIAGE' } }])
    expect(desks[0]?.statuses.map(({ id }) => id)).toEqual(['new', 'open', 'waiting', 'on-hold', 'done', 'closed'])
  })

  test('every label of it is there in Russian, as Tom reads it', async () => {
    const { desks } = await readDesks([demo], playgroundEnv)
    const [desk] = desks
    const names = [
      ...(desk?.types ?? []),
      ...(desk?.priorities ?? []),
      ...(desk?.statuses ?? []),
      ...(desk?.categories ?? []),
    ]
    const fields = (desk?.types ?? []).flatMap((type) => type.fields)
    for (const { id, label } of [...names, ...fields]) expect(label.ru, id).toMatch(/[а-я]/i)
  })

  test('says what it would do', async () => {
    const { lines, ok } = await checkDesks([demo], playgroundEnv)
    expect(ok).toBe(true)
    const said = lines.join('\n')
    expect(said).toContain('agents work in slack C0TRIAGE')
    expect(said).toContain('people ask in slack C0HELP')
    expect(said).toContain('category finance goes to C0FINANCE')
    expect(said).toContain('bug “Something is broken” asks subject (text)*, description (longtext), steps (longtext)*')
    expect(said).toContain('on-hold (waiting-other)')
    expect(said).toContain('onAgentReply → waiting')
    expect(said).toContain('role agent: the members of C0TRIAGE, if it is private; may take')
    expect(said).toContain('what an agent writes in a ticket')
    expect(lines.at(-1)).toBe('1 desk, nothing wrong.')
  })
})

test('a desk says what it would do when nobody writes, answers late or rates, and who may move what', async () => {
  const { lines } = await checkDesks([await write('clock.yaml', exampleSource())], playgroundEnv)
  expect(lines.filter((line) => /only moves|rating|silence|promise/.test(line))).toMatchInlineSnapshot(`
    [
      "  only moves there are: open → waiting (agent/lead)",
      "  of a broken promise hears: PT0S assignee, PT15M channel, PT30M group:S0LEADS (repeat PT30M)",
      "  after silence since last-message in waiting: P3D remind, P3D cancel (within office)",
      "  the rating, 1 to 5, is asked PT2M after a ticket is resolved and lapses after P7D; asked once more: Yes; asked where silence resolved it: No",
    ]
  `)
})

test('a desk says which links lead to it on Telegram, and which are longer than Telegram takes', async () => {
  const type = 'a'.repeat(60)
  const types = { bug: { label: 'Bug', fields: [] }, [type]: { label: 'Another', fields: [] } }
  const { lines } = await checkDesks([await write('links.yaml', { ...exampleSource(), types })], playgroundEnv)
  expect(lines).toContain(
    `  a link to it: https://t.me/BOT?start=demo; to a form, behind start= instead: demo-bug, demo-${type}`,
  )
  expect(lines).toContain(
    `demo: Telegram takes 64 characters behind start=, so these links lead nowhere: demo-${type}. Shorten the ids.`,
  )
})

describe('a name that is not set', () => {
  test('stops the start and is named', async () => {
    await expect(readDesks([demo], unset)).rejects.toThrow(
      /demo\.yaml: channels\.slack\.triage is "\$\{SLACK_TRIAGE_CHANNEL\}"; allowed: a variable that is set\./,
    )
  })

  test('switches its lines off where its platform has no token, with one warning for all', async () => {
    const file = await write('two.yaml', {
      ...exampleSource(),
      channels: { slack: { triage: `\${SLACK_TRIAGE_CHANNEL}` }, telegram: { triage: [-1001] } },
      routing: [{ when: { category: 'finance' }, to: `\${SLACK_FINANCE_CHANNEL}` }],
    })

    const { desks, warnings } = await readDesks([file], unset, new Set(['slack']))

    expect(desks[0]?.triage).toEqual({ platform: 'telegram', chat: '-1001' })
    expect(desks[0]?.routing).toEqual([])
    expect(desks[0]?.roles[0]?.who.slackGroup).toEqual([])
    expect(desks[0]?.escalation.map(({ tell }) => tell)).toEqual(['assignee', 'channel'])
    expect(warnings.map(warningLine)).toEqual([
      'slack has no token, so these lines are switched off: demo: channels.slack, demo: routing[0], demo: roles.agent.who, demo: roles.lead.who, demo: escalation[2]',
      'demo: the channel knowledge is not available yet, its lines do nothing.',
    ])
  })

  test('of a group or a person to be told is Slack’s, whatever it is called', async () => {
    const file = await write('leads.yaml', {
      ...exampleSource(),
      channels: { slack: { triage: 'C1' }, telegram: { triage: [-1001] } },
      routing: [],
      escalation: [
        { after: 'PT15M', tell: 'channel' },
        { after: 'PT30M', tell: `group:\${LEADS}` },
        { after: 'PT1H', tell: `person:\${THE_BOSS}` },
      ],
    })
    const { desks } = await readDesks([file], unset, new Set(['slack']))
    expect(desks[0]?.escalation.map(({ tell }) => tell)).toEqual(['channel'])
    await expect(readDesks([file], unset, new Set(['telegram']))).rejects.toThrow('escalation[1].tell')
  })

  test('is a fault of the other platform still', async () => {
    await expect(readDesks([demo], unset, new Set(['telegram']))).rejects.toThrow('channels.slack.triage')
  })

  test('a desk left without a triage channel refuses to start', async () => {
    await expect(readDesks([demo], unset, new Set(['slack']))).rejects.toThrow(
      /channels is .*allowed: channels\.slack\.triage/,
    )
  })
})

describe('several files', () => {
  test('ids and prefixes are unique over all desks', async () => {
    const one = await write('one.yaml', exampleSource())
    const other = await write('other.yaml', { ...exampleSource(), name: 'Other' })
    const failure = await readDesks([one, other], playgroundEnv).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DeskFault)
    expect(failure).toMatchObject({
      faults: [
        { file: other, path: 'desk', value: 'demo', rule: 'duplicate' },
        { file: other, path: 'prefix', value: 'DEMO', rule: 'duplicate' },
      ],
    })
  })

  test('a folder is all its YAML files, by name', async () => {
    const place = await mkdtemp(join(folder, 'many-'))
    await writeFile(join(place, 'b.yml'), stringify({ ...exampleSource(), desk: 'beta', prefix: 'BETA' }))
    await writeFile(join(place, 'a.yaml'), stringify({ ...exampleSource(), desk: 'alpha', prefix: 'ALPHA' }))
    await writeFile(join(place, 'notes.txt'), 'not a desk')
    const { desks } = await readDesks([place], playgroundEnv)
    expect(desks.map(({ desk }) => desk)).toEqual(['alpha', 'beta'])
  })

  test('mistakes in all of them are told at once, and the check says how many', async () => {
    const broken = await write('broken.yaml', { ...exampleSource(), zone: 'Nowhere/Land' })
    const { lines, ok } = await checkDesks([broken, join(folder, 'missing.yaml')], playgroundEnv)
    expect(ok).toBe(false)
    expect(lines).toHaveLength(3)
    expect(lines.join('\n')).toContain('Nowhere/Land')
    expect(lines.join('\n')).toContain('missing.yaml')
    expect(lines.at(-1)).toBe('2 things to mend.')
  })
})

test('broken YAML is told with its line', () => {
  expect(() => deskSource('desk: demo\nname: [a\nprefix: X', 'demo.yaml', playgroundEnv)).toThrow(/^demo\.yaml:\d is /)
  expect(() => deskSource('desk: demo\ndesk: again', 'demo.yaml', playgroundEnv)).toThrow(/^demo\.yaml:2 /)
})

test('e-mail and web are said to be not available yet, never ignored', async () => {
  const file = await write('mail.yaml', {
    ...exampleSource(),
    channels: { slack: { triage: 'C1' }, email: { address: 'help@example.com' }, web: {} },
  })
  const { warnings } = await readDesks([file], playgroundEnv)
  expect(warnings).toEqual([
    { reason: 'channel-not-yet', channel: 'email', desk: 'demo' },
    { reason: 'channel-not-yet', channel: 'web', desk: 'demo' },
    { reason: 'channel-not-yet', channel: 'knowledge', desk: 'demo' },
  ])
  expect(warnings.map(warningLine)).toContain('demo: the channel email is not available yet, its lines do nothing.')
})

test('rungs that name somebody of a platform where no agent works are said in one warning', async () => {
  const file = await write('forum.yaml', {
    ...exampleSource(),
    channels: { telegram: { triage: [-1001] } },
    routing: [],
    escalation: [
      { after: 'PT0S', tell: 'group:S0LEADS' },
      { after: 'PT15M', tell: 'person:7101' },
    ],
  })
  const { desks, warnings } = await readDesks([file], playgroundEnv)
  expect(desks[0]?.escalation).toHaveLength(2)
  expect(warnings.map(warningLine)).toContain(
    'demo: group:S0LEADS of the escalation hears nothing, as no agent works on its platform. Name somebody of telegram, or channel.',
  )
})

test('ways that nobody may go, as their roles are empty, are said in one warning', async () => {
  const smarttalk = fileURLToPath(new URL('../../../desks/smarttalk.yaml', import.meta.url))
  const { warnings } = await readDesks([smarttalk], playgroundEnv)
  expect(warnings.map(warningLine)).toContain(
    'smarttalk: nobody may move a ticket hotfix → investigating, bugfix → investigating, investigating → testing, testing → investigating, testing → resolved, as nobody has the roles developer, product-owner, qa. Write member ids into them.',
  )
  const file = await write('staffed.yaml', {
    ...exampleSource(),
    transitions: [
      { from: 'new', to: 'open', by: ['lead'] },
      { from: 'open', to: 'new', by: ['agent'] },
    ],
  })
  const staffed = await readDesks([file], playgroundEnv)
  expect(staffed.warnings.filter(({ reason }) => reason === 'nobody-moves')).toEqual([])
})
