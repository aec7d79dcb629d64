import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface RunningServer {
  readonly url: string;
  ask<Data>(query: string): Promise<Data>;
  /** Asks the management API with the token of the first start. */
  manage<Data>(query: string, variables?: object): Promise<Data>;
  /** All that it wrote to its logs. */
  log(): string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../../..');
const patience = 90_000;

/** The real server with the demo, started as a council starts it. */
export async function startServer(): Promise<RunningServer> {
  const url = `http://localhost:${await findFreePort()}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'council-site-'));
  const server = spawn('npm', ['run', 'start', '--workspace', '@open-sanctuary/server'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: new URL(url).port,
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      DEMO: '1',
    },
    // npm hands on no signals to what it started; its group gets them all.
    detached: true,
  });
  // The last thing that a first start does.
  const tokenFile = join(dataDir, 'first-management-token');
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += String(text)));
  const stop = async () => {
    await end(server);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  for (const since = Date.now(); !existsSync(tokenFile) || !(await isReady(url)); await wait(200)) {
    if (server.exitCode !== null || Date.now() - since > patience) {
      await stop();
      throw new Error(`The server did not start. It said:\n${said}`);
    }
  }
  const token = readFileSync(tokenFile, 'utf8').trim();
  return {
    url,
    stop,
    log: () => said,
    ask: (query) => ask(`${url}/graphql`, query),
    manage: (query, variables) =>
      ask(`${url}/manage/graphql`, query, variables, { authorization: `Bearer ${token}` }),
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function ask<Data>(url: string, query: string, variables = {}, headers = {}): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A port that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, 'exit').then(() => true);
  process.kill(-server.pid, 'SIGTERM');
  if (!(await Promise.race([ended, wait(10_000, false, { ref: false })])))
    process.kill(-server.pid, 'SIGKILL');
}
