import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Commands and servers are started again and again: what was compiled once is kept.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../../node_modules/.cache/compiled', import.meta.url),
);

export default defineConfig({
  test: {
    globalSetup: ['@open-sanctuary/database/testing-setup'],
    testTimeout: 60_000,
    // Much of the time is waiting for databases, browsers and commands.
    maxWorkers: 2,
    hookTimeout: 120_000,
    // Pothos loads graphql as CommonJS, and a schema cannot be made of two copies.
    alias: { graphql: fileURLToPath(import.meta.resolve('graphql/index.js')) },
  },
});
