import { buttonFor } from '../../acts/buttons.ts'
import { addressOf, deskById } from '../../acts/world.ts'
import type { Commanded, Pressed } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { languageFor, mayDo } from '../../domain/desk/questions.ts'
import { domainOf } from '../../domain/organisation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Content, say } from '../../ports/content.ts'
import { type Owed, ranks } from '../../ports/store.ts'
import { refuseBlocked } from '../admit.ts'
import { deskAt } from '../desk-of.ts'
import { answer, type Hearing } from '../hearing.ts'
import { ownChatOf } from '../open-for.ts'
import { actorOf, isAgentOf } from '../standing.ts'
import { deskNameFor } from './enter.ts'

/** How often somebody may name another address: agents are asked each time. */
const CLAIM_EVERY_MS = 60_000

/**
 * "My address at work is …": anybody can say so, therefore it makes nobody belong anywhere. Agents are asked in the
 * triage channel, for the desk has no e-mail of its own yet to send a confirmation by.
 */
export async function claimEmail(hearing: Hearing<Commanded>, email: string): Promise<string> {
  const { unit, world, person } = hearing
  const domain = domainOf(email)
  if (domain === undefined) return answer(hearing, say('error-not-an-email', {}), 'not-an-email')
  const desk = await deskMeant(hearing)
  if (!desk) return answer(hearing, say('email-not-needed', {}), 'email-not-needed')
  await refuseBlocked(hearing, desk.desk)
  const now = await unit.organisations.of(person.id, desk.desk)
  if (now) return answer(hearing, say('organisation-is-yours', { organisation: now.name }), 'member-already')
  const to = addressOf(world, desk.triage)
  if (!to) throw new Refusal('no-such-desk', { desk: desk.desk })
  if (!(await hearing.once(`claim:${person.id}`, CLAIM_EVERY_MS))) {
    return answer(hearing, say('email-claimed-just-now', {}), 'claimed-just-now')
  }
  const claim = { id: world.ids.uuid(), deskId: desk.desk, personId: person.id, email, asked: world.ids.uuid() }
  await unit.organisations.claim(claim)
  const rule = await unit.organisations.ruleAt({ deskId: desk.desk, kind: 'domain', value: domain })
  const organisation = rule && (await unit.organisations.byId(rule.organisationId))
  const confirm = buttonFor(world.ids, { act: 'confirm-email', argument: claim.id })
  const decline = buttonFor(world.ids, { act: 'decline-email', argument: claim.id })
  await unit.buttons.keep([confirm, decline])
  const content: Content = {
    language: languageFor(desk, undefined),
    body: [
      say('email-claimed', { name: person.name, email }),
      organisation
        ? say('email-claimed-of', { domain, organisation: organisation.name })
        : say('email-claimed-unknown', { domain }),
    ],
    choices: [
      [
        { kind: 'button', id: confirm.id, label: say('button-confirm-email', {}), tone: 'primary' },
        { kind: 'button', id: decline.id, label: say('button-decline-email', {}) },
      ],
    ],
    internal: 'said',
  }
  const asked: Owed = {
    id: claim.asked,
    ticketId: null,
    to,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content,
  }
  await unit.deliveries.owe([asked])
  return answer(hearing, say('email-claimed-told', { email }), 'email-claimed')
}

/** The desk of the place, if it asks where people belong; else where they wait, else the only one that asks. */
async function deskMeant({ unit, world, person, inbound }: Hearing<Commanded>): Promise<Desk | undefined> {
  const asking = world.desks.filter(({ organisations }) => organisations.required || organisations.seeAll)
  const here = deskAt(world, inbound.at)
  if (here && asking.includes(here)) return here
  const waits = await unit.organisations.waitsAt(person.id)
  const waiting = asking.find(({ desk }) => desk === waits)
  const [only, another] = asking
  return waiting ?? (another ? undefined : only)
}

/** An agent's word on it: in, or not. What they wrote meanwhile becomes their tickets. */
export async function decideClaim(
  hearing: Hearing<Pressed>,
  act: 'confirm-email' | 'decline-email',
  claimId: string,
): Promise<string> {
  const { unit, world, person, standing } = hearing
  const claim = await unit.organisations.claimById(claimId)
  if (!claim) throw new Refusal('button-is-stale')
  const desk = deskById(world, claim.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  if (!mayDo(desk, actorOf(desk, person, standing).roles, 'organisation')) throw new Refusal('not-allowed')
  if (claim.decided) throw new Refusal('claim-is-decided')
  const domain = domainOf(claim.email) ?? ''
  const rule = await unit.organisations.ruleAt({ deskId: desk.desk, kind: 'domain', value: domain })
  const organisation = rule && (await unit.organisations.byId(rule.organisationId))
  if (act === 'confirm-email' && !organisation) throw new Refusal('domain-is-unknown', { domain })
  const claimant = (await unit.people.byIds([claim.personId])).get(claim.personId)
  if (!claimant) throw new Refusal('button-is-stale')
  await unit.organisations.decideClaim(claim.id)
  const confirmed = act === 'confirm-email' ? organisation : undefined
  if (confirmed) {
    await unit.organisations.join(claimant.id, {
      deskId: desk.desk,
      organisationId: confirmed.id,
      via: 'confirmed-email',
      value: domain,
    })
  }
  const facts = { name: claimant.name, email: claim.email, by: person.name }
  const shown = confirmed
    ? say('email-confirmed', { ...facts, organisation: confirmed.name })
    : say('email-declined', facts)
  const deskName = deskNameFor(hearing, desk.desk, claimant.language)
  const told = confirmed
    ? say('organisation-joined', { organisation: confirmed.name, desk: deskName })
    : say('email-declined-told', { email: claim.email })
  const to = addressOf(world, desk.triage)
  const bare = { ticketId: null, class: 'must-arrive', rank: ranks.words } as const
  const owed: Owed[] = [
    {
      ...bare,
      id: world.ids.uuid(),
      to: await ownChatOf(hearing, claimant),
      act: 'post',
      content: { language: languageFor(desk, claimant.language), body: [told] },
    },
  ]
  if (to) {
    const content = { language: languageFor(desk, undefined), body: [shown] }
    owed.push({ ...bare, id: world.ids.uuid(), to, act: 'edit', of: claim.asked, content })
  }
  await unit.deliveries.owe(owed)
  return confirmed ? 'email-confirmed' : 'email-declined'
}
