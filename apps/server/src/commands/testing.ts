import type { DatabaseAddress } from '@open-sanctuary/database/client';
import { findEnginePid, openEmbedded } from '@open-sanctuary/database/embedded';
import { startDatabase, type Engine } from '@open-sanctuary/database/testing';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
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

/** A database that commands reach as an operator's would: by its address, or by its folder. */
export async function startCommandDatabase(engine: Engine, folder: string) {
  if (engine === 'postgres') {
    const { at, close } = await startDatabase(engine);
    return { at, surroundings: surroundingsOf(at, folder), close };
  }
  const data = await mkdtemp(join(tmpdir(), 'sanctuary-data-'));
  await cp(inject('embeddedTemplate'), data, { recursive: true });
  const at = await openEmbedded(data);
  return {
    at,
    surroundings: { DATA_DIR: data, INIT_CWD: folder },
    async close() {
      const pid = findEnginePid(data);
      if (pid) process.kill(pid, 'SIGKILL');
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

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
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
    watch?.(err, () => child.kill('SIGKILL'));
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
