import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, RITA } from '../../playground/slack/index.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let hr: Shipped

beforeAll(async () => {
  hr = await startShipped(new URL('./hr.yaml', import.meta.url).pathname)
})
afterAll(async () => {
  await replayedEqualsStored(hr.test)
  await hr.test.stop()
})

it('leave is asked for in its own form, hinted in the desk’s own words, and approved by a manager alone', async () => {
  const { slack } = hr.test
  await hr.asks('leave', {
    Subject: 'Two weeks in July',
    'First day': '2027-07-05',
    'How many days?': '10',
    'Why?': 'rest',
    'What happened?': 'Nothing yet',
    Category: 'Holiday',
  })
  const form = await until(() => slack.view(RITA), 'the hint')
  expect(slack.textOf({ blocks: form.blocks })).toContain('A sentence or two help your manager to decide.')
  await hr.asks(undefined, {})
  const asked = await hr.asked('Two weeks in July')
  await hr.press(asked, 'button-take')
  await hr.stands(asked.key, 'looked-at')
  await hr.moves(asked, 'for-approval')
  await hr.stands(asked.key, 'for-approval')

  await hr.press(asked, 'button-resolve', ADA)
  await whispered(hr.test, ADA, 'cannot go from where it is')
  await hr.press(asked, 'button-resolve', BO)
  await whispered(hr.test, BO, 'covered')
  await hr.press(asked, 'button-details', BO)
  await until(() => slack.view(BO), 'the details')
  await slack.submitView(BO, { 'Work is covered': 'Yes' })
  await until(async () => (await hr.ticket(asked.key)).fields.covered === 'yes', 'that it is covered')
  // Explicit: what they say among themselves stays there.
  hr.answers(asked, 'He has twenty days left', BO)
  await hr.press(asked, 'button-resolve', BO)
  await hr.stands(asked.key, 'approved')
  await ritaHears(hr.test, asked, /solved|resolved/i)
  expect(ritaReads(hr.test, asked).join()).not.toContain('twenty days')
})
