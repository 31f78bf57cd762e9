import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Cluster, openCluster } from '../../src/store/embedded/cluster.ts'
import { until } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const CHILD = fileURLToPath(new URL('./embedded.child.ts', import.meta.url))
const settings = { fsync: 'off' }

/** What a test opened: undone after it, also when it failed. */
const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of opened.splice(0).reverse()) await undo()
})

/** A home that has been used before: making data anew takes a second, which most tests here need not spend. */
let usedHome = ''
beforeAll(async () => {
  usedHome = join(temporaryFolder(), '.deskhand')
  await (await openCluster({ home: usedHome, settings })).release()
  return () => rmSync(dirname(usedHome), { recursive: true, force: true })
})

describe('a desk on a fresh machine', () => {
  it('starts a PostgreSQL of its own and finds its tickets again after a restart', async () => {
    // given a desk that has written something and stopped
    const home = freshHome()
    const told: string[] = []
    const first = await open(home, told)
    await write(await first.ensureDatabase('desk'), 'printer is on fire')
    await first.release()
    expect(serverOf(first)).toBeUndefined()

    // when it starts again
    const again = await open(home, told)

    // then the words are there, and the address is the same
    expect(await read(again.url('desk'))).toEqual(['printer is on fire'])
    expect(again.port).toBe(first.port)
    expect(told).toEqual(['database.made', 'database.started', 'database.stopped', 'database.started'])
  })

  it('gets the PostgreSQL the product is made for: UTF-8, durable, and closed to others', async () => {
    const cluster = await open(freshHome(), [], {})
    const desk = await cluster.ensureDatabase('desk')
    const asked = await query(
      desk,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
        current_setting('listen_addresses') as listens, current_setting('max_connections') as connections,
        (select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = 'desk') as locale`,
    )
    expect(asked[0]).toEqual({
      major: 18,
      fsync: 'on',
      listens: '127.0.0.1',
      connections: '200',
      locale: 'b C.UTF-8 UTF8',
    })
    // The password is asked for, and nobody else can read it.
    await expect(query(desk.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
    expect(statSync(join(cluster.home, 'database.password')).mode & 0o777).toBe(0o600)
  })

  it('keeps what people wrote out of the server log, also when a statement fails', async () => {
    const cluster = await open(usedHome)
    const desk = await cluster.ensureDatabase('desk')
    await write(desk, 'my password is hunter2')
    await expect(query(desk, `insert into words values ('my password is hunter2')`)).rejects.toThrow('duplicate key')
    const log = readFileSync(join(cluster.home, 'database.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('hunter2')
  })

  it.skipIf(spawnSync('chrt', ['-b', '0', 'true']).status !== 0)('lets the desk beside it finish first', async () => {
    const cluster = await open(freshHome())
    // A process's own word: `policy` is the 39th field behind its name, and 3 is SCHED_BATCH (proc_pid_stat(5), sched(7)).
    const [policy] = await query(
      await cluster.ensureDatabase('desk'),
      `select split_part(split_part(pg_read_file('/proc/self/stat'), ') ', 2), ' ', 39) as policy`,
    )
    expect(policy).toEqual({ policy: '3' })
  })

  it('opens the same database twice at once, as a desk and its playground do', async () => {
    const cluster = await open(usedHome)
    const urls = await Promise.all([1, 2, 3, 4].map(() => cluster.ensureDatabase('it is "quoted"')))
    expect(new Set(urls).size).toBe(1)
    expect(await query(cluster.url('it is "quoted"'), 'select current_database() as name')).toEqual([
      { name: 'it is "quoted"' },
    ])
  })
})

describe('a desk that is killed', () => {
  it('leaves the server running for the next one, which adopts it and then is the last to leave', async () => {
    // given a desk in a process of its own, killed without a chance to say goodbye
    const desk = await startDesk(usedHome)
    await write(desk.url, 'I was acknowledged')
    await desk.kill()

    // when the next one starts
    const told: string[] = []
    const next = await open(usedHome, told)

    // then it is the same server, with everything in it, and the dead one does not keep it alive
    expect(told).toEqual(['database.adopted'])
    expect(next.url('desk')).toBe(desk.url)
    expect(await read(desk.url)).toEqual(['I was acknowledged'])
    await next.release()
    expect(serverOf(next)).toBeUndefined()
  })

  it('by Ctrl-C does not take the server with it, which others may be using', async () => {
    const desk = await startDesk(usedHome)
    const server = serverOf(await open(usedHome))
    await desk.interrupt()
    expect(await query(desk.url, 'select 1 as one')).toEqual([{ one: 1 }])
    const told: string[] = []
    expect(serverOf(await open(usedHome, told))).toBe(server)
    expect(told).toEqual(['database.adopted'])
  })

  it('does not count as a user when another process has its number now', async () => {
    const cluster = await open(usedHome)
    // given a user file with a living number, but of a process that began at another time
    writeFileSync(join(cluster.home, 'users', 'of-the-dead'), `${process.ppid} 1`)
    await cluster.release()
    expect(serverOf(cluster)).toBeUndefined()
    expect(readdirSync(join(cluster.home, 'users'))).toEqual([])
  })

  it('does not leave its lock to those who come after', async () => {
    const cluster = await open(usedHome)
    await cluster.release()
    writeFileSync(join(cluster.home, 'database.lock'), `${process.ppid} 1\nsomebody`)
    const [one, two, three] = await Promise.all([open(usedHome), open(usedHome), open(usedHome)])
    expect(new Set([one.port, two.port, three.port]).size).toBe(1)
    expect(readdirSync(cluster.home).filter((name) => name.includes('lock'))).toEqual([])
  })
})

describe('a server that is killed', () => {
  it('is started again with every committed word', async () => {
    const told: string[] = []
    const cluster = await open(usedHome, told)
    await write(await cluster.ensureDatabase('desk'), 'committed')
    process.kill(z.number().positive().parse(serverOf(cluster)), 'SIGKILL')

    const again = await open(usedHome, told)

    expect(await read(again.url('desk'))).toEqual(['committed'])
    // The desk that was running finds it at the address it holds.
    expect(again.port).toBe(cluster.port)
    expect(told.at(-1)).toBe('database.started')
  })

  it('comes back by itself for the desk that runs, at the same address, and stays away once that has left', async () => {
    const told: string[] = []
    const cluster = await open(usedHome, told)
    await write(await cluster.ensureDatabase('desk'), 'committed')
    cluster.keepUp()
    for (let times = 0; times < 2; times++) {
      process.kill(z.number().positive().parse(serverOf(cluster)), 'SIGKILL')
      await until(() => told.filter((event) => event === 'database.started-again').length > times, 'a new server')
      expect(await read(cluster.url('desk'))).toEqual(['committed'])
    }
    await cluster.release()
    expect(serverOf(cluster)).toBeUndefined()
    expect(told.at(-1)).toBe('database.stopped')
  })

  it('does not keep the desk from starting when its number belongs to another program now', async () => {
    // given PostgreSQL's own lock file, naming another program of the same user: PostgreSQL itself gives up on that
    const cluster = await open(usedHome)
    await cluster.release()
    const pidFile = join(cluster.home, 'database', 'postmaster.pid')
    const { uid, gid } = statSync(join(cluster.home, 'database'))
    const other = spawn('sleep', ['60'], isRoot ? { uid, gid, cwd: '/' } : {})
    opened.push(() => other.kill())
    writeFileSync(pidFile, `${other.pid}\n${join(cluster.home, 'database')}\n0\n5432\n\n127.0.0.1\n\nready\n`)

    const told: string[] = []
    const again = await open(usedHome, told)

    expect(told).toEqual(['database.stale-lock-removed', 'database.started'])
    expect(await query(again.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.each(['fast', 'immediate'] as const)('comes back on the same port after a restart (%s)', async (mode) => {
    const cluster = await open(usedHome)
    await write(await cluster.ensureDatabase('desk'), 'still here')
    const before = serverOf(cluster)
    await cluster.restart(mode)
    expect(serverOf(cluster)).not.toBe(before)
    expect(await read(cluster.url('desk'))).toEqual(['still here'])
  })

  it('takes another port when somebody has taken its own meanwhile', async () => {
    const first = await open(usedHome)
    await first.release()
    const other = createServer().listen(first.port, '127.0.0.1')
    await once(other, 'listening')
    opened.push(() => other.close())
    const again = await open(usedHome)
    expect(again.port).not.toBe(first.port)
    expect(await query(again.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('two processes', () => {
  it('that start at once end on one server, and the last to leave stops it', async () => {
    const home = freshHome()
    const [desk, playground, mine] = await Promise.all([startDesk(home), startDesk(home), open(home)])
    expect(desk.url).toBe(playground.url)
    expect(mine.url('desk')).toBe(desk.url)

    await desk.leave()
    await mine.release()
    expect(serverOf(mine)).toBeDefined()
    expect(await query(playground.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await playground.leave()
    expect(serverOf(mine)).toBeUndefined()
  })
})

describe('whose PostgreSQL it is', () => {
  it('started by root it runs as somebody less, who owns the data', async ({ skip }) => {
    skip(!isRoot, 'only root lends PostgreSQL another user')
    const cluster = await open(usedHome)
    const owner = statSync(join(cluster.home, 'database')).uid
    expect(owner).not.toBe(0)
    const status = readFileSync(`/proc/${serverOf(cluster)}/status`, 'utf8')
    expect(status).toMatch(new RegExp(`^Uid:\\t${owner}\\t${owner}\\t${owner}\\t${owner}$`, 'm'))
    expect(status).toMatch(/^Groups:\t\s*$/m)
  })

  it('below a private folder it lives elsewhere, says so, and is found there again', async ({ skip }) => {
    skip(!isRoot, 'only root lends PostgreSQL another user')
    // given a home only root can enter
    const folder = freshFolder()
    const home = join(folder, 'private', '.deskhand')
    mkdirSync(join(folder, 'private'), { mode: 0o700 })
    const told: string[] = []

    const cluster = await open(home, told)

    expect(told[0]).toBe('database.elsewhere')
    expect(cluster.home).toMatch(/^\/var\/tmp\/deskhand-[0-9a-f]{12}$/)
    await write(await cluster.ensureDatabase('desk'), 'far from home')
    await cluster.release()
    expect(await read((await open(home)).url('desk'))).toEqual(['far from home'])
  })

  it('an ordinary user needs nothing, and root after them spoils nothing', async ({ skip }) => {
    skip(...withoutNobody())
    // given a desk of nobody's, then one of root's on the same data
    const home = freshHome(NOBODY)
    const desk = await startDesk(home, NOBODY)
    await write(desk.url, 'from an ordinary user')
    expect(statSync(join(home, 'database')).uid).toBe(NOBODY)
    await desk.leave()
    const roots = await open(home)
    expect(await read(roots.url('desk'))).toEqual(['from an ordinary user'])
    await roots.release()

    // when the ordinary user comes back
    const again = await startDesk(home, NOBODY)
    expect(await read(again.url)).toEqual(['from an ordinary user'])
  })

  it('an ordinary user who comes after root is told what to do, and nothing is touched', async ({ skip }) => {
    skip(...withoutNobody())
    // given data that root made and lent to another user
    const owner = statSync(join(usedHome, 'database')).uid
    skip(owner === NOBODY, 'this machine lends PostgreSQL nobody, so the two are the same')

    await expect(startDesk(usedHome, NOBODY)).rejects.toThrow(/cannot be written by the user.*chown -R/s)
    chownSync(usedHome, NOBODY, NOBODY)
    opened.push(() => chownSync(usedHome, 0, 0))
    await expect(startDesk(usedHome, NOBODY)).rejects.toThrow(`belongs to user ${owner}`)
  })
})

describe('data that cannot be opened', () => {
  it('of another PostgreSQL are left alone, and the error says what to do', async () => {
    const cluster = await open(usedHome)
    await cluster.release()
    const version = join(cluster.home, 'database', 'PG_VERSION')
    writeFileSync(version, '15\n')
    opened.push(() => writeFileSync(version, '18\n'))
    await expect(open(usedHome)).rejects.toThrow(/was made by PostgreSQL 15.*Move it away.*DATABASE_URL/s)
  })

  it('for want of their password name the file that is missing', async () => {
    const cluster = await open(usedHome)
    await cluster.release()
    const password = join(cluster.home, 'database.password')
    renameSync(password, `${password}.lost`)
    opened.push(() => renameSync(`${password}.lost`, password))
    await expect(open(usedHome)).rejects.toThrow(/database\.password is missing/)
  })

  it('as the server refuses to start bring its own words', async () => {
    await expect(open(usedHome, [], { wal_level: 'nonsense' })).rejects.toThrow(
      /did not start.*wal_level.*DATABASE_URL/s,
    )
  })
})

function freshFolder(): string {
  const folder = temporaryFolder()
  opened.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function freshHome(owner?: number): string {
  const home = join(freshFolder(), '.deskhand')
  if (owner !== undefined) {
    mkdirSync(home)
    chownSync(home, owner, owner)
  }
  return home
}

async function open(home: string, told: string[] = [], set: Record<string, string> = settings): Promise<Cluster> {
  const cluster = await openCluster({ home, settings: set, log: (event) => told.push(event) })
  opened.push(async () => {
    await cluster.release()
    if (cluster.home.startsWith('/var/tmp/')) rmSync(cluster.home, { recursive: true, force: true })
  })
  return cluster
}

/** A desk in a process of its own, as root or as an ordinary user. Rejects with its last words where it does not start. */
async function startDesk(home: string, uid?: number) {
  const asUser = uid === undefined ? {} : { uid, gid: uid, cwd: '/' }
  const desk = spawn(process.execPath, [CHILD, home], { ...asUser, stdio: 'pipe', detached: true })
  const ended = once(desk, 'exit')
  const hasEnded = () => desk.exitCode !== null || desk.signalCode !== null
  const leave = async () => {
    if (!hasEnded()) desk.stdin.write('leave\n')
    await ended
  }
  const kill = async () => {
    desk.kill('SIGKILL')
    await ended
  }
  /** What Ctrl-C does: the terminal tells every process of the group. */
  const interrupt = async () => {
    process.kill(-z.number().parse(desk.pid), 'SIGINT')
    await ended
  }
  opened.push(leave)

  let lastWords = ''
  desk.stderr.on('data', (chunk) => {
    lastWords += String(chunk)
  })
  for await (const line of createInterface(desk.stdout)) {
    const { event, url } = z.object({ event: z.string(), url: z.string().default('') }).parse(JSON.parse(line))
    if (event === 'open') return { url, leave, kill, interrupt }
  }
  await ended
  throw new Error(lastWords)
}

/** Why a test that needs an ordinary user beside root cannot run here, for vitest's `skip`. */
function withoutNobody(): [boolean, string] {
  if (!isRoot) return [true, 'only root can also be an ordinary user']
  const words = ['-c', 'test -r "$1" && test -x "$2"', 'sh', CHILD, process.execPath]
  const { status } = spawnSync('/bin/sh', words, { uid: NOBODY, gid: NOBODY, cwd: '/' })
  return [status !== 0, 'the checkout lies below a folder others cannot enter']
}

/** The process number of the cluster's server, by its own file; undefined where none runs. */
function serverOf(cluster: Cluster): number | undefined {
  const file = join(cluster.home, 'database', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : undefined
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function write(url: string, words: string): Promise<void> {
  await query(url, 'drop table if exists words')
  await query(url, 'create table words (said text primary key)')
  await query(url, 'insert into words values ($1)', [words])
}

async function read(url: string): Promise<unknown[]> {
  return (await query(url, 'select said from words')).map((row) => row.said)
}
