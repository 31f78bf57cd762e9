import type { CommandMenu } from './adapter.ts'
import type { Desk } from './domain/desk/desk.ts'
import { type Key, words } from './locales/index.ts'

const commands = ['new', 'tickets', 'status', 'close', 'help', 'cancel'] as const

/** The commands a platform's menu shows: English for everybody, then each language the desks speak. */
export function menusOf(desks: readonly Desk[]): CommandMenu[] {
  const languages = [...new Set(desks.flatMap((desk) => desk.languages))]
  return [
    menuIn('en'),
    ...languages.map((language) => ({ language: language.split('-')[0] ?? language, ...menuIn(language) })),
  ]
}

function menuIn(language: string): CommandMenu {
  return {
    commands: commands.map((name) => ({ name, description: words(`command-${name}` satisfies Key, {}, language) })),
  }
}
