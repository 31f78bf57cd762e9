/** There is more than was asked for. */
export class TooBig extends Error {
  override name = 'TooBig'
}

/** A body as it comes. Throws `TooBig` where there are more than `most` bytes: nobody's word on a length is believed. */
export async function* capped(body: AsyncIterable<Uint8Array> | null, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > most) throw new TooBig()
    yield part
  }
}

/** A small body's bytes, or undefined where there are more than `most`. */
export async function cappedBytes(body: AsyncIterable<Uint8Array> | null, most: number): Promise<Buffer | undefined> {
  try {
    const parts: Uint8Array[] = []
    for await (const part of capped(body, most)) parts.push(part)
    return Buffer.concat(parts)
  } catch (error) {
    if (error instanceof TooBig) return undefined
    throw error
  }
}

/**
 * A request's body as text, or undefined where it is longer than `most` bytes. Node's server takes a length that was told
 * for the body's own and gives no byte beyond it: what tells one is read at once, which takes a third of what it takes to
 * make a stream of it.
 */
export async function cappedText(request: Request, most: number): Promise<string | undefined> {
  const told = request.headers.get('content-length')
  if (told === null) return (await cappedBytes(request.body, most))?.toString('utf8')
  if (!(Number(told) <= most)) return undefined
  return Buffer.from(await request.arrayBuffer()).toString('utf8')
}
