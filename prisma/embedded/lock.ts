import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const watchMilliseconds = 5000;
const settleMilliseconds = 2000;
const checkMilliseconds = 1000;

interface Holder {
  token: string;
  host: string;
  /** The boot, and on Linux the network, in which an abstract socket is seen. */
  machine: string;
  pid: number;
}

export interface Lock {
  /** Ends the process when another engine has taken the folder. Cheap enough to ask before every statement. */
  check(): void;
  release(): Promise<void>;
}

/** Another engine has the folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/**
 * Makes this process the only one that opens the data folder. Two locks, because neither is enough: an
 * abstract socket, which the kernel frees even after SIGKILL, sees this machine only; a file with a heartbeat
 * sees other machines and containers that share the folder.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const file = lockFile(folder);
  await holdAbstractSocket(realpathSync(folder));
  const mine: Holder = { token: randomUUID(), host: hostname(), machine: thisMachine(), pid: process.pid };

  const before = readHolder(file);
  const mustWatch = before !== null && !isSurelyGone(before);
  if (mustWatch) await watchForHeartbeat(folder, before);
  if (before) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  } catch {
    throw takenAtSameMoment(folder);
  }
  // Two may have watched the same dead holder: the last to write stays, and the other sees it.
  if (mustWatch) await wait(settleMilliseconds);
  if (readHolder(file)?.token !== mine.token) throw takenAtSameMoment(folder);

  const heart = new Worker(new URL('heartbeat.ts', import.meta.url), {
    workerData: { file, content: JSON.stringify(mine) },
  });
  heart.unref();
  let checkedAt = Date.now();
  return {
    check() {
      // After a stop or a sleep of the machine, a waiting statement would run before the heart beats again.
      if (Date.now() - checkedAt < checkMilliseconds) return;
      if (readHolder(file)?.token !== mine.token) process.exit(1);
      checkedAt = Date.now();
    },
    async release() {
      await heart.terminate();
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
    },
  };
}

/** The process on this machine that holds the folder; null when none does. */
export function findHolderPid(folder: string): number | null {
  const holder = readHolder(lockFile(folder));
  if (!holder || holder.host !== hostname() || holder.machine !== thisMachine()) return null;
  try {
    process.kill(holder.pid, 0);
    return holder.pid;
  } catch {
    return null;
  }
}

async function watchForHeartbeat(folder: string, before: Holder) {
  const file = lockFile(folder);
  const seen = heartbeatOf(file);
  await wait(watchMilliseconds);
  const after = readHolder(file);
  if (after && (after.token !== before.token || heartbeatOf(file) !== seen)) {
    throw new FolderInUse(
      `${folder} is in use by process ${after.pid} on ${after.host}. Stop it there first, or set DATA_DIR to another folder.`,
    );
  }
}

const takenAtSameMoment = (folder: string) =>
  new FolderInUse(`${folder} was taken by another engine at the same moment.`);

/** On the same machine the abstract socket has told already that nobody else runs. */
const isSurelyGone = (holder: Holder): boolean =>
  process.platform === 'linux' && holder.host === hostname() && holder.machine === thisMachine();

function holdAbstractSocket(folder: string): Promise<void> {
  if (process.platform !== 'linux') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const { dev, ino } = statSync(folder);
    const server = createServer((visitor) => visitor.destroy());
    server.once('error', () =>
      reject(new FolderInUse(`${folder} is in use by another engine on this machine.`)),
    );
    server.listen({ path: `\0open-sanctuary-${dev}-${ino}` }, () => {
      server.unref();
      resolve();
    });
  });
}

const lockFile = (folder: string) => join(folder, 'engine.lock');

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

const heartbeatOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function thisMachine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/net')}`;
  } catch {
    return 'unknown';
  }
}
