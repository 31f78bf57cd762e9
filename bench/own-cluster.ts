import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, type ClusterOptions, openCluster } from '../src/store/embedded/cluster.ts'
import type { Closings } from './closings.ts'

/** A folder nobody has been in, which the account PostgreSQL runs as may enter. It goes with `closings`. */
export function ownFolder(closings: Closings): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-bench-'))
  closings.push(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  return folder
}

/** An embedded PostgreSQL in this folder. It goes with `closings`, and before the folder does. */
export async function ownCluster(
  closings: Closings,
  folder: string,
  settings?: ClusterOptions['settings'],
): Promise<Cluster> {
  const cluster = await openCluster({ home: join(folder, '.deskhand'), settings })
  closings.push(async () => {
    await cluster.release()
    rmSync(cluster.home, { recursive: true, force: true })
  })
  return cluster
}
