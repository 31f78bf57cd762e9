import type { Adapter, Address, Budget } from '../adapter.ts'
import type { Counting } from '../ports/counting.ts'
import type { Bringing } from './bring-files.ts'

/** What sending needs. */
export interface Relaying extends Bringing {
  /** This process, as its lease names it. */
  holder: string
  uuid: () => string
  /** What a chat takes; default what its platform says. */
  budgetOf?: ((adapter: Adapter, chat: string) => Budget) | undefined
  /** What an account takes over all its chats; default what its platform says. */
  accountBudgetOf?: ((adapter: Adapter) => Budget) | undefined
  counting?: Counting | undefined
  /** While true nothing is sent. */
  paused?: (() => boolean) | undefined
  /** May this process say of another that it is dead? Default yes. */
  judges?: (() => boolean) | undefined
  /** Does the database take what is written, as far as is known now? Default yes. */
  written?: (() => boolean) | undefined
  /** Do people of another company read what is said there, as far as is known now? */
  strangersRead?: ((at: Address) => boolean) | undefined
  /** How an agent of this name signs to the requesters of a desk (its id), in this language; default by the name. */
  signs?: ((desk: string, name: string, language: string) => string) | undefined
  /** A chat goes on under another id, as the store knows now. */
  chatMoved?: (() => Promise<void>) | undefined
}
