// npm run bench: what the server is measured by, beside what it is measured against, in one run and one table.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type BenchDatabases, startBenchDatabases } from './bench-database.ts';
import { measureCold } from './cold.ts';
import { measureImport } from './import.ts';
import { measureLive } from './live.ts';
import { endAll } from './processes.ts';
import { measureReplicas } from './replicas.ts';
import { describeTable, type Row } from './report.ts';
import { measureSearch } from './search.ts';
import { measureStart } from './start.ts';
import { measureWarm } from './warm.ts';
import { measureWeight } from './weight.ts';

/** What a section measures with. */
export interface Bench {
  /** A folder of its own, removed at the end. */
  folder: string;
  databases(): Promise<BenchDatabases>;
  /** Shows how far it is. */
  say(progress: string): void;
}

const sections: Record<string, (bench: Bench) => Promise<Row[]>> = {
  warm: measureWarm,
  cold: measureCold,
  live: measureLive,
  replicas: measureReplicas,
  import: measureImport,
  search: measureSearch,
  weight: measureWeight,
  start: measureStart,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(
    `There is no section "${unknown.join('", "')}". npm run bench -- ${Object.keys(sections).join(' ')}`,
  );
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'sanctuary-bench-'));
await chmod(folder, 0o755);
let databases: Promise<BenchDatabases> | undefined;
let isEnding = false;

async function end() {
  isEnding = true;
  await endAll();
  await databases?.then(({ stop }) => stop()).catch(() => {});
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().then(() => process.exit(1)));
}

const began = performance.now();
console.log(await describeMachine());
const rows: Row[] = [];
for (const [name, measure] of Object.entries(sections)) {
  if (isEnding || (asked.length > 0 && !asked.includes(name))) continue;
  const say = (progress: string) =>
    console.error(`[${formatTime(performance.now() - began)}] ${name}: ${progress}`);
  const bench: Bench = {
    folder,
    say,
    databases() {
      if (!databases) say('starting PostgreSQL with 200 councils');
      return (databases ??= startBenchDatabases(folder));
    },
  };
  try {
    rows.push(...(await measure(bench)));
  } catch (error) {
    // One section that cannot be measured here must not hide the others.
    if (!isEnding) console.error(error);
    rows.push({
      what: `${name}: could not be measured, see above`,
      ours: '',
      beside: '',
      bar: '',
      isMet: null,
    });
    process.exitCode = 1;
  }
  await endAll();
}
if (!isEnding) {
  console.log(
    `\n${describeTable(rows)}\n\n${describeLoad()} · took ${formatTime(performance.now() - began)}`,
  );
  await end();
}

async function describeMachine(): Promise<string> {
  const processors = cpus();
  const packages = await Promise.all(['fastify', '@apollo/server', 'postgraphile'].map(describePackage));
  return [
    `${processors.length} × ${processors[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform} ${process.arch}`,
    `Node ${process.version}, ${packages.join(', ')}`,
    describeLoad(),
    '',
  ].join('\n');
}

async function describePackage(name: string): Promise<string> {
  const file = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.map((path) => join(path, name, 'package.json'));
  for (const path of file ?? []) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text) return `${name} ${(JSON.parse(text) as { version: string }).version}`;
  }
  return name;
}

/** How many processes wanted a processor, on average, in the last minute. */
function describeLoad(): string {
  return `load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
}

function formatTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
