import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A machine under load may take a while to start a browser.
  test: { hookTimeout: 60_000, testTimeout: 20_000, maxWorkers: 2 },
});
