import { type Commanded, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { called, languageFor } from '../domain/desk/questions.ts'
import { localDateAndTime } from '../domain/local-time.ts'
import { plannedFor, releaseFields, roadmap } from '../domain/roadmap.ts'
import { split } from '../domain/text/split.ts'
import type { Text } from '../domain/text/text.ts'
import { mayEnter } from '../domain/ticket/enter.ts'
import { phraseKept } from '../locales/index.ts'
import { type Sentence, say } from '../ports/content.ts'
import { answer, type Hearing, languageOf, whisper } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** So many tickets of a desk are listed at most. */
const MOST = 200

/** What is planned for when: of the tickets one may see, by quarter; with a year, of that year (desks.md §1). */
export async function tellRoadmap(hearing: Hearing<Commanded>, year: number | undefined): Promise<string> {
  const { unit, world, inbound } = hearing
  const language = languageOf(hearing)
  const lines: Sentence[] = []
  for (const desk of world.desks) lines.push(...(await linesOf(hearing, desk, year)))
  if (lines.length === 0) return answer(hearing, say('roadmap-empty', {}), 'roadmap-told')
  const children = [say('roadmap-head', {}), ...lines].flatMap(
    (one) => phraseKept(one.key, one.facts, language).children,
  )
  const text: Text = { type: 'root', children }
  const parts = split(text, traits[inbound.at.platform].partUnits)
  await unit.deliveries.owe(parts.map((part) => whisper(hearing, [{ text: part }])))
  return 'roadmap-told'
}

async function linesOf(hearing: Hearing<Commanded>, desk: Desk, year: number | undefined): Promise<Sentence[]> {
  const { unit, person, standing } = hearing
  const fields = releaseFields(desk)
  if (fields.length === 0) return []
  const all = isAgentOf(desk, standing)
  const theirs = await unit.tickets.planned(desk.desk, fields, { of: all ? undefined : person.id, most: MOST })
  const watched = all ? [] : await unit.tickets.ofWatcher(person.id)
  const tickets = [...theirs, ...watched.filter(({ deskId }) => deskId === desk.desk)]
  const by = actorOf(desk, person, standing)
  const planned = tickets
    .filter((ticket) => !all || ticket.requesterId === person.id || mayEnter(ticket, desk, by))
    .flatMap((ticket) => {
      const release = plannedFor(desk, ticket)
      return release ? [{ ticket, release }] : []
    })
  const today = localDateAndTime(unit.now, desk.zone).date
  const language = languageFor(desk, person.language)
  return roadmap(planned, year === undefined ? { today } : { year }).flatMap(({ when, planned: those }) => [
    say('roadmap-part', { when }),
    ...those.map(({ ticket, release: { part } }) => {
      const { key, subject } = ticket
      const status = called(desk, 'status', ticket.status, language)
      return say('roadmap-line', { key, subject, status: part === '' ? status : `${status}, ${part}` })
    }),
  ])
}
