import { createHash } from 'node:crypto'

/** Namespace of our drafts (RFC 9562 §5.5); any fixed uuid serves. */
const NAMESPACE = Buffer.from('6f1c0c5e7f0a4a0e9d3b1a52c7d4e8b9', 'hex')

/**
 * The draft a command or shortcut opens: a uuid v5 of its `trigger_id`, so that the form opened now and the inbox row
 * read later name the same draft without anything being kept.
 */
export function draftOf(triggerId: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(triggerId).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
