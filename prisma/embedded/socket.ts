import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

// The kernel cuts a longer path without a word, and two folders could then meet on one socket.
const longestSocketPath = 100;
export const socketName = '.s.PGSQL.5432';

/** The folder that holds the engine's socket: the data folder, or a short one of its own when that path is too long. */
export function socketFolder(folder: string): string {
  const inside = resolve(folder);
  if (Buffer.byteLength(join(inside, socketName)) <= longestSocketPath) return inside;
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16);
  // Not the temporary folder of the environment: every process must find the same one.
  return `/tmp/sanctuary-${ownUid()}-${name}`;
}

export function socketFile(folder: string): string {
  return join(socketFolder(folder), socketName);
}

/** Makes the data folder and, unless the engine is met over a port, that of the socket, closed to everybody else. */
export function claimFolders(folder: string, overPort: boolean): void {
  const paths = [resolve(folder), ...(overPort ? [] : [socketFolder(folder)])];
  for (const path of new Set(paths)) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(path);
    if (path !== resolve(folder) && uid !== ownUid()) throw new Error(`${path} belongs to somebody else.`);
    if ((mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  }
}

const ownUid = (): number => process.getuid?.() ?? 0;
