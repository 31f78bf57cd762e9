import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { type Finding, open, well, wrong } from './finding.ts'

/** Processes on several machines share an external database, so they must share the secret too (design.md §8). */
export function examineSecret({ secret, databaseUrl }: Pick<Config, 'secret' | 'databaseUrl'>): Finding {
  if (secret !== undefined) return well('secret')
  return databaseUrl === undefined ? open('secret-made') : wrong('secret-missing')
}

/** `FILES`: a folder we may write in, or one we may make. */
export async function examineFiles(files: string): Promise<Finding> {
  const path = resolve(files)
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isDirectory()) return wrong('files-no-folder', { path })
  if (await isWritable(found ? path : await nearest(path))) {
    return found ? well('files', { path }) : open('files-absent', { path }, () => mkdir(path, { recursive: true }))
  }
  return wrong('files-unwritable', { path })
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** The lowest folder above it that is there. */
async function nearest(path: string): Promise<string> {
  const above = dirname(path)
  const there = await stat(above).catch(() => undefined)
  return there || above === path ? above : nearest(above)
}

/** Telegram brings updates to these ports only (`setWebhook`). */
const TELEGRAM_PORTS = ['', '443', '80', '88', '8443']

/** Where the platforms reach us; without anything to bring there it may be missing. */
export function examinePublicUrl({ publicUrl, slack, telegram }: Config): Finding[] {
  const bySlack = slack !== undefined && !('appToken' in slack)
  if (publicUrl === undefined) return bySlack ? [open('public-url-absent')] : []
  const { protocol, port } = new URL(publicUrl)
  if (protocol !== 'https:') return [wrong('public-url-not-https', { url: publicUrl })]
  if (telegram?.webhook && !TELEGRAM_PORTS.includes(port)) return [wrong('public-url-port', { url: publicUrl, port })]
  return [well(bySlack ? 'public-url-slack' : 'public-url', { url: publicUrl })]
}
