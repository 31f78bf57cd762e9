import type { CommandMenu } from './adapter.ts'
import type { Desk } from './domain/desk/desk.ts'
import { commandsOf } from './intake/menu.ts'
import { words, wordsKept } from './locales/index.ts'

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
  const commands = commandsOf({ desks }).map(({ name, does }) => ({
    name,
    description: wordsKept(does.key, does.facts, language),
  }))
  return { commands }
}
