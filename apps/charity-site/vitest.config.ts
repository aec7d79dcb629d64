import { defineConfig } from 'vitest/config';

// A real browser on a busy machine.
export default defineConfig({ test: { testTimeout: 30_000 } });
