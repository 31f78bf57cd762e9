import { ADA, TRIAGE } from '../../../playground/slack/index.ts'
import { openOrm } from '../../../src/store/orm.ts'
import { clockMoves, clockStandsAt } from '../../../test/support/clock.ts'
import { startTestDesk, type TestDesk } from '../../../test/support/desk.ts'
import { knock } from '../../../test/support/hostile-door.ts'
import { event, signedKnock } from '../../../test/support/hostile-requests.ts'
import { logLines } from '../../../test/support/log-lines.ts'
import { randomOf } from '../../../test/support/random.ts'
import { type Asked, ritaAsks, ritaHears } from '../../../test/support/slack-asks.ts'
import { type Measure, none, told } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The night of the change to summer time where the demo desk is (Europe/Stockholm). */
const DST_NIGHT = '2027-03-28T00:30:00Z'

/** R11: the machine's clock jumps and steps, the zone's rules change, and a night without an hour goes by. */
export const clocks: Scenario = {
  name: 'clocks',
  proves: ['R11'],
  beside: true,
  parts: onePart(async ({ cluster, seed }, size) => {
    const random = randomOf(seed)
    let jumpMs = 0
    const { log, lines } = logLines('warn')
    const desk = await startTestDesk({
      cluster: await cluster(),
      log,
      realNow: () => new Date(Date.now() + jumpMs),
    })
    try {
      await clockStandsAt(desk, '2027-03-01T09:00:00Z')
      const asked = await ritaAsks(desk, 'the heating')
      desk.slack.say(ADA, TRIAGE, { text: 'Since when?', thread: asked.card.ts })
      await ritaHears(desk, asked, 'Since when?')
      await desk.desk.idle()
      const before = await standing(desk, asked)
      const steps = Array.from({ length: size === 'quick' ? 4 : 200 }, () => (random() - 0.5) * 48 * HOUR)
      const moved: number[] = []
      for (const jump of [HOUR, -HOUR, 24 * HOUR, -24 * HOUR, ...steps]) {
        jumpMs = jump
        await desk.desk.runTimers()
        if ((await standing(desk, asked)) !== before) moved.push(jump)
      }
      const stale = await staleSignatures(desk, lines, (ms) => {
        jumpMs = ms
      })
      jumpMs = 0
      await zoneRulesChange(desk)
      const judgedAgain = (await standing(desk, asked)) === before
      return {
        R11: [
          none('jumps after which a due time differs', moved),
          none('events before their time', await untimely(desk, asked)),
          ...stale,
          none('due times another after new zone rules', judgedAgain ? [] : ['one']),
          none('effects in a night without an hour, early or twice', await night(desk, size === 'quick' ? 30 : 1)),
          told('jumps', 4 + steps.length),
        ],
      }
    } finally {
      await desk.stop()
    }
  }),
}

async function standing(desk: TestDesk, { key }: Asked): Promise<string> {
  const found = await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket && unit.tickets.standing(ticket.id)
  })
  return JSON.stringify(found)
}

/** What time alone does to a ticket: reminders, breaches, closing. */
async function untimely(desk: TestDesk, { key }: Asked): Promise<string[]> {
  const history = await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket ? unit.tickets.history(ticket.id) : []
  })
  return history.flatMap(({ event: { type, by } }) => (by === null ? [type] : []))
}

/** Six minutes off, what Slack signs now is refused, and an operator can see why. */
async function staleSignatures(desk: TestDesk, lines: string[], jump: (ms: number) => void): Promise<Measure[]> {
  const taken: number[] = []
  for (const ms of [6 * MINUTE, -6 * MINUTE]) {
    jump(ms)
    const at = { port: desk.desk.port, seconds: Math.floor(Date.now() / 1000) }
    const { status } = await knock(at.port, signedKnock(at, event(at)))
    if (status !== 401) taken.push(status)
  }
  const alarms = lines.filter((line) => line.includes('slack-signature-refused')).length
  return [none('stale signatures taken', taken), { what: 'said in the log', found: alarms, least: 2 }]
}

/** As after an update of the system's time zones: every ticket is judged again by the rules of now. */
async function zoneRulesChange(desk: TestDesk): Promise<void> {
  const orm = await openOrm(desk.database.url, 1)
  await orm.em.fork().execute("update clock set zone_rules = '1970a'")
  await orm.close(true)
  await desk.restart()
  await desk.desk.runTimers()
}

/** Three hours around the change, by steps of so many minutes; Ada asked before it, and the reminder is due days later. */
async function night(desk: TestDesk, minutes: number): Promise<string[]> {
  await clockStandsAt(desk, DST_NIGHT)
  const asked = await ritaAsks(desk, 'asked in the night')
  desk.slack.say(ADA, TRIAGE, { text: 'In the night?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'In the night?')
  await desk.desk.idle()
  const due = await standing(desk, asked)
  for (let passed = 0; passed < 180; passed += minutes) {
    await clockMoves(desk, minutes * MINUTE)
    await desk.desk.runTimers()
  }
  return [...(await untimely(desk, asked)), ...((await standing(desk, asked)) === due ? [] : ['a due time'])]
}
