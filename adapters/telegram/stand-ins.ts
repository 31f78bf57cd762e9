/** A file with nothing in it, to stand where one was. */
export interface StandIn {
  type: 'photo' | 'document' | 'audio'
  name: string
  bytes: Uint8Array
}

/** One of each kind an album may be of (platforms.md §B1); anything else may become any of them. No file may be empty there. */
export function standInsFor(words: string): StandIn[] {
  return [
    { type: 'photo', name: '-.png', bytes: WHITE },
    { type: 'document', name: '-.txt', bytes: Buffer.from(words || '-') },
    { type: 'audio', name: '-.mp3', bytes: SILENCE },
  ]
}

/** A white PNG of 100 by 100. */
const WHITE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAGQAAABkAQAAAABYmaj5AAAAGElEQVR42mP4jwwYRnmjvFHeKG+UR2MeAKJDDzhZDesHAAAAAElFTkSuQmCC',
  'base64',
)

/** A second of MPEG-1 layer III, 32 kbit/s, one channel: frames of 104 bytes, each a header and nothing after it. */
const SILENCE = Buffer.concat(
  Array.from({ length: 38 }, () => Buffer.concat([Buffer.from('fffb10c0', 'hex'), Buffer.alloc(100)])),
)
