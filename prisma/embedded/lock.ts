import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, utimesSync, writeFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const heartbeatMilliseconds = 1000;
const watchMilliseconds = 5000;

interface Holder {
  token: string;
  host: string;
  boot: string;
  pid: number;
}

/** Another engine has the folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/**
 * Makes this process the only one that opens the data folder. Two locks, because neither is enough: an
 * abstract socket, which the kernel frees even after SIGKILL, sees this machine only; a file with a heartbeat
 * sees other machines and containers that share the folder. `onLost` is called when the lock was taken away.
 */
export async function takeLock(folder: string, onLost: () => void): Promise<{ release(): void }> {
  const file = join(folder, 'engine.lock');
  await holdAbstractSocket(realpathSync(folder));
  const mine: Holder = { token: randomUUID(), host: hostname(), boot: bootId(), pid: process.pid };

  const before = readHolder(file);
  if (before && !isSurelyGone(before, mine)) {
    const seen = heartbeatOf(file);
    await wait(watchMilliseconds);
    const after = readHolder(file);
    if (after && (after.token !== before.token || heartbeatOf(file) !== seen)) {
      throw new FolderInUse(
        `${folder} is in use by process ${after.pid} on ${after.host}. Stop it there first, or set DATA_DIR to another folder.`,
      );
    }
  }
  if (before) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
  } catch {
    throw new FolderInUse(`${folder} was taken by another engine at the same moment.`);
  }

  const heartbeat = setInterval(() => {
    if (readHolder(file)?.token !== mine.token) onLost();
    else utimesSync(file, new Date(), new Date());
  }, heartbeatMilliseconds);
  return {
    release() {
      clearInterval(heartbeat);
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
    },
  };
}

/** On the same machine and boot the abstract socket has told already that nobody else runs. */
function isSurelyGone(holder: Holder, mine: Holder): boolean {
  return process.platform === 'linux' && holder.host === mine.host && holder.boot === mine.boot;
}

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

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function heartbeatOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
