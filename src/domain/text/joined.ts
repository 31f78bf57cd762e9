import type { Text } from './text.ts'

/** Texts below one another, as one. */
export function joinTexts(texts: readonly Text[]): Text {
  return { type: 'root', children: texts.flatMap(({ children }) => children) }
}
