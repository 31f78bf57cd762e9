import type { Answers } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Hint, hintsFor } from '../domain/desk/hints.ts'
import { label } from '../domain/desk/questions.ts'
import { plainText } from '../domain/text/text.ts'
import { isKey } from '../locales/index.ts'
import type { Content } from '../ports/content.ts'
import { askedOf } from './steps.ts'

/** What would make a form easier to answer, for its reader; none where it is good as it is. */
export function hintsOn(
  desk: Desk,
  typeId: string,
  form: { answers: Answers; raised?: boolean | undefined },
  language: string,
): Content['body'] {
  const asked = new Set(askedOf(desk, typeId, form).map(({ id }) => id))
  const hints = hintsFor(desk, typeId, form.answers, (field) => asked.has(field))
  return hints.map((hint) => sentenceOf(desk, hint, language))
}

/** A desk file that names no sentence of ours does not start (`src/desks.ts`); until then its key is better than nothing. */
function sentenceOf(desk: Desk, { say }: Hint, language: string): Content['body'][number] {
  if ('label' in say) return { text: plainText(label(say.label, language, desk)) }
  const key = `hint-${say.key}`
  return isKey(key) ? { key, facts: {} } : { text: plainText(say.key) }
}
