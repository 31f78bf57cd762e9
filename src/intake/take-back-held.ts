import { say } from '../ports/content.ts'
import { type Draft, type HeldMessage, messagesIn } from '../ports/drafts.ts'
import { showAnswered } from './guided.ts'
import type { Hearing } from './hearing.ts'

/**
 * Words that still wait in drafts are taken back there, with their files; of an album all of it, as of one that has
 * arrived. Returns what was taken.
 */
export async function takeBackHeld(
  hearing: Pick<Hearing, 'unit' | 'world'>,
  drafts: readonly Draft[],
  message: string,
): Promise<HeldMessage[]> {
  const isIn = (held: HeldMessage): boolean => messagesIn(held).includes(message)
  for (const draft of drafts) {
    const { body } = draft
    const messages = body.messages.filter((held) => !isIn(held))
    // A form that was only given a picture goes on; a choice of a ticket for nothing, or a ticket from it, does not.
    const goesOn = messages.length > 0 || (draft.purpose === 'form' && !body.raised)
    if (goesOn) await hearing.unit.drafts.save({ ...draft, body: { ...body, messages } })
    else {
      // The subject was taken from the words.
      await hearing.unit.drafts.save({ ...draft, state: 'cancelled', body: { ...body, answers: {}, messages } })
      await showAnswered(hearing, draft, say('draft-cancelled', {}))
    }
  }
  return drafts.flatMap(({ body }) => body.messages.filter(isIn))
}
