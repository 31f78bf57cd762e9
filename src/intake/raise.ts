import type { Raised } from '../adapter.ts'
import { deskAt } from './desk-of.ts'
import type { Hearing } from './hearing.ts'
import { keepDraft } from './keep-draft.ts'
import { draftOf } from './raise-message.ts'

/** "Create a ticket from this message": the form is on screen; the message waits in the draft, with a link to it. */
export async function onRaised(hearing: Hearing<Raised>): Promise<string> {
  const { world, inbound } = hearing
  const { source } = inbound
  const desk = deskAt(world, { platform: inbound.at.platform, chat: source.chat })
  await keepDraft(hearing, draftOf(hearing, desk, source, inbound.draft))
  return 'form-shown'
}
