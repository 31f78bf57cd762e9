import { type Api, GrammyError } from 'grammy'
import { withoutSecrets } from './fault.ts'

const FRESH_MS = 60_000
const MANY = 5_000
const INSIDE = new Set(['creator', 'administrator', 'member'])

/**
 * Who is in a private group. A bot cannot list its people, but may ask about one (platforms.md §B3.4): remembered for
 * 60 s. A group with a public name counts for nobody, for anybody can join it.
 */
export class Membership {
  readonly #api: Api
  readonly #now: () => Date
  readonly #known = new Map<string, { is: boolean; atMs: number }>()

  constructor(api: Api, now: () => Date) {
    this.#api = api
    this.#now = now
  }

  /** Rejects when Telegram cannot be asked. */
  async has(group: string, who: string): Promise<boolean> {
    return (await this.#fresh(`private ${group}`, () => this.#isPrivate(group)))
      ? this.#fresh(`${group} ${who}`, () => this.#isIn(group, who))
      : false
  }

  async #isPrivate(group: string): Promise<boolean> {
    const chat = await this.#api.getChat(Number(group))
    return 'username' in chat ? chat.username === undefined : true
  }

  async #isIn(group: string, who: string): Promise<boolean> {
    const member = await this.#api.getChatMember(Number(group), Number(who))
    return member.status === 'restricted' ? member.is_member : INSIDE.has(member.status)
  }

  async #fresh(key: string, ask: () => Promise<boolean>): Promise<boolean> {
    const known = this.#known.get(key)
    if (known && this.#now().getTime() - known.atMs < FRESH_MS) return known.is
    const is = await ask().catch((error: unknown) => {
      // No such group or person, or the bot is not in it: nobody is.
      if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return false
      throw withoutSecrets(error)
    })
    if (this.#known.size >= MANY) this.#known.clear()
    this.#known.set(key, { is, atMs: this.#now().getTime() })
    return is
  }
}
