import type { Address, Delivered } from '../adapter.ts'
import type { OwedRow } from './deliveries.ts'
import type { Place } from './tickets.ts'

/** The message a delivery edits or deletes, as it was sent. */
export interface Target {
  message: string
  also: readonly string[]
  bearsFiles: boolean
}

/** A row a lane is to send, and where to. */
export interface Claimed {
  row: OwedRow
  chat: string
  thread: string | null
  /** Of the place it goes to, where that was looked at. */
  side?: Place['side']
  /** It is for agents alone, and people of another company read where it goes, as any process was told. */
  strangersRead?: boolean
  /** It is to be said in a topic that its place had and has no more: the chat goes on under another id. */
  topicLost?: boolean
  /** Calls to this platform got no answer lately, so that one is worth telling. */
  troubled: boolean
}

/** What a lane's claim found. */
export type Claim =
  | ({ found: 'send'; target: Target | null } & Claimed)
  /** A row that a process which is no more may or may not have sent. */
  | ({ found: 'recover' } & Claimed)
  | { found: 'wait'; until: Date }
  /** A newer release wrote what comes next: it is as it was, and the lane is quiet for a minute. */
  | { found: 'unreadable' }
  | { found: 'nothing' }

/** A lane somebody would send in, with what its chat takes. */
export interface LaneAsked {
  lane: string
  burst: number
  everyMs: number
}

/**
 * A lane that is kept free for what a transaction owes in it, with what its chat takes.
 */
export interface LaneKept extends Omit<LaneAsked, 'lane'> {
  /** The transaction has ended: with what it has taken there, or without. Called once. */
  end(taken: Taken | undefined): void
}

/** Who sends what is owed: words at once where their lane is free, all else when the lanes are looked at. */
export interface Sender {
  /** The process, as its lease names it. */
  holder: string
  /** Undefined where not: the lane is in hand, known to have more, or there is no room. What is kept is ended, whatever happens. */
  keep(lane: string): LaneKept | undefined
  /** Something has been owed that waits for a look. */
  look(): void
}

/** What is to be sent now. */
export interface Taken extends Claimed {
  lane: string
  target: Target | null
  /** Nothing hangs on it but its own row: it is no topic and bears no receipt, so `sentPlainly` may have it. */
  plain: boolean
  /** It makes its place: where its chat turns out to be another, `Deliveries.sent` has more to do. */
  root: boolean
}

/** Of many lanes at once. */
export interface TakenTogether {
  taken: readonly Taken[]
  /** Lanes whose next row a newer release wrote: it is as it was, they are quiet for a minute, and no other waits for them. */
  unreadable: readonly string[]
}

/** When it was written down as sent (the desk's clock), and whether more is owed in its lane. */
export interface Marked {
  at: Date
  more: boolean
}

export interface LaneQueue {
  /** Lanes with something pending or half sent that need not be quiet. */
  waiting(): Promise<string[]>
  /**
   * Of these those `take` cannot help: somebody died in it, something there waits for what will never be, or its platform
   * is in trouble. Of a platform that is away one, which may try whether it is back, however many wait for it.
   * @param judges whether a lease that ran out means that its holder is dead; where this process could not renew its own,
   * nobody else could. Default true
   */
  stuck(lanes: readonly string[], holder: string, judges?: boolean): Promise<string[]>
  /** Takes the lane and its first ready row, in one transaction; one send is in flight per lane. */
  claim(lane: string, holder: string, budget: { burst: number; everyMs: number }): Promise<Claim>
  /**
   * The same for many lanes in one statement: of each that is free, not quiet and has something ready, its first row. None
   * is among them that somebody died in or whose platform gave no answer lately: `claim` is for those.
   */
  take(asked: readonly LaneAsked[], holder: string): Promise<TakenTogether>
  /**
   * From now on words that are owed in a lane where nothing waits are taken by the transaction that owes them, and sent
   * when it is committed: they are not looked for, and not written again before they are sent.
   */
  sentBy(sender: Sender): void
  /** Accepted: what `Deliveries.sent` writes, of what is `plain`. Calls at the same time share one commit. */
  sentPlainly(row: OwedRow, delivered: Delivered): Promise<Marked>
  /** Whether this chat, or its whole account, wants quiet now. */
  isQuiet(at: Address): Promise<boolean>
  /** Quiet for the whole account. */
  parkAccount(at: Pick<Address, 'platform' | 'account'>, until: Date): Promise<void>
  /**
   * A call to this account got no answer. After several in a row, over all its lanes and replicas, the platform is away:
   * only one lane tries it, every 15 s, until it answers (reliability.md R8). The other platforms' lanes know nothing of it.
   * True where it is this call that makes it count as away.
   */
  unanswered(at: Pick<Address, 'platform' | 'account'>): Promise<boolean>
  /** It answered: all its lanes go on. True where calls without an answer had been counted. */
  answered(at: Pick<Address, 'platform' | 'account'>): Promise<boolean>
}
