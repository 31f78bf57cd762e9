import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Modules are pure and every test file has a database of its own, so files may share one module graph per worker.
    isolate: false,
    globalSetup: ['test/support/cluster.ts'],
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // Most of what tests do is wait for what people would wait for.
    maxWorkers: 6,
  },
})
