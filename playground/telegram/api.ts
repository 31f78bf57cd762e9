import type { Ledger } from '../ledger.ts'
import type { Budgets } from './budgets.ts'
import { isMethod, payloadFault } from './contract.ts'
import type { Call } from './methods/call.ts'
import { methods } from './methods/index.ts'
import { ApiRefusal, badRequest, notModelled } from './refusal.ts'

/** The Bot API: one call after the contract, the limits and the budgets were asked. */
export class Api {
  readonly #call: Omit<Call, 'uploads' | 'gone'>
  readonly #ledger: Ledger
  readonly #budgets: Budgets | undefined

  constructor(call: Omit<Call, 'uploads' | 'gone'>, ledger: Ledger, budgets: Budgets | undefined) {
    this.#call = call
    this.#ledger = ledger
    this.#budgets = budgets
  }

  /** Carries out a call and returns its `result`. Throws `ApiRefusal`; either way the ledger knows. */
  async do(method: string, payload: Record<string, unknown>, about: Pick<Call, 'uploads' | 'gone'>): Promise<unknown> {
    try {
      const result = await this.#carryOut(method, payload, about)
      if (method !== 'getUpdates') this.#note(method, payload, result)
      return result
    } catch (error) {
      if (error instanceof ApiRefusal) this.refused(method, error.message)
      throw error
    }
  }

  /** Notes a call that had no effect. */
  refused(method: string, error: string): void {
    this.#ledger.add({ what: 'refused', platform: 'telegram', method, error })
  }

  async #carryOut(method: string, payload: Record<string, unknown>, about: Pick<Call, 'uploads' | 'gone'>) {
    if (!isMethod(method)) throw new ApiRefusal(404, 'Not Found: method not found')
    const fault = payloadFault(method, payload)
    if (fault) throw badRequest(fault)
    const act = isModelled(method) ? methods[method] : undefined
    if (!act) throw notModelled(method)
    this.#budgets?.spend(method, payload.chat_id)
    // The payload has just passed the contract's schema of this very method.
    return (act as (payload: object, call: Call) => unknown)(payload, { ...this.#call, ...about })
  }

  #note(method: string, payload: Record<string, unknown>, result: unknown): void {
    const words = payload.text ?? payload.caption
    this.#ledger.add({
      what: 'called',
      platform: 'telegram',
      method,
      ...(payload.chat_id === undefined ? {} : { chat: asText(payload.chat_id) }),
      ...messageIn(payload, result),
      ...(typeof words === 'string' ? { words } : {}),
    })
  }
}

function isModelled(method: string): method is keyof typeof methods {
  return Object.hasOwn(methods, method)
}

function messageIn(payload: Record<string, unknown>, result: unknown): { message?: string } {
  const made = typeof result === 'object' && result !== null && 'message_id' in result ? result.message_id : undefined
  const id = made ?? payload.message_id
  return id === undefined ? {} : { message: asText(id) }
}

/** Ids are numbers or strings: the contract was asked before. */
function asText(id: unknown): string {
  return typeof id === 'string' ? id : JSON.stringify(id)
}
