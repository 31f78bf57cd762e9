/**
 * What `npm start` runs, on whatever Node is there (18 or later): reads `.env`, then runs `src/main.ts` on Node 24,
 * either this one or the one `npm ci` brought along. Docker and systemd run `node start.mjs` themselves, since npm does
 * not pass SIGTERM on (stack.md §1). Plain JavaScript: an old Node must be able to read it.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import * as module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as util from 'node:util'

const NEEDED = 24
const INHERITED = 'DESKHAND_LAUNCHED'
/** By then all that a desk runs has been loaded. */
const LOADED_MS = 10_000
const here = dirname(fileURLToPath(import.meta.url))
const words = process.argv.slice(2)

readEnvironment(join(here, '.env'))
if (Number.parseInt(process.versions.node, 10) >= NEEDED) await runHere()
else if (process.env[INHERITED] === undefined) runOn(bundledNodes())
else giveUp()

/** Variables that are set already win. */
function readEnvironment(file) {
  if (!existsSync(file)) return
  const text = readFileSync(file, 'utf8')
  for (const [name, value] of Object.entries((util.parseEnv ?? parseEnv)(text))) process.env[name] ??= value
}

/** For a Node before 20.12: NAME=value lines, quotes around the value dropped, `#` lines skipped. */
function parseEnv(text) {
  const lines = text.matchAll(/^\s*(?:export\s+)?(\w+)\s*=[ \t]*("[^"]*"|'[^']*'|[^#\r\n]*)/gm)
  return Object.fromEntries(
    Array.from(lines, ([, name, value]) => [name, value.trim().replace(/^(["'])(.*)\1$/s, '$2')]),
  )
}

async function runHere() {
  if (process.env[INHERITED] !== undefined) endWithLauncher()
  keepCompiled()
  const { run } = await import(pathToFileURL(join(here, 'src', 'main.ts')).href)
  await run(words)
}

/**
 * A start that finds what an earlier one compiled takes half as long, above all one after a kill. Node would write it when
 * it ends, which a killed process does not; where it may not write, nothing is kept and nothing is wrong.
 */
function keepCompiled() {
  module.enableCompileCache?.(join(here, 'node_modules', '.cache', 'deskhand'))
  setTimeout(() => module.flushCompileCache?.(), LOADED_MS).unref()
}

/** The launcher was killed, so nobody passes signals on any more: end as if told to. */
function endWithLauncher() {
  delete process.env[INHERITED]
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}

function bundledNodes() {
  const windows = process.platform === 'win32'
  const system = windows ? 'win' : process.platform
  const folder = join(here, 'node_modules', `node-${system}-${process.arch}`, 'bin')
  const nodes = [join(folder, windows ? 'node.exe' : 'node'), join(here, 'node_modules', '.bin', 'node')]
  return nodes.filter((node) => existsSync(node))
}

/**
 * The app gets a process group of its own, so that Ctrl-C (which the terminal sends to the whole group) reaches it once,
 * through us, and not twice. The fourth channel tells it when we are gone.
 */
function runOn([node, ...others]) {
  if (node === undefined) return giveUp()
  const app = spawn(node, [fileURLToPath(import.meta.url), ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [INHERITED]: '1' },
    detached: process.platform !== 'win32',
  })
  const passOn = (signal) => app.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  const letGo = () => {
    for (const signal of signals) process.off(signal, passOn)
  }
  app.once('error', () => {
    letGo()
    runOn(others)
  })
  app.once('exit', (code, signal) => {
    letGo()
    if (signal === null) process.exitCode = code ?? 1
    else process.kill(process.pid, signal)
  })
}

function giveUp() {
  console.error(
    `Deskhand needs Node ${NEEDED} and this is Node ${process.versions.node}. Run \`npm ci\` (it brings one along; ` +
      `without --omit=optional; for a Mac with Apple Silicon there is none), or install Node ${NEEDED} from https://nodejs.org.`,
  )
  process.exitCode = 1
}
