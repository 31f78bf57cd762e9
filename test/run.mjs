/** `npm test`: vitest, with `--require-page` (a machine without Chromium is a failure) told to the tests as a variable. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const words = process.argv.slice(2)
const asked = words.filter((word) => word !== '--require-page')
const env = { ...process.env, ...(asked.length < words.length && { REQUIRE_PAGE: '1' }) }
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...asked], { stdio: 'inherit', env })
process.exitCode = status ?? 1
