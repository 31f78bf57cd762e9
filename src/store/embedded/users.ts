import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { livesOn, signature } from './liveness.ts'

/** Signs in as a user of the cluster. Returns the file that stands for it. Call it under the cluster's lock. */
export async function signIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, randomUUID())
  await writeFile(file, await signature())
  return file
}

/** Signs out. Returns whether anybody alive is left. Call it under the cluster's lock. */
export async function signOut(file: string, folder: string): Promise<boolean> {
  await rm(file, { force: true })
  const left = await Promise.all((await readdir(folder)).map((name) => keepIfAlive(join(folder, name))))
  return left.includes(true)
}

/** Somebody who was killed never signed out: their file goes, and does not count. */
async function keepIfAlive(file: string): Promise<boolean> {
  if (await livesOn(await readFile(file, 'utf8').catch(() => ''))) return true
  await rm(file, { force: true })
  return false
}
