import { spawn } from 'node:child_process';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openEmbedded } from './embedded.ts';
import {
  elsewhere,
  endings,
  longQuery,
  makeMigratedFolder,
  ended,
  query,
  until,
  isRunning,
  getEnginePid,
  fingerprint,
} from './testing.ts';

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
