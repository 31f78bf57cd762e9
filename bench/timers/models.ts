import { setTimeout as sleep } from 'node:timers/promises'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import type { Orm } from '../../src/store/orm.ts'
import type { Ground } from '../faults/ground.ts'
import { type KindName, kindNames, kinds } from './kinds.ts'

/** A ticket of each kind by its id, each due on Thursday, 11 March 2027, within the minute after 10:00 in Stockholm. */
export type Models = Readonly<Record<KindName, string>>

/** What is due at the models' own hours is over by then. */
export const AFTER_MODELS = '2027-03-11T09:01:30Z'

const PATIENCE_MS = 30_000
const FIRST_CUSTOMER = 8101

/** Plays a few days in some seconds: five customers ask, Ada answers and resolves, so that one timer of each kind is left. */
export async function makeModels(ground: Ground, orm: Orm): Promise<Models> {
  const people = peopleIn(ground, orm)
  await ground.clockStandsAt('2027-03-04T08:55:00Z')
  await people.asks('closed')
  await ground.clockStandsAt('2027-03-04T09:00:05Z')
  await people.resolves('closed')
  await ground.clockStandsAt('2027-03-08T08:50:00Z')
  await people.happened('closed', 'RatingAsked')
  await people.asks('reminded')
  await ground.clockStandsAt('2027-03-08T09:00:05Z')
  await people.answers('reminded')
  // Of eight office hours none is gone, and 6.4 of them at 10:36.
  await ground.clockStandsAt('2027-03-10T08:00:05Z')
  await people.asks('breached')
  await ground.clockStandsAt('2027-03-10T09:36:05Z')
  await people.asks('warned')
  await people.asks('asked')
  await ground.clockStandsAt('2027-03-10T15:30:00Z')
  await people.happened('closed', 'RatingReminded')
  await people.happened('breached', 'BreachWarned')
  await ground.clockStandsAt('2027-03-11T08:58:05Z')
  await people.resolves('asked')
  return people.models()
}

function peopleIn({ playground }: Ground, orm: Orm) {
  const { slack, telegram } = playground
  const ids = new Map<KindName, string>()
  const subject = (kind: KindName): string => `The ticket that is ${kind}`
  const card = (kind: KindName) =>
    until(`a card of ${kind}`, async () =>
      slack.world.messages(TRIAGE).find((message) => slack.world.textOf(message).includes(subject(kind))),
    )
  const row = async (kind: KindName, condition: string): Promise<string | undefined> => {
    const found = await orm.em
      .fork()
      .execute<{ id: string }[]>(`select id from ticket where subject = ? and ${condition}`, [subject(kind)])
    return found[0]?.id
  }
  const stands = (kind: KindName, condition: string) => until(`${kind}: ${condition}`, () => row(kind, condition))
  return {
    async asks(kind: KindName) {
      const id = FIRST_CUSTOMER + kindNames.indexOf(kind)
      telegram.world.add({ id, first_name: `Customer ${id}`, language_code: 'en' })
      telegram.world.write(id, subject(kind))
      await card(kind)
      ids.set(kind, await stands(kind, 'true'))
    },
    async answers(kind: KindName) {
      slack.world.say(ADA, TRIAGE, { text: 'Which one?', thread: (await card(kind)).ts })
      await stands(kind, `${kinds[kind].column} is not null`)
    },
    async resolves(kind: KindName) {
      await slack.world.press(ADA, TRIAGE, (await card(kind)).ts, { label: 'Resolve' })
      await stands(kind, `${kinds[kind].column} is not null`)
    },
    async happened(kind: KindName, type: string) {
      await stands(kind, `exists (select from ticket_event e where e.ticket_id = ticket.id and e.type = '${type}')`)
    },
    async models(): Promise<Models> {
      const of = (kind: KindName): string => ids.get(kind) ?? ''
      const models = {
        warned: of('warned'),
        breached: of('breached'),
        reminded: of('reminded'),
        asked: of('asked'),
        closed: of('closed'),
      }
      for (const kind of kindNames) {
        const { column } = kinds[kind]
        await stands(kind, `${column} between '2027-03-11T09:00:00Z' and '2027-03-11T09:01:00Z'`)
      }
      return models
    },
  }
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(50)) {
    const seen = await look()
    if (seen !== undefined) return seen
  }
  throw new Error(`${what} has not come`)
}
