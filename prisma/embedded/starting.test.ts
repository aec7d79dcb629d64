import { randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { ownerConnection } from '../client.ts';
import { findEnginePid, keepEmbedded } from './embedded.ts';
import {
  ways,
  endings,
  writerScript,
  openBy,
  longQuery,
  makeFolder,
  makeMigratedFolder,
  startScript,
  runScript,
  query,
  until,
  isRunning,
  getEnginePid,
  killEngine,
} from './testing.ts';

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
