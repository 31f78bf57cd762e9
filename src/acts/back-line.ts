import { type Sentence, say } from '../ports/content.ts'
import { backAt } from './promises.ts'
import { hourIn, type Scene } from './scene.ts'

/** Outside hours, for who waits for an answer again: when people are back (sla.md, part B). None while somebody is there. */
export async function backLine({ unit, world, desk, after, times }: Scene): Promise<Sentence[]> {
  const back = await backAt(unit, world, after, times.judged?.policy ?? null)
  return back ? [say('back-at', { at: hourIn(desk, back) })] : []
}
