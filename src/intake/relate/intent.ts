import { TYPED_KEY as KEY } from '../../domain/ticket/key.ts'
import type { LinkKind } from '../../domain/ticket/link.ts'

/** What an agent can say of what tickets have to do with each other. */
export type RelateIntent =
  | { do: 'unmerge'; key: string }
  | { do: 'link'; key: string; to: string; kind: LinkKind }
  | { do: 'unlink'; key: string; from: string }
  | { do: 'tag'; key: string; words: string }
  | { do: 'untag'; key: string; words: string }
  | { do: 'list-tagged'; tag: string }
  | { do: 'split'; key: string }
  /** One of these, and not to be understood. */
  | { do: 'relate-how' }

const BEGINS = new RegExp(`^(?:link|unlink|tag|untag|split|unmerge)\\s+${KEY}(?:\\s|$)`, 'i')
const LINK = new RegExp(`^link\\s+(${KEY})\\s+(?:(?:to|with)\\s+)?(${KEY})(?:\\s+(?:as\\s+)?(.+))?$`, 'i')
const UNLINK = new RegExp(`^unlink\\s+(${KEY})\\s+(?:from\\s+)?(${KEY})$`, 'i')
const TAG = new RegExp(`^(tag|untag)\\s+(${KEY})\\s+(.+)$`, 'is')
const ALONE = new RegExp(`^(unmerge|split)\\s+(${KEY})$`, 'i')

/** Undefined: words of another kind. `words`: those after `/ticket`. */
export function relateIntent(words: string): RelateIntent | undefined {
  const [, tag] = /^list\s+tag:\s*(\S+)$/i.exec(words) ?? []
  if (tag !== undefined) return { do: 'list-tagged', tag }
  if (!BEGINS.test(words)) return undefined
  const [, key, to, as = 'related'] = LINK.exec(words) ?? []
  const kind = kindIn(as)
  if (key !== undefined && to !== undefined && kind !== undefined) return { do: 'link', key, to, kind }
  const [, other, from] = UNLINK.exec(words) ?? []
  if (other !== undefined && from !== undefined) return { do: 'unlink', key: other, from }
  const [, verb, tagged, said] = TAG.exec(words) ?? []
  if (verb !== undefined && tagged !== undefined && said !== undefined) {
    return { do: verb.toLowerCase() === 'tag' ? 'tag' : 'untag', key: tagged, words: said }
  }
  const [, alone, its] = ALONE.exec(words) ?? []
  if (alone !== undefined && its !== undefined) {
    return { do: alone.toLowerCase() === 'split' ? 'split' : 'unmerge', key: its }
  }
  return { do: 'relate-how' }
}

/** People write it with and without hyphens, `of` and `by`. */
function kindIn(words: string): LinkKind | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-')
    .replace(/-(?:of|to|by)$/, '')
  return kinds.get(said)
}

const kinds: ReadonlyMap<string, LinkKind> = new Map([
  ['related', 'related'],
  ['duplicate', 'duplicate-of'],
  ['follow-up', 'follow-up-of'],
  ['followup', 'follow-up-of'],
  ['caused', 'caused-by'],
])
