import { doDeed, Heard, Marks, run } from './load.ts'
import { servePlatforms } from './server.ts'
import { type Answered, type Asked, MARK, SAYS_LATE } from './wire.ts'

/** Both platforms and all their people as one process: answers calls, and makes the load it is asked for. */
const marks = new Marks()
const heard = new Heard()
const calls = new Map<string, number>()

const port = await servePlatforms(({ method, body }) => {
  calls.set(method, (calls.get(method) ?? 0) + 1)
  heard.call(method, body)
  if (method !== 'chat.postMessage' && method !== 'sendMessage') return
  const mark = MARK.exec(body)?.[1]
  if (mark !== undefined) marks.seen(Number(mark), SAYS_LATE.test(body))
})

process.on('message', (asked: Asked) => {
  answer(asked).then(
    (outcome) => say({ id: asked.id, outcome }),
    (error: unknown) => say({ id: asked.id, failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
say({ id: 0, outcome: port })

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.ask) {
    case 'load':
      return run(asked.load, marks)
    case 'deed':
      return doDeed(asked.deed, heard)
    case 'calls': {
      const found = Object.fromEntries(calls)
      calls.clear()
      return found
    }
    default:
      return asked satisfies never
  }
}

function say(what: Answered): void {
  process.send?.(what)
}
