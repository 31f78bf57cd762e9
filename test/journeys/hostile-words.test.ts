import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { alive } from '../support/hostile-sent.ts'
import { hostileStrings, readable } from '../support/hostile-strings.ts'
import { chatOf, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

/**
 * reliability.md SEC4. Every string is said by a customer in Telegram and by an agent in Slack, who is called so, too,
 * and noted by them; every other one is what a customer is called and asks first, the rest what an employee is called
 * and sends in by form.
 */
const cast = hostileStrings.map((words, n) => ({
  words,
  agent: `U0AGENT${n}`,
  /** In whose ticket it is said and told. */
  customer: 20_000 + n - (n % 2),
}))
const customers = cast.filter((_, n) => n % 2 === 0)
const employees = cast.flatMap(({ words }, n) => (n % 2 === 1 ? [{ words, employee: `U0EMPLOYEE${n}` }] : []))

let desk: TestDesk
let database: pg.Client
/** Thread in #triage by who asked. */
const threads = new Map<string, string>()

beforeAll(async () => {
  desk = await startTestDesk()
  database = new pg.Client({ connectionString: desk.database.url })
  await database.connect()
  for (const { words, customer } of customers)
    desk.telegram.add({ id: customer, first_name: words, language_code: 'en' })
  for (const { words, agent } of cast) {
    desk.slack.addUser({ id: agent, name: agent.toLowerCase(), real_name: words })
    desk.slack.join(agent, TRIAGE)
  }
  for (const { words, employee } of employees) {
    desk.slack.addUser({ id: employee, name: employee.toLowerCase(), real_name: words })
    desk.slack.join(employee, HELP)
  }
})
afterAll(async () => {
  await database.end()
  await desk.stop()
})

async function learnThreads(): Promise<void> {
  const { rows } = await database.query<{ who: string; thread: string }>(
    `select address.platform_id as who, place.thread
     from ticket join person_address as address on address.person_id = ticket.requester_id
     join place on place.ticket_id = ticket.id
     where place.side = 'triage' and place.chat = $1 and place.thread is not null`,
    [TRIAGE],
  )
  for (const { who, thread } of rows) threads.set(who, thread)
}

/** What the agents read under the card of whoever asked, card and all, as readers see it. */
function agentsRead(who: string | number): string {
  const thread = threads.get(String(who))
  if (thread === undefined) throw new Error(`no thread of ${who}`)
  return readable(shownIn(desk.slack, TRIAGE, thread).join('\n'))
}

it('the strings are eighty', () => {
  expect(hostileStrings).toHaveLength(80)
  expect(new Set(hostileStrings).size).toBe(80)
})

/** Waits until all that was said is heard and all that is owed is sent. */
async function settled(): Promise<void> {
  await desk.playground.slack.idle()
  await desk.playground.telegram.idle()
  await until(
    async () => {
      await desk.desk.idle()
      const { rowCount } = await database.query(
        `select id from inbox where state = 'waiting' union all
         select id from delivery where state in ('pending', 'sending')`,
      )
      return rowCount === 0
    },
    'the end of it',
    40_000,
  )
  await learnThreads()
}

it('Telegram to Slack: what customers are called, ask and say is read by the agents as typed, and is dead', async () => {
  for (const { customer, words } of customers) desk.telegram.write(customer, words)
  await settled()
  for (const { customer, words } of cast) desk.telegram.write(customer, `said: ${words}`)
  desk.telegram.send(customers[0]?.customer ?? 0, { document: { name: 'file \u202efdp.exe', caption: 'see' } })
  await settled()
  expect(cast.filter(({ customer, words }) => !agentsRead(customer).includes(readable(`said: ${words}`)))).toEqual([])
  for (const { customer, words } of customers) expect(agentsRead(customer)).toContain(readable(words).slice(0, 200))
  expect(agentsRead(customers[0]?.customer ?? 0)).toContain('filefdp.exe')
  expect(alive(desk)).toEqual([])
}, 90_000)

it('Slack to Telegram: what agents are called and answer is read by customers as Slack shows it, and is dead', async () => {
  const told = cast.map(({ agent, customer, words }, n) => {
    const thread = threads.get(String(customer)) ?? ''
    const ts = desk.slack.say(agent, TRIAGE, { text: `told: ${words}`, thread })
    const both = `${cast[n - 1]?.words} ${words}`
    if (n % 2 === 1) desk.slack.say(agent, TRIAGE, { text: `// noted: ${both}`, thread })
    return { customer, shown: desk.slack.message(TRIAGE, ts) }
  })
  await settled()
  const unread = told.flatMap(({ customer, shown }) => {
    // Slack tells of a group or channel no more than its id.
    const seen = shown ? desk.slack.textOf(shown).replace('@agents', '@S0AGENTS').replace('#triage', '#C0TRIAGE') : '?'
    const read = readable(chatOf(desk, customer).join('\n'))
    return read.includes(readable(seen)) ? [] : [{ seen, read }]
  })
  expect(unread).toEqual([])
  expect(customers.filter(({ customer }) => chatOf(desk, customer).join('').includes('noted'))).toEqual([])
  expect(alive(desk)).toEqual([])
}, 90_000)

it('by form: subject, answer and name of an employee are read by the agents, and are dead', async () => {
  const { slack } = desk
  const sent: { words: string; sent: Awaited<ReturnType<typeof slack.submitView>> }[] = []
  // A form opens within three seconds or not at all: not all of them in one moment on a machine that tests other things.
  for (let from = 0; from < employees.length; from += 8) {
    const some = employees.slice(from, from + 8).map(async ({ employee, words }) => {
      await slack.command(employee, HELP, '/ticket')
      await until(() => slack.view(employee), 'the form')
      const answers = { Subject: words.slice(0, 100), 'What happened?': `form: ${words}` }
      return { words, sent: await slack.submitView(employee, answers) }
    })
    sent.push(...(await Promise.all(some)))
  }
  expect(sent.filter(({ sent }) => !sent.ok)).toEqual([])
  await slack.command(RITA, HELP, '/ticket', 'from \u202ea command\u0007')
  await settled()
  expect(seen(slack, TRIAGE, 'from a command')).toBeDefined()
  expect(employees.filter(({ employee, words }) => !agentsRead(employee).includes(readable(`form: ${words}`)))).toEqual(
    [],
  )
  expect(alive(desk)).toEqual([])
}, 90_000)

it('what was said is stored as it was said, and replays', async () => {
  const { rows } = await database.query<{ text: string }>(
    `select body->'update'->'message'->>'text' as text from inbox where platform = 'telegram'`,
  )
  const stored = new Set(rows.map(({ text }) => text))
  // PostgreSQL keeps neither NUL nor half a character.
  const kept = (words: string) => words.replaceAll('\0', '\ufffd').toWellFormed()
  expect(cast.filter(({ words }) => !stored.has(kept(`said: ${words}`))).map(({ words }) => words)).toEqual([])
  await replayedEqualsStored(desk)
}, 60_000)

it('no adapter knows a parse mode, nor a block that reads words', () => {
  const sources = readdirSync('adapters', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const found = sources.filter((file) =>
    /parse_mode|type: '(?:mrkdwn|markdown)'/.test(readFileSync(`adapters/${file}`, 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})
