import { openOrm } from '../../../src/store/orm.ts'
import { secrets } from '../../../test/support/demo.ts'
import { startTestDesk } from '../../../test/support/desk.ts'
import { doorCases, tried } from '../../../test/support/hostile-cases.ts'
import { CANARY } from '../../../test/support/hostile-requests.ts'
import { socketCases, socketDesk } from '../../../test/support/hostile-socket.ts'
import { logLines } from '../../../test/support/log-lines.ts'
import { all, none, told } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

/** SEC1: everybody but the platform speaks to the desk's doors; again and again in full. */
export const door: Scenario = {
  name: 'door',
  proves: ['SEC1'],
  parts: onePart(async ({ cluster, say }, size) => {
    const { log, lines } = logLines('trace')
    const seconds = Math.floor(Date.now() / 1000)
    const desk = await startTestDesk({
      cluster: await cluster(),
      webhook: true,
      log,
      // It stands still on a whole second, so that 299 and 301 s are just that.
      realNow: () => new Date(seconds * 1000),
    })
    const orm = await openOrm(desk.database.url, 1)
    const rows = async () => (await orm.em.fork().execute('select id from inbox')).length
    const wrong: string[] = []
    let right = 0
    const rounds = size === 'quick' ? 1 : 25
    try {
      for (let round = 0; round < rounds; round++) {
        for (const one of doorCases) {
          const before = await rows()
          const answers = await tried(one, { port: desk.desk.port, seconds })
          const ok =
            String(answers.map(({ status }) => status)) === String(one.statuses) &&
            answers.every(({ body }) => !body.includes(CANARY)) &&
            (await rows()) - before === one.rows
          if (ok) right += 1
          else wrong.push(one.name)
        }
      }
      for (const one of socketCases) {
        await using line = await socketDesk(lines)
        await line.say(one.frames)
        if (String(line.rows()) === String(one.keys) && (await line.proper())) right += 1
        else wrong.push(one.name)
      }
      await desk.desk.idle()
    } finally {
      await orm.close(true)
      await desk.stop()
    }
    for (const name of wrong) say(`not answered as it must be: ${name}`)
    const said = lines.join('')
    const leaked = [CANARY, 'v0=', ...Object.values(secrets)].filter((secret) => said.includes(secret))
    return {
      SEC1: [
        all('answered as they must be', right, doorCases.length * rounds + socketCases.length),
        none('secrets or words in the log', leaked),
        told('cases', doorCases.length + socketCases.length),
      ],
    }
  }),
}
