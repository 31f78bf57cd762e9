import type { Commanded } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { label } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { say } from '../ports/content.ts'
import { deepLinkOf } from './deep-link.ts'
import { desksFor } from './desk-of.ts'
import { showAnswered, startGuided } from './guided.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { join } from './invite.ts'
import { enterBy } from './organisation/enter.ts'
import { postTo } from './post-to.ts'
import { formDraft, isWish } from './start-form.ts'

/** In a group: to write privately. */
export async function greetInGroup(hearing: Hearing): Promise<string> {
  const content = { language: languageOf(hearing), body: [say('start-in-group', {})] }
  await hearing.unit.deliveries.owe([postTo(hearing, content)])
  return 'greeted'
}

/** The first word of somebody in their own chat, or a link they came by: it may bring them in, or begin a form. */
export async function greet(hearing: Hearing<Commanded>): Promise<string> {
  const { world, person, inbound, standing } = hearing
  const entered = await enterBy(hearing, inbound.words)
  if (entered !== undefined) return entered
  const desks = desksFor(world, standing)
  const link = deepLinkOf(desks, inbound.words)
  if (link?.type !== undefined) return startLinked(hearing, link.desk, link.type)
  const joined = link ? undefined : await join(hearing)
  if (joined !== undefined) return joined
  if (desks.length === 0) throw new Refusal('no-such-desk')
  const wished = link && (await rememberWish(hearing, link.desk))
  const language = languageOf(hearing)
  const name = (wished ? [wished] : desks).map((one) => label(one.name, language, one)).join(', ')
  await hearing.unit.people.setReachable(hearing.standing.address, true)
  await hearing.unit.deliveries.owe([
    postTo(hearing, { language, body: [say('start-greeting', { desk: name, name: person.name })] }),
  ])
  return inbound.words === '' ? 'greeted' : 'greeted-with-link'
}

/** A link to the bot may name a desk (design.md §8): where there are several, the next words go to the last one named. */
async function rememberWish(hearing: Hearing<Commanded>, desk: Desk): Promise<Desk> {
  const { unit, world, person, inbound } = hearing
  if (world.desks.length === 1) return desk
  const before = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (before && isWish(before)) await unit.drafts.save({ ...before, deskId: desk.desk })
  // A form goes on with its question. Words that wait in a picker go on waiting: its buttons still work.
  else if (before?.purpose !== 'form') await unit.drafts.save(formDraft(hearing, desk))
  if (before?.purpose === 'comment') {
    await unit.drafts.save({ ...before, state: 'cancelled' })
    await showAnswered(hearing, before)
  }
  return desk
}

/** The link names a ticket type, too: its form begins at once. */
async function startLinked(hearing: Hearing<Commanded>, desk: Desk, type: string): Promise<string> {
  await hearing.unit.people.setReachable(hearing.standing.address, true)
  return startGuided(hearing, formDraft(hearing, desk, { type }))
}
