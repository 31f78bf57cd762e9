import { lookForStrangers } from '../acts/shared-channels.ts'
import type { World } from '../acts/world.ts'
import type { Adapter, Inbound, PersonAddress } from '../adapter.ts'
import { TOLD_EVERY_MS } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { say } from '../ports/content.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Platforms } from '../ports/platforms.ts'
import { type Ahead, type InboxRow, NotYet, type Store, type Unit } from '../ports/store.ts'
import { admitTicket, isToldAlready, OverLimit } from './admit.ts'
import { albumOf, joinAlbum } from './album.ts'
import { withApology } from './apology.ts'
import { onCommanded } from './command.ts'
import { type EarlierAsked, earlierAsked } from './earlier.ts'
import { type Hearing, whisper } from './hearing.ts'
import { onLeft } from './leave.ts'
import { mentionsIn, named } from './name-mentions.ts'
import { howToGetIn, NoOrganisation } from './organisation/required.ts'
import { settleOrganisations } from './organisation/settle.ts'
import { onPressed } from './press.ts'
import { onRaised } from './raise.ts'
import { onReacted, withSource } from './react.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { onDeleted, onEdited } from './revise.ts'
import { onSaid } from './say.ts'
import { type Standing, standingOf } from './standing.ts'
import { failStep, onStep } from './step.ts'
import { onSubmitted } from './submit.ts'
import { onTopicTurned } from './turn-topic.ts'

export interface Handling {
  store: Store
  world: World
  platforms: Platforms
}

/** What `handleRow` says of a row that another replica has, or that is not the first of its conversation any more. */
export const HELD_ELSEWHERE = 'held-elsewhere'

/**
 * One inbox row, from the platform's body to everything it changes and owes, in one transaction together with the row
 * itself: after a kill it has happened or it has not. Throws what is not a refusal; the row then comes again.
 */
export async function handleRow(handling: Handling, row: InboxRow): Promise<string> {
  const { adapter, inbounds } = readRow(handling, row)
  const album = albumOf(inbounds)
  const prepared = await Promise.all(inbounds.map((inbound) => prepare(handling, inbound, row)))
  try {
    return await inOneTransaction(handling, row, prepared, async (unit) => {
      waitForName(unit, row, prepared)
      const outcomes: string[] = []
      const rest =
        album === undefined ? [] : (await unit.inbox.takeAlbum(row, album)).flatMap((body) => adapter.read(body))
      for (const one of prepared) outcomes.push(await act(unit, withRest(one, rest)))
      return outcomes.join(' ') || 'not-ours'
    })
  } catch (error) {
    if (error instanceof NoOrganisation) return waitForOrganisation(handling, row, prepared, error)
    if (error instanceof OverLimit) return waitForRoom(handling, row, prepared, error)
    if (!(error instanceof Refusal)) throw error
    return inOneTransaction(handling, row, prepared, (unit) => tellRefusal(unit, prepared, error))
  }
}

function readRow({ platforms }: Handling, row: InboxRow): { adapter: Adapter; inbounds: Inbound[] } {
  const adapter = platforms.get(row.platform)
  if (!adapter) throw new Error(`no adapter for ${row.platform}`)
  return {
    adapter,
    inbounds: readOnce(adapter, row).map((inbound) => ({ ...inbound, occurredAt: timeOf(inbound, row) })),
  }
}

/** What rows mean, while they are in hand: one of a megabyte takes the whole process 30 ms to read, and is asked about twice. */
const meanings = new WeakMap<InboxRow, readonly Inbound[]>()

function readOnce(adapter: Adapter, row: InboxRow): readonly Inbound[] {
  const known = meanings.get(row)
  if (known) return known
  const meaning = adapter.read(row.body)
  meanings.set(row, meaning)
  return meaning
}

/**
 * Rows of different conversations, heard side by side in one transaction: words cost the database a fraction of what
 * they do one by one. Returns what became of each. Rejects where one of them meets anything but an ordinary end, a rule
 * that refuses included: nothing has happened then, and each is to be heard by itself.
 */
export async function handleTogether(handling: Handling, rows: readonly InboxRow[]): Promise<string[]> {
  const prepared = await Promise.all(
    rows.map(async (row) => {
      const { inbounds } = readRow(handling, row)
      return { row, all: await Promise.all(inbounds.map((inbound) => prepare(handling, inbound, row))) }
    }),
  )
  const works = prepared.map(({ row, all }) => (unit: Unit) => {
    return whileHeld(unit, row, async () => {
      waitForName(unit, row, all)
      const said: string[] = []
      for (const one of all) said.push(await act(unit, one))
      return said.join(' ') || 'not-ours'
    })
  })
  return handling.store.together(
    works,
    aheadOf(
      rows,
      prepared.flatMap(({ all }) => all),
    ),
  )
}

/** Words for the first time, that are no part of an album: what most rows are, and what hardly ever fails. */
export function isPlainWords({ platforms }: Handling, row: InboxRow): boolean {
  if (row.tries > 0) return false
  try {
    const adapter = platforms.get(row.platform)
    const inbounds = adapter ? readOnce(adapter, row) : []
    return inbounds.every((inbound) => inbound.does === 'say' && inbound.album === undefined)
  } catch {
    return false // by itself it fails loudly
  }
}

/** So long words wait until it is known who said them; after that they are a stranger's, and agents see them as such. */
const UNSURE_MS = 3_600_000

/**
 * Words of somebody whom their platform cannot name now may be an agent's answer: as a stranger's they would never
 * reach the requester. In a chat of their own nobody is heard as an agent; a press can be done again.
 */
function waitForName({ now }: Unit, row: InboxRow, prepared: readonly Prepared[]): void {
  if (now.getTime() - row.receivedAt.getTime() >= UNSURE_MS) return
  for (const { inbound, standing } of prepared) {
    const words = inbound.does === 'submit' || inbound.does === 'edit' || (inbound.does === 'say' && !inbound.direct)
    if (words && standing?.unsure) throw new NotYet('who said it', 2_000)
  }
}

/** The other parts of an album, which are there by now: their rows waited for each other. */
function withRest(prepared: Prepared, rest: readonly Inbound[]): Prepared {
  const { inbound } = prepared
  return inbound.does === 'say' && rest.length > 0 ? { ...prepared, inbound: joinAlbum(inbound, rest) } : prepared
}

/** What must be asked of a platform before the transaction begins. */
interface Prepared {
  handling: Handling
  inbound: Inbound
  standing: Standing | undefined
  others: Map<string, Standing>
  link: string | undefined
  earlier: EarlierAsked | undefined
  tries: number
  /** The inbox row's id, and when it came, by the desk's clock. */
  row: string
  receivedAt: Date
}

/** What had to wait until its person was let in counts as said then: nothing was promised before. */
function timeOf({ untimed, occurredAt }: Inbound, { receivedAt, admittedAt }: InboxRow): Date {
  if (admittedAt) return admittedAt
  if (!untimed) return occurredAt
  return untimed === true ? receivedAt : new Date(Math.floor(receivedAt.getTime() / 1000) * 1000)
}

async function prepare(handling: Handling, read: Inbound, row: InboxRow): Promise<Prepared> {
  const { platforms, world, store } = handling
  // Asked at once: until we know, what is internal would be said before strangers.
  if (read.does === 'share') await lookForStrangers(store, world, platforms)
  const inbound = await withSource(platforms, world.desks, read)
  const about = (who: PersonAddress) => standingOf(platforms, world.desks, who, world.log)
  const source = 'source' in inbound ? inbound.source : undefined
  const earlier = await earlierAsked(handling, inbound)
  const said = earlier && 'messages' in earlier ? earlier.messages : []
  const ids = new Set('text' in inbound ? mentionsIn(inbound.text) : source ? mentionsIn(source.text) : [])
  if (inbound.does === 'press' && inbound.chosen !== undefined) ids.add(inbound.chosen)
  if (source?.author) ids.add(source.author.id)
  if (inbound.does === 'submit') {
    for (const id of [...(await authorsHeld(handling, inbound.ref.id)), ...(inbound.people ?? [])]) ids.add(id)
    for (const id of [inbound.answers['private-to'] ?? []].flat()) ids.add(id)
  }
  if (inbound.does === 'command') for (const id of inbound.people ?? []) ids.add(id)
  const { platform, account } = inbound.at
  const others = new Map<string, Standing>()
  for (const { author } of said) if (author && !others.has(author.id)) others.set(author.id, await about(author))
  for (const id of said.flatMap(({ text }) => mentionsIn(text))) ids.add(id)
  for (const id of [...ids].slice(0, MOST_OTHERS)) others.set(id, await about({ platform, account, id }))
  const pointed =
    source ?? (inbound.does === 'say' && inbound.toUs ? { ...inbound.at, message: inbound.message } : undefined)
  const link =
    pointed &&
    (await platforms
      .get(platform)
      ?.permalink(pointed.chat, pointed.message)
      .catch(() => undefined))
  return {
    handling,
    inbound: named(inbound, others),
    standing: inbound.who && (await about(inbound.who)),
    others,
    link,
    earlier,
    tries: row.tries,
    row: row.id,
    receivedAt: row.receivedAt,
  }
}

/** Mentions beyond these keep the platform's id for a name: nobody's message makes us ask without end. */
const MOST_OTHERS = 20

async function authorsHeld({ store }: Handling, draftId: string): Promise<string[]> {
  const draft = await store.transaction((unit) => unit.drafts.byId(draftId)).catch(() => undefined)
  return draft?.body.messages.flatMap(({ author }) => (author === undefined ? [] : [author])) ?? []
}

async function inOneTransaction(
  handling: Handling,
  row: InboxRow,
  prepared: readonly Prepared[],
  work: (unit: Unit) => Promise<string>,
): Promise<string> {
  return handling.store.transaction((unit) => whileHeld(unit, row, () => work(unit)), aheadOf([row], prepared))
}

/** What became of the row is written with what was done. */
async function whileHeld(unit: Unit, row: InboxRow, work: () => Promise<string>): Promise<string> {
  if (!(await unit.inbox.hold(row.id))) return HELD_ELSEWHERE
  const outcome = await work()
  await unit.inbox.done(row.id, outcome)
  failpoint('in-handle-before-commit')
  return outcome
}

/** Whatever it is, the row is held, whoever did it is met, and words are looked for in the thread they were said in. */
function aheadOf(rows: readonly InboxRow[], prepared: readonly Prepared[]): Ahead {
  return {
    rows: rows.map(({ id }) => id),
    people: prepared.flatMap(({ inbound, standing }) =>
      standing && inbound.does !== 'share' && inbound.does !== 'delete' ? [standing.address] : [],
    ),
    places: prepared.flatMap(({ inbound }) => (inbound.does === 'say' ? [inbound.at] : [])),
  }
}

async function act(unit: Unit, prepared: Prepared): Promise<string> {
  const { inbound, handling } = prepared
  if (inbound.does === 'share') return 'looked'
  if (inbound.does === 'delete') return onDeleted({ unit, world: handling.world, inbound, tries: prepared.tries })
  const hearing = await hearingOf(unit, prepared, inbound)
  switch (inbound.does) {
    case 'say':
      return withApology({ ...hearing, inbound }, prepared.receivedAt, await onSaid({ ...hearing, inbound }))
    case 'edit':
      return onEdited({ ...hearing, inbound })
    case 'press':
      return onPressed({ ...hearing, inbound })
    case 'submit':
      return onSubmitted({ ...hearing, inbound })
    case 'command':
      return onCommanded({ ...hearing, inbound })
    case 'raise':
      return onRaised({ ...hearing, inbound })
    case 'react':
      return onReacted({ ...hearing, inbound })
    case 'step':
      return onStep({ ...hearing, inbound })
    case 'turn-topic':
      return onTopicTurned({ ...hearing, inbound })
    case 'leave':
      return onLeft({ ...hearing, inbound })
    case 'reach':
      await unit.people.setReachable(hearing.standing.address, inbound.reachable)
      return inbound.reachable ? 'reachable' : 'unreachable'
    default:
      return inbound satisfies never
  }
}

async function hearingOf(unit: Unit, prepared: Prepared, inbound: Inbound): Promise<Hearing> {
  const { handling, standing, others, link, earlier, tries } = prepared
  if (!standing) throw new Error('nobody did this')
  const person = await unit.people.meet(standing.address, standing)
  await settleOrganisations({ unit, world: handling.world }, person, standing, inbound.at.chat)
  const nextNumber = async (deskId: string): Promise<number> => {
    await admitTicket({ unit, world: handling.world, person, standing }, deskId)
    return handling.store.nextNumber(deskId)
  }
  const once = (name: string, forMs: number) => handling.store.leases.hold(name, prepared.row, forMs)
  const startLink = (parameter: string) => handling.platforms.get('telegram')?.startLink(parameter)
  const { world } = handling
  return { unit, world, inbound, person, standing, others, nextNumber, once, startLink, link, earlier, tries }
}

/**
 * They belong to no organisation of a desk that demands one: nothing of it is lost, and they are told how to get in; of
 * messages once, for more of them come. A workflow cannot wait: its step fails with the reason.
 */
async function waitForOrganisation(
  handling: Handling,
  row: InboxRow,
  prepared: readonly Prepared[],
  { deskId }: NoOrganisation,
): Promise<string> {
  return inOneTransaction(handling, row, prepared, async (unit) => {
    const [first] = prepared
    if (!first?.standing) return 'no-organisation'
    const { inbound } = first
    const hearing = await hearingOf(unit, first, inbound)
    const how = howToGetIn(handling.world, deskId, hearing.person, inbound)
    if (inbound.does === 'step') {
      await unit.deliveries.owe([failStep({ ...hearing, inbound }, how)])
      return 'refused:no-organisation'
    }
    await unit.inbox.waitForOrganisation(row.id, hearing.person.id, deskId)
    const again = inbound.does === 'say' || inbound.does === 'react'
    const told = row.admittedAt !== null || (again && !(await hearing.once(`gate:${hearing.person.id}`, GATE_TOLD_MS)))
    if (!told) await unit.deliveries.owe([whisper(hearing, [how, say('organisation-kept', {})])])
    return 'waits-for-organisation'
  })
}

/** How often somebody who writes and writes is told how to get in. */
const GATE_TOLD_MS = 3_600_000

/**
 * Too much at once: the row, and with it its conversation, waits until there is room and is heard then. Whoever it is
 * is told so, politely and once.
 */
async function waitForRoom(
  handling: Handling,
  row: InboxRow,
  [first]: readonly Prepared[],
  { until }: OverLimit,
): Promise<string> {
  return handling.store.transaction(async (unit) => {
    if (!(await unit.inbox.hold(row.id))) return HELD_ELSEWHERE
    await unit.inbox.postpone(row.id, until)
    if (!first?.standing) return 'over-limit'
    const hearing = await hearingOf(unit, first, first.inbound)
    const toldAt = await unit.counts.toldAt(hearing.person.id)
    if (toldAt && unit.now.getTime() - toldAt.getTime() < TOLD_EVERY_MS) return 'over-limit'
    await unit.counts.told(hearing.person.id)
    const minutes = Math.ceil((until.getTime() - unit.now.getTime()) / 60_000)
    await unit.deliveries.owe([whisper(hearing, [say('limit-kept', { minutes })])])
    return 'over-limit'
  })
}

/** A rule said no: nothing has changed, and whoever asked is told why, in their language. */
async function tellRefusal(unit: Unit, prepared: readonly Prepared[], refusal: Refusal): Promise<string> {
  const [first] = prepared
  if (first?.standing) {
    const hearing = await hearingOf(unit, first, first.inbound)
    const why = refusalSentence(refusal)
    const { inbound } = first
    const desk = refusal.reason === 'requester-is-blocked' ? refusal.facts.desk : undefined
    if (desk !== undefined && (await isToldAlready(unit, hearing.person, inbound, desk))) return 'kept'
    const told = inbound.does === 'step' ? failStep({ ...hearing, inbound }, why) : whisper(hearing, [why])
    await unit.deliveries.owe([told])
  }
  return `refused:${refusal.reason}`
}
