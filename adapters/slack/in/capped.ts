import { cappedBytes } from '../../../src/adapter.ts'

/** The body as text, or undefined where it is longer than `most` bytes. */
export async function cappedText(request: Request, most: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return undefined
  return (await cappedBytes(request.body, most))?.toString('utf8')
}
