/**
 * The limits of platforms.md §A2. Every text of a length is counted in code points, blocks as a whole in UTF-8 bytes
 * of their JSON.
 */
export const MAX = {
  textPosted: 40_000,
  textUpdated: 4000,
  blocksJson: 12_000,
  markdown: 12_000,
  metadataJson: 8192,
  attachments: 100,
  messageBlocks: 50,
  viewBlocks: 100,
  url: 3000,
  overflow: 5,
  options: 100,
  optionGroups: 100,
  inputLength: 3000,
  inputFiles: 10,
  tableCells: 20,
  tableCharacters: 10_000,
  cardsInContainer: 10,
  modalTitle: 24,
  privateMetadata: 3000,
  id: 255,
}

/** In code points. */
export function length(text: string): number {
  return Array.from(text).length
}

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
