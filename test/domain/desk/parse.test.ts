import { describe, expect, test } from 'vitest'
import { deskSource, readDesks } from '../../../src/desks.ts'
import { allRules, DeskFault, type Fault } from '../../../src/domain/desk/fault.ts'
import { parseDesk } from '../../../src/domain/desk/parse.ts'
import { exampleDesk, exampleSource, playgroundEnv, withValue } from './example.ts'

function faultsOf(step: () => unknown): readonly Fault[] {
  try {
    step()
  } catch (error) {
    if (error instanceof DeskFault) return error.faults
    throw error
  }
  return []
}

/** The example with new tickets given to its agents in turn; `who` they are. */
function byTurn(who: Record<string, unknown>): Record<string, unknown> {
  const agent = { who, may: ['take', 'reply', 'note'] }
  return { ...exampleSource(), assign: 'round-robin', roles: { agent, lead: { may: ['*'] } } }
}

describe('Lena writes the example file', () => {
  test('it becomes a desk with everything it says', () => {
    const desk = exampleDesk()
    expect(desk).toMatchObject({ desk: 'demo', prefix: 'DEMO', languages: ['en', 'ru'], reply: 'direct', grace: 'P7D' })
    expect(desk.triage).toEqual({ platform: 'slack', chat: 'C0TRIAGE' })
    expect(desk.types.map(({ id }) => id)).toEqual(['question', 'bug'])
    expect(desk.types[1]?.fields.map(({ id }) => id)).toEqual(['steps', 'os', 'version', 'files'])
    expect(desk.types[1]?.agentFields.map(({ id }) => id)).toEqual(['planned', 'prepaid'])
    expect(desk.roles.map(({ id }) => id)).toEqual(['agent', 'lead', 'requester'])
    expect(desk.transitions).toEqual([{ from: 'open', to: 'waiting', by: ['agent', 'lead'], requires: [] }])
    expect(desk.plans.gold?.targets.urgent).toEqual({ firstResponse: 'PT30M', nextResponse: 'PT30M', warn: ['PT10M'] })
    expect(desk.calendars.always).toEqual({ alwaysOpen: true })
    expect(desk.calendars.office).toMatchObject({ zone: 'Europe/Stockholm', holidays: ['2026-12-25'] })
    expect(desk.escalation[2]).toEqual({ after: 'PT30M', tell: 'group:S0LEADS', repeat: 'PT30M' })
    expect(desk.silence[0]).toMatchObject({ anchor: 'last-message', onlyIn: ['waiting'], within: 'office' })
    expect(desk.rating).toEqual({
      scale: 5,
      after: 'PT2M',
      onAutomaticClose: false,
      remind: 1,
      expires: 'P7D',
      comment: true,
    })
    expect(desk.knowledge).toBe('knowledge/demo')
  })

  test('a status is added for every stage she did not name, where its stage belongs', () => {
    expect(exampleDesk().statuses.map(({ id }) => id)).toEqual([
      'new',
      'open',
      'waiting',
      'waiting-other',
      'done',
      'closed',
    ])
  })

  test('a built-in status makes way for one of hers with the same id', () => {
    const statuses = [{ id: 'closed', stage: 'resolved', label: 'Closed' }]
    const desk = exampleDesk({ statuses, moves: {}, pausing: [], silence: [], transitions: undefined })
    expect(desk.statuses.find(({ stage }) => stage === 'closed')?.id).toBe('closed-stage')
    expect(desk.moves).toEqual({
      onAccept: 'open',
      onAgentReply: undefined,
      onRequesterReply: 'open',
      onResolve: 'closed',
      onReopen: 'open',
      onSilence: 'closed',
    })
  })

  test('a file that leaves out all it may is a desk all the same', () => {
    const desk = parseDesk(
      {
        desk: 'small',
        name: 'Small',
        prefix: 'SM',
        zone: 'UTC',
        channels: { slack: { triage: 'C0TRIAGE' } },
        roles: { agent: { who: { slack: ['U0ADA'] }, may: ['*'] } },
        priorities: [{ id: 'normal', label: 'Normal' }],
      },
      'small.yaml',
    )
    expect(desk.types.map(({ id }) => id)).toEqual(['question'])
    expect(desk.priorities[0]?.default).toBe(true)
    expect(desk.roles.map(({ id }) => id)).toEqual(['agent', 'requester'])
    expect(desk.plans[desk.defaultPlan]).toEqual({ calendar: 'always', targets: {} })
    expect(desk.pausing).toEqual(['waiting-requester'])
    expect(desk.statuses).toHaveLength(6)
  })
})

/** What Lena gets wrong, at which path, and which rule tells her. */
const mistakes: [path: string, value: unknown, rule: string, at?: string][] = [
  ['prefix', undefined, 'missing'],
  ['name.en', undefined, 'missing'],
  ['name', 7, 'wrong-type'],
  ['languages', 'en', 'wrong-type'],
  ['types.bug.fields[2].kind', 'versions', 'not-one-of'],
  ['reply', 'always', 'not-one-of'],
  ['agentName', 'nickname', 'not-one-of'],
  ['statuses[0].stage', 'pending', 'not-one-of'],
  ['silence[0].steps[0].do', 'shout', 'not-one-of'],
  ['colour', 'blue', 'unknown-key'],
  ['types.bug.fields[0].requried', true, 'unknown-key'],
  ['channels.slack.triages', 'C1', 'unknown-key'],
  ['types.bug.fields[0].id', 'Steps!', 'id'],
  ['types', { Bug: { label: 'Bug' } }, 'id', 'types.Bug'],
  ['prefix', 'demo', 'prefix'],
  ['prefix', 'ABCDEFGHIJK', 'prefix'],
  ['languages[1]', 'Russian', 'language'],
  ['languages', [], 'empty'],
  ['name.en', ' ', 'empty'],
  ['name', { en: 'Demo', Russian: 'Демо' }, 'language'],
  ['zone', 'Europe/Stokholm', 'zone'],
  ['zone', '+02:00', 'zone'],
  ['grace', 'seven days', 'duration'],
  ['grace', 'P0D', 'duration'],
  ['silence[0].steps[0].after', 'P', 'duration-or-zero'],
  ['silence[0].steps[1].after', 'PT0S', 'duration'],
  ['escalation[0].after', '15', 'duration-or-zero'],
  ['retention', { closedTickets: 'P3W' }, 'retention', 'retention.closedTickets'],
  ['plans.basic.targets.normal.resolution', 'P1D', 'exact-duration'],
  ['plans.basic.targets.normal.firstResponse', 'PT', 'exact-duration'],
  ['plans.gold.targets.urgent.warn[0]', '120%', 'warning'],
  ['calendars.office.weekly.mon[0]', '09:00-18:60', 'interval'],
  ['calendars.office.weekly.mon[0]', '24:00-25:00', 'interval'],
  ['calendars.office.weekly.mon[0]', '09:00-09:00', 'empty-interval'],
  ['calendars.office.holidays[0]', '2026-02-30', 'date'],
  ['calendars.office.weekly', {}, 'calendar-never-open', 'calendars.office'],
  [
    'calendars.office.overrides',
    { '2026-12-30': ['22:00-06:00'], '2026-12-31': ['05:00-12:00'] },
    'override-overlap',
    'calendars.office.overrides.2026-12-31',
  ],
  ['plans.basic.targets.normal.resolution', 'PT9000H', 'target-out-of-reach'],
  ['plans.gold.calendars', { billling: 'office' }, 'unknown-name', 'plans.gold.calendars.billling'],
  ['plans.gold.calendars', { finance: 'offices' }, 'unknown-name', 'plans.gold.calendars.finance'],
  ['calendars.always.holidays', ['2026-12-25'], 'calendar-always-open', 'calendars.always'],
  ['channels.slack.triage', '#triage', 'slack-channel'],
  ['roles.lead.who.slack[0]', '@lena', 'slack-user'],
  ['roles.agent.who.slackGroup', 'support', 'slack-group', 'roles.agent.who.slackGroup[0]'],
  ['channels.telegram.triage', ['@agents'], 'telegram-chat', 'channels.telegram.triage[0]'],
  ['roles.agent.who.telegram', ['@ada'], 'telegram-user', 'roles.agent.who.telegram[0]'],
  ['routing[0].to', 'finance', 'place'],
  ['escalation[1].tell', 'everybody', 'tell'],
  ['silence[0].anchor', 'enter-stat:open', 'anchor'],
  ['silence[0].anchor', 'enter-status:opne', 'unknown-name'],
  ['silence[0].onlyIn[0]', 'wating', 'unknown-name'],
  ['silence[0].within', 'offices', 'unknown-name'],
  ['pausing[0]', 'wating', 'unknown-name'],
  ['roles.agent.may[0]', 'steal', 'act'],
  ['roles.agent.may[0]', 'to:limbo', 'act'],
  ['priorities[0].default', true, 'one-default', 'priorities'],
  ['priorities[1].default', false, 'one-default', 'priorities'],
  ['priorities', [], 'empty'],
  ['priorities[1].id', 'urgent', 'duplicate'],
  ['statuses[1].id', 'new', 'duplicate'],
  ['categories[1].id', 'technical', 'duplicate'],
  ['types.bug.agentFields[0].id', 'os', 'duplicate'],
  ['types.bug.fields[1].options', ['a', 'a'], 'duplicate', 'types.bug.fields[1].options[1]'],
  ['types.bug.fields[0].id', 'subject', 'reserved'],
  ['types.bug.fields[1].options', undefined, 'needs-options'],
  ['types.bug.fields[0].options', ['a'], 'no-options'],
  ['types.bug.fields[2].max', 3, 'no-max'],
  ['types.bug.fields[2].shares', true, 'shares-nobody'],
  ['types.bug.fields[2].shownWhen', { planned: ['x'] }, 'not-earlier', 'types.bug.fields[2].shownWhen.planned'],
  ['types.bug.fields[2].shownWhen.os[0]', 'amiga', 'unknown-name'],
  ['types.bug.hints', { nothing: { minWords: 1, say: 'x' } }, 'unknown-name', 'types.bug.hints.nothing'],
  ['types.bug.hints.steps.minWords', 0, 'wrong-type'],
  ['types.bug.hints.steps.say', 7, 'wrong-type'],
  ['types.bug.asks', ['mood'], 'not-one-of', 'types.bug.asks[0]'],
  ['moves.onAccept', 'opened', 'unknown-name'],
  ['moves.onResolve', 'open', 'stage'],
  ['moves.onRequesterReply', 'waiting', 'stage'],
  ['statuses[3].counted', false, 'stage', 'moves.onResolve'],
  ['statuses[1].counted', false, 'uncounted'],
  ['transitions[0].from', 'nowhere', 'unknown-name'],
  ['transitions[0].to', 'nowhere', 'unknown-name'],
  ['transitions[0].by[0]', 'boss', 'unknown-name'],
  ['transitions[0].by[1]', 'requester', 'requester-moves'],
  ['transitions[0].requires[0]', 'blood', 'unknown-name'],
  ['routing[0].when.category', 'sales', 'unknown-name'],
  ['routing[0].when.tag', '#VIP', 'tag'],
  ['routing[0].when.mood', 'bad', 'unknown-name'],
  ['routing[0].when.os', 'amiga', 'unknown-name'],
  ['organisations', { write: true }, 'write-unseen', 'organisations.write'],
  ['plans.basic.targets', { urgent: {} }, 'default-not-offered', 'plans.basic.targets.normal'],
  ['plans.gold.calendar', 'moon', 'unknown-name'],
  ['plans.gold.targets.sometime', { firstResponse: 'PT1H' }, 'unknown-name'],
  ['defaultPlan', 'silver', 'unknown-name'],
  ['defaultPlan', undefined, 'default-plan'],
  ['macros', [{ id: 'a', label: 'A', text: 'in {Many Days}' }], 'blank', 'macros[0].text'],
  ['macros', [{ id: 'a', label: 'A', text: { en: '{days}', sv: '{dagar}' } }], 'same-blanks', 'macros[0].text.sv'],
  ['roles', { requester: { may: ['open'] } }, 'no-agents'],
  ['roles.requester.may', ['open', 'reply'], 'requester-always'],
  ['channels.slack', undefined, 'no-triage', 'channels'],
]

describe('Lena makes a mistake and is told where, what and how to mend it', () => {
  test.each(mistakes)('%s: %j is refused by "%s"', (path, value, rule, at = path) => {
    const source = withValue(exampleSource(), path, value)

    const faults = faultsOf(() => parseDesk(source, 'demo.yaml'))

    const fault = faults.find((one) => one.path === at && one.rule === rule)
    expect(fault, JSON.stringify(faults)).toBeDefined()
    const printed = new DeskFault(faults).message
    expect(printed).toContain(`demo.yaml: ${at} `)
    expect(printed).toContain(`allowed: ${fault?.allowed}. ${fault?.repair}`)
    expect(fault?.allowed).not.toBe('')
    if (fault?.value !== undefined) expect(printed).toContain(JSON.stringify(fault.value).slice(0, 119))
    else expect(printed).toContain('is missing')
  })

  test('the printed line names file, path, value, what is allowed and the repair', () => {
    const source = withValue(exampleSource(), 'types.bug.fields[2].kind', 'versions')
    expect(() => parseDesk(source, 'desks/demo.yaml')).toThrow(
      'desks/demo.yaml: types.bug.fields[2].kind is "versions"; allowed: text, longtext, choice, many, yesno, number, ' +
        'date, version, person, file, email, url, release. Choose one of the names allowed.',
    )
  })

  test('names of the file itself are listed where they are what is allowed', () => {
    const source = withValue(exampleSource(), 'pausing[0]', 'wating')
    const [fault] = faultsOf(() => parseDesk(source, 'demo.yaml'))
    expect(fault?.allowed).toBe('new, open, waiting, waiting-other, done, closed')
  })

  test('an unknown key is told with the keys there are', () => {
    const source = withValue(exampleSource(), 'channels.slack.triages', 'C1')
    const [fault] = faultsOf(() => parseDesk(source, 'demo.yaml'))
    expect(fault).toMatchObject({ path: 'channels.slack.triages', value: 'C1', allowed: 'triage, intake, emoji' })
  })

  test('new tickets are not given to people nobody can list', () => {
    expect(faultsOf(() => parseDesk(byTurn({ telegramMembersOf: [-1001] }), 'demo.yaml'))).toEqual([
      expect.objectContaining({ path: 'assign', rule: 'no-rota', value: 'round-robin' }),
    ])
    expect(faultsOf(() => parseDesk(byTurn({ telegramMembersOf: [-1001], telegram: [7101] }), 'demo.yaml'))).toEqual([])
  })

  test('several mistakes are told at once', () => {
    const source = withValue(withValue(exampleSource(), 'moves.onAccept', 'x'), 'defaultPlan', 'y')
    expect(faultsOf(() => parseDesk(source, 'demo.yaml')).map(({ path }) => path)).toEqual([
      'moves.onAccept',
      'defaultPlan',
    ])
  })

  test.each([[null], ['desk'], [[]], [undefined]])('%j is no desk at all', (source) => {
    expect(faultsOf(() => parseDesk(source, 'empty.yaml'))).toHaveLength(1)
  })

  test('every rule there is has been broken here', async () => {
    const broken = new Set(
      mistakes
        .flatMap(([path, value]) => faultsOf(() => parseDesk(withValue(exampleSource(), path, value), 'x')))
        .map(({ rule }) => rule),
    )
    for (const fault of faultsOf(() => parseDesk(byTurn({}), 'x'))) broken.add(fault.rule)
    for (const fault of faultsOf(() => deskSource(`a: "\${NOPE}"`, 'x', playgroundEnv))) broken.add(fault.rule)
    for (const fault of faultsOf(() => deskSource('a: [', 'x', playgroundEnv))) broken.add(fault.rule)
    const gone = await readDesks(['/nowhere/at/all.yaml'], playgroundEnv).catch((error: unknown) => error)
    if (gone instanceof DeskFault) for (const fault of gone.faults) broken.add(fault.rule)
    expect([...broken].toSorted()).toEqual(allRules.toSorted())
  })
})
