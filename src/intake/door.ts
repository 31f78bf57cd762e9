import type { Door } from '../adapter.ts'
import { type Asked, answerQuestion } from './ask.ts'

/** The two calls an adapter has into the core (design.md §8). `onReceived` wakes whoever hears the inbox. */
export function doorOf(asked: Asked, onReceived: () => void): Door {
  return {
    async receive(raws) {
      if (raws.length === 0) return
      await asked.store.inbox.receive(raws)
      onReceived()
    },
    ask: (question) => answerQuestion(asked, question),
  }
}
