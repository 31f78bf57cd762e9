import { ADA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, told } from './customer.ts'
import type { TestDesk } from './desk.ts'
import type { Hostile } from './hostile-files.ts'

/** A conversation the files are given in. */
export interface Given {
  customer: number
  card: SlackMessage
}

/** Nothing is shown as more than a document but what is what it says. */
const honest = ['a picture called a page', 'a picture called a program', 'a name that turns round']

/** Ada gives a file. Resolves with what is wrong about the copy the customer has. */
export async function toTelegram(desk: TestDesk, { customer, card }: Given, file: Hostile): Promise<string[]> {
  const { what, name, mimetype, bytes } = file
  desk.slack.say(ADA, TRIAGE, { text: `to you (${what})`, thread: card.ts, files: [{ name, bytes, mimetype }] })
  const shown = await told(desk, customer, `to you (${what})`)
  const pinged = shown.pinged.length > 0 ? ['somebody is called'] : []
  if (shown.file === undefined) {
    // What looks like Slack's page to sign in is taken for one, and an address that leads elsewhere is not followed.
    const expected = /^a page called|of dots|with lines/.test(what) && shown.text.includes('could not be fetched')
    return expected ? pinged : [...pinged, 'no file']
  }
  const same = Buffer.from(desk.telegram.bytes(shown.file.id)).equals(Buffer.from(bytes)) ? [] : ['other bytes']
  const shownAsMore = shown.kind !== 'document' && !honest.includes(what) ? [`shown as ${shown.kind}`] : []
  return [...pinged, ...same, ...shownAsMore, ...uncalm(shown.file.name ?? 'photo.jpg')]
}

/** The customer gives a file. Resolves with what is wrong about the copy the agents have. */
export async function toSlack(desk: TestDesk, { customer, card }: Given, file: Hostile): Promise<string[]> {
  const { what, name, mimetype, bytes } = file
  desk.telegram.send(customer, { document: { name, bytes, mime: mimetype, caption: `from me (${what})` } })
  const shown = await inThread(desk, card, `from me (${what})`)
  const [copy] = shown.files ?? []
  const same = Buffer.from(desk.slack.bytes(copy?.id ?? '')).equals(Buffer.from(bytes)) ? [] : ['other bytes']
  return [...(shown.pinged.length > 0 ? ['somebody is called'] : []), ...same, ...uncalm(copy?.name ?? '')]
}

/** What a name may never hold: a path, a line, what turns words round, or more than people read. */
function uncalm(name: string): string[] {
  const wild = name === '' || name.length > 130 || /\/|\\|[\p{Cc}\u202A-\u202E\u2066-\u2069]|^\./v.test(name)
  return wild ? [`called ${JSON.stringify(name.slice(0, 200))}`] : []
}
