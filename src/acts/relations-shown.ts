import { called } from '../domain/desk/questions.ts'
import type { Link, LinkKind } from '../domain/ticket/link.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { OnCard } from './on-card.ts'
import type { World } from './world.ts'

const linkLabels: Record<LinkKind, Sentence> = {
  related: say('link-related', {}),
  'duplicate-of': say('link-duplicate-of', {}),
  'has-duplicate': say('link-has-duplicate', {}),
  'follow-up-of': say('link-follow-up-of', {}),
  'has-follow-up': say('link-has-follow-up', {}),
  'caused-by': say('link-caused-by', {}),
  causes: say('link-causes', {}),
  'split-from': say('link-split-from', {}),
  'has-split': say('link-has-split', {}),
}

/** Its tags, and the tickets it has to do with: of a private one the key alone, for everybody reads the card. */
export function relationsOn(world: World, { tags, links }: OnCard, language: string) {
  const kinds = [...new Set(links.map(({ kind }) => kind))]
  return [
    ...(tags.length === 0 ? [] : [{ label: say('card-tags', {}), value: { words: tags.join(', ') } }]),
    ...kinds.map((kind) => {
      const shown = links.filter((link) => link.kind === kind).map((link) => linkShown(world, link, language))
      return { label: linkLabels[kind], value: { words: shown.join(', ') } }
    }),
  ]
}

function linkShown({ desks }: World, link: Link, language: string): string {
  const desk = desks.find((one) => one.desk === link.deskId)
  if (link.private || !desk) return link.key
  return `${link.key} (${called(desk, 'status', link.status, language)})`
}
