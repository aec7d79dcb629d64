import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['@open-sanctuary/database/testing-setup'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Pothos loads graphql as CommonJS, and a schema cannot be made of two copies.
    alias: { graphql: fileURLToPath(import.meta.resolve('graphql/index.js')) },
  },
});
