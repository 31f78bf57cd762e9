import { buttonFor } from '../acts/buttons.ts'
import { type ChoiceContent, type Sentence, say } from '../ports/content.ts'
import { type Hearing, languageOf, whisper } from './hearing.ts'
import { oweMenu } from './menu.ts'

/** What says that nothing is chosen: the platform's profile counts again. */
const AUTO = 'auto'

/**
 * `/language`: which languages there are, a button each; `/language sv`, `/language svenska`: from now on that one,
 * whatever the profile says; `/language auto`: the profile's again. Offered is what any desk here speaks.
 */
export async function setLanguage(hearing: Hearing, wanted: string): Promise<string> {
  const offered = languagesOf(hearing)
  if (wanted === '') return offer(hearing, offered)
  const auto = wanted.toLowerCase() === AUTO
  const chosen = auto ? undefined : offered.find((language) => isMeant(language, wanted))
  if (!auto && chosen === undefined) {
    const allowed = offered.map((language) => `${language} (${ownName(language)})`).join(', ')
    return told(hearing, say('language-unknown', { wanted: wanted.slice(0, 40), allowed }), 'language-unknown')
  }
  const person = await hearing.unit.people.chooseLanguage(hearing.person.id, chosen)
  await oweMenu(hearing.unit, hearing.world, hearing.standing.address, chosen)
  const spoken = { ...hearing, person }
  const language = { tongue: languageOf(spoken) }
  return told(spoken, auto ? say('language-auto', { language }) : say('language-set', { language }), 'language-set')
}

async function offer(hearing: Hearing, offered: readonly string[]): Promise<string> {
  const { world, unit } = hearing
  const all = [
    ...offered.map((language) => ({ argument: language, label: { words: ownName(language) } })),
    { argument: AUTO, label: say('button-language-auto', {}) },
  ].map(({ argument, label }) => ({ label, button: buttonFor(world.ids, { act: 'language', argument }) }))
  await unit.buttons.keep(all.map(({ button }) => button))
  const choices = all.map(({ button, label }): ChoiceContent[] => [{ kind: 'button', id: button.id, label }])
  const asked = say('language-ask', { language: { tongue: languageOf(hearing) } })
  await unit.deliveries.owe([whisper(hearing, [asked], choices)])
  return 'language-asked'
}

async function told(hearing: Hearing, sentence: Sentence, outcome: string): Promise<string> {
  await hearing.unit.deliveries.owe([whisper(hearing, [sentence])])
  return outcome
}

function languagesOf({ world }: Hearing): string[] {
  return [...new Set(world.desks.flatMap((desk) => desk.languages))]
}

/** By its tag, or by its name in itself or in English. */
function isMeant(language: string, wanted: string): boolean {
  const names = [language, ownName(language), nameIn('en', language)]
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase())
}

function ownName(language: string): string {
  return nameIn(language, language)
}

function nameIn(reader: string, language: string): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language
}
