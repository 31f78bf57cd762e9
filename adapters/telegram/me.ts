/** The bot itself, as `getMe` names it. */
export interface Me {
  /** The bot's id in decimal: the `account` of every address. */
  id: string
  /** Without the `@`. */
  username: string
}

/** The bot's id stands before the colon of its token, so it is known before Telegram has said anything. */
export function idOfToken(token: string): string {
  const id = /^(\d+):.+$/.exec(token)?.[1]
  if (id === undefined) throw new Error('telegram-token-malformed: want <bot id>:<secret>, as @BotFather gives it')
  return id
}
