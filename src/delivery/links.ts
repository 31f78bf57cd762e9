import type { ChoiceContent, Content } from '../ports/content.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'

/**
 * Content with its links to other messages of ours put in: where a message stands is known only once it is sent. One
 * that cannot be linked to (its platform has no links, or does not answer) is left out.
 */
export async function withLinks(
  { store, platforms }: { store: Store; platforms: Platforms },
  content: Content | null,
): Promise<Content | null> {
  if (!content?.choices?.flat().some(({ kind }) => kind === 'message-link')) return content
  const linked = async (choice: ChoiceContent): Promise<ChoiceContent[]> => {
    if (choice.kind !== 'message-link') return [choice]
    const row = await store.transaction((unit) => unit.deliveries.byId(choice.delivery))
    if (!row?.sentChat || !row.sentMessageId) return []
    const url = await platforms
      .get(row.to.platform)
      ?.permalink(row.sentChat, row.sentMessageId)
      .catch(() => undefined)
    return url === undefined ? [] : [{ kind: 'link', label: choice.label, url }]
  }
  const choices: ChoiceContent[][] = []
  for (const row of content.choices) choices.push((await Promise.all(row.map(linked))).flat())
  return { ...content, choices }
}
