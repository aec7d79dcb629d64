import type { DatabaseAddress } from '@open-sanctuary/database/client';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
  /** Milliseconds between its last word and its end. */
  lingered: number;
}

/** Where a command finds its database and the files that are named on its line. */
export interface Surroundings {
  DATABASE_URL?: string;
  DATA_DIR?: string;
  INIT_CWD: string;
}

export const surroundingsOf = (at: DatabaseAddress, folder: string): Surroundings => ({
  DATABASE_URL: 'connectionString' in at ? at.connectionString : '',
  INIT_CWD: folder,
});

/** Runs a command as an operator would, without a terminal; `watch` sees what it says while it runs. */
export function runScript(
  name: 'council-add' | 'plan-import',
  args: readonly string[],
  surroundings: Surroundings,
  watch?: (said: string, kill: () => void) => void,
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    env: { PATH: process.env['PATH'], ...surroundings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  let lastWordAt = Date.now();
  child.stdout.on('data', (chunk) => {
    lastWordAt = Date.now();
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
    watch?.(err, () => child.kill('SIGKILL'));
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err, lingered: Date.now() - lastWordAt }));
  });
}
