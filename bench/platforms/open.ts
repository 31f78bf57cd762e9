import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answered, Asked, Deed, Load, Outcome } from './wire.ts'

/** A Slack and a Telegram that cost next to nothing, with all their people, in a process of their own. */
export interface Platforms {
  slackApiUrl: string
  telegramApiRoot: string
  load(load: Load): Promise<Outcome>
  /** Resolves with how long it took (ms). */
  deed(deed: Deed): Promise<number>
  /** How often which method was called since this was asked last. */
  calls(): Promise<Record<string, number>>
  close(): Promise<void>
}

const child = fileURLToPath(new URL('main.child.ts', import.meta.url))

export async function openPlatforms(): Promise<Platforms> {
  const running = fork(child, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const ask = (asked: Ask): Promise<unknown> => {
    const id = waiting.size === 0 ? 1 : Math.max(...waiting.keys()) + 1
    const answered = Promise.withResolvers<unknown>()
    waiting.set(id, answered)
    running.send({ id, ...asked })
    return answered.promise
  }
  const ready = Promise.withResolvers<unknown>()
  waiting.set(0, ready)
  running.on('message', (told: Answered) => {
    const answered = waiting.get(told.id)
    waiting.delete(told.id)
    if ('failed' in told) answered?.reject(new Error(told.failed))
    else answered?.resolve(told.outcome)
  })
  running.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the platforms of the bench have ended'))
  })
  const url = `http://127.0.0.1:${Number(await ready.promise)}`
  return {
    slackApiUrl: `${url}/api/`,
    telegramApiRoot: url,
    // What comes back is what the child's `answer` returned for the same question.
    load: (load) => ask({ ask: 'load', load }) as Promise<Outcome>,
    deed: (deed) => ask({ ask: 'deed', deed }) as Promise<number>,
    calls: () => ask({ ask: 'calls' }) as Promise<Record<string, number>>,
    async close() {
      if (running.exitCode !== null) return
      const gone = once(running, 'exit')
      running.disconnect()
      await gone
    },
  }
}

type Ask = { [Kind in Asked['ask']]: Omit<Extract<Asked, { ask: Kind }>, 'id'> }[Asked['ask']]
