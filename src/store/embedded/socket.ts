import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The longest address of a Unix socket (bytes): `sun_path` of macOS, which has the least room, without its end. */
const LONGEST = 103
const HIGHEST_PORT = 65_535
/** PostgreSQL reads a list with quotes and commas where it is told a folder. */
const PLAIN = /^[\w./-]+$/

/**
 * The folder in which the server listens besides its TCP port, for a round trip costs about a third less there; `''`
 * where it cannot. It is the folder of its data: nobody but its account and root may enter that.
 */
export function socketFolderFor(data: string, platform: NodeJS.Platform = process.platform): string {
  const longest = Buffer.byteLength(socketOf(data, HIGHEST_PORT))
  return platform !== 'win32' && PLAIN.test(data) && longest <= LONGEST ? data : ''
}

/**
 * The host to write into the address of a server at work: its socket's folder as libpq wants it in a URL, or the
 * loopback where there is none (a server that an older version started, too).
 */
export function hostOf(data: string, port: number): string {
  return existsSync(socketOf(data, port)) ? encodeURIComponent(data) : '127.0.0.1'
}

/** PostgreSQL's own name for it. */
function socketOf(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`)
}
