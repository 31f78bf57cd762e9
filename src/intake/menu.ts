import type { World } from '../acts/world.ts'
import { type PersonAddress, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor, mayDo } from '../domain/desk/questions.ts'
import { wordsKept } from '../locales/index.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import { idOfContent } from '../ports/ids.ts'
import { type Owed, ranks, type Store, type Unit } from '../ports/store.ts'

/** A command of the menu: its name, and what it does. */
interface Command {
  name: string
  does: Sentence
}

/** The commands a chat with us offers, in the order in which they are listed. */
export function commandsOf({ desks }: Pick<World, 'desks'>): Command[] {
  return [
    { name: 'new', does: say('command-new', {}) },
    { name: 'tickets', does: say('command-tickets', {}) },
    { name: 'status', does: say('command-status', {}) },
    ...(desks.some((desk) => mayDo(desk, ['requester'], 'resolve'))
      ? [{ name: 'close', does: say('command-close', {}) }]
      : []),
    { name: 'find', does: say('command-find', {}) },
    { name: 'delete', does: say('command-delete', {}) },
    { name: 'language', does: say('command-language', {}) },
    { name: 'help', does: say('command-help', {}) },
    { name: 'cancel', does: say('command-cancel', {}) },
    ...(desks.some(({ organisations }) => organisations.seeAll)
      ? [{ name: 'watch', does: say('command-watch', {}) }]
      : []),
    ...(desks.some(letsShare) ? [{ name: 'share', does: say('command-share', {}) }] : []),
    ...(desks.some(({ organisations }) => organisations.required)
      ? [{ name: 'email', does: say('command-email', {}) }]
      : []),
  ]
}

/** Where requesters see all of their organisation's tickets, each may be shared as well (`organisation/share.ts`). */
function letsShare(desk: Desk): boolean {
  const { share, seeAll } = desk.organisations
  return (share || seeAll) && mayDo(desk, ['requester'], 'share')
}

/**
 * Whoever has chosen a language reads the menu in it, too, where a chat can have one of its own; who goes by their app
 * again (`chosen` undefined) has everybody's. Who has no chat with us yet has no menu either.
 */
export async function oweMenu(
  unit: Unit,
  world: World,
  address: PersonAddress,
  chosen: string | undefined,
): Promise<void> {
  if (!traits[address.platform].menus || !(await unit.people.isReachable(address))) return
  const content = chosen === undefined ? null : menuIn(world, chosen)
  await unit.people.keepMenu(address, content && printOf(content))
  await unit.deliveries.owe([menuOwed(world, address, content)])
}

/**
 * At the start: the platform keeps what a chat was last given, so where the commands or their words are others than
 * then, those who have a menu of their own get it anew. Returns how many.
 */
export async function renewMenus(store: Store, world: World, { platform, account }: Omit<PersonAddress, 'id'>) {
  if (!traits[platform].menus) return 0
  return store.transaction(async (unit) => {
    const behind = (await unit.people.menusOf({ platform, account })).flatMap(({ address, chosenLanguage, print }) => {
      const content = menuIn(world, chosenLanguage)
      return print === printOf(content) ? [] : [{ address, content }]
    })
    for (const { address, content } of behind) await unit.people.keepMenu(address, printOf(content))
    await unit.deliveries.owe(behind.map(({ address, content }) => menuOwed(world, address, content)))
    return behind.length
  })
}

function menuIn(world: World, chosen: string): Content {
  const languages = world.desks.flatMap((desk) => desk.languages)
  const fields = commandsOf(world).map(({ name, does }) => ({ label: { words: name }, value: does }))
  return { language: languageFor({ languages }, chosen), body: [], fields }
}

/** The words themselves: a corrected translation is another menu. */
function printOf({ language, fields = [] }: Content): string {
  const said = fields.map(({ value }) => ('key' in value ? wordsKept(value.key, value.facts, language) : ''))
  return idOfContent(['menu', language, fields.map(({ label }) => label), said])
}

function menuOwed(world: World, { platform, account, id }: PersonAddress, content: Content | null): Owed {
  return {
    id: world.ids.uuid(),
    ticketId: null,
    to: { platform, account, chat: id },
    class: 'must-arrive',
    rank: ranks.card,
    act: 'menu',
    content,
  }
}
