import { give } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { makeData } from './initdb.ts'
import { keepUp } from './keep-up.ts'
import { withLock } from './lock.ts'
import { adoptable, dropDatabase, ensureDatabase, passwordOf, urlOf } from './login.ts'
import { type Place, placeFor } from './place.ts'
import { postmasterOf, removeForeignPid } from './postmaster.ts'
import { type Settings, startServer, stopServer } from './server.ts'
import { signIn, signOut } from './users.ts'

/** A real PostgreSQL of this checkout's own, for when `DATABASE_URL` is not set (`design.md §8` Processes). */
export interface Cluster {
  /** The address of a database, password included: not for logs. */
  url(database: string): string
  /** Makes the database where it is missing. Resolves with its address. */
  ensureDatabase(name: string): Promise<string>
  /** Removes the database, whoever is still connected to it. */
  dropDatabase(name: string): Promise<void>
  /** From now on the server is started again whenever it has gone by itself, until `release`. */
  keepUp(): void
  /** We need it no more: the last process to say so stops the server. Saying it twice is harmless. */
  release(): Promise<void>
  /** Stops and starts the server on the same port, under everybody's feet: for tests of faults. */
  restart(mode: 'fast' | 'immediate'): Promise<void>
  readonly port: number
  /** The folder the data really lie in: `home`, or the one taken instead. */
  readonly home: string
}

export interface ClusterOptions {
  /** The `.deskhand` folder; made where it is missing. */
  home: string
  /** Told what happened, as a name and facts, never a password: `database.elsewhere`, `.made`, `.started`, `.still-down` … */
  log?: ((event: string, facts: Record<string, unknown>) => void) | undefined
  /** Server settings for a server this call starts, e.g. `fsync: 'off'` where data may be lost (tests). */
  settings?: Settings | undefined
}

/**
 * Opens the embedded PostgreSQL: makes it the first time, adopts the server that already runs (also one whose desk was
 * killed), otherwise starts it. Everybody who shares `home` shares the server, and must be on the same machine.
 * Rejects with an error that says what to do.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const log = options.log ?? (() => {})
  const place = await placeFor(options.home)
  if (place.insteadOf)
    log('database.elsewhere', { home: place.insteadOf, folder: place.folder, as: place.account?.name })

  return withLock(place.lock, async () => {
    const binaries = await findBinaries(place.folder, place.account)
    if (binaries.copiedTo) log('database.programs-copied', { folder: binaries.copiedTo })
    const port = (await adopted(place, log)) ?? (await started(place, binaries, options.settings ?? {}, log))
    const user = await signIn(place.users)
    await give(place.users, place.account)
    const server: Server = { place, binaries, settings: options.settings ?? {}, log }
    return clusterOf(server, port, await passwordOf(place), user)
  })
}

type Log = NonNullable<ClusterOptions['log']>

interface Server {
  place: Place
  binaries: Binaries
  settings: Settings
  log: Log
}

async function adopted(place: Place, log: Log): Promise<number | undefined> {
  const port = await adoptable(place)
  if (port !== undefined) log('database.adopted', { folder: place.folder, port })
  return port
}

async function started(place: Place, binaries: Binaries, settings: Settings, log: Log): Promise<number> {
  const durable = settings.fsync !== 'off'
  if (await makeData(place, binaries, { durable })) log('database.made', { folder: place.folder })
  // Before the server, not after: without its password a running server is of no use to anybody.
  await passwordOf(place)
  const foreign = await removeForeignPid(place.data)
  if (foreign !== undefined) log('database.stale-lock-removed', { folder: place.folder, pid: foreign })
  const port = await startServer(place, binaries, settings)
  log('database.started', { folder: place.folder, port, as: place.account?.name })
  return port
}

function clusterOf({ place, binaries, settings, log }: Server, port: number, password: string, user: string): Cluster {
  const url = (database: string) => urlOf(place, port, password, database)
  let released: Promise<void> | undefined
  let endKeeping = async (): Promise<void> => {}
  const startAgain = async (): Promise<void> => {
    const again = await startServer(place, binaries, settings)
    if (again === port) return
    await stopServer(place, binaries, 'fast')
    throw new Error(`Port ${port}, which the database is known by, is another program's now: end that one.`)
  }

  return {
    port,
    home: place.folder,
    url,
    async ensureDatabase(name) {
      await ensureDatabase(url('postgres'), name)
      return url(name)
    },
    dropDatabase: (name) => dropDatabase(url('postgres'), name),
    keepUp() {
      endKeeping = keepUp({
        isUp: async () => (await postmasterOf(place.data)) !== undefined,
        start: () =>
          withLock(place.lock, async () => {
            // Another desk may have been quicker.
            if (released || (await adoptable(place)) !== undefined) return
            await startAgain()
            log('database.started-again', { folder: place.folder, port })
          }),
        onStillDown: (error) => log('database.still-down', { error: String(error) }),
      })
    },
    async release() {
      const ended = endKeeping()
      released ??= withLock(place.lock, async () => {
        if (await signOut(user, place.users)) return
        await stopServer(place, binaries, 'fast')
        log('database.stopped', { folder: place.folder })
      })
      await Promise.all([released, ended])
    },
    restart: (mode) =>
      withLock(place.lock, async () => {
        await stopServer(place, binaries, mode)
        await startAgain()
      }),
  }
}
