import type { FieldValue, SlackMessage } from '../../playground/slack/index.ts'
import type { TestDesk } from './desk.ts'
import { until } from './people.ts'

/** What somebody reads in the form on their screen; '' where there is none. */
export function formOf(desk: TestDesk, user: string): string {
  const view = desk.slack.view(user)
  return view ? desk.slack.textOf({ blocks: view.blocks }) : ''
}

/** An agent presses Edit… on a card, changes these fields (by their labels) and saves. */
export async function edits(
  desk: TestDesk,
  agent: string,
  card: SlackMessage,
  fields: Record<string, FieldValue>,
): Promise<void> {
  await desk.slack.press(agent, card.channel, card.ts, { label: 'Edit…' })
  await until(() => desk.slack.view(agent), 'the form')
  const sent = await desk.slack.submitView(agent, fields)
  if (!sent.ok) throw new Error(`the form was not taken: ${JSON.stringify(sent)}`)
}
