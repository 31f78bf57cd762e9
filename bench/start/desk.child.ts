import { openCluster } from '../../src/store/embedded/cluster.ts'

/** As `npm start` does with tokens of both platforms and no database of one's own, in a folder of the bench's. */
const { DESK_HOME, DESK_DATABASE } = process.env
const cluster = await openCluster({ home: DESK_HOME ?? '' })
process.env.DESK_DATABASE = await cluster.ensureDatabase(DESK_DATABASE ?? '')
await import('../scale/desk.child.ts')
