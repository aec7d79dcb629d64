import type { DatabaseAddress } from '@open-sanctuary/database/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../../../..');
const patience = 60_000;

/** The server, and with `withSite` the council site as well, as processes of their own over a test's database. */
export async function startProcesses(
  at: DatabaseAddress,
  { folder, withSite = false }: { folder?: string; withSite?: boolean } = {},
) {
  const dataFolder = folder ?? ('host' in at ? at.host : await mkdtemp(join(tmpdir(), 'sanctuary-')));
  const [server, site] = [
    `http://localhost:${await findFreePort()}`,
    `http://localhost:${await findFreePort()}`,
  ];
  let said = '';
  const children: ChildProcess[] = [];
  const start = async (room: string, url: string, path: string) => {
    const child = spawn('npm', ['run', 'start', '--workspace', `@open-sanctuary/${room}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: npm hands no signal on to what it started.
      detached: true,
      env: {
        ...process.env,
        DATABASE_URL: 'connectionString' in at ? at.connectionString : '',
        DATA_DIR: dataFolder,
        DEMO: '0',
        PORT: new URL(server).port,
        COUNCIL_SITE_PORT: new URL(site).port,
        PUBLIC_URL: server,
        COUNCIL_SITE_URL: site,
      },
    });
    children.push(child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    for (const since = Date.now(); !(await isAnswered(url + path)); await wait(50))
      if (child.exitCode !== null || Date.now() - since > patience)
        throw new Error(`The ${room} did not start. It said:\n${said}`);
  };
  const stop = () => Promise.all(children.splice(0).map(end));
  try {
    await Promise.all([
      start('server', server, '/readyz'),
      withSite && start('council-site', site, '/robots.txt'),
    ]);
    const token = await findToken(join(dataFolder, 'first-management-token'));
    const ask = async (
      path: string,
      query: string,
      variables: object,
      headers: Record<string, string> = {},
    ) => {
      const response = await fetch(server + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { response, text: await response.text() };
    };
    return {
      server,
      site,
      folder: dataFolder,
      /** All that was printed until now. */
      said: () => said,
      ask: (query: string, variables: object = {}) => ask('/graphql', query, variables),
      manage: (query: string, variables: object = {}) =>
        ask('/manage/graphql', query, variables, { authorization: `Bearer ${token}` }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export type RunningProcesses = Awaited<ReturnType<typeof startProcesses>>;

const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** The last thing that a first start writes. */
async function findToken(file: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
    await wait(50);
  }
  throw new Error('The first start left no management token.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit').then(() => true);
  process.kill(-child.pid, 'SIGTERM');
  if (!(await Promise.race([ended, wait(10_000, false, { ref: false })])))
    process.kill(-child.pid, 'SIGKILL');
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
