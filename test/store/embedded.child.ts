import { openCluster } from '../../src/store/embedded/cluster.ts'

/**
 * A desk of its own, for tests: opens the cluster of the folder named, says on standard output what happened (a line of
 * JSON each), leaves at a line on standard input.
 */
const [home = ''] = process.argv.slice(2)
const say = (event: string, facts: Record<string, unknown>) =>
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`)

const cluster = await openCluster({ home, log: say, settings: { fsync: 'off' } })
say('open', { url: await cluster.ensureDatabase('desk') })
process.stdin.once('data', () => {
  void cluster.release().then(() => process.exit(0))
})
