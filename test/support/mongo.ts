import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { freePort } from './free-port.ts'
import { until } from './people.ts'
import { temporaryFolder } from './temporary.ts'

/** Where `test/build-ferretdb.sh` puts what it built. */
const BUILT = '.deskhand/bin/ferretdb'

/** A MongoDB to test against: the server in `MONGODB_URL`, else FerretDB where it was built. Undefined: there is none. */
export function mongoAtHand(): { start(): Promise<{ url: string; stop(): Promise<void> }> } | undefined {
  const given = process.env.MONGODB_URL
  if (given) return { start: async () => ({ url: given, stop: async () => {} }) }
  const binary = [process.env.FERRETDB ?? '', BUILT, onPath()].find((path) => path !== '' && existsSync(path))
  return binary === undefined ? undefined : { start: () => startFerret(binary) }
}

function onPath(): string {
  try {
    return execFileSync('which', ['ferretdb'], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** FerretDB keeps its documents in SQLite files of a folder of its own. */
async function startFerret(binary: string) {
  const folder = temporaryFolder()
  const port = await freePort()
  const options = ['--handler=sqlite', `--sqlite-url=file:${folder}/`, `--listen-addr=127.0.0.1:${port}`]
  const quiet = ['--telemetry=disable', '--debug-addr=-', '--log-level=error', `--state-dir=${join(folder, 'state')}`]
  const server = spawn(binary, [...options, ...quiet], { stdio: 'ignore' })
  const url = `mongodb://127.0.0.1:${port}/deskhand`
  await until(() => answers(url), 'FerretDB')
  return {
    url,
    async stop() {
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 })
  try {
    await client.connect()
    await client.db().command({ ping: 1 })
    return true
  } catch {
    return false
  } finally {
    await client.close()
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGKILL')
  })
}
