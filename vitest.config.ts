import { defineConfig } from 'vitest/config'

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

export default defineConfig({
  test: {
    // Modules are pure and every test file has a database of its own, so files may share one module graph per worker.
    isolate: false,
    globalSetup: ['test/support/cluster.ts'],
    testTimeout: 40_000,
    hookTimeout: 60_000,
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
          maxWorkers: 4,
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
