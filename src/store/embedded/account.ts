import { execFile } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The operating system's user that PostgreSQL runs as, when that is not the one we are (`stack.md §2`). */
export interface Account {
  uid: number
  gid: number
  name: string
}

/** PostgreSQL refuses to run as root, so root lends it another account. Undefined: run it as who we are. */
export async function accountFor(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return (
    (await ownerOf(dataFolder)) ?? (await accountNamed('postgres')) ?? (await accountNamed('nobody')) ?? noAccount()
  )
}

/** Options for a child process that is to run as this account. libuv also drops root's supplementary groups. */
export function as(account: Account | undefined): { uid: number; gid: number } | Record<never, never> {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

/** Gives a file of ours to the account. */
export async function give(path: string, account: Account | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

/** Whether the account may go into a folder: the folder itself and every one above it. Asked of the system itself. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true
  const entered = run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as(account), cwd: '/' })
  return entered.then(
    () => true,
    () => false,
  )
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` } : undefined
}

async function accountNamed(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (of) => Number((await run('id', [of, name])).stdout)))
    return uid !== undefined && gid !== undefined && uid > 0 ? { uid, gid, name } : undefined
  } catch {
    return undefined
  }
}

function noAccount(): never {
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody" to run it as. ' +
      'Start the desk as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}
