import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { connectManagement, connectPublic, type DatabaseAddress, ownerConnection } from './client.ts';
import { findEnginePid, openEmbedded } from './embedded/embedded.ts';
import { describeDrift, HalfMigratedDatabase, migrate, NewerDatabase } from './migrate.ts';
import { addCouncil } from './testing-rows.ts';
import { engines, type Engine } from './testing.ts';

const endings: (() => Promise<unknown>)[] = [];
const migrations = (await readdir(join(import.meta.dirname, 'migrations')))
  .filter((name) => /^\d/.test(name))
  .toSorted();

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

describe.each(engines)('on %s', (engine) => {
  test('migrating again, or five times at the same moment, applies each migration once', async () => {
    const at = await makeEmptyDatabase(engine);
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(at)));
    expect(applied.flat().toSorted()).toEqual(migrations);
    expect(await migrate(at)).toEqual([]);
    const { rows } = await query(at, 'SELECT migration_name FROM _prisma_migrations');
    expect(rows).toEqual(migrations.map((migration_name) => ({ migration_name })));
  });

  test('a database of a newer version is refused, and nothing in it changes', async () => {
    const at = await makeEmptyDatabase(engine);
    await query(
      at,
      `${migrationTable}; INSERT INTO _prisma_migrations VALUES ('1', '', now(), '9999_later')`,
    );
    await expect(migrate(at)).rejects.toThrow(NewerDatabase);
    await expect(migrate(at)).rejects.toThrow(/newer version of Open Sanctuary \(it holds 9999_later\)/);
    expect(await listTables(at)).toEqual(['_prisma_migrations']);
  });

  test('a migration that was begun and never finished is refused, and nothing is changed', async () => {
    const at = await makeEmptyDatabase(engine);
    await query(at, `${migrationTable}; INSERT INTO _prisma_migrations VALUES ('1', '', NULL, '0001_spine')`);
    await expect(migrate(at)).rejects.toThrow(HalfMigratedDatabase);
    expect(await listTables(at)).toEqual(['_prisma_migrations']);
  });

  test('a migration that fails in the middle leaves the database as it was', async () => {
    const at = await makeEmptyDatabase(engine);
    await query(at, 'CREATE DOMAIN "Translation" AS INT');
    await expect(migrate(at)).rejects.toThrow(
      'The migration 0001_spine failed and the database is as it was: type "Translation" already exists',
    );
    expect(await listTables(at)).toEqual([]);
    await query(at, 'DROP DOMAIN "Translation"');
    expect(await migrate(at)).toEqual(migrations);
  });

  test('what the migrations make is what the models describe', async () => {
    const at = await makeEmptyDatabase(engine);
    expect(await describeDrift(at, at)).toBe('');
  });
});

describe('on PostgreSQL, a login that is no superuser', () => {
  const login = 'sanctuary_test_login';

  test('can migrate its own database and connect as the public and as management', async () => {
    const server = inject('postgresServer');
    const name = `login_${Date.now()}`;
    const admin = { connectionString: `${server}/postgres` };
    // A cluster where nobody has made the roles yet.
    await query(admin, `CREATE ROLE ${login} LOGIN CREATEROLE`);
    await query(admin, `CREATE DATABASE ${name} OWNER ${login}`);
    endings.push(async () => {
      await query(admin, `DROP DATABASE ${name} WITH (FORCE)`);
      await query(admin, `DROP OWNED BY ${login}`);
      await query(admin, `DROP ROLE ${login}`);
    });
    await query(
      admin,
      `GRANT sanctuary_public, sanctuary_management TO ${login} WITH ADMIN OPTION, SET FALSE`,
    );
    const at = { connectionString: `${server}/${name}`.replace('postgres@', `${login}@`) };
    expect(await migrate(at)).toEqual(migrations);

    const management = connectManagement(at);
    // Options of the address stand beside ours and never take the place of the role.
    const visitor = connectPublic({ connectionString: `${at.connectionString}?options=-c%20work_mem%3D8MB` });
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await addCouncil(tx, 'hillside');
      await tx.plan.create({ data: { councilId, slug: 'hidden', title: 'Hidden' } });
    });
    expect(await visitor.read.council.count()).toBe(1);
    expect(await visitor.read.plan.count()).toBe(0);
    expect(await management.read.plan.count()).toBe(1);
    expect(await management.read.change.count()).toBe(2);
    await expect(visitor.read.council.deleteMany()).rejects.toThrow(/denied/);
    const [settings] = await visitor.read.$queryRaw<
      object[]
    >`SELECT current_user::text, current_setting('work_mem')`;
    expect(settings).toEqual({ current_user: 'sanctuary_public', current_setting: '8MB' });
    await management.close();
    await visitor.close();
  });
});

const migrationTable = `CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY, checksum TEXT NOT NULL, finished_at TIMESTAMPTZ,
  migration_name TEXT NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INT NOT NULL DEFAULT 0)`;

async function makeEmptyDatabase(engine: Engine): Promise<DatabaseAddress> {
  return engine === 'embedded' ? makeEmptyFolder() : makeEmptyPostgres();
}

async function makeEmptyFolder(): Promise<DatabaseAddress> {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-migrate-'));
  await cp(inject('emptyTemplate'), folder, { recursive: true });
  endings.push(async () => {
    const pid = findEnginePid(folder);
    if (pid) process.kill(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return openEmbedded(folder);
}

async function makeEmptyPostgres(): Promise<DatabaseAddress> {
  const server = inject('postgresServer');
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  await query({ connectionString: `${server}/postgres` }, `CREATE DATABASE ${name}`);
  endings.push(() => query({ connectionString: `${server}/postgres` }, `DROP DATABASE ${name} WITH (FORCE)`));
  return { connectionString: `${server}/${name}` };
}

async function listTables(at: DatabaseAddress): Promise<unknown[]> {
  const { rows } = await query(
    at,
    `SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'sanctuary')`,
  );
  return rows.map(({ tablename }) => tablename);
}

async function query(at: DatabaseAddress, sql: string) {
  const client = new pg.Client(ownerConnection(at));
  client.on('error', () => {});
  await client.connect();
  return client.query<Record<string, unknown>>(sql).finally(() => client.end());
}
