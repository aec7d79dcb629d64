import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ownerConnection, type DatabaseAddress } from '../client.ts';
import { socketFile, socketFolder } from './socket.ts';

const startDeadline = 60_000;
const answerDeadline = 20_000;

/**
 * Connects to the embedded engine of a data folder; whoever comes first starts it. It goes on after the
 * process that started it and stops by itself when nobody has been connected for a while.
 */
export async function openEmbedded(dataFolder: string): Promise<DatabaseAddress> {
  const folder = resolve(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + startDeadline;
  let refusal = '';
  while (Date.now() < deadline) {
    if (await answers(folder)) return { host: socketFolder(folder) };
    const outcome = await startEngine(folder);
    if (outcome === 'ready') continue;
    refusal = outcome;
    // Another process may be starting the engine at this very moment.
    if (!refusal.includes('in use by another engine') && !refusal.includes('same moment')) break;
    await wait(100);
  }
  throw new Error(`The embedded database did not start. ${refusal}`.trim());
}

/**
 * Keeps the engine of a folder going for as long as the caller lives: starts it again when it has died, and
 * ends it first when it has stopped answering, which nothing inside it can notice.
 */
export function keepEmbedded(dataFolder: string): { stop(): void } {
  const folder = resolve(dataFolder);
  const stopped = new AbortController();
  const watch = async () => {
    while (!stopped.signal.aborted) {
      await wait(1000, null, { signal: stopped.signal, ref: false }).catch(() => {});
      if (stopped.signal.aborted) return;
      if (!(await answers(folder))) await openEmbedded(folder).catch(console.error);
      else if (await isStuck(folder)) killEngine(folder);
    }
  };
  void watch();
  return { stop: () => stopped.abort() };
}

/** The engine's process, for as long as it runs; null when none does. */
export function findEnginePid(dataFolder: string): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(join(resolve(dataFolder), 'engine.lock'), 'utf8')) as {
      pid: number;
    };
    return pid;
  } catch {
    return null;
  }
}

function killEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (pid) process.kill(pid, 'SIGKILL');
}

async function isStuck(folder: string): Promise<boolean> {
  const client = new pg.Client({
    ...ownerConnection({ host: socketFolder(folder) }),
    connectionTimeoutMillis: answerDeadline,
    query_timeout: answerDeadline,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return false;
  } catch {
    return answers(folder);
  } finally {
    await client.end().catch(() => {});
  }
}

function answers(folder: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(socketFile(folder));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function startEngine(folder: string): Promise<string> {
  return new Promise((done) => {
    const engine = spawn(process.execPath, [join(import.meta.dirname, 'engine.ts'), folder], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      // The engine needs nothing of the caller's environment, where secrets may be.
      env: {
        PATH: process.env['PATH'] ?? '',
        ...(process.env['TMPDIR'] ? { TMPDIR: process.env['TMPDIR'] } : {}),
      },
    });
    let said = '';
    const finish = (outcome: string) => {
      engine.stdout.destroy();
      engine.unref();
      done(outcome);
    };
    engine.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready')) finish('ready');
    });
    engine.once('exit', () => finish(said.replace('refused: ', '').trim() || 'The engine ended at once.'));
  });
}
