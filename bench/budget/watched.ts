import { type Adapter, type Delivery, DeliveryFault, type Fault } from '../../src/adapter.ts'

/** One call of the relay to a platform, by the simulated clock. */
export interface Call {
  atMs: number
  chat: string
  delivery: string
  act: Delivery['act']
  fault?: Fault
}

/** The adapter as it is, with a note of every delivery it is asked for, when, and how that ended. */
export function watched(adapter: Adapter, now: () => Date, calls: Call[]): Adapter {
  const deliver = async (delivery: Delivery) => {
    const call: Call = { atMs: now().getTime(), chat: delivery.to.chat, delivery: delivery.id, act: delivery.act }
    calls.push(call)
    try {
      return await adapter.deliver(delivery)
    } catch (error) {
      if (error instanceof DeliveryFault) call.fault = error.fault
      throw error
    }
  }
  return new Proxy(adapter, {
    get(target, key) {
      if (key === 'deliver') return deliver
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
