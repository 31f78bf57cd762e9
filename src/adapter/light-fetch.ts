import { Agent, type Dispatcher, request } from 'undici'

/** What the platforms' libraries ask with. */
export interface LightAsked {
  method?: string | undefined
  headers?: Record<string, string> | undefined
  body?: Dispatcher.DispatchOptions['body'] | undefined
  signal?: AbortSignal | undefined
  /** Default: the connections of `fetch`. */
  dispatcher?: Dispatcher | undefined
}

/** Connections of one's own, each kept for the next call so long (ms); those of `fetch` are kept for 4 s. */
export function connectionsKept(ms: number): Dispatcher {
  return new Agent({ keepAliveTimeout: ms })
}

/** What they read of an answer. */
export interface LightAnswer {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: { get(name: string): string | null; entries(): Iterable<[string, string]> }
  arrayBuffer(): Promise<ArrayBuffer>
  json(): Promise<unknown>
  text(): Promise<string>
}

/**
 * A call of a platform's API, with an answer read whole and no redirect followed. `fetch` makes a Request, a Response and
 * web streams of it, which took more than twice the processor that all the rest does, and nobody looks at them.
 * Rejects as `request` of undici does: with the system's error, or what `signal` says.
 */
export async function lightFetch(url: string, asked: LightAsked): Promise<LightAnswer> {
  const { method = 'GET', headers = {}, body = null, signal, dispatcher } = asked
  const answer = await request(url, { method, headers, body, signal, ...(dispatcher && { dispatcher }) })
  const bytes = await answer.body.arrayBuffer()
  const { statusCode: status, statusText } = answer
  const said = (): string => Buffer.from(bytes).toString('utf8')
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url,
    headers: headersOf(answer.headers),
    arrayBuffer: async () => bytes,
    json: async () => JSON.parse(said()),
    text: async () => said(),
  }
}

function headersOf(headers: Dispatcher.ResponseData['headers']): LightAnswer['headers'] {
  const value = (said: string | string[]): string => (typeof said === 'string' ? said : said.join(', '))
  return {
    get(name) {
      const said = headers[name.toLowerCase()]
      return said === undefined ? null : value(said)
    },
    entries: () =>
      Object.entries(headers).flatMap(([name, said]): [string, string][] =>
        said === undefined ? [] : [[name, value(said)]],
      ),
  }
}
