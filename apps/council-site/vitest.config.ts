import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A real server with a real database starts before the first test of a file; more at once would starve each other.
  test: { hookTimeout: 120_000, testTimeout: 30_000, maxWorkers: 2 },
});
