import type { CommandMenu } from './adapter.ts'
import type { Desk } from './domain/desk/desk.ts'
import { type Asked, mayDo, triageChannels } from './domain/desk/questions.ts'
import { commandsOf } from './intake/menu.ts'
import { type Key, words, wordsKept } from './locales/index.ts'

/** What agents have in their own group, with the leave it needs. */
const agentsCommands = {
  mine: undefined,
  unassigned: undefined,
  due: undefined,
  waiting: undefined,
  find: undefined,
  why: undefined,
  assign: 'assign',
  set: 'triage',
  merge: 'merge',
  split: 'link',
  link: 'link',
  tag: 'tag',
  tagged: 'tag',
  undo: undefined,
  delete: undefined,
  help: undefined,
} as const satisfies Record<string, Asked | undefined>

/** The commands a platform's menu shows: English for everybody, then each language the desks speak. */
export function menusOf(desks: readonly Desk[]): CommandMenu[] {
  const languages = [...new Set(desks.flatMap((desk) => desk.languages))]
  const wanted: { language: string; shown?: string }[] = [
    { language: 'en' },
    ...languages.map((language) => ({ language, shown: language.split('-')[0] ?? language })),
  ]
  return wanted.flatMap(({ language, shown }) => {
    const its = shown === undefined ? {} : { language: shown }
    return [
      { ...its, ...menuIn(desks, language) },
      { where: 'groups' as const, ...its, ...groupMenuIn(language) },
      ...agentsGroups(desks).map((chat) => ({ where: { chat }, ...its, ...agentsMenuIn(desks, chat, language) })),
    ]
  })
}

/** In a group of others nothing can be asked; the one command there says so. */
function groupMenuIn(language: string): CommandMenu {
  return { commands: [{ name: 'start', description: words('command-start-in-group', {}, language) }] }
}

/** The groups in which desks' agents work, where groups have menus. */
function agentsGroups(desks: readonly Desk[]): string[] {
  const groups = desks.flatMap(triageChannels).filter(({ platform }) => platform === 'telegram')
  return [...new Set(groups.map(({ chat }) => chat))]
}

/** What some agent of a desk that works there may. */
function agentsMenuIn(desks: readonly Desk[], chat: string, language: string): CommandMenu {
  const here = desks.filter((desk) => triageChannels(desk).some((channel) => channel.chat === chat))
  // Keys of the record above.
  const named = (Object.keys(agentsCommands) as (keyof typeof agentsCommands)[]).filter((name) => {
    const leave = agentsCommands[name]
    return leave === undefined || here.some((desk) => someAgentMay(desk, leave))
  })
  return {
    commands: named.map((name) => ({ name, description: words(`command-${name}` satisfies Key, {}, language) })),
  }
}

function someAgentMay(desk: Desk, leave: Asked): boolean {
  return desk.roles.some(({ id }) => id !== 'requester' && mayDo(desk, [id], leave))
}

function menuIn(desks: readonly Desk[], language: string): CommandMenu {
  const commands = commandsOf({ desks }).map(({ name, does }) => ({
    name,
    description: wordsKept(does.key, does.facts, language),
  }))
  return { commands }
}
