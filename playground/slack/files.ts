import type { SlackFile } from './objects.ts'
import { TEAM } from './seed.ts'
import { newId, type Workspace } from './workspace.ts'
import type { Attached } from './world.ts'

/** A file as it is announced: its bytes may come later. */
export function announce(
  workspace: Workspace,
  user: string,
  name: string,
  size: number,
  mimetype = mimeOf(name),
): SlackFile {
  const id = newId('F')
  const created = Math.floor(workspace.now() / 1000)
  const path = `${workspace.url}/slack-files/${TEAM}-${id}`
  const file: SlackFile = {
    id,
    created,
    timestamp: created,
    name,
    title: name,
    mimetype,
    filetype: name.split('.').at(-1)?.toLowerCase() ?? '',
    user,
    size,
    mode: 'hosted',
    is_external: false,
    url_private: `${path}/${encodeURIComponent(name)}`,
    url_private_download: `${path}/download/${encodeURIComponent(name)}`,
    permalink: `${workspace.url}/files/${user}/${id}/${encodeURIComponent(name)}`,
  }
  workspace.files.set(id, { file, state: 'announced', base64: '' })
  return file
}

/** A file with its bytes, as people attach it. */
export function attach(workspace: Workspace, user: string, attached: Attached): SlackFile {
  const file = announce(workspace, user, attached.name, attached.size ?? attached.bytes.length, attached.mimetype)
  workspace.files.set(file.id, { file, state: 'complete', base64: Buffer.from(attached.bytes).toString('base64') })
  return file
}

export function bytesOf(workspace: Workspace, id: string): Uint8Array | undefined {
  const kept = workspace.files.get(id)
  return kept && kept.state !== 'announced' ? new Uint8Array(Buffer.from(kept.base64, 'base64')) : undefined
}

const MIME: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  zip: 'application/zip',
}

function mimeOf(name: string): string {
  return MIME[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
