import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Log } from '../src/ports/log.ts'
import { livesOn } from '../src/store/embedded/liveness.ts'
import { type About, secretHeader } from './about.ts'
import { type Holder, whoHolds } from './who-holds.ts'

export interface LaunchOptions {
  /** The `.deskhand` folder; made where it is missing. */
  home: string
  /** Port of the playground, on 127.0.0.1. */
  port: number
  /** The desk's `/slack/events`. */
  deskUrl: string
  signingSecret: string
  slackToken: string
  telegramToken: string
  log: Pick<Log, 'info'>
}

export interface LaunchedPlayground {
  /** Where the page is. */
  url: string
  /** With a slash at the end. */
  slackApiUrl: string
  /** Without. */
  telegramApiRoot: string
  /** By how much the desk's clock is ahead (ms): what people see here is stamped by it. */
  clockIs: (offsetMs: number) => Promise<void>
  /** Ends the process, also an adopted one, and waits until it is gone. Rejects where it does not go within 10 s. */
  stop(): Promise<void>
}

const startWithinMs = 15_000
const stopWithinMs = 10_000
const lookEveryMs = 50

/**
 * The playground as its own process (design.md §8): adopted where one of this very home runs already (left by a killed
 * desk), else started. Rejects, with the repair, where something else holds the port or it does not start.
 */
export async function launchPlayground(options: LaunchOptions): Promise<LaunchedPlayground> {
  const home = resolve(options.home)
  const found = await settled(options.port)
  let about = ours(found, home, options.port)
  if (about && !(await tellDesk(options))) {
    // Left by a desk with another SECRET: its tokens are not ours, its state is.
    await stop(about)
    about = undefined
  }
  if (about) options.log.info({ port: options.port, pid: about.pid }, 'playground-adopted')
  else about = await startNew(options, home)
  const url = `http://127.0.0.1:${options.port}`
  const running = about
  const clockIs = async (offsetMs: number): Promise<void> => {
    await tell(options, '/playground/clock', { offsetMs })
  }
  return { url, slackApiUrl: `${url}/api/`, telegramApiRoot: url, clockIs, stop: () => stop(running) }
}

/** The playground of this home among who may hold the port; undefined where nobody does. Throws for anybody else. */
function ours(holder: Holder, home: string, port: number): About | undefined {
  if (holder === 'nobody') return undefined
  const repair = `The playground listens on PORT+1: set PORT so that ${port} is not needed, or stop what listens there.`
  if (holder === 'somebody' || holder === 'starting') throw new Error(`Port ${port} is taken. ${repair}`)
  if (holder.home !== home) {
    throw new Error(`Port ${port} is taken by the playground of ${holder.home} (process ${holder.pid}). ${repair}`)
  }
  return holder
}

async function startNew(options: LaunchOptions, home: string): Promise<About> {
  const child = await spawnProcess(options, home)
  const ended = { yet: false }
  child.once('exit', () => {
    ended.yet = true
  })
  const giveUp = AbortSignal.timeout(startWithinMs)
  while (!giveUp.aborted) {
    // Asked before looking: what ended may have lost the port to a playground started at the same time, which is ours.
    const over = ended.yet
    const about = ours(await settled(options.port), home, options.port)
    if (about && (about.pid === child.pid || (await tellDesk(options)))) {
      options.log.info({ port: options.port, pid: about.pid }, 'playground-started')
      return about
    }
    if (over) throw new Error(`The playground did not start. ${await lastWords(home)}`)
    await pause(lookEveryMs)
  }
  child.kill('SIGKILL')
  throw new Error(`The playground did not answer within ${startWithinMs / 1000} s. ${await lastWords(home)}`)
}

/** Who holds the port, once a playground that is not ready yet is. */
async function settled(port: number): Promise<Holder> {
  const giveUp = AbortSignal.timeout(startWithinMs)
  let holder = await whoHolds(port)
  while (holder === 'starting' && !giveUp.aborted) {
    await pause(lookEveryMs)
    holder = await whoHolds(port)
  }
  return holder
}

async function spawnProcess(options: LaunchOptions, home: string): Promise<ChildProcess> {
  await mkdir(home, { recursive: true })
  const log = await open(join(home, 'playground.log'), 'a', 0o600)
  const program = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    // Of its own group and without our pipes: neither Ctrl-C nor our end reaches it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
    env: {
      ...inherited('PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'LANG', 'SystemRoot', 'USERPROFILE'),
      PLAYGROUND_PORT: String(options.port),
      PLAYGROUND_HOME: home,
      PLAYGROUND_SIGNING_SECRET: options.signingSecret,
      PLAYGROUND_SLACK_TOKEN: options.slackToken,
      PLAYGROUND_TELEGRAM_TOKEN: options.telegramToken,
      PLAYGROUND_DESK_URL: options.deskUrl,
    },
  })
  child.on('error', () => {}) // it then never answers, and the log says why
  child.unref()
  await log.close()
  return child
}

function inherited(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Tells a running playground where the desk listens now. False where its secret is another. */
function tellDesk(options: LaunchOptions): Promise<boolean> {
  return tell(options, '/playground/desk', { url: options.deskUrl })
}

async function tell({ port, signingSecret }: LaunchOptions, path: string, what: object): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [secretHeader]: signingSecret },
    body: JSON.stringify(what),
    signal: AbortSignal.timeout(5000),
  })
  await answer.body?.cancel()
  return answer.ok
}

async function stop(about: About): Promise<void> {
  const giveUp = AbortSignal.timeout(stopWithinMs)
  if (await livesOn(about.signature)) process.kill(about.pid, 'SIGTERM')
  while (await livesOn(about.signature)) {
    if (giveUp.aborted) throw new Error(`The playground (process ${about.pid}) does not end. End it by hand.`)
    await pause(lookEveryMs)
  }
}

/** The end of its log, for the error. */
async function lastWords(home: string): Promise<string> {
  const file = join(home, 'playground.log')
  const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n')
  return `Its log, ${file}, ends with: ${lines.at(-1) ?? ''}`
}
