import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, inject } from 'vitest';
import { type DatabaseAddress, ownerConnection } from '../client.ts';
import { findEnginePid, openEmbedded } from './embedded.ts';
import { findEntry, portFile } from './port.ts';

export const ways = ['socket', 'port'] as const;
export const elsewhere = { token: 'another', host: 'library-server', machine: 'another', pid: 4711 };
export const endings: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

export const writerScript = `
  const client = new pg.Client(ownerConnection(await openEmbedded(folder, { overPort })));
  client.on('error', () => process.exit(1));
  await client.connect();
  for (let number = Number(given); ; number++) {
    await client.query('BEGIN');
    await client.query('INSERT INTO kept VALUES ($1, 1)', [number]);
    await client.query('INSERT INTO kept VALUES ($1, 2)', [number]);
    await client.query('COMMIT');
    console.log(number);
  }`;

export const startupMessage = Buffer.concat([
  Buffer.from([0, 0, 0, 23, 0, 3, 0, 0]),
  Buffer.from('user\0postgres\0\0'),
]);

export function parseMessage(sql: string): Buffer {
  const body = Buffer.from(`\0${sql}\0\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from('P'), length, body]);
}

export function queryMessage(sql: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(sql) + 5);
  return Buffer.concat([Buffer.from('Q'), length, Buffer.from(`${sql}\0`)]);
}

/** All that a port says until it closes the connection. */
export function hearFrom(port: number, words: Buffer): Promise<string> {
  return new Promise((done) => {
    let heard = '';
    const visitor = connect(port, '127.0.0.1', () => visitor.write(words));
    visitor.on('data', (chunk) => (heard += chunk.toString('latin1')));
    visitor.on('error', () => {});
    visitor.once('close', () => done(heard));
  });
}

export function getEntry(folder: string) {
  const entry = findEntry(portFile(folder));
  if (!entry) throw new Error('No engine is met over a port.');
  return entry;
}

export function openBy(way: (typeof ways)[number]) {
  return (folder: string, more: { idleSeconds?: number } = {}) =>
    openEmbedded(folder, { overPort: way === 'port', ...more });
}

export function longQuery(rows: number): string {
  return `SELECT count(*) FROM generate_series(1, ${rows}) AS number WHERE number % 7 = 3`;
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-engine-'));
  endings.push(async () => {
    await killEngine(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

export async function makeMigratedFolder(): Promise<string> {
  const folder = await makeFolder();
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  return folder;
}

export function startScript(script: string, ...args: string[]) {
  const imports = `import pg from 'pg'; import { ownerConnection } from './client.ts';
    import { findEnginePid, openEmbedded } from './embedded/embedded.ts';
    const [folder, way, given] = process.argv.slice(1);
    const overPort = way === 'port';`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', imports + script, ...args], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  return { child, said: () => said, gone: ended(child) };
}

export async function runScript(script: string, ...args: string[]): Promise<string> {
  const { said, gone } = startScript(script, ...args);
  await gone;
  return said();
}

export const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('close', done));

export async function query(at: DatabaseAddress, sql: string) {
  const client = new pg.Client({ ...ownerConnection(at), connectionTimeoutMillis: 20_000 });
  client.on('error', () => {});
  await client.connect();
  return client.query<Record<string, number>>(sql).finally(() => client.end());
}

export async function until(isSo: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await wait(20);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function getEnginePid(folder: string): number {
  const pid = findEnginePid(folder);
  if (pid === null) throw new Error('No engine runs.');
  return pid;
}

export async function killEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (pid === null) return;
  process.kill(pid, 'SIGKILL');
  await until(() => !isRunning(pid));
}

export function getHost(at: DatabaseAddress): string {
  if (!('host' in at)) throw new Error('Not an embedded engine.');
  return at.host;
}

export const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

export async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}
