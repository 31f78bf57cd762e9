import type { Address, Gap, KnownMessage } from '../adapter.ts'

/** Since when nobody has heard a platform, and what it concerns (`intake/catch-up.ts`). */
export interface Listening {
  /** Until when somebody of ours listened to this account, by the desk's clock; undefined where nobody ever did. */
  heardUntil(platform: string, account: string): Promise<Date | undefined>
  /** It never goes back. */
  setHeardUntil(platform: string, account: string, until: Date): Promise<void>
  /** A platform dropped something; several become one gap, from the first to the last. */
  setGap(gap: Gap): Promise<void>
  /** What has been dropped and not been asked for yet. */
  gap(platform: string, account: string): Promise<Pick<Gap, 'from' | 'until'> | undefined>
  /** It was asked for; where it has grown meanwhile it stays. */
  closeGap(platform: string, account: string, until: Date): Promise<void>
  /** The threads of tickets that are not closed, newest tickets first, at most so many. */
  openThreads(platform: string, account: string, most: number): Promise<(Address & { thread: string })[]>
  /**
   * Messages of these threads' tickets with a copy or their original here, newest first, at most so many, of twice as many
   * that were received last; what is deleted is none.
   */
  knownSince(platform: string, account: string, since: Date, most: number): Promise<KnownMessage[]>
}
