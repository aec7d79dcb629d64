import { defineConfig } from 'prisma/config';

// The client and the Pothos types are made by WASM; naming any executable here keeps Prisma from downloading
// its native engine, which it would not use.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
process.env['CHECKPOINT_DISABLE'] ??= '1';

export default defineConfig({ schema: '.', migrations: { path: 'migrations' } });
