import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { findEnginePid, openEmbedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';
import { query, startPostgres } from './testing-postgres.ts';

/** Makes, once for a run, a migrated folder of the embedded engine and a real PostgreSQL with a migrated template. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-test-'));
  await chmod(folder, 0o755);
  const empty = join(folder, 'empty');
  await openEmbedded(empty);
  await stopEngine(empty);
  project.provide('emptyTemplate', empty);
  const template = join(folder, 'template');
  await cp(empty, template, { recursive: true });
  await migrate(await openEmbedded(template));
  await stopEngine(template);
  project.provide('embeddedTemplate', template);

  const postgres = await startPostgres(folder);
  project.provide('postgresServer', postgres.url);
  await query(`${postgres.url}/postgres`, 'CREATE DATABASE template_sanctuary');
  await migrate({ connectionString: `${postgres.url}/template_sanctuary` });
  // A database can be copied only while nobody is connected to it.
  await query(
    `${postgres.url}/postgres`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'template_sanctuary'`,
  );

  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

async function stopEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (!pid) return;
  process.kill(pid, 'SIGTERM');
  while (findEnginePid(folder)) await wait(20);
}
