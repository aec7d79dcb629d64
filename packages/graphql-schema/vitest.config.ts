import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['@open-sanctuary/database/testing-setup'],
    testTimeout: 30_000,
    // Much of the time is waiting for databases and for commands.
    maxWorkers: 2,
    hookTimeout: 60_000,
    // Pothos loads graphql as CommonJS, and a schema cannot be made of two copies.
    alias: { graphql: fileURLToPath(import.meta.resolve('graphql/index.js')) },
  },
});
