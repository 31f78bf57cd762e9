import { type Api, GrammyError } from 'grammy'
import type { Profile } from '../../src/adapter.ts'
import { calmName } from '../../src/domain/text/words.ts'
import { withoutSecrets } from './fault.ts'
import type { User } from './shapes.ts'

const MANY = 1_000
const FRESH_MS = 60_000

/**
 * Who people are. Telegram tells the language of somebody's app only with their updates, `getChat` only their name:
 * so what updates told is remembered (a cache: of the last thousand, names for 60 s) and the name is asked again.
 */
export class Acquaintances {
  readonly #api: Api
  readonly #now: () => Date
  /** In the order last met. */
  readonly #met = new Map<string, { profile: Profile; atMs: number }>()

  constructor(api: Api, now: () => Date) {
    this.#api = api
    this.#now = now
  }

  meet(user: User): void {
    this.#remember(String(user.id), {
      name: fullName(user) || String(user.id),
      language: user.language_code,
      kind: user.is_bot ? 'bot' : 'member',
    })
  }

  /** Undefined where Telegram knows nobody of that id, or not to this bot. Rejects when Telegram cannot be asked. */
  async profile(id: string): Promise<Profile | undefined> {
    const known = this.#met.get(id)
    if (known && this.#now().getTime() - known.atMs < FRESH_MS) return known.profile
    const chat = await this.#chat(id)
    if (chat?.type !== 'private') return known?.profile
    return this.#remember(id, { kind: 'member', ...known?.profile, name: fullName(chat) || id })
  }

  async #chat(id: string) {
    try {
      return await this.#api.getChat(Number(id))
    } catch (error) {
      if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return undefined
      throw withoutSecrets(error)
    }
  }

  #remember(id: string, profile: Profile): Profile {
    this.#met.delete(id)
    this.#met.set(id, { profile, atMs: this.#now().getTime() })
    const [longestAgo] = this.#met.keys()
    if (this.#met.size > MANY && longestAgo !== undefined) this.#met.delete(longestAgo)
    return profile
  }
}

function fullName({ first_name, last_name }: { first_name: string; last_name?: string | undefined }): string {
  return calmName([first_name, last_name].filter(Boolean).join(' '))
}
