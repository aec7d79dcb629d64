import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ownerConnection, type DatabaseAddress } from '../client.ts';
import { findHolderPid } from './lock.ts';
import { claimFolders, socketFile, socketFolder } from './socket.ts';

const startDeadline = 60_000;

interface EngineOptions {
  /** The engine stops when nobody has been connected for so long. */
  idleSeconds?: number;
}

/**
 * Connects to the embedded engine of a data folder; whoever comes first starts it. It goes on after the
 * process that started it and stops by itself when nobody has been connected for a while.
 */
export async function openEmbedded(
  dataFolder: string,
  { idleSeconds = 30 }: EngineOptions = {},
): Promise<DatabaseAddress> {
  const folder = resolve(dataFolder);
  claimFolders(folder);
  const deadline = Date.now() + startDeadline;
  let refusal = '';
  while (Date.now() < deadline) {
    if (await answers(folder)) return { host: socketFolder(folder) };
    const outcome = await startEngine(folder, idleSeconds);
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
 * ends it first when it has answered nobody for `answerDeadline` milliseconds, which nothing inside it can notice.
 */
export function keepEmbedded(dataFolder: string, answerDeadline = 20_000): { stop(): void } {
  const folder = resolve(dataFolder);
  const stopped = new AbortController();
  const watch = async () => {
    while (!stopped.signal.aborted) {
      if (!(await answers(folder))) await openEmbedded(folder);
      else if (await isStuck(folder, answerDeadline)) killEngine(folder);
      await wait(1000, null, { signal: stopped.signal, ref: false }).catch(() => {});
    }
  };
  const watchOn = (): Promise<void> =>
    watch().catch(async (error: unknown) => {
      console.error(error);
      await wait(1000, null, { ref: false });
      await watchOn();
    });
  void watchOn();
  return { stop: () => stopped.abort() };
}

/** The engine's process, for as long as it runs; null when none does. */
export function findEnginePid(dataFolder: string): number | null {
  return findHolderPid(resolve(dataFolder));
}

function killEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (pid) process.kill(pid, 'SIGKILL');
}

/** Neither this question nor anybody else's was answered in the whole time: a queue of long queries is no standstill. */
async function isStuck(folder: string, answerDeadline: number): Promise<boolean> {
  const asked = Date.now();
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
    const lastAnswer = statSync(socketFile(folder), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    const waitedInVain = Date.now() - asked >= answerDeadline * 0.9;
    return waitedInVain && lastAnswer < asked && (await answers(folder));
  } finally {
    client.end().catch(() => {});
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

function startEngine(folder: string, idleSeconds: number): Promise<string> {
  return new Promise((done) => {
    const engine = spawn(
      process.execPath,
      [join(import.meta.dirname, 'engine.ts'), folder, String(idleSeconds)],
      {
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
        // The engine needs nothing of the caller's environment, where secrets may be.
        env: { PATH: process.env['PATH'] ?? '' },
      },
    );
    let said = '';
    const finish = (outcome: string) => {
      clearTimeout(tooLate);
      engine.stdout.destroy();
      engine.unref();
      done(outcome);
    };
    const tooLate = setTimeout(() => {
      engine.kill('SIGKILL');
      finish('It was not ready in time.');
    }, startDeadline);
    engine.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready')) finish('ready');
    });
    engine.once('error', (error) => finish(error.message));
    engine.once('close', () => finish(said.replace('refused: ', '').trim() || 'The engine ended at once.'));
  });
}
