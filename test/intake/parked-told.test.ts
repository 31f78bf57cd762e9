import { afterAll, beforeAll, expect, it } from 'vitest'
import { HELP, RITA } from '../../playground/slack/index.ts'
import { newCustomer } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until, whispers } from '../support/people.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
  // A fault of ours, as the database tells of it: words of this kind cannot be kept.
  await desk.database.query(
    `create function cannot() returns trigger language plpgsql as
       $$ begin raise exception 'cannot' using errcode = '22023'; end $$`,
  )
  await desk.database.query(
    `create trigger cannot before insert on message for each row when (new.text::text like '%the grey form%') execute function cannot()`,
  )
})
afterAll(() => desk.stop())

it('whose words fail for good by a fault of ours is told so, and does not wait for an answer', async () => {
  const cara = newCustomer(desk, 'Cara')
  desk.telegram.write(cara, 'Where is the grey form?')
  await desk.slack.command(RITA, HELP, '/ticket', 'I need the grey form')
  const told = 'could not be taken in'
  await until(() => desk.telegram.messages(cara).some(({ text }) => text.includes(told)), 'that Cara is told')
  await until(() => whispers(desk, RITA).some((text) => text.includes(told)), 'that Rita is told')
  expect(await desk.desk.store.inbox.parked()).toHaveLength(2)
})
