/** One that has an adapter (`adapters/index.ts`), by the name that stands in rows, lanes and desk files. */
export type Platform = 'slack' | 'telegram'

/** What the core must know of a platform to decide; everything else is the adapter's own affair. */
export interface Traits {
  /** A ticket has a thread of its own there; without, its key stands beside whoever speaks. */
  threads: boolean
  /** In the agents' channel a ticket's thread must be made before anything is said in it (Telegram: a forum's topic). */
  topics: boolean
  /** A chat's own list of commands can be set there. */
  menus: boolean
  /** Forms are modals there; without, they are asked one question at a time. */
  modals: boolean
  /**
   * How much text goes into one message, in UTF-16 units: Slack takes about 12,000 bytes of blocks, Telegram 4,096 units
   * of which names, keys and the joiners that keep `@name` still need their part.
   */
  partUnits: number
  /** How much of it may stand under files (UTF-16 units): Telegram's captions take 1,024. */
  captionUnits: number
  /** Only certain kinds of files go into one message there (`together`), and some bear no caption. */
  filesApart: boolean
  /** The largest file it takes from us (bytes). */
  fileBytes: number
  /** So long after it was sent a bot may delete its own message; absent: always. */
  deletesWithinMs?: number | undefined
}

const MEGABYTE = 1024 * 1024

export const traits: Readonly<Record<Platform, Traits>> = {
  slack: {
    threads: true,
    topics: false,
    menus: false,
    modals: true,
    partUnits: 3500,
    captionUnits: 3500,
    filesApart: false,
    fileBytes: 1000 * MEGABYTE,
  },
  telegram: {
    threads: false,
    topics: true,
    menus: true,
    modals: false,
    partUnits: 2900,
    captionUnits: 700,
    filesApart: true,
    fileBytes: 50 * MEGABYTE,
    // 48 hours, less one to be in time.
    deletesWithinMs: 47 * 3_600_000,
  },
}

/** A place on a platform. `account` is the Slack team id or the Telegram bot id; every id is the platform's own. */
export interface Address {
  platform: Platform
  account: string
  /** Slack: a channel id, or a user id for that person's DM. Telegram: the chat id in decimal. */
  chat: string
  /** Slack: `ts` of the thread's root. Telegram: `message_thread_id`. */
  thread?: string | undefined
}

/** Somebody as a platform names them. */
export interface PersonAddress {
  platform: Platform
  account: string
  id: string
}

/** Whether two places are in one chat, in whatever threads of it. */
export function sameChat(one: Omit<Address, 'thread'>, other: Omit<Address, 'thread'>): boolean {
  return one.platform === other.platform && one.account === other.account && one.chat === other.chat
}

/** Who somebody is on a platform, of all their addresses. */
export function addressOn(
  { platform, account }: Pick<Address, 'platform' | 'account'>,
  addresses: readonly PersonAddress[],
): PersonAddress | undefined {
  return addresses.find((one) => one.platform === platform && one.account === account)
}

/** What a platform tells of somebody. */
export interface Profile {
  name: string
  /** BCP 47, e.g. `sv` or `pt-BR`; absent when the platform does not say. */
  language?: string | undefined
  /** `member`: of our own workspace, or anybody in a Telegram private chat. The other three are never agents. */
  kind: 'member' | 'guest' | 'stranger' | 'bot'
  /** The workspace they are at home in (Slack); on Slack Connect another company's. */
  workspace?: string | undefined
  /** Their e-mail, as their workspace has it. */
  email?: string | undefined
}
