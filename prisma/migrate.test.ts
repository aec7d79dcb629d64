import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
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
    const { rows } = await query(at, 'SELECT migration_name FROM _prisma_migrations ORDER BY started_at');
    expect(rows).toEqual(migrations.map((migration_name) => ({ migration_name })));
  });

  test('an empty database is filled without a warning on the terminal', async () => {
    const warnings: Error[] = [];
    const keep = (warning: Error) => void warnings.push(warning);
    process.on('warning', keep);
    endings.push(async () => process.off('warning', keep));
    await migrate(await makeEmptyDatabase(engine));
    expect(warnings).toEqual([]);
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

  test('what councils have recorded before keeps its days when history comes to it', async () => {
    const at = await makeEmptyDatabase(engine);
    const spine = await readFile(join(import.meta.dirname, 'migrations/0001_spine/migration.sql'), 'utf8');
    await query(
      at,
      `${spine}; ${migrationTable}; INSERT INTO _prisma_migrations VALUES ('1', '', now(), '0001_spine')`,
    );
    await query(
      at,
      `INSERT INTO sanctuary.clock VALUES ('2026-06-01T12:00:00Z');
       INSERT INTO "Council" ("id", "slug", "name", "kind") VALUES ('${uuid(1)}', 'ashby', 'Ashby', 'BOROUGH');
       INSERT INTO "Plan" ("id", "councilId", "slug", "title", "state") VALUES
         ('${uuid(2)}', '${uuid(1)}', 'new', 'New', 'CURRENT'), ('${uuid(3)}', '${uuid(1)}', 'old', 'Old', 'DRAFT');
       INSERT INTO "Theme" ("id", "councilId", "planId", "ref", "position", "title") VALUES
         ('${uuid(4)}', '${uuid(1)}', '${uuid(2)}', '1', 0, 'A theme');
       INSERT INTO "Action" ("id", "councilId", "planId", "themeId", "ref", "position") VALUES
         ('${uuid(5)}', '${uuid(1)}', '${uuid(2)}', '${uuid(4)}', '1.1', 0);
       INSERT INTO "Report" ("id", "councilId", "actionId", "status", "whatHappened", "byRole") VALUES
         ('${uuid(6)}', '${uuid(1)}', '${uuid(5)}', 'DONE', 'Done.', 'COUNCIL_OFFICER');
       INSERT INTO "GroupAssessment" ("councilId", "reportId", "view", "assessedOn", "version") VALUES
         ('${uuid(1)}', '${uuid(6)}', 'AGREES', '2026-05-20', 3);
       INSERT INTO "CouncilResponse" ("councilId", "reportId", "text", "respondedOn") VALUES
         ('${uuid(1)}', '${uuid(6)}', 'Thank you.', '2026-05-21')`,
    );
    await query(at, `UPDATE sanctuary.clock SET "at" = '2026-06-10T12:00:00Z'`);
    await query(at, `UPDATE "Plan" SET "state" = 'CURRENT' WHERE "slug" = 'old'`);
    const changes = await query(at, 'SELECT count(*) FROM "Change"');

    await migrate(at);

    const standings = await query(
      at,
      `SELECT "slug", "PlanStanding"."state", "since" FROM "PlanStanding"
       JOIN "Plan" ON "Plan"."id" = "planId" ORDER BY "slug", "PlanStanding"."id"`,
    );
    expect(standings.rows).toEqual([
      { slug: 'new', state: 'CURRENT', since: new Date('2026-06-01T12:00:00Z') },
      { slug: 'old', state: 'DRAFT', since: new Date('2026-06-01T12:00:00Z') },
      { slug: 'old', state: 'CURRENT', since: new Date('2026-06-10T12:00:00Z') },
    ]);
    const said = await query(
      at,
      `SELECT "number", "since" FROM "GroupAssessment" UNION ALL SELECT "number", "since" FROM "CouncilResponse"`,
    );
    expect(said.rows).toEqual([
      { number: 3, since: new Date('2026-05-20T11:00:00Z') },
      { number: 1, since: new Date('2026-05-21T11:00:00Z') },
    ]);
    expect(await query(at, 'SELECT count(*) FROM "Change"')).toMatchObject({ rows: changes.rows });
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

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

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
