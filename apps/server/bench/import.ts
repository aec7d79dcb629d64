import { findEnginePid } from '@open-sanctuary/database/embedded';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, type Surroundings } from '../src/commands/testing.ts';
import type { Bench } from './bench.ts';
import { atMost, formatNumber, type Row } from './report.ts';

const rowCount = 760;
const place = ['--council', 'fairbrook', '--plan', '2026-2029', '--title', 'Sanctuary action plan'];

/** A long plan put in by the command, start of the process included, on both engines. */
export async function measureImport({ databases, folder, say }: Bench): Promise<Row[]> {
  const here = join(folder, 'import');
  await mkdir(here, { recursive: true });
  await writeFile(join(here, 'plan.csv'), describePlan());
  const dataFolder = join(here, 'data');
  const databaseUrl = await (await databases()).copy();
  try {
    say(`${rowCount} rows into PostgreSQL`);
    const postgres = await measure({ DATABASE_URL: databaseUrl, INIT_CWD: here });
    say(`${rowCount} rows into the embedded engine`);
    const embedded = await measure({ DATABASE_URL: '', DATA_DIR: dataFolder, INIT_CWD: here });
    return [rowOf('PostgreSQL', postgres), rowOf('the embedded engine', embedded)];
  } finally {
    const engine = findEnginePid(dataFolder);
    if (engine) process.kill(engine, 'SIGTERM');
  }
}

const rowOf = (engine: string, seconds: number): Row => ({
  what: `Import: ${rowCount} rows by the command into ${engine}`,
  ours: `${formatNumber(seconds, 1)} s`,
  beside: '',
  ...atMost(seconds, 3, 's'),
});

async function measure(surroundings: Surroundings): Promise<number> {
  await run('council-add', ['--slug', 'fairbrook', '--name', 'Fairbrook Council'], surroundings);
  const began = performance.now();
  const said = await run('plan-import', [...place, '--yes', 'plan.csv'], surroundings);
  const seconds = (performance.now() - began) / 1000;
  if (!said.includes('Applied.')) throw new Error(`Nothing was imported:\n${said}`);
  return seconds;
}

async function run(...given: Parameters<typeof runScript>): Promise<string> {
  const { code, out, err } = await runScript(...given);
  if (code !== 0) throw new Error(err);
  return out;
}

const describePlan = () =>
  [
    'Theme,Ref,Action,Lead,Timescale,Target',
    ...Array.from(
      { length: rowCount },
      (_, index) =>
        `Theme ${index % 19},A${index},Do the thing that is number ${index} of all.,Team ${index % 11},By May 2027,`,
    ),
  ].join('\n');
