import { z } from 'zod'
import { type LaunchOptions, launchPlayground } from '../../playground/launch.ts'

/** In place of a desk: launches the playground it is told of, says where it is, and stays. */
const options = z
  .object({
    home: z.string(),
    port: z.number(),
    deskUrl: z.string(),
    signingSecret: z.string(),
    slackToken: z.string(),
    telegramToken: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? '')) satisfies Omit<LaunchOptions, 'log'>

const { url } = await launchPlayground({ ...options, log: { info: () => {} } })
process.stdout.write(`${url}\n`)
setInterval(() => {}, 1000)
