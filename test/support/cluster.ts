import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openCluster } from '../../src/store/embedded/cluster.ts'
import { removeForsaken, temporaryFolder } from './temporary.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the run's PostgreSQL, at its `postgres` database. */
    cluster: string
  }
}

/** One PostgreSQL for the whole run (vitest `globalSetup`); files get databases of their own by `freshDatabase`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeForsaken()
  const folder = temporaryFolder()
  // Nothing in here outlives the machine, so nothing needs to reach the disk; a killed server still loses no commit.
  const settings = { fsync: 'off', full_page_writes: 'off', max_wal_size: '128MB' }
  const cluster = await openCluster({ home: join(folder, '.deskhand'), settings })
  project.provide('cluster', cluster.url('postgres'))

  return async () => {
    await cluster.release()
    for (const path of [folder, cluster.home]) await rm(path, { recursive: true, force: true })
  }
}
