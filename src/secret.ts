import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './domain/error-code.ts'

/** `SECRET` where none is set: made once under `.deskhand/`, readable by its owner alone, the same for every process. */
export async function secretIn(home: string): Promise<string> {
  await mkdir(home, { recursive: true })
  const file = join(home, 'secret')
  try {
    // `wx`: of two processes that start together one makes it.
    await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
