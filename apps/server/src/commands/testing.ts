import type { DatabaseAddress } from '@open-sanctuary/database/client';
import { findEnginePid, openEmbedded } from '@open-sanctuary/database/embedded';
import { startDatabase, type Engine } from '@open-sanctuary/database/testing';
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

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

const { PATH, NODE_COMPILE_CACHE } = process.env;

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
  name: 'council-add' | 'plan-import' | 'postcodes-import',
  args: readonly string[],
  surroundings: Surroundings,
  watch?: (said: string, kill: () => void) => void,
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    env: { PATH, NODE_COMPILE_CACHE, ...surroundings },
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

const terminalProgram = 'script';
export const hasTerminal = spawnSync(terminalProgram, ['--version']).stdout?.includes('util-linux') ?? false;

/** Runs a command on a terminal; each question gets the next answer, and `before` it something may happen. */
export async function converse(
  name: 'plan-import',
  args: readonly string[],
  surroundings: Surroundings,
  answers: readonly string[],
  before = async () => {},
): Promise<{ code: number | null; said: string }> {
  const words = [process.execPath, join(import.meta.dirname, `${name}.ts`), ...args];
  const command = words.map((word) => `"${word}"`).join(' ');
  const child = spawn(terminalProgram, ['-qec', command, '/dev/null'], {
    env: { PATH, NODE_COMPILE_CACHE, TERM: 'xterm', ...surroundings },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let said = '';
  let asked = 0;
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
    if ((said.match(/yes\/no: |this once: /g)?.length ?? 0) <= asked) return;
    asked += 1;
    const answer = answers[asked - 1] ?? 'no';
    void before().then(() => child.stdin.write(`${answer}\n`));
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, said };
}
