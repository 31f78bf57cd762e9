import type { Turn } from '../domain/turn.ts'
import { type Sentence, say } from '../ports/content.ts'

const turnSentences: Record<Turn, () => Sentence> = {
  ours: () => say('turn-ours', {}),
  requester: () => say('turn-requester', {}),
  other: () => say('turn-other', {}),
  nobody: () => say('turn-nobody', {}),
}

/** Whose turn it is, as people read it. */
export function turnSentence(turn: Turn): Sentence {
  return turnSentences[turn]()
}
