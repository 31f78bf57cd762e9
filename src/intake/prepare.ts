import { lookForStrangers } from '../acts/shared-channels.ts'
import type { World } from '../acts/world.ts'
import type { Adapter, Inbound, PersonAddress, Pressed } from '../adapter.ts'
import type { InboxRow } from '../ports/inbox.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import { joinAlbum } from './album.ts'
import { mayBeGiven } from './assign.ts'
import { type EarlierAsked, earlierAsked } from './earlier.ts'
import { insidersOf } from './edit/shown.ts'
import { mentionsIn, named } from './name-mentions.ts'
import { withSource } from './react.ts'
import { type Standing, standingOf } from './standing.ts'

export interface Handling {
  store: Store
  world: World
  platforms: Platforms
}

/** What must be asked of a platform before the transaction begins. */
export interface Prepared {
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

/** A row in hand: what people did by it, and what their platform knows of them. */
export interface PreparedRow {
  row: InboxRow
  adapter: Adapter
  acts: readonly Prepared[]
}

/**
 * Everything that is to be asked of platforms about a row: nobody is asked while its transaction runs. Throws what the
 * adapter does of a body it does not know.
 */
export async function prepareRow(handling: Handling, row: InboxRow): Promise<PreparedRow> {
  const adapter = handling.platforms.get(row.platform)
  if (!adapter) throw new Error(`no adapter for ${row.platform}`)
  const acts = adapter.read(row.body).map((inbound) => ({ ...inbound, occurredAt: timeOf(inbound, row) }))
  return { row, adapter, acts: await Promise.all(acts.map((inbound) => prepare(handling, inbound, row))) }
}

async function prepare(handling: Handling, read: Inbound, row: InboxRow): Promise<Prepared> {
  const { platforms, world, store } = handling
  // Asked at once: until we know, what is internal would be said before strangers.
  if (read.does === 'share') await lookForStrangers(store, world, platforms)
  const inbound = await withSource(handling, read, row)
  const about = (who: PersonAddress) => standingOf(platforms, world.desks, who, world.log)
  const source = 'source' in inbound ? inbound.source : undefined
  const earlier = await earlierAsked(handling, inbound)
  const said = earlier && 'messages' in earlier ? earlier.messages : []
  const ids = new Set('text' in inbound ? mentionsIn(inbound.text) : source ? mentionsIn(source.text) : [])
  if (inbound.does === 'press') for (const id of await chosenBy(handling, inbound)) ids.add(id)
  if (source?.author) ids.add(source.author.id)
  if (inbound.does === 'submit') {
    for (const id of [...(await authorsHeld(handling, inbound.ref.id)), ...(inbound.people ?? [])]) ids.add(id)
    for (const id of [inbound.answers['private-to'] ?? []].flat()) ids.add(id)
    // Who moves a ticket to another desk need not have seen with whom it is shared.
    if (inbound.answers.desk !== undefined) for (const id of await insidersBehind(handling, inbound.ref.id)) ids.add(id)
  }
  if (inbound.does === 'command') {
    for (const id of [...(inbound.people ?? []), ...(await mayBeGiven(handling, inbound))]) ids.add(id)
  }
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

/** Who is chosen by a press: in a list, or by a button of their own. */
async function chosenBy({ store }: Handling, { chosen, button }: Pressed): Promise<string[]> {
  if (chosen !== undefined) return [chosen]
  const pressed = await store.transaction((unit) => unit.buttons.byId(button)).catch(() => undefined)
  return pressed?.act === 'assign' && pressed.argument !== null ? [pressed.argument] : []
}

/** With whom alone the ticket is shared whose button opened this form, by their platform ids. */
function insidersBehind({ store }: Handling, buttonId: string): Promise<string[]> {
  const insiders = store.transaction(async (unit) => {
    const button = await unit.buttons.byId(buttonId)
    const ticket = button?.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
    return ticket ? (await insidersOf(unit, ticket)).map(({ id }) => id) : []
  })
  return insiders.catch(() => [])
}

/** What had to wait until its person was let in counts as said then: nothing was promised before. */
function timeOf({ untimed, occurredAt }: Inbound, { receivedAt, admittedAt }: InboxRow): Date {
  if (admittedAt) return admittedAt
  if (!untimed) return occurredAt
  return untimed === true ? receivedAt : new Date(Math.floor(receivedAt.getTime() / 1000) * 1000)
}

/** The other parts of an album, which are there by now: their rows waited for each other. */
export function withRest(prepared: Prepared, rest: readonly Inbound[]): Prepared {
  const { inbound } = prepared
  const isPart = inbound.does === 'say' && inbound.album !== undefined
  return isPart ? { ...prepared, inbound: joinAlbum(inbound, rest) } : prepared
}
