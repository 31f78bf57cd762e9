import { readDesks } from '../../src/desks.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import type { Limits } from '../../src/domain/limits.ts'
import { playgroundChannels } from '../../src/playground-names.ts'

export const secrets = {
  signingSecret: 'a-signing-secret-of-tests',
  slackToken: 'xoxb-tests',
  slackAppToken: 'xapp-tests',
  telegramToken: '700001:tests',
  webhookSecret: 'a-webhook-secret-of-tests',
}

/** The demo desk, changed where a test wants another. */
export async function demoDesks(change: (demo: Desk) => Desk = (demo) => demo): Promise<Desk[]> {
  const { desks } = await readDesks(['desks/demo.yaml'], (name) => playgroundChannels[name])
  return desks.map(change)
}

/** A desk as the product ships it (or a file's path), on the playground's channels. */
export async function shippedDesk(name: string, change: (desk: Desk) => Desk = (desk) => desk): Promise<Desk[]> {
  const { desks } = await readDesks(
    [name.endsWith('.yaml') ? name : `desks/${name}.yaml`],
    (variable) => playgroundChannels[variable],
  )
  return desks.map(change)
}

/** The same desk with more time after an answer, and less for who is asked something. */
export function otherTimes(desk: Desk): Desk {
  const silence: Desk['silence'] = [{ anchor: 'last-agent-reply', steps: [{ after: 'P1D', do: 'close' }] }]
  return { ...desk, grace: 'P30D', silence }
}

/** The same desk, whose office has one more holiday. */
export function closedOn(desk: Desk, holiday: string): Desk {
  const { office } = desk.calendars
  if (!office || office.alwaysOpen) throw new Error('the desk has no office hours')
  return { ...desk, calendars: { ...desk.calendars, office: { ...office, holidays: [...office.holidays, holiday] } } }
}

/** People of tests type faster than people. */
export const noLimits: Limits = {
  personTickets: { most: 1_000_000, withinMs: 1000 },
  personMessages: { most: 1_000_000, withinMs: 1000 },
  deskTickets: { most: 1_000_000, withinMs: 1000 },
}
