import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './support/temporary.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const here = process.execPath

/** An app in place of ours, which says what reaches it and stays until SIGTERM, as a desk does. */
const APP = `
let interrupts = 0
export async function run(words: string[]): Promise<void> {
  if (words[0] === 'fail') process.exit(7)
  if (words[0] === 'throw') throw new Error('PORT is taken')
  const alive = setInterval(() => {}, 1000)
  process.on('SIGINT', () => { interrupts += 1; console.log('SIGINT ' + interrupts) })
  process.once('SIGTERM', () => {
    clearInterval(alive)
    setImmediate(() => { console.log('drained'); process.exitCode = 3 })
  })
  console.log(['up', process.version.split('.')[0], process.env.SAID, process.env.QUOTED, process.env.SET, ...words].join(' '))
}
`

const opened: (() => void)[] = []
afterEach(() => {
  for (const undo of opened.splice(0).reverse()) undo()
})

describe('npm start on Node 24', () => {
  it('reads .env, where what is set already wins, and hands on the words', async () => {
    const app = start(here, copyOfLauncher(), ['desk', 'check'], { SET: 'by hand' })
    expect(await app.line()).toBe('up v24 hello two words by hand desk check')
    app.tell('SIGTERM')
    expect(await app.line()).toBe('drained')
    expect(await app.end()).toBe(3)
  })

  it('ends with what the app ends with, also when it throws', async () => {
    expect(await start(here, copyOfLauncher(), ['fail']).end()).toBe(7)
    const thrown = start(here, copyOfLauncher(), ['throw'])
    expect(await thrown.end()).toBe(1)
    expect(thrown.errors()).toContain('PORT is taken')
  })
})

describe('npm start on an older Node', () => {
  const old = olderNode()
  const why = 'no Node older than 24 on this machine'

  it('runs the app on the Node that npm ci brought, which drains at SIGTERM', async ({ skip }) => {
    skip(old === undefined, why)
    const app = start(old, copyOfLauncher(), ['demo'], { SET: 'by hand' })
    expect(await app.line()).toBe('up v24 hello two words by hand demo')
    app.tell('SIGTERM')
    expect(await app.line()).toBe('drained')
    expect(await app.end()).toBe(3)
  })

  it('hands on the code the app ends with', async ({ skip }) => {
    skip(old === undefined, why)
    expect(await start(old, copyOfLauncher(), ['fail']).end()).toBe(7)
  })

  it('lets Ctrl-C, which a terminal sends to the whole group, reach the app once', async ({ skip }) => {
    skip(old === undefined, why)
    const app = start(old, copyOfLauncher())
    await app.line()
    app.tellGroup('SIGINT')
    expect(await app.line()).toBe('SIGINT 1')
    // What comes next is the end, and not a second SIGINT.
    app.tellGroup('SIGTERM')
    expect(await app.line()).toBe('drained')
    expect(await app.end()).toBe(3)
  })

  it('does not leave the app behind when it is killed itself', async ({ skip }) => {
    skip(old === undefined, why)
    const app = start(old, copyOfLauncher())
    await app.line()
    app.tell('SIGKILL')
    expect(await app.line()).toBe('drained')
  })

  it('says in one line what to do when npm ci has not brought one', async ({ skip }) => {
    skip(old === undefined, why)
    const folder = copyOfLauncher()
    rmSync(join(folder, 'node_modules'))
    const app = start(old, folder)
    expect(await app.end()).toBe(1)
    expect(app.errors()).toMatch(/^Deskhand needs Node 24 and this is Node \d+\.\d+\.\d+\. Run `npm ci`.*\n$/)
  })
})

/** The real launcher in a folder of its own, with the real node_modules and another app. */
function copyOfLauncher(): string {
  const folder = temporaryFolder()
  opened.push(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'src'))
  copyFileSync(join(checkout, 'start.mjs'), join(folder, 'start.mjs'))
  writeFileSync(join(folder, 'src', 'main.ts'), APP)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, '.env'), '# a comment\nSAID=hello\nQUOTED="two words"\nSET=by the file\n')
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** The launcher at work, in a process group of its own as in a terminal. */
function start(node: string | undefined, folder: string, words: string[] = [], env: Record<string, string> = {}) {
  const app = spawn(node ?? '', [join(folder, 'start.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: process.env.PATH, ...env },
  })
  const ended = once(app, 'close')
  const running = () => app.exitCode === null && app.signalCode === null
  opened.push(() => running() && tellGroup(app, 'SIGKILL'))
  let errors = ''
  app.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const lines = createInterface(app.stdout)[Symbol.asyncIterator]()
  return {
    line: async () => String((await lines.next()).value),
    errors: () => errors,
    tell: (signal: NodeJS.Signals) => app.kill(signal),
    tellGroup: (signal: NodeJS.Signals) => tellGroup(app, signal),
    end: async () => {
      await ended
      return app.exitCode ?? app.signalCode
    },
  }
}

function tellGroup(app: ChildProcessByStdio<null, Readable, Readable>, signal: NodeJS.Signals): void {
  if (app.pid !== undefined) process.kill(-app.pid, signal)
}

/** A Node of the machine itself, older than ours, as the one that came with a Debian. */
function olderNode(): string | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  return paths.find((node) => existsSync(node) && Number(majorOf(node)) < 24)
}

function majorOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1).split('.')[0] ?? ''
}
