import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { connectPublic, type DatabaseAddress, ownerConnection } from '../client.ts';
import { findEnginePid, keepEmbedded, openEmbedded } from './embedded.ts';
import { findEntry, portFile } from './port.ts';
import { socketFile, socketFolder } from './socket.ts';

const ways = ['socket', 'port'] as const;
const elsewhere = { token: 'another', host: 'library-server', machine: 'another', pid: 4711 };
const endings: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

describe.each(ways)('starting, by a %s', (way) => {
  const open = openBy(way);

  test('processes that open a fresh folder at the same moment share one engine', async () => {
    const folder = await makeFolder();
    const said = await Promise.all(
      Array.from({ length: 4 }, () =>
        runScript(
          `const client = new pg.Client(ownerConnection(await openEmbedded(folder, { overPort })));
           await client.connect();
           const { rows } = await client.query('SELECT 6 * 7 AS answer');
           await client.end();
           console.log(rows[0].answer, findEnginePid(folder));`,
          folder,
          way,
        ),
      ),
    );
    expect(new Set(said)).toEqual(new Set([`42 ${findEnginePid(folder)}\n`]));
  });

  test('an engine killed while it makes a new database leaves nothing that is in the way', async () => {
    const folder = await makeFolder();
    for (const delay of [0, 20, 60, 150]) {
      const opening = open(folder).catch(() => {});
      await until(() => findEnginePid(folder) !== null);
      await wait(delay);
      await killEngine(folder);
      await opening;
    }
    const { rows } = await query(await open(folder), 'SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
  });

  test('an engine whose starter is killed before it is ready goes on for others', async () => {
    const folder = await makeMigratedFolder();
    const { child, gone } = startScript('await openEmbedded(folder, { overPort });', folder, way);
    await until(() => findEnginePid(folder) !== null);
    child.kill('SIGKILL');
    await gone;
    const pid = getEnginePid(folder);
    const at = await open(folder);
    await wait(300);
    const { rows } = await query(at, 'SELECT 1 AS one');
    expect([rows, getEnginePid(folder)]).toEqual([[{ one: 1 }], pid]);
  });

  test('it stops when nobody has been connected for a while, and opens again', async () => {
    const folder = await makeMigratedFolder();
    const at = await open(folder, { idleSeconds: 1 });
    const client = new pg.Client(ownerConnection(at));
    await client.connect();
    await wait(1800);
    expect(findEnginePid(folder)).not.toBeNull();
    await client.end();
    await until(() => findEnginePid(folder) === null);
    expect(await readdir(folder)).toEqual(['pg']);
    const { rows } = await query(await open(folder), 'SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});

describe.each(ways)('nothing acknowledged is lost, by a %s', (way) => {
  const open = openBy(way);

  test(
    'when the engine or the process that writes is killed at any moment',
    { timeout: 60_000 },
    async () => {
      const folder = await makeMigratedFolder();
      await query(await open(folder), 'CREATE TABLE kept (number INT, half INT)');
      let acknowledged = 0;
      for (let round = 0; round < 6; round++) {
        const { child, said, gone } = startScript(writerScript, folder, way, String(acknowledged + 1));
        await until(() => said().includes('\n'));
        await wait(randomInt(50, 400));
        if (round % 2 === 0) await killEngine(folder);
        else child.kill('SIGKILL');
        await gone;

        const numbers = said().split('\n').filter(Boolean).map(Number);
        acknowledged = Math.max(...numbers);
        const at = await open(folder);
        const { rows } = await query(at, 'SELECT number, count(*)::int AS halves FROM kept GROUP BY number');
        const halves = new Map(rows.map(({ number = 0, halves: count }) => [number, count]));
        expect(numbers.filter((number) => halves.get(number) !== 2)).toEqual([]);
        expect([...halves.values()].filter((count) => count !== 2)).toEqual([]);
        // Written, but killed before it was acknowledged.
        acknowledged = Math.max(acknowledged, ...halves.keys());
      }
      expect(acknowledged).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('a socket', () => {
  test('a folder whose path is too long for a socket works', async () => {
    const folder = join(await makeFolder(), 'a-council-with-a-long-name'.repeat(5));
    await cp(inject('embeddedTemplate'), folder, { recursive: true });
    endings.push(() => killEngine(folder));
    endings.push(() => rm(socketFolder(folder), { recursive: true, force: true }));
    const { rows } = await query(await openEmbedded(folder), 'SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
    expect(socketFolder(folder)).not.toContain(folder);
    expect(modeOf(socketFolder(folder))).toBe('700');
  });

  test('nobody else can read the folder or reach the socket', async () => {
    const folder = await makeMigratedFolder();
    await openEmbedded(folder);
    expect(modeOf(folder)).toBe('700');
    expect(modeOf(socketFile(folder))).toBe('600');
    expect(modeOf(join(folder, 'engine.lock'))).toBe('600');
  });

  test('others are answered when one goes away in the middle of a statement or of a transaction', async () => {
    const at = await openEmbedded(await makeMigratedFolder());
    const socket = connect(join(getHost(at), '.s.PGSQL.5432'));
    socket.on('error', () => {});
    socket.write(startupMessage);
    await wait(100);
    // Refused by the engine, which then waits for the end of the turn that never comes.
    socket.write(parseMessage('SELECT nonsense FROM nowhere'));
    await wait(100);
    socket.destroy();
    const leaver = new pg.Client(ownerConnection(at));
    leaver.on('error', () => {});
    await leaver.connect();
    await leaver.query('BEGIN; CREATE TABLE half_done (number INT)');
    (leaver as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();

    const { rows } = await query(at, `SELECT to_regclass('half_done') AS name`);
    expect(rows).toEqual([{ name: null }]);
  });
});

describe('a port', () => {
  const open = openBy('port');

  test('lets nobody in without the password of this folder, and tells them nothing', async () => {
    const [folder, other] = [await makeMigratedFolder(), await makeMigratedFolder()];
    const at = await open(folder);
    await query(at, `CREATE TABLE secret AS SELECT 'for few' AS word`);
    await open(other);
    const { port, password } = getEntry(folder);
    const ask = (given: string) =>
      query(
        { connectionString: `postgres://postgres:${given}@127.0.0.1:${port}/postgres` },
        'SELECT * FROM secret',
      );
    for (const wrong of ['wrong', password.slice(1), `${password}x`, getEntry(other).password]) {
      await expect(ask(wrong)).rejects.toMatchObject({ code: '28P01' });
    }
    expect((await ask(password)).rows).toEqual([{ word: 'for few' }]);
  });

  test.each([
    [
      'a question without a password',
      () => Buffer.concat([startupMessage, queryMessage('SELECT * FROM secret')]),
    ],
    ['a question instead of the beginning', () => queryMessage('SELECT * FROM secret')],
    ['an empty password', () => Buffer.concat([startupMessage, Buffer.from('p\0\0\0\x05\0', 'latin1')])],
    ['a message that is too long', () => Buffer.concat([startupMessage, Buffer.alloc(20_000, 'p')])],
  ])('is closed after %s', async (_, words) => {
    const folder = await makeMigratedFolder();
    const at = await open(folder);
    await query(at, `CREATE TABLE secret AS SELECT 'for few' AS word`);
    const pid = getEnginePid(folder);
    const heard = await hearFrom(getEntry(folder).port, words());
    expect(heard).not.toContain('for few');
    // The request for a password and the refusal of one are all that is ever said.
    expect(heard.replace('R\0\0\0\x08\0\0\0\x03', '')).toMatch(/^(E.*password authentication failed\0\0)?$/s);
    expect((await query(at, 'SELECT word FROM secret')).rows).toHaveLength(1);
    expect(getEnginePid(folder)).toBe(pid);
  });

  test('is closed to whoever says nothing', async () => {
    const folder = await makeMigratedFolder();
    await open(folder);
    expect(await hearFrom(getEntry(folder).port, Buffer.alloc(0))).toBe('');
  });

  test('is written where only the owner can read it, and is gone when the engine has stopped', async () => {
    const folder = await makeMigratedFolder();
    await open(folder, { idleSeconds: 1 });
    const first = getEntry(folder);
    expect(modeOf(join(folder, 'engine.port'))).toBe('600');
    await until(() => findEnginePid(folder) === null);
    expect(await readdir(folder)).toEqual(['pg']);
    await open(folder);
    expect(getEntry(folder).password).not.toBe(first.password);
  });

  test('of an engine that was killed may be another program’s: that one is not spoken to', async () => {
    const folder = await makeMigratedFolder();
    const at = await open(folder);
    const reader = connectPublic(at);
    endings.push(reader.close);
    expect(await reader.read.council.count()).toBe(0);
    const { port } = getEntry(folder);
    await killEngine(folder);
    let spokenTo = 0;
    const stranger = createServer((visitor) => {
      spokenTo += 1;
      visitor.destroy();
    });
    await new Promise<void>((done) => {
      stranger.listen(port, '127.0.0.1', done);
    });
    endings.push(() => new Promise((done) => stranger.close(done)));
    await open(folder);
    // Whoever was connected finds the new engine too.
    expect(await reader.read.council.count()).toBe(0);
    expect([getEntry(folder).port === port, spokenTo]).toEqual([false, 0]);
  });
});

describe('a folder on a shared volume', () => {
  test('is refused, untouched, while an engine of another machine lives, and taken over when none does', async () => {
    const [living, dead] = [await makeMigratedFolder(), await makeMigratedFolder()];
    const lockOf = (folder: string) => join(folder, 'engine.lock');
    for (const folder of [living, dead]) writeFileSync(lockOf(folder), JSON.stringify(elsewhere));
    const heart = setInterval(() => utimesSync(lockOf(living), new Date(), new Date()), 300);
    endings.push(() => clearInterval(heart));
    const before = await fingerprint(living);
    const takingOver = openEmbedded(dead);
    await expect(openEmbedded(living)).rejects.toThrow('in use by process 4711 on library-server');
    expect(await fingerprint(living)).toBe(before);

    const { rows } = await query(await takingOver, 'SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
    expect(JSON.parse(readFileSync(lockOf(dead), 'utf8'))).not.toMatchObject(elsewhere);
  });

  test('is never taken from an engine of this machine, even one that is stopped', async () => {
    const folder = await makeMigratedFolder();
    await openEmbedded(folder);
    process.kill(getEnginePid(folder), 'SIGSTOP');
    const engine = spawn(process.execPath, [join(import.meta.dirname, 'engine.ts'), folder]);
    let said = '';
    engine.stdout.on('data', (chunk) => (said += String(chunk)));
    expect(await ended(engine)).toBe(1);
    expect(said).toContain('in use by another engine on this machine');
  });

  test.each([
    ['idle', 'SELECT 1'],
    ['busy', longQuery(100_000_000)],
  ])('is left at once by the %s engine whose lock was taken', async (_, sql) => {
    const folder = await makeMigratedFolder();
    const at = await openEmbedded(folder);
    const pid = getEnginePid(folder);
    const asked = query(at, sql).catch(() => {});
    await wait(100);
    writeFileSync(join(folder, 'engine.lock'), JSON.stringify(elsewhere));
    await until(() => !isRunning(pid));
    await asked;
    expect(JSON.parse(readFileSync(join(folder, 'engine.lock'), 'utf8'))).toEqual(elsewhere);
  });

  test('a long query does not look like death to other machines', async () => {
    const folder = await makeMigratedFolder();
    const at = await openEmbedded(folder);
    const asked = query(at, longQuery(8_000_000));
    await wait(200);
    const before = statSync(join(folder, 'engine.lock')).mtimeMs;
    await wait(1500);
    expect(statSync(join(folder, 'engine.lock')).mtimeMs).toBeGreaterThan(before);
    await asked;
  });
});

describe.each(ways)('many connections, by a %s', (way) => {
  const open = openBy(way);

  test('get their own answers, in transactions and beside them', async () => {
    const at = await open(await makeMigratedFolder());
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client(ownerConnection(at));
        await client.connect();
        return client;
      }),
    );
    const wrong: unknown[] = [];
    const ask = async (client: pg.Client, number: number) => {
      const isInTransaction = number % 2 === 0;
      if (isInTransaction) await client.query('BEGIN');
      const { rows } = await client.query('SELECT $1::int AS number, $2::text AS word', [
        number,
        `word ${number}`,
      ]);
      if (isInTransaction) await client.query('COMMIT');
      if (rows.length !== 1 || rows[0].number !== number || rows[0].word !== `word ${number}`)
        wrong.push({ number, rows });
    };
    await Promise.all(
      clients.map(async (client, index) => {
        for (let i = 0; i < 50; i++) await ask(client, index * 1000 + i);
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(wrong).toEqual([]);
  });
});

describe.each(ways)('keeping it, by a %s', (way) => {
  const open = openBy(way);

  test('an engine that is stuck or has died is started again', { timeout: 30_000 }, async () => {
    const folder = await makeMigratedFolder();
    const at = await open(folder);
    const stuck = getEnginePid(folder);
    const keeper = keepEmbedded(folder, { answerDeadline: 1000, overPort: way === 'port' });
    endings.push(() => keeper.stop());
    process.kill(stuck, 'SIGSTOP');
    await until(() => !isRunning(stuck));
    await until(async () => (await query(at, 'SELECT 1').catch(() => null)) !== null);

    const second = getEnginePid(folder);
    await killEngine(folder);
    await until(async () => (await query(at, 'SELECT 1').catch(() => null)) !== null);
    expect(getEnginePid(folder)).not.toBe(second);
  });

  test(
    'an engine that works is left alone, even with a queue longer than the deadline',
    { timeout: 60_000 },
    async () => {
      const folder = await makeMigratedFolder();
      const at = await open(folder);
      const pid = getEnginePid(folder);
      await query(at, longQuery(1_000_000));
      const timed = Date.now();
      await query(at, longQuery(1_000_000));
      const deadline = 1500;
      const rows = Math.round((1_000_000 * deadline * 0.4) / (Date.now() - timed));
      const keeper = keepEmbedded(folder, { answerDeadline: deadline, overPort: way === 'port' });
      endings.push(() => keeper.stop());
      const asked = Date.now();
      await Promise.all(Array.from({ length: 8 }, () => query(at, longQuery(rows))));
      expect(Date.now() - asked).toBeGreaterThan(deadline);
      expect(getEnginePid(folder)).toBe(pid);
    },
  );
});

const writerScript = `
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

const startupMessage = Buffer.concat([
  Buffer.from([0, 0, 0, 23, 0, 3, 0, 0]),
  Buffer.from('user\0postgres\0\0'),
]);

function parseMessage(sql: string): Buffer {
  const body = Buffer.from(`\0${sql}\0\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from('P'), length, body]);
}

function queryMessage(sql: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(sql) + 5);
  return Buffer.concat([Buffer.from('Q'), length, Buffer.from(`${sql}\0`)]);
}

/** All that a port says until it closes the connection. */
function hearFrom(port: number, words: Buffer): Promise<string> {
  return new Promise((done) => {
    let heard = '';
    const visitor = connect(port, '127.0.0.1', () => visitor.write(words));
    visitor.on('data', (chunk) => (heard += chunk.toString('latin1')));
    visitor.on('error', () => {});
    visitor.once('close', () => done(heard));
  });
}

function getEntry(folder: string) {
  const entry = findEntry(portFile(folder));
  if (!entry) throw new Error('No engine is met over a port.');
  return entry;
}

function openBy(way: (typeof ways)[number]) {
  return (folder: string, more: { idleSeconds?: number } = {}) =>
    openEmbedded(folder, { overPort: way === 'port', ...more });
}

function longQuery(rows: number): string {
  return `SELECT count(*) FROM generate_series(1, ${rows}) AS number WHERE number % 7 = 3`;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-engine-'));
  endings.push(async () => {
    await killEngine(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

async function makeMigratedFolder(): Promise<string> {
  const folder = await makeFolder();
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  return folder;
}

function startScript(script: string, ...args: string[]) {
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

async function runScript(script: string, ...args: string[]): Promise<string> {
  const { said, gone } = startScript(script, ...args);
  await gone;
  return said();
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('close', done));

async function query(at: DatabaseAddress, sql: string) {
  const client = new pg.Client({ ...ownerConnection(at), connectionTimeoutMillis: 20_000 });
  client.on('error', () => {});
  await client.connect();
  return client.query<Record<string, number>>(sql).finally(() => client.end());
}

async function until(isSo: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await wait(20);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function getEnginePid(folder: string): number {
  const pid = findEnginePid(folder);
  if (pid === null) throw new Error('No engine runs.');
  return pid;
}

async function killEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (pid === null) return;
  process.kill(pid, 'SIGKILL');
  await until(() => !isRunning(pid));
}

function getHost(at: DatabaseAddress): string {
  if (!('host' in at)) throw new Error('Not an embedded engine.');
  return at.host;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}
