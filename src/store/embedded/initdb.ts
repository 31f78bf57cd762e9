import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf } from '../../domain/error-code.ts'
import { as, give } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

const run = promisify(execFile)

/** The superuser of an embedded cluster, and the only user the desk knows there. */
export const SUPERUSER = 'deskhand'
const MAJOR = '18'

/**
 * Makes the data directory where there is none yet; returns whether it did. One that cannot be used is an error that
 * says why. An interrupted making leaves nothing behind that could be taken for a database.
 */
export async function makeData(place: Place, binaries: Binaries, options: { durable: boolean }): Promise<boolean> {
  if (await alreadyUsable(place)) return false
  await writePassword(place)
  const growing = `${place.data}.new`
  await rm(growing, { recursive: true, force: true })
  await mkdir(growing)
  await chmod(growing, 0o700)
  await give(growing, place.account)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8']
  const login = ['-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${place.password}`]
  const durability = options.durable ? [] : ['--no-sync']
  await run(binaries.initdb, ['-D', growing, ...locale, ...login, ...durability], {
    ...as(place.account),
    cwd: '/',
  }).catch((error: unknown) => {
    throw new Error(couldNotBeMade(place, error), { cause: error })
  })
  await rename(growing, place.data)
  return true
}

async function alreadyUsable(place: Place): Promise<boolean> {
  const found = await stat(place.data).catch(() => undefined)
  if (!found) return false
  if (!place.account && process.getuid && found.uid !== process.getuid())
    throw new Error(ofSomebodyElse(place, found.uid))
  const version = (await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version !== MAJOR) throw new Error(ofAnotherVersion(place, version))
  return true
}

/** Kept when it is there already: a making that was interrupted has written it before. */
async function writePassword(place: Place): Promise<void> {
  await writeFile(place.password, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    },
  )
  await give(place.password, place.account)
}

function couldNotBeMade(place: Place, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `The embedded database could not be made in ${place.data}: ${why}\nTo use a PostgreSQL of your own, set DATABASE_URL.`
}

function ofSomebodyElse(place: Place, uid: number): string {
  return (
    `The database in ${place.data} belongs to user ${uid}, and PostgreSQL opens only its own. Start the desk as that ` +
    'user or as root, or set DATABASE_URL.'
  )
}

function ofAnotherVersion(place: Place, version: string): string {
  const what = version === '' ? 'is not a PostgreSQL data directory' : `was made by PostgreSQL ${version}`
  return (
    `${place.data} ${what}; this desk brings PostgreSQL ${MAJOR}. Move it away to start empty, or serve it yourself ` +
    'and set DATABASE_URL.'
  )
}
