import { type Sentence, say } from '../ports/content.ts'
import { hourIn, type Scene } from './scene.ts'

/**
 * With an agent's words on their way to the requester: when the ticket will be over if they do not answer. Where a
 * reminder comes first, that says so.
 */
export function silenceLine(scene: Scene): Sentence | undefined {
  const { times, desk, after } = scene
  if (times.silenceAt === null || after.stage !== 'waiting-requester') return undefined
  const closes = desk.silence.some(({ steps }) => steps[0] && steps[0].do !== 'remind')
  return closes ? say('silence-closes', { until: hourIn(desk, times.silenceAt) }) : undefined
}
