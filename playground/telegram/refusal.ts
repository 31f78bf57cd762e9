/** Telegram says no: what goes back as `{ok:false, error_code, description, parameters?}` with the same HTTP status. */
export class ApiRefusal extends Error {
  readonly code: number
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined

  constructor(code: number, description: string, parameters?: { retry_after?: number; migrate_to_chat_id?: number }) {
    super(description)
    this.name = 'ApiRefusal'
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(why: string): ApiRefusal {
  return new ApiRefusal(400, `Bad Request: ${why}`)
}

/** The group became a supergroup: platforms.md §B2. */
export function movedTo(chat: number): ApiRefusal {
  const why = 'Bad Request: group chat was upgraded to a supergroup chat'
  return new ApiRefusal(400, why, { migrate_to_chat_id: chat })
}

export function forbidden(why: string): ApiRefusal {
  return new ApiRefusal(403, `Forbidden: ${why}`)
}

export function conflict(why: string): ApiRefusal {
  return new ApiRefusal(409, `Conflict: ${why}`)
}

/** The form of a 429: platforms.md §B2. */
export function tooMany(retryAfterSeconds: number): ApiRefusal {
  return new ApiRefusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, { retry_after: retryAfterSeconds })
}

/** Telegram knows it, this playground does not: never silently accepted. */
export function notModelled(what: string): ApiRefusal {
  return new ApiRefusal(501, `not modelled here: ${what}`)
}
