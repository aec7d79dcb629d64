import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Measure } from './usage.ts';

const patience = 60_000;
const running = new Set<ChildProcess>();

export interface Running {
  url: string;
  measure(what: Measure): Promise<number>;
  stop(): Promise<void>;
}

/** The real server, as an operator starts it, over a database that is there. */
export async function startServer(databaseUrl: string, folder: string) {
  await mkdir(folder, { recursive: true });
  const server = await startProcess(join(import.meta.dirname, '../src/server.ts'), '/readyz', {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    // So that a thousand streams can come from as many addresses.
    TRUSTED_PROXIES: '1',
  });
  return {
    ...server,
    /** The management token, which the first server of a database leaves in its folder once it is ready. */
    async getToken(): Promise<string> {
      const file = join(folder, 'first-management-token');
      for (const since = Date.now(); !existsSync(file) && Date.now() - since < patience;) await wait(50);
      return (await readFile(file, 'utf8')).trim();
    },
  };
}

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** What we are measured against: a file of `rivals/`, told by its environment what to answer. */
export const startRival = (name: string, environment: Record<string, string>) =>
  startProcess(join(import.meta.dirname, 'rivals', `${name}.ts`), '/', environment);

async function startProcess(
  file: string,
  readyPath: string,
  environment: Record<string, string>,
): Promise<Running> {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', join(import.meta.dirname, 'usage.ts'), file],
    {
      env: { PATH: process.env['PATH'], PORT: new URL(url).port, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => (said = (said + String(text)).slice(-5000)));
  }
  for (const since = Date.now(); !(await isThere(url + readyPath)); await wait(50)) {
    if (hasEnded(child) || Date.now() - since > patience) {
      await end(child);
      throw new Error(`${file} did not start. It said:\n${said}`);
    }
  }
  return {
    url,
    async measure(what) {
      child.send(what);
      const [measured] = (await once(child, 'message', { signal: AbortSignal.timeout(patience) })) as [
        number,
      ];
      return measured;
    },
    stop: () => end(child),
  };
}

/** Whether something answers; only an answer that says that it is not ready yet is none. */
export const isThere = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status !== 503;
    },
    () => false,
  );

export async function endAll() {
  await Promise.all([...running].map(end));
}

async function end(child: ChildProcess) {
  running.delete(child);
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** A port that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
