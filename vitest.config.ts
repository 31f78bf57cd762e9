import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They kill, flood and time out on purpose: beside others they would measure how busy the machine is. */
const undisturbed = [
  'kill',
  'replicas',
  'hostile-fuzz',
  'outage',
  'away',
  'telegram-blocked',
  'half-sent',
  'erase',
  'pseudo-locale',
].map((name) => `test/journeys/${name}.test.ts`)

/** Those that take longest, the longest first: begun last, one of them would go on alone when all others are done. */
const longest = [
  'journeys/outage',
  'journeys/kill',
  'journeys/files',
  'playground/page-people',
  'journeys/rights',
  'journeys/receipts',
  'journeys/telegram-triage',
  'journeys/hostile-words',
  'journeys/rights-commands',
  'journeys/relations',
  'journeys/canary-walk',
].map((name) => `/${name}.test.ts`)

/** A fresh clone knows nothing of how long a file took; vitest goes by its size, and what takes long may be short to read. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((end) => moduleId.endsWith(end))
      return found < 0 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    // Modules are pure and every test file has a database of its own, so files may share one module graph per worker.
    isolate: false,
    globalSetup: ['test/support/cluster.ts'],
    testTimeout: 40_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // On a machine that others use, too, a person of a test may wait too long once; both tries stand in the results.
    retry: process.env.CI === 'true' ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: undisturbed,
          // Most of what tests do is wait for what people would wait for.
          maxWorkers: 5,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'undisturbed', include: undisturbed, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
