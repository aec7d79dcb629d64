import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ownerConnection, type DatabaseAddress } from '../client.ts';
import { findHolderPid } from './lock.ts';
import { findEntry, loopback, portFile } from './port.ts';
import { claimFolders, socketFolder, socketName } from './socket.ts';

const startDeadline = 60_000;

interface EngineOptions {
  /** The engine stops when nobody has been connected for so long. */
  idleSeconds?: number;
  /** By a port with a password, which is the only way where there are no Unix sockets. */
  overPort?: boolean;
}

const isSocketless = process.platform === 'win32';

/**
 * Connects to the embedded engine of a data folder; whoever comes first starts it. It goes on after the
 * process that started it and stops by itself when nobody has been connected for a while.
 */
export async function openEmbedded(
  dataFolder: string,
  { idleSeconds = 30, overPort = isSocketless }: EngineOptions = {},
): Promise<DatabaseAddress> {
  const folder = resolve(dataFolder);
  claimFolders(folder, overPort);
  const at = addressOf(folder, overPort);
  const deadline = Date.now() + startDeadline;
  let refusal = '';
  while (Date.now() < deadline) {
    if (await answers(at)) return at;
    const outcome = await startEngine(folder, idleSeconds, overPort);
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
export function keepEmbedded(
  dataFolder: string,
  { answerDeadline = 20_000, overPort = isSocketless } = {},
): { stop(): void } {
  const folder = resolve(dataFolder);
  const at = addressOf(folder, overPort);
  const stopped = new AbortController();
  const watch = async () => {
    while (!stopped.signal.aborted) {
      if (!(await answers(at))) await openEmbedded(folder, { overPort });
      else if (await isStuck(at, answerDeadline)) killEngine(folder);
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
async function isStuck(at: Address, answerDeadline: number): Promise<boolean> {
  const asked = Date.now();
  const client = new pg.Client({
    ...ownerConnection(at),
    connectionTimeoutMillis: answerDeadline,
    query_timeout: answerDeadline,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return false;
  } catch {
    const lastAnswer = statSync(entranceOf(at), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    const waitedInVain = Date.now() - asked >= answerDeadline * 0.9;
    return waitedInVain && lastAnswer < asked && (await answers(at));
  } finally {
    client.end().catch(() => {});
  }
}

type Address = { host: string } | { portFile: string };

const addressOf = (folder: string, overPort: boolean): Address =>
  overPort ? { portFile: portFile(folder) } : { host: socketFolder(folder) };

const entranceOf = (at: Address): string => ('host' in at ? join(at.host, socketName) : at.portFile);

/** Whether an engine is there, even one too busy to speak. */
function answers(at: Address): Promise<boolean> {
  return new Promise((done) => {
    const socket = connectTo(at);
    if (!socket) return done(false);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function connectTo(at: Address): Socket | null {
  if ('host' in at) return connect(entranceOf(at));
  const entry = findEntry(at.portFile);
  // A port alone says nothing: when its engine was killed, another program may have got it.
  if (!entry || entry.pid !== findHolderPid(dirname(at.portFile))) return null;
  return connect(entry.port, loopback);
}

function startEngine(folder: string, idleSeconds: number, overPort: boolean): Promise<string> {
  return new Promise((done) => {
    const engine = spawn(
      process.execPath,
      [join(import.meta.dirname, 'engine.ts'), folder, String(idleSeconds), overPort ? 'port' : 'socket'],
      {
        detached: true,
        windowsHide: true,
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
