/**
 * `npm test`: vitest, with `--require-page` (a machine without Chromium is a failure) told to the tests as a variable.
 * Run by hand on an older Node (`node test/run.mjs FILE`) it takes the Node 24 that `npm ci` brought, as `npm test` does.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const NEEDED = 24
const REQUIRE_PAGE = '--require-page'
const modules = join(import.meta.dirname, '..', 'node_modules')
const bundled = join(modules, '.bin', 'node')
const isOld = Number.parseInt(process.versions.node, 10) < NEEDED
const node = isOld && existsSync(bundled) ? bundled : process.execPath

const words = process.argv.slice(2)
const asked = words.filter((word) => word !== REQUIRE_PAGE)
const env = { ...process.env, ...(words.includes(REQUIRE_PAGE) && { REQUIRE_PAGE: '1' }) }
const vitest = join(modules, 'vitest', 'vitest.mjs')
const { status } = spawnSync(node, [vitest, 'run', ...asked], { stdio: 'inherit', env })
process.exitCode = status ?? 1
