import { defineConfig } from 'vitest/config';

const conditions = ['@suitewright/source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Many tests wait for processes: one worker fewer than there are cores, the default, leaves a small machine idle.
    maxWorkers: '100%',
  },
});
