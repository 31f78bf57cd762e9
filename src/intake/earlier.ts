import { changeTicket } from '../acts/change.ts'
import { keepWords } from '../acts/speak.ts'
import { deskById, type World } from '../acts/world.ts'
import type { Earlier, Inbound, Pressed, Source } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { bringEarlier } from '../domain/ticket/earlier.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Button } from '../ports/buttons.ts'
import { say } from '../ports/content.ts'
import { nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import { readWhere } from '../ports/thread-where.ts'
import { refuseBlocked } from './admit.ts'
import { answer, type Hearing, meetOther } from './hearing.ts'
import { namedIn } from './name-mentions.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** So many messages before the one a ticket was raised from come along, the newest. */
const MOST_EARLIER = 50

/** What the platform said when asked for the earlier messages, before the transaction. */
export type EarlierAsked = Earlier | { refused: 'not-now' }

/**
 * Asks for what was said before, where that is what a press is for. It is fetched only now, when somebody wants it:
 * Slack gives some apps one such answer a minute (platforms.md §A2).
 */
export async function earlierAsked(
  { store, platforms, world }: { store: Store; platforms: Platforms; world: World },
  inbound: Inbound,
): Promise<EarlierAsked | undefined> {
  if (inbound.does !== 'press') return undefined
  const button = await store.transaction((unit) => unit.buttons.byId(inbound.button))
  if (button?.act !== 'bring-earlier') return undefined
  const { platform, of } = readWhere(button.argument)
  const reader = inbound.who.platform === platform ? inbound.who.id : undefined
  try {
    const adapter = platforms.get(platform)
    return (await adapter?.fetchEarlier(of, MOST_EARLIER, reader)) ?? { refused: 'unseen' }
  } catch (error) {
    world.log.warn({ platform, error: nameOfError(error) }, 'earlier-not-fetched')
    return { refused: 'not-now' }
  }
}

/** Its requester, or an agent, has what was said before the ticket brought to the agents. What is there stays once. */
export async function pressEarlier(hearing: Hearing<Pressed>, ticket: Ticket, button: Button): Promise<string> {
  const { unit, world, person, standing, inbound, earlier } = hearing
  const own = ticket.requesterId === person.id
  const desk = deskById(world, ticket.deskId)
  const isAgent = isAgentOf(desk, standing)
  if (own && !isAgent) await refuseBlocked(hearing, desk.desk)
  if (!own) {
    if (!isAgent) throw new Refusal('not-an-agent')
    const by = actorOf(desk, person, standing)
    refuseOutsiders(ticket, desk, by)
    if (!mayDo(desk, by.roles, 'note')) throw new Refusal('not-allowed')
  }
  if (!earlier) throw new Refusal('earlier-not-now')
  if ('refused' in earlier) throw new Refusal(`earlier-${earlier.refused}`)
  const kept: Message[] = []
  for (const source of earlier.messages) {
    const message = await keepEarlier(hearing, ticket, button, source)
    if (message) kept.push(message)
  }
  await changeTicket(
    unit,
    world,
    ticket.id,
    () =>
      bringEarlier(
        person.id,
        kept.map(({ id }) => id),
      ),
    {
      occurredAt: inbound.occurredAt,
      messages: kept,
    },
  )
  if (kept.length === 0) return answer(hearing, say('earlier-none', {}), 'nothing-earlier')
  return own
    ? answer(hearing, say('earlier-brought-told', { count: kept.length }), 'earlier-brought')
    : 'earlier-brought'
}

/** One of them, kept where no ticket has it yet; nothing of bots. */
async function keepEarlier(
  hearing: Hearing,
  ticket: Ticket,
  button: Button,
  source: Source,
): Promise<Message | undefined> {
  const { unit, world, others } = hearing
  const author = source.author && (await meetOther(hearing, source.author.id))
  if (!author || author.standing.kind === 'bot') return undefined
  const { platform, of } = readWhere(button.argument)
  const at = { platform, account: author.standing.address.account, chat: of.chat, thread: of.thread }
  if (await unit.messages.twinAt(at, source.message)) return undefined
  return keepWords(unit, world, {
    ticketId: ticket.id,
    kind: 'note',
    side: 'requester',
    authorId: author.person.id,
    text: namedIn(source.text, others),
    enclosures: source.enclosures,
    occurredAt: source.occurredAt,
    original: { at, message: source.message },
    earlier: true,
  })
}
