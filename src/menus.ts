import type { CommandMenu } from './adapter.ts'
import type { Desk } from './domain/desk/desk.ts'
import { type Key, words } from './locales/index.ts'

const commands = ['new', 'tickets', 'status', 'close', 'delete', 'language', 'help', 'cancel'] as const

/** The commands a platform's menu shows: English for everybody, then each language the desks speak. */
export function menusOf(desks: readonly Desk[]): CommandMenu[] {
  const languages = [...new Set(desks.flatMap((desk) => desk.languages))]
  const wanted: { language: string; shown?: string }[] = [
    { language: 'en' },
    ...languages.map((language) => ({ language, shown: language.split('-')[0] ?? language })),
  ]
  return wanted.flatMap(({ language, shown }) => [
    { ...(shown !== undefined && { language: shown }), ...menuIn(desks, language) },
    { where: 'groups' as const, ...(shown !== undefined && { language: shown }), ...groupMenuIn(language) },
  ])
}

/** In a group nothing can be asked; the one command there says so. */
function groupMenuIn(language: string): CommandMenu {
  return { commands: [{ name: 'start', description: words('command-start-in-group', {}, language) }] }
}

function menuIn(desks: readonly Desk[], language: string): CommandMenu {
  const named = [
    ...commands,
    ...(desks.some(({ organisations }) => organisations.seeAll) ? (['watch'] as const) : []),
    ...(desks.some(({ organisations }) => organisations.required) ? (['email'] as const) : []),
  ]
  return {
    commands: named.map((name) => ({ name, description: words(`command-${name}` satisfies Key, {}, language) })),
  }
}
