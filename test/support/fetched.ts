import type { Fetched } from '../../src/adapter.ts'

/** What was fetched, read to its end. */
export async function whole(fetched: Fetched): Promise<unknown> {
  if ('refused' in fetched) return fetched
  const parts: Uint8Array[] = []
  for await (const part of fetched.body) parts.push(part)
  return { ...fetched, body: Buffer.concat(parts).toString('utf8') }
}
