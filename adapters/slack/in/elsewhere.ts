import { joinTexts } from '../../../src/domain/text/joined.ts'
import { NO_WORDS, type Text } from '../../../src/domain/text/text.ts'
import { calmName } from '../../../src/domain/text/words.ts'
import type { File, Message } from './shapes.ts'

/**
 * Files that lie elsewhere (a Google document): they are never fetched (platforms.md §A3.4), but anybody may follow a link.
 * Slack makes such a file of a link somebody wrote, too, sometimes later: then it stands among the words already.
 */
export function linksIn({ files, text }: Pick<Message, 'files' | 'text'>): Text {
  const written = addressesIn(text ?? '')
  return joinTexts(
    (files ?? []).map((file) => {
      const url = addressElsewhere(file)
      return url === undefined || written.some((one) => leadsTo(one, url)) ? NO_WORDS : linkTo(url, file)
    }),
  )
}

/** Where a file that lies elsewhere is to be seen; undefined for Slack's own, and where no address is one to follow. */
export function addressElsewhere({ is_external, mode, url_private, permalink }: File): string | undefined {
  if (mode === 'tombstone' || !(is_external || mode === 'external')) return undefined
  return [url_private, permalink].find((address) => isToFollow(address)) ?? undefined
}

function linkTo(url: string, { name }: File): Text {
  const value = calmName(name ?? '') || url
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value }] }] }],
  }
}

function isToFollow(address: string | null | undefined): boolean {
  const url = URL.parse(address ?? '')
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}

/** The addresses `text` names, where `&` is written as HTML has it. */
function addressesIn(text: string): URL[] {
  return text.split(/[\s<>|]+/).flatMap((word) => URL.parse(word.replaceAll('&amp;', '&')) ?? [])
}

/**
 * The same document, whoever shared it how (`usp`). SharePoint tells all its documents apart by the query alone; a link
 * shown twice is better than a file nobody hears of.
 */
function leadsTo(written: URL, address: string): boolean {
  const { origin, pathname, searchParams, hash } = new URL(address)
  if (written.origin !== origin || written.pathname !== pathname) return false
  if (hash !== '' && written.hash !== hash) return false
  return [...searchParams].every(([key, value]) => key === 'usp' || written.searchParams.has(key, value))
}
