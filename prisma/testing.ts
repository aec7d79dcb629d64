import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type DatabaseAddress, ownerConnection } from './client.ts';
import { findEnginePid, openEmbedded } from './embedded/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    embeddedTemplate: string;
    emptyTemplate: string;
    postgresServer: string;
  }
}

/** The engines that the product runs on; what holds on one must hold on the other. */
export const engines = ['embedded', 'postgres'] as const;
export type Engine = (typeof engines)[number];

export interface TestDatabase {
  at: DatabaseAddress;
  /** Stops the database's clock at a moment; only tests can. */
  setClock(moment: string): Promise<void>;
  /** Does what no role of the product can, such as what a restore of an older copy would do. */
  runAsOwner(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh, migrated, empty database for one test file, copied from a template that the run made once. */
export async function startDatabase(engine: Engine = 'embedded'): Promise<TestDatabase> {
  return engine === 'embedded' ? startOnEmbedded() : startOnPostgres();
}

async function startOnEmbedded(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-'));
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  const at = await openEmbedded(folder);
  return {
    at,
    setClock: (moment) => setClock(at, moment),
    runAsOwner: (sql) => run(ownerConnection(at), sql),
    async close() {
      const pid = findEnginePid(folder);
      if (pid) process.kill(pid, 'SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startOnPostgres(): Promise<TestDatabase> {
  const server = inject('postgresServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(
    { connectionString: `${server}/postgres` },
    `CREATE DATABASE ${name} TEMPLATE template_sanctuary`,
  );
  const at = { connectionString: `${server}/${name}` };
  return {
    at,
    setClock: (moment) => setClock(at, moment),
    runAsOwner: (sql) => run(ownerConnection(at), sql),
    close: () => run({ connectionString: `${server}/postgres` }, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function setClock(at: DatabaseAddress, moment: string) {
  // Through the role that migrations do not make: nothing but a test can set the time.
  const role = `DO $$ BEGIN CREATE ROLE sanctuary_test NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;
  const grants = `GRANT USAGE ON SCHEMA sanctuary TO sanctuary_test; GRANT SELECT, INSERT, DELETE ON sanctuary.clock TO sanctuary_test`;
  const value = pg.escapeLiteral(new Date(moment).toISOString());
  return run(
    ownerConnection(at),
    `${role}; ${grants}; BEGIN; SET LOCAL ROLE sanctuary_test; DELETE FROM sanctuary.clock; INSERT INTO sanctuary.clock VALUES (${value}); COMMIT`,
  );
}

async function run(at: pg.PoolConfig, sql: string) {
  const client = new pg.Client(at);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
