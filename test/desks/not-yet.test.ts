import { expect, it } from 'vitest'
import { checkDesks } from '../../src/commands/check-desks.ts'
import { playgroundChannels } from '../../src/playground-names.ts'

/* What desks.md asks of channels that are not built yet stands in the files, and is said at every start. */

it.each([
  ['demo', []],
  // Mail, and the chatbot's standard questions.
  ['smarttalk', ['email', 'knowledge']],
  // The portal one signs in to; where a rating is confirmed.
  ['smartplayer', ['web']],
  // The help window, what it answers from, replies by mail.
  ['saas-helpdesk', ['email', 'web', 'knowledge']],
  // Mail instead of the form.
  ['mutelab', ['email']],
  // The company's panel.
  ['kubit', ['web']],
])('%s waits for %j', async (name, channels) => {
  const { lines, ok } = await checkDesks([`desks/${name}.yaml`], (variable) => playgroundChannels[variable])
  expect(ok).toBe(true)
  expect(lines.filter((line) => line.includes('not available yet'))).toEqual(
    channels.map((channel) => `${name}: the channel ${channel} is not available yet, its lines do nothing.`),
  )
})
