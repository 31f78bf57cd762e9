import { createHash } from 'node:crypto'
import { access, chmod, constants, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'

/** Where a cluster lives: a folder of ours, and in it what PostgreSQL owns. All paths are real and absolute. */
export interface Place {
  folder: string
  /** The data directory (`PGDATA`), owned by `account`. */
  data: string
  /** The superuser's password, mode 0600, owned by `account`. */
  password: string
  log: string
  lock: string
  users: string
  /** The port of last time: kept, so that addresses others hold stay true over a restart. */
  port: string
  account: Account | undefined
  /** The home that was asked for, where the account could not enter it. */
  insteadOf?: string | undefined
}

const ELSEWHERE = '/var/tmp'

/**
 * Normally `home` itself. Where the account PostgreSQL runs as cannot enter it (a checkout below root's private home),
 * a folder under /var/tmp named after `home` (`design.md §8`). Data that are already there are never left behind.
 */
export async function placeFor(home: string): Promise<Place> {
  await mkdir(home, { recursive: true })
  const here = await placeAt(await realpath(home))
  const elsewhere = join(ELSEWHERE, `deskhand-${createHash('sha256').update(here.folder).digest('hex').slice(0, 12)}`)

  const dataAreHere = await exists(join(here.data, 'PG_VERSION'))
  const dataAreElsewhere = !dataAreHere && (await exists(join(elsewhere, 'database', 'PG_VERSION')))
  const mayEnter = await canEnter(here.folder, here.account)
  if (dataAreHere && !mayEnter) throw new Error(lockedOut(here, here.account?.name ?? ''))
  if (mayEnter && !dataAreElsewhere) return writable(here)

  await mkdir(elsewhere, { recursive: true })
  await mustBeOurs(elsewhere)
  await chmod(elsewhere, 0o755) // whatever our umask: the account must be able to enter
  return { ...(await placeAt(await realpath(elsewhere))), insteadOf: here.folder }
}

async function placeAt(folder: string): Promise<Place> {
  const data = join(folder, 'database')
  return {
    folder,
    data,
    password: join(folder, 'database.password'),
    log: join(folder, 'database.log'),
    lock: join(folder, 'database.lock'),
    users: join(folder, 'users'),
    port: join(folder, 'database.port'),
    account: await accountFor(data),
  }
}

/** An ordinary user after root: better said here than as a bare EACCES from the first file we write. */
async function writable(place: Place): Promise<Place> {
  await access(place.folder, constants.W_OK).catch(() => {
    throw new Error(
      `${place.folder} cannot be written by the user who starts the desk: somebody else (root?) made it. Start the ` +
        'desk as them, give the folder to yourself with chown -R, or set DATABASE_URL.',
    )
  })
  return place
}

/** Anybody can make a folder in /var/tmp, also one with our name: we trust it only when it is ours. */
async function mustBeOurs(folder: string): Promise<void> {
  const found = await lstat(folder)
  if (found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())) return
  throw new Error(`${folder} belongs to somebody else, so no database is put there. Remove it, or set DATABASE_URL.`)
}

function lockedOut(here: Place, name: string): string {
  return (
    `The database in ${here.folder} cannot be entered by ${name}, which PostgreSQL runs as. ` +
    `Allow it (chmod a+x on that folder and those above it), or set DATABASE_URL.`
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
