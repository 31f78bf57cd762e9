import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { newCustomer, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { manyLike } from '../support/many.ts'
import { cardOf, keyOn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, ritaAsks, ritaHears } from '../support/slack-asks.ts'

let desk: TestDesk
let invoice: Asked
let beamer: Asked

beforeAll(async () => {
  desk = await startTestDesk()
  invoice = await ritaAsks(desk, 'Factura din aplicație lipsește')
  beamer = await ritaAsks(desk, 'The beamer is dark')
  await until(() => whispers(desk, RITA).length === 2, 'that both are opened')
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** What somebody is told privately after this command. */
async function answered(user: string, words: string): Promise<string> {
  const before = whispers(desk, user).length
  await desk.slack.command(user, HELP, '/ticket', words)
  return until(() => whispers(desk, user)[before], `an answer to ${words}`)
}

it('what somebody asked is found however it is written, by words, their beginnings and parts of the key', async () => {
  for (const words of ['find factura aplicatie', 'find APLICAȚIE', 'find fact', `find ${invoice.key.toLowerCase()}`])
    expect(await answered(RITA, words)).toContain(invoice.key)
  expect(await answered(RITA, 'find beamer')).not.toContain(invoice.key)
  expect(await answered(RITA, 'find aplicatie beamer')).toContain('Nothing of what you can see')
  expect(await answered(RITA, 'find ???')).toContain('Write what to look for')
})

it('what is due next comes first', async () => {
  expect(await answered(ADA, 'due')).toMatch(new RegExp(`${invoice.key}.*due \\d+ [\\s\\S]*${beamer.key}.*due \\d+ `))
})

it('nobody finds what is not theirs; notes are found by agents alone; what is deleted, by nobody', async () => {
  expect(await answered(KIM, 'find aplicatie')).toContain('Nothing of what you can see')
  desk.slack.say(ADA, TRIAGE, { text: '// the zebra invoice was never booked', thread: invoice.card.ts })
  await until(async () => (await answered(ADA, 'find zebra')).includes(invoice.key), 'that Ada finds her note')
  expect(await answered(BO, 'find zebra')).toContain(invoice.key)
  expect(await answered(RITA, 'find zebra')).toContain('Nothing of what you can see')

  const said = desk.slack.say(ADA, TRIAGE, { text: 'Look under giraffe', thread: invoice.card.ts })
  await ritaHears(desk, invoice, 'giraffe')
  expect(await answered(RITA, 'find giraffe')).toContain(invoice.key)
  desk.slack.edit(ADA, TRIAGE, said, 'Look under ostrich')
  await ritaHears(desk, invoice, 'ostrich')
  expect(await answered(RITA, 'find giraffe')).toContain('Nothing of what you can see')
  desk.slack.remove(ADA, TRIAGE, said)
  await until(async () => (await answered(RITA, 'find ostrich')).includes('Nothing'), 'that it is gone')
})

it('a private ticket is found by its insiders alone', async () => {
  await desk.slack.press(BO, TRIAGE, beamer.card.ts, { label: 'Edit…' })
  await until(() => desk.slack.view(BO), 'the form')
  await desk.slack.submitView(BO, { 'Private to': ['Bo'] })
  await until(
    async () => (await answered(ADA, 'find beamer')).includes('Nothing of what you can see'),
    'that it is private',
  )
  expect(await answered(BO, 'find beamer')).toContain(beamer.key)
  expect(await answered(ADA, 'unassigned')).not.toContain(beamer.key)
})

it('agents have their lists, requesters are told whose they are; the Home tab shows both', async () => {
  expect(await answered(KIM, 'mine')).toContain('Only the people of this desk')
  expect(await answered(ADA, 'unassigned')).toContain(invoice.key)
  await desk.slack.press(ADA, TRIAGE, invoice.card.ts, { label: 'Take' })
  await until(async () => (await answered(ADA, 'mine')).includes(invoice.key), 'that it is hers')
  desk.slack.say(ADA, TRIAGE, { text: 'Which month?', thread: invoice.card.ts })
  await until(async () => (await answered(ADA, 'waiting')).includes(invoice.key), 'that it waits for Rita')

  const home = (user: string) => JSON.stringify(desk.slack.home(user)?.blocks ?? [])
  desk.slack.openHome(ADA)
  await until(() => home(ADA).includes('On your hands'), 'her Home tab')
  expect(home(ADA)).toContain(invoice.key)
  desk.slack.openHome(RITA)
  await until(() => home(RITA).includes('What you asked for'), 'Rita’s')
  for (const { key } of [invoice, beamer]) expect(home(RITA)).toContain(key)
  expect(home(RITA)).not.toContain('On your hands')
  desk.slack.openHome(KIM)
  await until(() => home(KIM).includes('You have no open tickets'), 'Kim’s')
})

it('a list says how many there are, whatever is shown of them, and private ones of others are not between', async () => {
  const unassigned = {
    assignee_id: null,
    stage: 'new',
    private_to: null,
    first_response_due_at: '2026-01-02T00:00:00Z',
  }
  const before = (await answered(ADA, 'unassigned')).match(/^\S+ · /gm)?.length ?? 0
  const first = { ...unassigned, first_response_due_at: '2026-01-01T00:00:00Z' }
  const away = [
    await manyLike(desk, invoice.key, 30, { ...unassigned, subject: 'Public' }),
    await manyLike(desk, invoice.key, 60, { ...first, subject: 'Private', private_to: [] }),
  ]
  try {
    const listed = await answered(ADA, 'unassigned')
    expect(listed).toContain(`Nobody has these yet (${before + 30})`)
    expect(listed.match(/Public/g)).toHaveLength(20)
    expect(listed).toContain(`… and ${before + 10} more.`)
    expect(listed).not.toContain('Private')
    expect(await answered(ADA, 'due')).not.toContain('Private')
    const home = () => JSON.stringify(desk.slack.home(ADA)?.blocks ?? [])
    desk.slack.openHome(ADA)
    await until(() => home().includes(`… and ${before + 10} more.`), 'it on her Home tab')

    away.push(await manyLike(desk, invoice.key, 1200, unassigned))
    expect(await answered(ADA, 'unassigned')).toMatch(/ \(1,000\+\)[\s\S]*… and 980\+ more\./)
  } finally {
    for (const take of away) await take()
  }
})

it('who was brought into a ticket finds it, but none of its notes, and has it on the Home tab, until they are out', async () => {
  const home = () => JSON.stringify(desk.slack.home(KIM)?.blocks ?? [])
  await desk.slack.command(RITA, HELP, '/ticket', `watch ${invoice.key} <@${KIM}|kim>`)
  await until(async () => (await answered(KIM, 'find aplicatie')).includes(invoice.key), 'that Kim finds it')
  expect(await answered(KIM, 'find zebra')).toContain('Nothing of what you can see')
  expect(await answered(KIM, 'find beamer')).toContain('Nothing of what you can see')
  desk.slack.openHome(KIM)
  await until(() => home().includes(invoice.key), 'it on Kim’s Home tab')
  await desk.slack.command(RITA, HELP, '/ticket', `unwatch ${invoice.key} <@${KIM}|kim>`)
  await until(async () => (await answered(KIM, 'find aplicatie')).includes('Nothing'), 'that Kim finds it no more')
})

it('the Home tab’s button opens the form, and its ticket goes to one’s own chat', async () => {
  await desk.slack.pressInHome(KIM, 'New ticket')
  await until(() => desk.slack.view(KIM), 'the form')
  await desk.slack.submitView(KIM, { Subject: 'No heating', 'What happened?': 'Since this morning' })
  const card = await cardOf(desk, 'No heating')
  await until(
    () =>
      desk.slack.messages(desk.slack.dm(KIM)).some((message) => desk.slack.textOf(message).includes(keyOn(desk, card))),
    'her thread',
  )
})

it('a customer finds and lists in Telegram', async () => {
  const customer = newCustomer(desk, 'Faye')
  desk.telegram.write(customer, 'کتاب‌های من ۱۴۰۵')
  const key = keyOn(desk, await cardOf(desk, 'کتاب'))
  desk.telegram.write(customer, '/find كتاب 1405')
  await told(desk, customer, new RegExp(`1 ticket found[\\s\\S]*${key}`))
  desk.telegram.write(customer, '/find aplicatie')
  await told(desk, customer, 'Nothing of what you can see')
})

it('a long list comes whole, in as many messages as it takes', async () => {
  const customer = newCustomer(desk, 'Lars')
  await told(desk, customer, 'Hello Lars')
  for (let n = 101; n <= 130; n++) {
    await desk.slack.command(ADA, HELP, '/ticket', `for ${customer} Matter ${n} ${'of the same kind '.repeat(8)}`)
  }
  await until(() => timesTold(desk, customer, 'A ticket was opened for you') === 30, 'that all are opened')
  desk.telegram.write(customer, '/tickets')
  await told(desk, customer, 'You have 30 open tickets:')
  const listed = () =>
    desk.telegram.messages(customer).flatMap(({ text }) => text.match(/Matter \d+ .* \(New\)$/gm) ?? [])
  await until(() => listed().length === 30, 'all of them')
  expect(new Set(listed().map((line) => /\d+/.exec(line)?.[0])).size).toBe(30)
})
