import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type DatabaseAddress, ownerConnection } from './client.ts';
import { MigrationAdapter } from './migration-adapter.ts';

const here = import.meta.dirname;
const migrationLock = 4_721_030;
const filters = { externalTables: [], externalEnums: [] };

/** The database was made by a newer version of this software. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/** A migration was begun by other means and never finished, so what the tables hold is unknown. */
export class HalfMigratedDatabase extends Error {
  override name = 'HalfMigratedDatabase';
}

/**
 * Brings the database up to the newest migration; returns the names of those applied now. Each is a
 * transaction of its own: it happens whole or not at all, and of two processes one waits for the other.
 */
export async function migrate(at: DatabaseAddress): Promise<string[]> {
  const migrations = await readMigrations();
  const applied: string[] = [];
  return withPool(at, async (owner) => {
    for (;;) {
      const name = await applyNext(owner, migrations);
      if (!name) return applied;
      applied.push(name);
    }
  });
}

/** SQL that would bring the models' tables up from what the migrations make; empty when both agree. */
export async function describeDrift(at: DatabaseAddress, scratch: DatabaseAddress): Promise<string> {
  return withPool(at, (owner) =>
    withPool(scratch, (shadow) =>
      withEngine(new MigrationAdapter(owner, shadow), async (engine) => {
        const { stdout } = await engine.diff({
          from: { tag: 'migrations', ...(await readMigrations()) },
          to: { tag: 'schemaDatamodel', files: await readModels() },
          script: true,
          exitCode: null,
          shadowDatabaseUrl: null,
          filters,
        } as never);
        return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
      }),
    ),
  );
}

type Migrations = Awaited<ReturnType<typeof readMigrations>>;

async function applyNext(owner: pg.Pool, migrations: Migrations): Promise<string | null> {
  await owner.query('BEGIN');
  try {
    // The embedded engine gives a transaction the whole database; PostgreSQL needs to be asked.
    await owner.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const pending = await listPending(owner, migrations);
    const next = migrations.migrationDirectories.find(({ path }) => path === pending[0]);
    if (next) await apply(owner, migrations, next.path);
    await owner.query('COMMIT');
    return next?.path ?? null;
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    // The engine takes a lock of its own for the whole session. Kept until the next migration, it would stop
    // a process that holds ours meanwhile, while we wait for it.
    await owner.query('SELECT pg_advisory_unlock_all()').catch(() => {});
  }
}

async function apply(owner: pg.Pool, migrations: Migrations, name: string) {
  const upToIt = migrations.migrationDirectories.filter(({ path }) => path <= name);
  const adapter = new MigrationAdapter(owner);
  await withEngine(adapter, (engine) =>
    engine.applyMigrations({
      migrationsList: { ...migrations, migrationDirectories: upToIt },
      filters,
    }),
  ).catch((error: unknown) => {
    const cause = adapter.failure ?? error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${name} failed and the database is as it was: ${reason}`, { cause });
  });
}

async function listPending(owner: pg.Pool, { migrationDirectories }: Migrations): Promise<string[]> {
  const known = migrationDirectories.map(({ path }) => path);
  const stored = await listStored(owner);
  const unknown = stored.filter(({ name }) => !known.includes(name));
  if (unknown.length > 0) {
    throw new NewerDatabase(
      `This database was made by a newer version of Open Sanctuary (it holds ${unknown.map(({ name }) => name).join(', ')}). ` +
        'Nothing was changed. Start the newer version, or point DATABASE_URL or DATA_DIR at another database.',
    );
  }
  const unfinished = stored.find(({ isFinished }) => !isFinished);
  if (unfinished) {
    throw new HalfMigratedDatabase(
      `The migration ${unfinished.name} of this database was begun and never finished. Nothing was changed. Restore the last backup.`,
    );
  }
  return known.filter((name) => !stored.some((migration) => migration.name === name));
}

async function listMigrations(): Promise<string[]> {
  const entries = await readdir(`${here}/migrations`, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function listStored(owner: pg.Pool): Promise<{ name: string; isFinished: boolean }[]> {
  const { rows } = await owner.query<{ exists: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`,
  );
  if (!rows[0]?.exists) return [];
  const stored = await owner.query<{ name: string; isFinished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished" FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY name`,
  );
  return stored.rows;
}

/** One connection, so that what is asked of the pool happens in one session. */
async function withPool<T>(at: DatabaseAddress, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({
    ...ownerConnection(at),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
  });
  // Each migration's adapter listens to it as well, until the pool ends.
  pool.on('error', () => {}).setMaxListeners(0);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
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
    './schema_engine_bg.js': withIdleTimers(glue) as never,
  });
  const exports = instance.exports as { __wbindgen_start(): void };
  (glue as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** It leaves its ten seconds' limit for a lock running when it has long got it, and so would keep a command from ending. */
function withIdleTimers(functions: object): object {
  const setIdleTimer = (work: () => void, milliseconds: number) =>
    setTimeout(work, milliseconds >>> 0).unref();
  return Object.fromEntries(
    Object.entries(functions).map(([name, given]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? setIdleTimer : given,
    ]),
  );
}
