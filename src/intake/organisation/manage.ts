import { deskById } from '../../acts/world.ts'
import type { Commanded } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { mayDo } from '../../domain/desk/questions.ts'
import { localDateAndTime } from '../../domain/local-time.ts'
import {
  isLiveInvitation,
  NAME_MAX,
  type Organisation,
  planOf,
  type Rule,
  type RuleKind,
  usualInvitation,
} from '../../domain/organisation.ts'
import type { Person } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { calmWords } from '../../domain/text/calm.ts'
import { type Day, type Sentence, say } from '../../ports/content.ts'
import { idOfContent } from '../../ports/ids.ts'
import { deskAt } from '../desk-of.ts'
import { answer, type Hearing } from '../hearing.ts'
import { requesterOf } from '../open-for.ts'
import { actorOf, isAgentOf } from '../standing.ts'
import { whisperList } from '../whisper-list.ts'
import { type Order, orderOf } from './order.ts'
import { ruleOf } from './rule.ts'

/** `/desk org …`: which customers there are, what is promised to them and who belongs to them. For agents with that leave. */
export async function manage(hearing: Hearing<Commanded>, words: string): Promise<string> {
  const desk = deskMeant(hearing)
  const order = orderOf(words, Object.keys(desk.plans))
  switch (order.do) {
    case 'list':
      return list(hearing, desk)
    case 'who':
      return who(hearing, await found(hearing, desk, order.name))
    case 'add':
      return add(hearing, desk, order)
    case 'plan':
      return setPlan(hearing, desk, order)
    case 'rule':
      return addRule(hearing, desk, order)
    case 'remove-rule':
      return removeRule(hearing, desk, order)
    case 'person':
      return addPerson(hearing, await found(hearing, desk, order.name), order.whom)
    case 'remove-person':
      return removePerson(hearing, desk, order.whom)
    case 'invite':
      return invite(hearing, await found(hearing, desk, order.name), order)
    case 'revoke': {
      const { id, name } = await found(hearing, desk, order.name)
      const count = await hearing.unit.organisations.revoke(id)
      return answer(hearing, say('organisation-revoked', { organisation: name, count }), 'revoked')
    }
    case 'remove': {
      const { id, name } = await found(hearing, desk, order.name)
      await hearing.unit.organisations.remove(id)
      return answer(hearing, say('organisation-removed', { organisation: name }), 'organisation-removed')
    }
    case 'how':
      return answer(hearing, say('organisation-how', {}), 'organisation-how')
    default:
      return order satisfies never
  }
}

/** The desk of the place it is said in, else the only one they may do this at. */
function deskMeant({ world, inbound, person, standing }: Hearing<Commanded>): Desk {
  const agents = world.desks.filter((desk) => isAgentOf(desk, standing))
  if (agents.length === 0) throw new Refusal('not-an-agent')
  const may = agents.filter((desk) => mayDo(desk, actorOf(desk, person, standing).roles, 'organisation'))
  const here = deskAt(world, inbound.at)
  const [only, another] = here && agents.includes(here) ? may.filter((desk) => desk === here) : may
  if (!only) throw new Refusal('not-allowed')
  if (another) throw new Refusal('no-such-desk', { desk: '' })
  return only
}

async function found({ unit }: Hearing, { desk }: Desk, name: string): Promise<Organisation> {
  const organisation = await unit.organisations.named(desk, name)
  if (organisation) return organisation
  const all = (await unit.organisations.all(desk)).map((one) => one.name).slice(0, 20)
  throw new Refusal('no-such-organisation', { organisation: name, allowed: all.join(', ') || '–' })
}

async function list(hearing: Hearing, desk: Desk): Promise<string> {
  const all = await hearing.unit.organisations.all(desk.desk)
  if (all.length === 0) return answer(hearing, say('organisations-none', {}), 'organisations-listed')
  const lines: Sentence[] = []
  for (const organisation of all.slice(0, 60)) {
    const count = (await hearing.unit.organisations.members(organisation.id)).length
    lines.push(say('organisation-line', { organisation: organisation.name, plan: planOf(desk, organisation), count }))
  }
  await hearing.unit.deliveries.owe(whisperList(hearing, [say('organisations-head', { count: all.length }), ...lines]))
  return 'organisations-listed'
}

async function who(hearing: Hearing, organisation: Organisation): Promise<string> {
  const { unit } = hearing
  const members = await unit.organisations.members(organisation.id)
  const people = await unit.people.byIds(members.map(({ personId }) => personId))
  const rules = (await unit.organisations.rules(organisation.deskId)).filter(
    (rule) => rule.organisationId === organisation.id,
  )
  const invitations = (await unit.organisations.invitations(organisation.id)).filter((one) =>
    isLiveInvitation(one, unit.now),
  )
  const lines = [
    say('organisation-people', { organisation: organisation.name, count: members.length }),
    ...members.slice(0, 50).map(({ personId, via }) => {
      return say('organisation-person', { name: people.get(personId)?.name ?? '', via })
    }),
    ...rules.slice(0, 50).map(({ kind, value }) => say('organisation-rule', { kind, value })),
    ...invitations.slice(0, 20).map(({ uses, mostUses, expiresAt }) => {
      return say('organisation-invitation', {
        uses,
        people: mostUses,
        until: lastDay(hearing, organisation, expiresAt),
      })
    }),
  ]
  await unit.deliveries.owe(whisperList(hearing, lines))
  return 'organisation-shown'
}

async function add(hearing: Hearing, desk: Desk, order: Extract<Order, { do: 'add' }>): Promise<string> {
  const { unit, world } = hearing
  const name = calmWords(order.name).replaceAll(/\s+/g, ' ').trim().slice(0, NAME_MAX)
  if (await unit.organisations.named(desk.desk, name))
    throw new Refusal('organisation-is-there', { organisation: name })
  await unit.organisations.add({ id: world.ids.uuid(), deskId: desk.desk, name, plan: order.plan ?? null })
  const plan = order.plan ?? desk.defaultPlan
  return answer(hearing, say('organisation-added', { organisation: name, plan }), 'organisation-added')
}

/** Tickets that are there keep what was promised on them (sla.md S18), and it is said so. */
async function setPlan(hearing: Hearing, desk: Desk, order: Extract<Order, { do: 'plan' }>): Promise<string> {
  const { id, name } = await found(hearing, desk, order.name)
  if (!Object.hasOwn(desk.plans, order.plan)) throw new Refusal('no-such-plan', { plan: order.plan })
  await hearing.unit.organisations.setPlan(id, order.plan)
  return answer(hearing, say('organisation-plan', { organisation: name, plan: order.plan }), 'organisation-plan-set')
}

async function addRule(
  hearing: Hearing<Commanded>,
  desk: Desk,
  order: { kind: RuleKind; name: string; value: string },
): Promise<string> {
  const { unit } = hearing
  const organisation = await found(hearing, desk, order.name)
  const { kind } = order
  const value = ruleOf(kind, meant(hearing, order))
  const there = await unit.organisations.ruleAt({ deskId: desk.desk, kind, value })
  const facts = { organisation: organisation.name, kind, value }
  if (there?.organisationId === organisation.id)
    return answer(hearing, say('organisation-rule-added', facts), 'same-rule')
  if (there) {
    const other = await unit.organisations.byId(there.organisationId)
    throw new Refusal('rule-is-taken', { kind, value, organisation: other?.name ?? '' })
  }
  await unit.organisations.addRule({ deskId: desk.desk, organisationId: organisation.id, kind, value })
  return answer(hearing, say('organisation-rule-added', facts), 'rule-added')
}

async function removeRule(
  hearing: Hearing<Commanded>,
  desk: Desk,
  order: { kind: RuleKind; value: string },
): Promise<string> {
  const { unit } = hearing
  const { kind } = order
  const value = ruleOf(kind, meant(hearing, order))
  const rule: Rule | undefined = await unit.organisations.ruleAt({ deskId: desk.desk, kind, value })
  if (!rule) return answer(hearing, say('organisation-no-rule', { value }), 'no-rule')
  await unit.organisations.removeRule(rule)
  return answer(hearing, say('organisation-rule-removed', { value }), 'rule-removed')
}

/** `here`, and `#names` Slack has told the id of, are the channel's id. */
function meant({ inbound }: Hearing<Commanded>, { kind, value }: { kind: RuleKind; value: string }): string {
  if (kind !== 'channel') return value
  if (value.toLowerCase() === 'here') return inbound.at.chat
  return value.startsWith('#') ? (inbound.channels?.[0] ?? value) : value
}

/** Whom an agent means, by a mention, the key of a ticket of theirs, or a Telegram id. */
async function person(hearing: Hearing<Commanded>, whom: string): Promise<Person> {
  return requesterOf(hearing, whom.startsWith('@') ? (hearing.inbound.people?.[0] ?? whom) : whom)
}

async function addPerson(hearing: Hearing<Commanded>, organisation: Organisation, whom: string): Promise<string> {
  const { id, name } = await person(hearing, whom)
  const { deskId } = organisation
  await hearing.unit.organisations.join(id, { deskId, organisationId: organisation.id, via: 'agent', value: null })
  return answer(hearing, say('organisation-has', { name, organisation: organisation.name }), 'person-added')
}

async function removePerson(hearing: Hearing<Commanded>, { desk }: Desk, whom: string): Promise<string> {
  const { id, name } = await person(hearing, whom)
  const was = await hearing.unit.organisations.leave(id, desk)
  return answer(
    hearing,
    was ? say('organisation-lost', { name }) : say('organisation-lost-none', { name }),
    'person-out',
  )
}

async function invite(
  hearing: Hearing,
  organisation: Organisation,
  order: { days: number | undefined; people: number | undefined },
): Promise<string> {
  const { unit, world } = hearing
  const { ids } = world
  const code = ids.code()
  const link = hearing.startLink(`${INVITATION}${code}`)
  if (link === undefined) throw new Refusal('no-invitations')
  const days = Math.min(Math.max(order.days ?? usualInvitation.days, 1), usualInvitation.mostDays)
  const people = Math.min(Math.max(order.people ?? usualInvitation.people, 1), usualInvitation.mostPeople)
  const expiresAt = new Date(unit.now.getTime() + days * 86_400_000)
  await unit.organisations.invite(
    { id: ids.uuid(), organisationId: organisation.id, expiresAt, mostUses: people },
    { hash: hashOf(code), by: hearing.person.id },
  )
  const until = lastDay(hearing, organisation, expiresAt)
  return answer(
    hearing,
    say('organisation-invite', { organisation: organisation.name, link, people, until }),
    'invited',
  )
}

/** The day of the desk on which an invitation ends. */
function lastDay({ world }: Hearing, { deskId }: Organisation, expiresAt: Date): Day {
  return { day: localDateAndTime(expiresAt, deskById(world, deskId).zone).date }
}

/** How a start parameter that is an invitation begins: no desk is called so. */
export const INVITATION = 'org_'

/** What is kept of a code. It has 192 random bits, so nothing is gained by a slow hash, nor by a secret. */
export function hashOf(code: string): string {
  return idOfContent(['invitation', code])
}
