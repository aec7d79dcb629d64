import { findEnginePid } from '@open-sanctuary/database/embedded';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { findFreePort, isThere } from './processes.ts';
import { atMost, formatNumber, type Row } from './report.ts';

const patience = 60_000;

/** How long `npm start` takes until /readyz says that it can answer, with a new embedded database and with that one again. */
export async function measureStart({ folder, say }: Bench): Promise<Row[]> {
  const dataFolder = join(folder, 'start');
  try {
    say('npm start with a new embedded database');
    const first = await measure(dataFolder);
    say('npm start with the same database');
    const again = await measure(dataFolder);
    return [
      {
        what: 'Start: npm start → ready, new embedded database with the demo',
        ours: `${formatNumber(first, 1)} s`,
        beside: '',
        ...atMost(first, 15, 's'),
      },
      {
        what: 'Start: npm start → ready, existing database',
        ours: `${formatNumber(again, 1)} s`,
        beside: '',
        ...atMost(again, 5, 's'),
      },
    ];
  } finally {
    await endEngine(dataFolder);
  }
}

async function measure(dataFolder: string): Promise<number> {
  const ports = [await findFreePort(), await findFreePort(), await findFreePort()];
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_DIR: dataFolder,
      PORT: String(ports[0]),
      COUNCIL_SITE_PORT: String(ports[1]),
      CHARITY_SITE_PORT: String(ports[2]),
    },
    stdio: 'ignore',
    // npm hands no signal on to what it started; its group gets them all.
    detached: true,
  });
  try {
    while (!(await isThere(`http://127.0.0.1:${ports[0]}/readyz`))) {
      if (child.exitCode !== null || performance.now() - began > patience)
        throw new Error('npm start did not start.');
      await wait(20);
    }
    return (performance.now() - began) / 1000;
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.pid) {
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
    // The next start is to find the database closed.
    await endEngine(dataFolder);
  }
}

async function endEngine(dataFolder: string) {
  const engine = findEnginePid(dataFolder);
  if (engine) process.kill(engine, 'SIGTERM');
  while (findEnginePid(dataFolder)) await wait(20);
}
