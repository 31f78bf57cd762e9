import type { Raised } from '../adapter.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { deskAt } from './desk-of.ts'
import type { Hearing } from './hearing.ts'

/** "Create a ticket from this message": the form is on screen; the message waits in the draft, with a link to it. */
export async function onRaised(hearing: Hearing<Raised>): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const { source } = inbound
  const subject = firstLine(source.text, SUBJECT_MAX)
  await unit.drafts.save({
    id: inbound.draft,
    personId: person.id,
    deskId: deskAt(world, { platform: inbound.at.platform, chat: source.chat })?.desk ?? null,
    purpose: 'form',
    platform: inbound.at.platform,
    account: inbound.at.account,
    chat: source.chat,
    body: {
      answers: subject === '' ? {} : { subject },
      path: [],
      messages: [
        {
          text: source.text,
          uncarried: source.uncarried,
          chat: source.chat,
          message: source.message,
          thread: source.thread,
          ...(source.author && !source.byBot && { author: source.author.id }),
          occurredAt: source.occurredAt.toISOString(),
        },
      ],
      raised: true,
      ...(hearing.link !== undefined && { link: hearing.link }),
    },
    state: 'open',
    ticketId: null,
  })
  return 'form-shown'
}
