import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type DatabaseAddress, ownerConnection } from './client.ts';
import { MigrationAdapter } from './migration-adapter.ts';

const here = import.meta.dirname;
const filters = { externalTables: [], externalEnums: [] };

/** The database was made by a newer version of this software. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/**
 * Brings the database up to the newest migration; returns the names of those applied now. Two processes may
 * start at once: a lock of the database lets one of them work while the other waits.
 */
export async function migrate(at: DatabaseAddress): Promise<string[]> {
  const owner = new pg.Client(ownerConnection(at));
  await owner.connect();
  try {
    const known = new Set(await listMigrations());
    const applied = await listApplied(owner);
    const unknown = applied.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      throw new NewerDatabase(
        `This database was made by a newer version of Open Sanctuary (it holds ${unknown.join(', ')}). ` +
          'Nothing was changed. Start the newer version, or point DATABASE_URL or DATA_DIR at another database.',
      );
    }
    if (applied.length === known.size) return [];
    return await withEngine(new MigrationAdapter(ownerConnection(at)), async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: await readMigrations(),
        filters,
      });
      return appliedMigrationNames;
    });
  } finally {
    await owner.end();
  }
}

/** SQL that would bring the models' tables up from what the migrations make; empty when both agree. */
export async function describeDrift(at: DatabaseAddress, scratch: DatabaseAddress): Promise<string> {
  const adapter = new MigrationAdapter(ownerConnection(at), ownerConnection(scratch));
  return withEngine(adapter, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: await readModels() },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters,
    } as never);
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
  });
}

async function listMigrations(): Promise<string[]> {
  const entries = await readdir(`${here}/migrations`, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function listApplied(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ exists: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`,
  );
  if (!rows[0]?.exists) return [];
  const applied = await owner.query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return applied.rows.map((row) => row.migration_name);
}

async function readModels() {
  const models = (await readdir(`${here}/models`)).toSorted().map((name) => `models/${name}`);
  return Promise.all(
    ['schema.prisma', ...models].map(async (path) => ({
      path,
      content: await readFile(`${here}/${path}`, 'utf8'),
    })),
  );
}

async function readMigrations() {
  const names = await listMigrations();
  return {
    baseDir: `${here}/migrations`,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => {
        const value = await readFile(`${here}/migrations/${path}/migration.sql`, 'utf8');
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
      }),
    ),
  };
}

let loaded: Promise<void> | undefined;

/** Prisma's schema engine, in this process: its native one would have to be downloaded. */
async function withEngine<T>(
  adapter: MigrationAdapter,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= loadEngine());
  const datamodels = (await readModels()).map(({ path, content }): [string, string] => [path, content]);
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

async function loadEngine() {
  const file = join(
    dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': glue as never,
  });
  const exports = instance.exports as { __wbindgen_start(): void };
  (glue as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
