import { execFile, spawn } from 'node:child_process'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { as, give } from './account.ts'
import { asBatch } from './batch.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { postmasterOf } from './postmaster.ts'
import { socketFolderFor } from './socket.ts'

const run = promisify(execFile)

/** Crash recovery of a large log may take a while; a server that refuses says so within milliseconds. */
const PATIENCE_MS = 60_000
const GLANCE_MS = 10
const RETRY_MS = 100

/** Resolves with the port once the server takes connections. Rejects with the end of its log where it does not start. */
export async function startServer(place: Place, binaries: Binaries, settings: Settings): Promise<number> {
  const until = performance.now() + PATIENCE_MS
  let port = await portOfLastTime(place)
  for (;;) {
    const outcome = await tryStart(place, binaries, { ...settings, port: String(port) }, until)
    if (outcome === 'ready') break
    if (!worthAnotherTry(outcome) || performance.now() > until) throw new Error(didNotStart(place, outcome))
    if (isPortTaken(outcome)) port = await freePort()
    await pause(RETRY_MS)
  }
  await writeFile(place.port, String(port))
  await give(place.port, place.account)
  return port
}

/** Stops the server and waits for its end; nothing where none runs. `immediate` is a crash as far as data go. */
export async function stopServer(place: Place, binaries: Binaries, mode: 'fast' | 'immediate'): Promise<void> {
  const postmaster = await postmasterOf(place.data)
  if (!postmaster) return
  const words = ['stop', '-D', place.data, '-m', mode, '-w', '-t', '60']
  await run(binaries.pgCtl, words, { ...as(place.account), cwd: '/' }).catch(async (error: unknown) => {
    // It may have ended by itself between the two lines above.
    if (await postmasterOf(place.data)) throw error
  })
}

/** Server settings by name, as in `postgresql.conf`. */
export type Settings = Readonly<Record<string, string>>

/** What people wrote must not reach the log: no statements, and of an error no detail (it quotes rows). */
const ALWAYS: Settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Resolves with `ready`, or with what the server wrote before it gave up. */
async function tryStart(place: Place, binaries: Binaries, settings: Settings, until: number): Promise<string> {
  const written = await sizeOf(place.log)
  const own = { ...ALWAYS, unix_socket_directories: socketFolderFor(place.data) }
  const server = await spawnServer(place, binaries, { ...own, ...settings })
  while (server.over === undefined && performance.now() < until) {
    const postmaster = await postmasterOf(place.data)
    if (postmaster?.ready && postmaster.pid === server.pid) return 'ready'
    await pause(GLANCE_MS)
  }
  const said = (await readFile(place.log)).subarray(written).toString().trim()
  return `${server.over ?? `not ready within ${PATIENCE_MS / 1000} s`}\n${said}`
}

/** A server's process, and how it ended once it did. */
interface Spawned {
  pid: number | undefined
  over: string | undefined
}

/**
 * Detached, its output to a file: Ctrl-C goes to every process of the terminal and would stop the server under a desk
 * that is still finishing; and a pipe would die with the process that started it, which others may outlive.
 */
async function spawnServer(place: Place, binaries: Binaries, settings: Settings): Promise<Spawned> {
  const log = await open(place.log, 'a', 0o600)
  try {
    await give(place.log, place.account)
    const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(binaries.postgres, ['-D', place.data, ...set], {
      ...as(place.account),
      cwd: '/',
      // Nothing of ours is inherited: PGDATA and PGPORT would count, and tokens are none of its business.
      env: { LC_ALL: 'C' },
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    server.unref()
    const spawned: Spawned = { pid: server.pid, over: undefined }
    // Before anything is awaited: one that refuses its settings is gone within milliseconds.
    server.once('error', (error) => {
      spawned.over = error.message
    })
    server.once('exit', (code, signal) => {
      spawned.over = `ended with ${signal ?? code}`
    })
    // Before anybody connects: each connection is a process it starts.
    if (server.pid !== undefined) await asBatch(server.pid)
    return spawned
  } finally {
    await log.close()
  }
}

async function portOfLastTime(place: Place): Promise<number> {
  const port = Number(await readFile(place.port, 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : freePort()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}

/** The children of a server that was killed take a moment to notice, and hold its shared memory until then. */
function worthAnotherTry(outcome: string): boolean {
  return isPortTaken(outcome) || outcome.includes('shared memory block') || outcome.includes('"postmaster.pid" already')
}

function isPortTaken(outcome: string): boolean {
  return outcome.includes('could not create any TCP/IP sockets')
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0
}

function didNotStart(place: Place, outcome: string): string {
  return (
    `The embedded PostgreSQL did not start: ${outcome}\nIts log is ${place.log}. To use a PostgreSQL of your own, set ` +
    'DATABASE_URL.'
  )
}
