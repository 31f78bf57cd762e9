/**
 * `npm test`: vitest, with `--require-page` (a machine without Chromium is a failure) told to the tests as a variable.
 * `--full` sends all 200,000 mutated payloads, and runs nothing else unless it is named.
 * Run by hand on an older Node (`node test/run.mjs FILE`) it takes the Node 24 that `npm ci` brought, as `npm test` does.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const NEEDED = 24
const modules = join(import.meta.dirname, '..', 'node_modules')
const bundled = join(modules, '.bin', 'node')
const isOld = Number.parseInt(process.versions.node, 10) < NEEDED
const node = isOld && existsSync(bundled) ? bundled : process.execPath

const words = process.argv.slice(2)
const named = words.filter((word) => !['--require-page', '--full'].includes(word))
const isFull = words.includes('--full')
const asked = isFull && named.length === 0 ? ['test/journeys/hostile-fuzz.test.ts'] : named
const env = {
  ...process.env,
  ...(words.includes('--require-page') && { REQUIRE_PAGE: '1' }),
  ...(isFull && { FUZZ: '200000' }),
}
const vitest = join(modules, 'vitest', 'vitest.mjs')
const { status } = spawnSync(node, [vitest, 'run', ...asked], { stdio: 'inherit', env })
process.exitCode = status ?? 1
