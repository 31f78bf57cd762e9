import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type About, aboutShape } from '../../playground/about.ts'
import { type LaunchedPlayground, type LaunchOptions, launchPlayground } from '../../playground/launch.ts'
import { openCluster } from '../../src/store/embedded/cluster.ts'
import { livesOn } from '../../src/store/embedded/liveness.ts'
import { freePort } from '../support/free-port.ts'
import { temporaryFolder } from '../support/temporary.ts'

const launcher = fileURLToPath(new URL('./process.child.ts', import.meta.url))
const secrets = { signingSecret: 'a-signing-secret-of-tests', slackToken: 'xoxb-tests', telegramToken: '700001:tests' }

/** What a test opened: undone after it, also when it failed. */
const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const undo of opened.splice(0).reverse()) await undo()
})

let home = ''
beforeAll(async () => {
  home = join(temporaryFolder(), '.deskhand')
  // As a desk does, it keeps the PostgreSQL that the playground then shares.
  const cluster = await openCluster({ home, settings: { fsync: 'off' } })
  return async () => {
    await cluster.release()
    for (const folder of [dirname(home), cluster.home]) rmSync(folder, { recursive: true, force: true })
  }
})

let port = 0
beforeEach(async () => {
  port = await freePort()
})

describe('the playground as a process of its own', () => {
  it('starts, says who it is and where its doors are, and ends with its desk', async () => {
    const told: string[] = []
    const playground = await launchPlayground({ ...options(), log: { info: (_facts, event) => told.push(event) } })
    opened.push(() => playground.stop())
    const url = `http://127.0.0.1:${port}`
    expect(playground).toMatchObject({ url, slackApiUrl: `${url}/api/`, telegramApiRoot: url })
    expect(told).toEqual(['playground-started'])
    const about = await aboutOf(port)
    expect(about).toMatchObject({ product: 'deskhand-playground', home })

    await playground.stop()
    expect(await livesOn(about.signature)).toBe(false)
    await expect(fetch(url)).rejects.toThrow()
    const log = join(home, 'playground.log')
    expect(events(log).slice(-2)).toEqual(['playground.started', 'playground.stopped'])
    expect(readFileSync(log, 'utf8')).not.toMatch(/tests/)
    if (process.platform !== 'win32') expect(statSync(log).mode & 0o077).toBe(0)
  })

  it('outlives a killed desk; the next one adopts it, and what Rita writes reaches that one', async () => {
    // given a desk that is killed
    const desk = await deskProcess()
    const before = await aboutOf(port)
    desk.kill('SIGKILL')
    await once(desk, 'exit')

    // when Rita writes meanwhile, and another desk starts elsewhere
    await say('is anybody there?')
    const heard: string[] = []
    const next = await listening(
      createServer((request, response) => {
        request.on('data', (part: Buffer) => heard.push(part.toString()))
        request.on('end', () => response.end())
      }),
    )
    opened.push(() => next.close())
    const told: string[] = []
    const playground = await launchPlayground({
      ...options(`http://127.0.0.1:${portOf(next)}/slack/events`),
      log: { info: (_facts, event) => told.push(event) },
    })
    opened.push(() => playground.stop())

    // then it is the same playground, and tells the new desk
    expect(told).toEqual(['playground-adopted'])
    expect((await aboutOf(port)).pid).toBe(before.pid)
    await say('hello again')
    await expect.poll(() => heard.join(), { timeout: 5000 }).toContain('hello again')

    // and ends when that one stops
    await playground.stop()
    expect(await livesOn(before.signature)).toBe(false)
  })

  it('shows after a restart what was there before', async () => {
    const first = await launch()
    await say('the printer is on fire')
    const seen = await texts()
    expect(seen).toContain('the printer is on fire')
    await first.stop()

    await launch()
    expect(await texts()).toEqual(seen)
  })

  it('is replaced, its state kept, where the desk has another secret than the one that left it', async () => {
    const first = await launch()
    await say('said before')
    const before = await aboutOf(port)
    const second = await launchPlayground({ ...options(), signingSecret: 'another', log: { info: () => {} } })
    opened.push(() => second.stop())
    expect(await livesOn(before.signature)).toBe(false)
    expect((await aboutOf(port)).pid).not.toBe(before.pid)
    expect(await texts()).toContain('said before')
    await first.stop() // harmless: it is gone
    expect((await fetch(second.url)).status).toBe(200)
  })

  it('takes a new address of the desk only from who knows the secret, and only on this machine', async () => {
    await launch()
    const tell = (secret: string, url: string) =>
      fetch(`http://127.0.0.1:${port}/playground/desk`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-playground-secret': secret },
        body: JSON.stringify({ url }),
      })
    expect((await tell('guess', 'http://127.0.0.1:1/slack/events')).status).toBe(401)
    expect((await tell(secrets.signingSecret, 'http://evil.example/')).status).toBe(400)
    expect((await tell(secrets.signingSecret, 'http://127.0.0.1:1/slack/events')).status).toBe(200)
  })
})

describe('a port that is taken', () => {
  it('by another program is an error that says what to do', async () => {
    const other = await listening(
      createServer((_request, response) => response.end('hello')),
      port,
    )
    opened.push(() => other.close())
    await expect(launch()).rejects.toThrow(`Port ${port} is taken. The playground listens on PORT+1: set PORT`)
  })

  it('by a program that never answers, too', async () => {
    const other = await listening(createServer(), port)
    opened.push(() => {
      other.closeAllConnections()
      other.close()
    })
    await expect(launch()).rejects.toThrow(`Port ${port} is taken.`)
  })

  it('by the playground of another checkout names it, and leaves it alone', async () => {
    const about: About = {
      product: 'deskhand-playground',
      home: '/elsewhere/.deskhand',
      pid: process.pid,
      signature: '',
    }
    const other = await listening(
      createServer((_request, response) => response.end(JSON.stringify(about))),
      port,
    )
    opened.push(() => other.close())
    await expect(launch()).rejects.toThrow(`by the playground of /elsewhere/.deskhand (process ${process.pid})`)
  })
})

it('says why a playground did not start', async () => {
  // given a home where there can be none
  const file = join(dirname(home), 'a-file')
  writeFileSync(file, '')
  await expect(
    launchPlayground({ ...options(), home: join(file, '.deskhand'), log: { info: () => {} } }),
  ).rejects.toThrow(/ENOTDIR/)
  // and a token that is none
  expect(String(await refusal())).toMatch(/did not start.*a Telegram token is a number, a colon and a secret/)
})

/** What is said of such a token. Once more where somebody has taken the port between its finding and its use. */
async function refusal(): Promise<unknown> {
  const mistaken = { ...options(), port: await freePort(), telegramToken: 'no token' }
  const error = await launchPlayground({ ...mistaken, log: { info: () => {} } }).catch((refused: unknown) => refused)
  return String(error).includes('is taken') ? refusal() : error
}

function options(deskUrl = 'http://127.0.0.1:9/slack/events'): Omit<LaunchOptions, 'log'> {
  return { home, port, deskUrl, ...secrets }
}

async function launch(): Promise<LaunchedPlayground> {
  const playground = await launchPlayground({ ...options(), log: { info: () => {} } })
  opened.push(() => playground.stop())
  return playground
}

/** Another process that launches the playground, once it has. */
async function deskProcess() {
  const desk = spawn(process.execPath, [launcher, JSON.stringify(options())], { stdio: ['ignore', 'pipe', 'inherit'] })
  opened.push(() => desk.kill('SIGKILL'))
  await once(createInterface(desk.stdout), 'line')
  return desk
}

async function aboutOf(at: number): Promise<About> {
  return aboutShape.parse(await (await fetch(`http://127.0.0.1:${at}/playground/about`)).json())
}

/** Rita writes in #help, on the page. */
async function say(text: string): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const answer = await fetch(`${origin}/page/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ act: 'slack.say', user: 'U0RITA', channel: 'C0HELP', text }),
  })
  expect(await answer.json()).toEqual({ ok: true })
}

/** What #help shows. */
async function texts(): Promise<string[]> {
  const state: unknown = await (await fetch(`http://127.0.0.1:${port}/page/state`)).json()
  const shape = z.object({
    slack: z.object({
      channels: z.array(z.object({ id: z.string(), messages: z.array(z.object({ text: z.string() })) })),
    }),
  })
  const { channels } = shape.parse(state).slack
  return channels.find(({ id }) => id === 'C0HELP')?.messages.map((message) => message.text) ?? []
}

function events(log: string): string[] {
  const line = z.object({ event: z.string() })
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((written) => line.parse(JSON.parse(written)).event)
}

async function listening(server: Server, at = 0): Promise<Server> {
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it listens on no port')
  return address.port
}
