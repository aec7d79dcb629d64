import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

export interface RunningServer {
  readonly url: string;
  /** Asks the management API with the token of the first start. */
  manage<Data>(query: string, variables?: object): Promise<Data>;
  /** Ends the server as a power cut would end its service: nothing answers any more. */
  stop(): Promise<void>;
}

const readyWithin = 90_000;

/** Runs the server as a council does, by its npm command, with the demo in a folder of its own. */
export async function startServer(environment: { readonly councilSiteUrl: string }): Promise<RunningServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'charity-'));
  const child = spawn('npm', ['run', 'start', '--workspace', '@open-sanctuary/server'], {
    cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      COUNCIL_SITE_URL: environment.councilSiteUrl,
      DATA_DIR: dataDir,
      DATABASE_URL: undefined,
      DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm would not hand on a signal to all that it started.
    detached: true,
  });
  const output = readOutput(child);
  const stop = async () => {
    await endGroup(child);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  try {
    await waitUntilReady(url, child);
    const token = await readToken(dataDir, output);
    return {
      url,
      stop,
      manage: (query, variables) => askManagement(`${url}/manage/graphql`, token, query, variables),
    };
  } catch (cause) {
    await stop();
    throw new Error(`The server did not start. It said:\n${output.text}`, { cause });
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

function readOutput(child: ChildProcess): { text: string } {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output.text += chunk;
    });
  }
  return output;
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(200);
  }
  throw new Error(`It was not ready after ${readyWithin / 1000} seconds.`);
}

/** Where there is no terminal, the first start leaves the token in a file, and says so when it is there. */
async function readToken(dataDir: string, output: { readonly text: string }): Promise<string> {
  const deadline = Date.now() + 5_000;
  while (!output.text.includes('management token')) {
    if (Date.now() > deadline) throw new Error('It named no management token.');
    await wait(50);
  }
  return readFileSync(join(dataDir, 'first-management-token'), 'utf8').trim();
}

async function askManagement<Data>(
  url: string,
  token: string,
  query: string,
  variables?: object,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(`Management answered ${response.status}: ${JSON.stringify(errors)}`);
  return data;
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  process.kill(-child.pid, 'SIGTERM');
  const isEnded = await Promise.race([ended.then(() => true), wait(10_000, false, { ref: false })]);
  if (!isEnded) process.kill(-child.pid, 'SIGKILL');
}
