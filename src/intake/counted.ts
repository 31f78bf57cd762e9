import { type Fact, type Sentence, say } from '../ports/content.ts'

/** A list is counted no further than this: nobody reads on from there, and counting all of a heap takes long. */
export const COUNTED_TO = 1000

/** How many there are. */
export function counted(count: number): Fact {
  return count > COUNTED_TO ? { atLeast: COUNTED_TO } : count
}

/** The last line of a list that is longer than what is shown of it; none where all of it is. */
export function moreThan(shown: number, count: number): Sentence[] {
  if (count <= shown) return []
  return [say('digest-more', { count: count > COUNTED_TO ? { atLeast: COUNTED_TO - shown } : count - shown })]
}
