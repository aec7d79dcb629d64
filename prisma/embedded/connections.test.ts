import { cp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { connectPublic, ownerConnection } from '../client.ts';
import { findEnginePid, openEmbedded } from './embedded.ts';
import { socketFile, socketFolder } from './socket.ts';
import {
  ways,
  endings,
  startupMessage,
  parseMessage,
  queryMessage,
  hearFrom,
  getEntry,
  openBy,
  makeFolder,
  makeMigratedFolder,
  query,
  until,
  getEnginePid,
  killEngine,
  getHost,
  modeOf,
} from './testing.ts';

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
