import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./testing-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Much of the time is waiting for engines to start and to end.
    maxWorkers: 2,
  },
});
