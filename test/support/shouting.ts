import { isDeepStrictEqual } from 'node:util'
import { HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { toPlain } from '../../src/domain/text/plain.ts'
import type { Text } from '../../src/domain/text/text.ts'
import { openOrm } from '../../src/store/orm.ts'
import type { TestDesk } from './desk.ts'
import { alive } from './hostile-sent.ts'
import { readable } from './hostile-strings.ts'
import { chatOf, seen, shownIn, until } from './people.ts'

/**
 * Strings said by everybody who can say something (reliability.md SEC4): each by a customer in Telegram and by an agent
 * in Slack, who is called so, too, and noted by them; every other one is what a customer is called and asks first, the
 * rest what an employee is called and sends in by form. Each act resolves with what went wrong: what is not read as it
 * was said, and what is alive of it.
 */
export async function shouting(desk: TestDesk, strings: readonly string[]) {
  const cast = strings.map((words, n) => ({
    words,
    agent: `U0AGENT${n}`,
    /** In whose ticket it is said and told. */
    customer: 20_000 + n - (n % 2),
  }))
  const customers = cast.filter((_, n) => n % 2 === 0)
  const employees = cast.flatMap(({ words }, n) => (n % 2 === 1 ? [{ words, employee: `U0EMPLOYEE${n}` }] : []))
  const orm = await openOrm(desk.database.url, 2)
  const query = <Row>(sql: string, values: unknown[] = []) => orm.em.fork().execute<Row[]>(sql, values)
  /** What agents have said, as Slack shows it. */
  const answers: { customer: number; shown: SlackMessage }[] = []
  /** Thread in #triage by who asked. */
  const threads = new Map<string, string>()

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

  async function learnThreads(): Promise<void> {
    const rows = await query<{ who: string; thread: string }>(
      `select address.platform_id as who, place.thread
       from ticket join person_address as address on address.person_id = ticket.requester_id
       join place on place.ticket_id = ticket.id
       where place.side = 'triage' and place.chat = ? and place.thread is not null`,
      [TRIAGE],
    )
    for (const { who, thread } of rows) threads.set(who, thread)
  }

  /** What the agents read under the card of whoever asked, card and all, as readers see it. */
  function agentsRead(who: string | number): string {
    const thread = threads.get(String(who))
    return thread === undefined ? '' : readable(shownIn(desk.slack, TRIAGE, thread).join('\n'))
  }

  /** Waits until all that was said is heard and all that is owed is sent. */
  async function settled(): Promise<void> {
    await desk.playground.slack.idle()
    await desk.playground.telegram.idle()
    await until(
      async () => {
        await desk.desk.idle()
        const left = await query(
          `select id from inbox where state = 'waiting' union all
           select id from delivery where state in ('pending', 'sending')`,
        )
        return left.length === 0
      },
      'the end of it',
      40_000,
    )
    await learnThreads()
  }

  return {
    /** What customers are called, ask and say is read by the agents. */
    async byCustomers(): Promise<string[]> {
      for (const { customer, words } of customers) desk.telegram.write(customer, words)
      await settled()
      for (const { customer, words } of cast) desk.telegram.write(customer, `said: ${words}`)
      desk.telegram.send(customers[0]?.customer ?? 0, {
        document: { name: 'file \u202efdp.exe', bytes: Buffer.from('x'), caption: 'see' },
      })
      await settled()
      const unread = cast.filter(({ customer, words }) => !agentsRead(customer).includes(readable(`said: ${words}`)))
      const unnamed = customers.filter(
        ({ customer, words }) => !agentsRead(customer).includes(readable(words).slice(0, 200)),
      )
      const file = agentsRead(customers[0]?.customer ?? 0).includes('filefdp.exe') ? [] : ['the file']
      return [...[...unread, ...unnamed].map(({ words }) => `unread: ${words}`), ...file, ...alive(desk)]
    },

    /** What agents are called and answer is read by customers as Slack shows it. */
    async byAgents(): Promise<string[]> {
      for (const [n, { agent, customer, words }] of cast.entries()) {
        const thread = threads.get(String(customer)) ?? ''
        const ts = desk.slack.say(agent, TRIAGE, { text: `told: ${words}`, thread })
        const both = `${cast[n - 1]?.words} ${words}`
        if (n % 2 === 1) desk.slack.say(agent, TRIAGE, { text: `// noted: ${both}`, thread })
        const shown = desk.slack.message(TRIAGE, ts)
        if (shown) answers.push({ customer, shown })
      }
      await settled()
      const unread = answers.flatMap(({ customer, shown }) => {
        const said = asTold(desk.slack.textOf(shown))
        return readable(chatOf(desk, customer).join('\n')).includes(readable(said)) ? [] : [`unread: ${said}`]
      })
      if (answers.length < cast.length) unread.push('not all have answered')
      const leaked = customers.filter(({ customer }) => chatOf(desk, customer).join('').includes('noted'))
      return [...unread, ...leaked.map(({ words }) => `a note reached ${words}`), ...alive(desk)]
    },

    /** Subject, answer and name of an employee are read by the agents. */
    async byForm(): Promise<string[]> {
      const { slack } = desk
      const refused: string[] = []
      // A form opens within three seconds or not at all: not all of them in one moment on a machine that tests other things.
      for (let from = 0; from < employees.length; from += 8) {
        const some = employees.slice(from, from + 8).map(async ({ employee, words }) => {
          await slack.command(employee, HELP, '/ticket')
          await until(() => slack.view(employee), 'the form')
          const answers = { Subject: words.slice(0, 100), 'What happened?': `form: ${words}` }
          if (!(await slack.submitView(employee, answers)).ok) refused.push(`refused: ${words}`)
        })
        await Promise.all(some)
      }
      await slack.command(RITA, HELP, '/ticket', 'from \u202ea command\u0007')
      await settled()
      const command = seen(slack, TRIAGE, 'from a command') ? [] : ['the command']
      const unread = employees.filter(
        ({ employee, words }) => !agentsRead(employee).includes(readable(`form: ${words}`)),
      )
      return [...refused, ...command, ...unread.map(({ words }) => `unread: ${words}`), ...alive(desk)]
    },

    /** What was said is stored as it was said: as the platform told it, and as the ticket's own message. */
    async stored(): Promise<string[]> {
      const inbox = await query<{ telegram: string | null; slack: object | null; form: object | null }>(
        `select body->'update'->'message'->>'text' as telegram, body->'event' as slack,
                body->'view'->'state'->'values' as form from inbox`,
      )
      // PostgreSQL keeps neither NUL nor half a character.
      const typed = new Set(inbox.map(({ telegram }) => telegram))
      const mark = (words: string) => words.replaceAll('\0', '\ufffd').toWellFormed()
      const events = inbox.flatMap(({ slack }) => (slack ? [slack] : []))
      const forms = inbox.map(({ form }) => JSON.stringify(form)).join()
      const kept = await query<{ text: Text }>('select text from message')
      const messages = readable(kept.map(({ text }) => toPlain(text)).join('\n'))
      const lost = [
        ...cast.flatMap(({ words }) => (typed.has(mark(`said: ${words}`)) ? [] : [`Telegram's: ${words}`])),
        ...answers.flatMap(({ shown: { ts, text, blocks } }) => {
          const told = asKept({ ts, text, blocks })
          return events.some((event) => isMatch(event, told)) ? [] : [`Slack's: ${text}`]
        }),
        ...(forms.includes('form: ') ? employees : []).flatMap(({ words }) =>
          forms.includes(JSON.stringify(asKept(`form: ${words}`)).slice(1, -1)) ? [] : [`the form's: ${words}`],
        ),
        ...[
          ...cast.map(({ words }) => `said: ${words}`),
          ...answers.map(({ shown }) => asTold(desk.slack.textOf(shown))),
        ].flatMap((said) => (messages.includes(readable(said)) ? [] : [`the ticket's: ${said}`])),
      ]
      return lost.map((words) => `not stored: ${words}`)
    },

    close: () => orm.close(true),
  }
}

/** Slack tells of a group or channel no more than its id. */
function asTold(shown: string): string {
  return shown.replace('@agents', '@S0AGENTS').replace('#triage', '#C0TRIAGE')
}

/** As the desk keeps what Slack says. */
function asKept<T>(said: T): T {
  const clean = (_name: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
  return JSON.parse(JSON.stringify(said), clean)
}

function isMatch(event: object, told: object): boolean {
  return Object.entries(told).every(([name, value]) => isDeepStrictEqual(Object(event)[name], value))
}
