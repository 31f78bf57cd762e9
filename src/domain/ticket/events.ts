import type { Metric } from '../clock.ts'
import type { Place } from '../desk/platform-id.ts'
import type { PersonId } from '../person.ts'
import type { Link, Linked } from './link.ts'
import type { Fields, Resolution, Stage } from './ticket.ts'
import type { StoodBefore } from './unmerge.ts'
import type { Came } from './watch.ts'

/** What moved a status: a person's choice, one of the desk's automatic moves, or that the reply which had moved it was taken back. */
export type MoveCause = 'chosen' | 'onAccept' | 'onAgentReply' | 'onRequesterReply' | 'takenBack'

/** Why nobody has a ticket any more. */
export type UnassignedBecause = 'left' | 'desk-moved'

/** What happened to a ticket. Past tense; `by` is a person, null the desk itself or somebody the platform does not name. Replaying them through `apply` gives the stored ticket. */
export type TicketEvent =
  | {
      type: 'TicketOpened'
      by: PersonId
      id: string
      key: string
      deskId: string
      requesterId: PersonId
      subject: string
      ticketType: string
      priority: string
      category: string | null
      status: string
      stage: Stage
      fields: Fields
      organisationId: string | null
      plan: string
      triage: Place
      /** What was promised then (`domain/policy.ts`), by its id; absent on tickets older than promises. */
      policy?: string | undefined
      /** The agents it is shared with from the first; absent: all of the desk. */
      privateTo?: readonly PersonId[] | undefined
      /** Split off: since when its requester has waited for an answer to it (UTC, ISO 8601); absent where they do not. */
      askedSince?: string | undefined
    }
  | { type: 'RequesterReplied'; by: PersonId; message: string }
  | { type: 'AgentReplied'; by: PersonId; message: string }
  /** Internal: the requester never sees it. */
  | { type: 'NoteAdded'; by: PersonId; message: string }
  /** A note its author sent to the requester after all; `asked`: they are the requester themselves, and it is their word. */
  | { type: 'NoteSent'; by: PersonId; message: string; asked?: true }
  /** A reply its author made internal again: the requester's copy is taken back. */
  | ({ type: 'ReplyWithdrawn'; by: PersonId; message: string } & TakenBack)
  /** What was said in the thread before the ticket was raised from it, brought along (our ids, oldest first). */
  | { type: 'EarlierBrought'; by: PersonId; messages: string[] }
  /** `brought`: files it did not hold before (our ids). */
  | { type: 'MessageEdited'; by: PersonId; message: string; brought?: string[] }
  | ({ type: 'MessageDeleted'; by: PersonId | null; message: string } & TakenBack)
  /** `by` null: the desk gave it to somebody by itself (`assign` of the desk file). */
  | { type: 'TicketAssigned'; by: PersonId | null; to: PersonId }
  | { type: 'TicketUnassigned'; by: PersonId | null; from: PersonId; because: UnassignedBecause }
  | { type: 'PriorityChanged'; by: PersonId; from: string; to: string }
  | {
      type: 'StatusMoved'
      by: PersonId
      cause: MoveCause
      from: string
      status: string
      stage: Stage
      uncounted?: true
    }
  /** `policy`: what is promised from now on, where what was pinned does not know the plan. */
  | { type: 'PlanChanged'; by: PersonId; from: string; to: string; policy?: string | undefined }
  /** `by` null: nobody wrote, and the desk file says so. */
  /** `uncounted`: spam, a duplicate, nothing to answer (sla.md S14). */
  | { type: 'TicketResolved'; by: PersonId | null; status: string; resolution: Resolution; uncounted?: true }
  /** The grace period is over. */
  | { type: 'TicketClosed'; by: null; status: string }
  /** It goes on in another ticket; `into`: its id. */
  | { type: 'TicketMerged'; by: PersonId; into: string; intoKey: string; status: string }
  /** Another ticket goes on here; since when its requester waits for an answer, if they do (UTC, ISO 8601). */
  | { type: 'TicketMergedIn'; by: PersonId; fromKey: string; unansweredSince: string | null }
  /** It goes on by itself again. `from`: id of the ticket it was merged into; `answeredAt`: answered there meanwhile (UTC, ISO 8601). */
  | {
      type: 'TicketUnmerged'
      by: PersonId
      from: string
      fromKey: string
      stood: StoodBefore
      answeredAt: string | null
    }
  /** The other ticket goes on by itself again; `stood` null: what happened since stays. `waitsSince`: for what was asked here. */
  | {
      type: 'MergedInUndone'
      by: PersonId
      fromKey: string
      unansweredSince: string | null
      waitsSince: string | null
      stood: StoodBefore | null
    }
  /** `message`: what was split off, from there on. */
  | { type: 'TicketLinked'; by: PersonId; link: Link; message?: string | undefined }
  | { type: 'TicketUnlinked'; by: PersonId; id: string; key: string }
  /** A ticket this one is linked with has another status, or another audience. */
  | { type: 'LinkedTicketMoved'; by: null; linked: Linked }
  | { type: 'TicketTagged'; by: PersonId; tags: readonly string[] }
  | { type: 'TicketUntagged'; by: PersonId; tags: readonly string[] }
  | ({ type: 'TicketReopened'; by: PersonId; status: string; stage: Stage } & Asking)
  | { type: 'SubjectChanged'; by: PersonId; from: string; to: string }
  | { type: 'TypeChanged'; by: PersonId; from: string; to: string }
  | { type: 'CategorySet'; by: PersonId; from: string | null; to: string | null }
  /** Of the type's form, or of what agents alone say; null: nothing stands there. */
  | { type: 'FieldChanged'; by: PersonId; field: string; from: string | string[] | null; to: string | string[] | null }
  /** `policy`: as of `PlanChanged`. */
  | ({
      type: 'RequesterChanged'
      by: PersonId
      from: PersonId
      to: PersonId
      organisationId: string | null
      plan: string
      policy?: string | undefined
    } & SilenceAnew)
  /** To another desk: the key stays, what the other desk does not know is translated. */
  | ({ type: 'DeskMoved'; by: PersonId; from: string; to: string; policy?: string | undefined } & Translated &
      SilenceAnew)
  | { type: 'ChannelMoved'; by: PersonId; from: Place; to: Place }
  /** The same channel, to which its platform has given another id. */
  | { type: 'ChannelRenumbered'; by: null; from: Place; to: Place }
  /** `until`: UTC, ISO 8601. */
  | { type: 'Snoozed'; by: PersonId; until: string }
  | { type: 'Woken'; by: PersonId | null; because: 'due' | 'requester' | 'agent' }
  | { type: 'MadePrivate'; by: PersonId; to: readonly PersonId[] }
  | { type: 'MadePublic'; by: PersonId }
  /** `by`: who brought them in, themselves where they came by their own leave; of a link, whoever made it. */
  | ({ type: 'WatcherAdded'; by: PersonId; person: PersonId } & Came)
  | { type: 'WatcherRemoved'; by: PersonId; person: PersonId }
  | { type: 'RequesterBlocked'; by: PersonId; person: PersonId }
  | { type: 'RequesterUnblocked'; by: PersonId; person: PersonId }
  /** What a blocked requester wrote: kept, and shown to nobody. */
  | { type: 'WordsKept'; by: PersonId; message: string }
  /** The desk found posts of people's words that got nowhere; `upTo`: the last of them (`delivery.seq`). */
  | { type: 'UndeliveredFound'; by: null; posts: number; upTo: number }
  | { type: 'DeliveriesRetried'; by: PersonId; posts: number }
  | TimeEvent
  | RatingEvent

/** A promise by its clock. */
export interface OfClock {
  metric: Metric
  cycle: number
}

/** What the clocks made happen. Times: UTC, ISO 8601. */
export type TimeEvent =
  /** `threshold` as in the desk file. */
  | ({ type: 'BreachWarned'; by: null; threshold: string; dueAt: string } & OfClock)
  /** `dueAt`: the deadline; `breachedAt`: it, or the change that moved it into the past (sla.md S16); `again`: so often it was told and taken back before. */
  | ({ type: 'BreachAnnounced'; by: null; dueAt: string; breachedAt: string; again?: number } & OfClock)
  /** A word said in time came late: there was no breach (sla.md S22). */
  | ({ type: 'BreachRetracted'; by: null } & OfClock)
  /** A rung of the desk's escalation ladder, from 0; `round` counts from 1, more only where it repeats. */
  | ({ type: 'Escalated'; by: null; step: number; round: number } & OfClock)
  | ({ type: 'EscalationAcknowledged'; by: PersonId } & OfClock)
  /** The requester's last word needs no answer (sla.md S11). */
  | { type: 'NoReplyNeeded'; by: PersonId }
  /** Asked whether it is solved, the requester pressed that it is not: a word of theirs, though without words. */
  | { type: 'HelpStillNeeded'; by: PersonId }
  /** The notice before the end did not reach them, or, where it says so, our answer: the rule goes no further, and `step` is its last (sla.md, part B). */
  | { type: 'SilenceHalted'; by: null; rule: number; anchoredAt: string; step: number; unheard?: 'answer' }
  | { type: 'RequesterReminded'; by: null; rule: number; anchoredAt: string; step: number; resolvesAt: string | null }

/** What the requester thinks of the answer. */
export type RatingEvent =
  /** `scale`: from 1 to this, as the desk file said then. */
  | { type: 'RatingAsked'; by: null; scale: number }
  | { type: 'RatingReminded'; by: null }
  /** Nobody was asked again in time: no process ran then. */
  | { type: 'RatingLapsed'; by: null }
  | { type: 'TicketRated'; by: PersonId; score: number; scale: number }
  | { type: 'RatingCommented'; by: PersonId; message: string }

/** What of a ticket means something only on its desk. */
export interface Translated {
  ticketType: string
  priority: string
  category: string | null
  status: string
  plan: string
  triage: Place
}

/** That the requester asks by what happens, and waits for an answer as after a message: no other event tells of it. */
export interface Asking {
  /** Thanks that have become a question by an edit. */
  message?: string | undefined
  /** They pressed that help is still needed. Absent on events older than this. */
  asked?: true
}

/**
 * A reply went from the requester that was the answer to what they asked. Both absent: it was not, or the event is older
 * than this.
 */
export interface TakenBack {
  /** No other stands that answers it: they wait as before it. */
  unanswered?: true
  /** When the first of those was given that stand (UTC, ISO 8601): that one is the answer. */
  answeredAt?: string
}

/** Is it heard as the requester's word? */
export function asks({ message, asked }: Readonly<Asking>): boolean {
  return message !== undefined || asked === true
}

/** What an agent says to the requester: an answer, unless it is the requester who says it (sla.md S10). */
export function isAnswer(event: TicketEvent): event is Extract<TicketEvent, { type: 'AgentReplied' | 'NoteSent' }> {
  return event.type === 'AgentReplied' || (event.type === 'NoteSent' && event.asked !== true)
}

/** From then on another silence is counted: other rules hold, or somebody else is to answer. Absent on events older than this. */
export interface SilenceAnew {
  silenceAnew?: true
}

export type TicketEventType = TicketEvent['type']

/** An event as it is kept: numbered from 1 per ticket, with both times of sla.md S1. */
export interface RecordedEvent {
  sequence: number
  occurredAt: Date
  receivedAt: Date
  event: TicketEvent
}
