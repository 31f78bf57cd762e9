import { randomBytes } from 'node:crypto'
import type { Faults } from '../faults.ts'
import type { Keep } from '../keep.ts'
import type { Ledger } from '../ledger.ts'
import type { Courier, Offered } from './courier.ts'
import type {
  SlackChannel,
  SlackEphemeral,
  SlackFile,
  SlackMessage,
  SlackUser,
  SlackUsergroup,
  SlackView,
  StepRun,
} from './objects.ts'
import { seededChannels, seededUsergroups, seededUsers } from './seed.ts'
import { Shelf } from './shelf.ts'
import type { Sockets } from './sockets.ts'

/** Everything one Slack workspace knows. Both doors (people, Web API) work on this. */
export interface Workspace extends Shelves {
  /** Where this Slack is reached, without a slash at the end. */
  readonly url: string
  readonly now: () => number
  readonly realNow: () => number
  readonly faults: Faults
  readonly ledger: Ledger
  readonly courier: Courier
  readonly sockets: Sockets
  /** The next `ts`: seconds, a dot, six digits. Grows strictly, also over a restart. */
  stamp(): string
  /** Tells whoever shows this Slack that something is different. */
  changed(): void
  /** Sends an event to the desk. */
  tell(event: Record<string, unknown>, offered?: Offered): void
}

export interface Shelves {
  readonly users: Shelf<SlackUser>
  readonly channels: Shelf<SlackChannel>
  readonly usergroups: Shelf<SlackUsergroup>
  /** By `<channel>:<ts>`. */
  readonly messages: Shelf<SlackMessage>
  /** By `<channel>:<ts>`. */
  readonly ephemerals: Shelf<SlackEphemeral>
  /** A person's stack of modals, the one on top last, by user id. */
  readonly modals: Shelf<SlackView[]>
  /** Home tabs by user id. */
  readonly homes: Shelf<SlackView>
  readonly files: Shelf<KeptFile>
  readonly responseUrls: Shelf<ResponseUrl>
  /** Runs of the app's workflow steps, by `function_execution_id`. */
  readonly steps: Shelf<StepRun>
}

export interface KeptFile {
  file: SlackFile
  /** What was announced for an upload that is not complete yet. */
  state: 'announced' | 'uploaded' | 'complete'
  base64: string
}

/** A `response_url`: five uses within 30 minutes. */
export interface ResponseUrl {
  channel: string
  user: string
  uses: number
  /** Unix ms, real time. */
  madeAt: number
  /** The message that was acted on, for `replace_original` and `delete_original`. */
  original?: { ts: string; ephemeral: boolean } | undefined
}

export async function openShelves(keep: Keep): Promise<Shelves> {
  const byId = <T extends { id: string }>(things: T[]): [string, T][] => things.map((thing) => [thing.id, thing])
  return {
    users: await Shelf.open('slack-users', keep, byId(seededUsers())),
    channels: await Shelf.open('slack-channels', keep, byId(seededChannels())),
    usergroups: await Shelf.open('slack-usergroups', keep, byId(seededUsergroups())),
    messages: await Shelf.open('slack-messages', keep),
    ephemerals: await Shelf.open('slack-ephemerals', keep),
    modals: await Shelf.open('slack-modals', keep),
    homes: await Shelf.open('slack-homes', keep),
    files: await Shelf.open('slack-files', keep),
    responseUrls: await Shelf.open('slack-response-urls', keep),
    steps: await Shelf.open('slack-steps', keep),
  }
}

/** Slack's `ts` from a clock in ms: strictly growing, whatever the clock does. `after`: the highest given out before. */
export function stamper(now: () => number, after: string[]): () => string {
  let last = after.reduce((highest, ts) => Math.max(highest, microseconds(ts)), 0)
  return () => {
    last = Math.max(Math.round(now()) * 1000, last + 1)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }
}

function microseconds(ts: string): number {
  const [seconds = '0', micros = '0'] = ts.split('.')
  return Number(seconds) * 1e6 + Number(micros)
}

/** An id as Slack makes them: the letter of its kind and ten of A-Z, 0-9. */
export function newId(prefix: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  return prefix + [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('')
}

export function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`
}

export function nameOf(workspace: Pick<Workspace, 'users'>, user: string): string {
  return workspace.users.get(user)?.real_name ?? user
}
