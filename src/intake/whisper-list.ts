import { traits } from '../adapter.ts'
import { toPlain } from '../domain/text/plain.ts'
import { phraseKept } from '../locales/index.ts'
import type { Sentence } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { type Hearing, languageOf, whisper } from './hearing.ts'

/** A private list, in as many messages as the platform needs for it: a longer one it would refuse as a whole. No line is cut. */
export function whisperList(hearing: Hearing, lines: readonly Sentence[]): Owed[] {
  const language = languageOf(hearing)
  const most = traits[hearing.inbound.at.platform].partUnits
  const parts: Sentence[][] = []
  let room = 0
  for (const line of lines) {
    // With the line feed that sets it apart.
    const units = toPlain(phraseKept(line.key, line.facts, language)).length + 1
    const part = parts.at(-1)
    if (part && units <= room) {
      part.push(line)
      room -= units
    } else {
      parts.push([line])
      room = most - units
    }
  }
  return parts.map((part) => whisper(hearing, part))
}
