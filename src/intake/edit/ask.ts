import { agentsOf } from '../../acts/agents.ts'
import { deskById } from '../../acts/world.ts'
import { type Answer, type Answers, type PersonAddress, type Question, traits } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../../domain/desk/form.ts'
import { languageFor } from '../../domain/desk/questions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayEnter, refuseOutsiders } from '../../domain/ticket/enter.ts'
import { TAG_MAX, tagOf } from '../../domain/ticket/tag.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { line } from '../../locales/index.ts'
import type { Unit } from '../../ports/store.ts'
import type { Asked } from '../ask.ts'
import { actorOf, isAgentOf, type Standing } from '../standing.ts'
import { personKnownBy } from '../whom.ts'
import { editForm } from './form.ts'
import { changedIn, type Standing as Shown, valueIn } from './prints.ts'
import { insidersOf, type Listed, mayEdit, shownOf } from './shown.ts'
import { snoozeUntil } from './snooze-until.ts'

/** The Edit… button's form, or what is wrong with its answers; undefined where this is another button. */
export async function answerEdit(asked: Asked, question: Question, standing: Standing): Promise<Answer | undefined> {
  const { store, world, platforms } = asked
  if (question.ref.kind !== 'button') return undefined
  const { ref, answers = {} } = question
  const found = await store.transaction((unit) => ticketBehind(unit, asked, ref.id, standing))
  if (!found) return undefined
  const { desk, roles, shown, insiders } = found
  const language = languageFor(desk, standing.language)
  if (question.ask === 'check') {
    const errors = await store.transaction((unit) => errorsIn({ unit, world, standing }, desk, answers, language))
    return { errors }
  }
  const addresses = (await agentsOf(platforms, desk, world.log)).filter(({ platform }) => traits[platform].threads)
  const met = await named(asked, addresses)
  const others = insiders.filter(({ id }) => met.every((agent) => agent.id !== id))
  const agents = [...met, ...others]
  return { form: editForm({ ids: world.ids, ref, desks: world.desks, desk, shown, answers, agents, roles, language }) }
}

interface Behind {
  ticket: Ticket
  desk: Desk
  roles: readonly string[]
  shown: Shown
  insiders: Listed[]
}

async function ticketBehind(
  unit: Unit,
  { world }: Asked,
  buttonId: string,
  standing: Standing,
): Promise<Behind | undefined> {
  const button = await unit.buttons.byId(buttonId)
  if (button?.act !== 'edit') return undefined
  const ticket = button.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!ticket) throw new Refusal('button-is-stale')
  const desk = deskById(world, ticket.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  const person = await unit.people.at(standing.address)
  const by = actorOf(desk, person ?? { id: '', name: standing.name }, standing)
  refuseOutsiders(ticket, desk, by)
  if (!mayEdit(desk, by.roles)) throw new Refusal('not-allowed')
  const insiders = await insidersOf(unit, ticket)
  return { ticket, desk, roles: by.roles, shown: await shownOf(unit, desk, ticket, insiders), insiders }
}

/** Agents with their names: those we have met are known, the others are asked for; guests and bots are left out. */
async function named({ store, platforms }: Asked, addresses: readonly PersonAddress[]): Promise<Listed[]> {
  const known = await store.transaction(async (unit) => {
    const people = new Map<string, string>()
    for (const address of addresses) {
      const person = await unit.people.at(address)
      if (person) people.set(address.id, person.name)
    }
    return people
  })
  const all = await Promise.all(
    addresses.map(async (address) => {
      const name = known.get(address.id)
      if (name !== undefined) return [{ id: address.id, name }]
      const profile = await platforms
        .get(address.platform)
        ?.profile(address)
        .catch(() => undefined)
      return profile?.kind === 'member' ? [{ id: address.id, name: profile.name }] : []
    }),
  )
  return all.flat()
}

async function errorsIn(
  asker: Parameters<typeof personKnownBy>[0],
  desk: Desk,
  answers: Answers,
  language: string,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {}
  const changed = changedIn(asker.world.ids, answers)
  const other = [changed.get('requester-other') ?? ''].flat().join().trim()
  if (other !== '' && !(await personKnownBy(asker, other))) {
    errors['requester-other'] = line('error-no-such-requester', {}, language)
  }
  Object.assign(errors, await errorsInRelations(asker, changed, language))
  if (valueIn(answers, 'subject').length > SUBJECT_MAX) {
    const subject = Object.keys(answers).find((id) => id.startsWith('subject-')) ?? 'subject'
    errors[subject] = line('error-too-long', { max: SUBJECT_MAX }, language)
  }
  if (!changed.has('snooze-date') && !changed.has('snooze-time')) return errors
  const until = snoozeUntil(answers, desk.zone)
  if (until === 'no-date') errors['snooze-date'] = line('error-snooze-date', {}, language)
  else if (until === 'no-time') errors['snooze-time'] = line('error-not-a-time', {}, language)
  else if (until !== 'none' && until <= asker.unit.now) {
    errors['snooze-date'] = line('error-time-is-past', {}, language)
  }
  return errors
}

async function errorsInRelations(
  { unit, world, standing }: Parameters<typeof personKnownBy>[0],
  changed: ReturnType<typeof changedIn>,
  language: string,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {}
  const tags = [changed.get('tags') ?? ''].flat().join(' ')
  const wrong = tags.split(/[\s,]+/).find((word) => word !== '' && tagOf(word) === undefined)
  if (wrong !== undefined) {
    errors.tags = line('error-not-a-tag', { word: wrong.slice(0, TAG_MAX), max: TAG_MAX }, language)
  }
  const key = [changed.get('link-to') ?? ''].flat().join().trim()
  if (key === '') return errors
  const other = await unit.tickets.byKey(key)
  const desk = other && world.desks.find(({ desk: id }) => id === other.deskId)
  const person = await unit.people.at(standing.address)
  const by = desk && actorOf(desk, person ?? { id: '', name: standing.name }, standing)
  if (!other || !desk || !by || !isAgentOf(desk, standing) || !mayEnter(other, desk, by)) {
    errors['link-to'] = line('error-no-such-ticket', { key: key.slice(0, 20) }, language)
  }
  return errors
}
