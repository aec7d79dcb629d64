import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

// The kernel cuts a longer path without a word, and two folders could then meet on one socket.
const longestSocketPath = 100;
const fileName = '.s.PGSQL.5432';

/** The folder that holds the engine's socket: the data folder, or a short one of its own when that path is too long. */
export function socketFolder(folder: string): string {
  const inside = resolve(folder);
  if (Buffer.byteLength(join(inside, fileName)) <= longestSocketPath) return inside;
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 16);
  return join(tmpdir(), `sanctuary-${userInfo().uid}-${name}`);
}

export function socketFile(folder: string): string {
  return join(socketFolder(folder), fileName);
}
