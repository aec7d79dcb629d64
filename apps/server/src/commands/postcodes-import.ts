import { connectManagement, type ManagementDatabase } from '@open-sanctuary/database/client';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { openDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import {
  findFormat,
  readLines,
  splitLine,
  type LeftOut,
  type PostcodeFileKind,
  type PostcodeFormat,
  type ReadPlace,
} from './postcode-file.ts';
import { asOneLine, ExpectedFailure, readOptions, runCommand } from './run-command.ts';
import { startProgress } from './terminal.ts';

const usage = `npm run postcodes:import -- FILE
  FILE  where postcodes are, so that help can be found near one without asking anybody:
        Code-Point Open as CSV, the ONS Postcode Directory (ONSPD) as CSV, or a CSV with the columns
        postcode,latitude,longitude. Or a folder with such files. Unpack a zip first.
Sectors (E8 3) and outcodes (E8) get the middle of their postcodes in FILE.`;

const BATCH = 5000;
const DECIMALS = 1e5;
const progress = startProgress();

const kindNames: Record<PostcodeFileKind, string> = {
  CODE_POINT_OPEN: 'Code-Point Open',
  ONSPD: 'ONS Postcode Directory',
  PLAIN: 'postcode, latitude, longitude',
};

const describeLeftOut: Record<LeftOut, string> = {
  terminated: 'not in use any more',
  'without a place': 'the list does not say where they are',
  'not readable': 'not a whole postcode with a place',
};

const shownCount = (count: number) => count.toLocaleString('en-GB');
const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** What the makers of the two published lists ask everybody to show who uses them. */
const attribution = `Show this where postcodes are used, each with the year of the data:
  Contains OS data © Crown copyright and database right
  Contains Royal Mail data © Royal Mail copyright and database right
  Contains National Statistics data © Crown copyright and database right`;

await runCommand(usage, async () => {
  const given = readFileArgument();
  const files = await listFiles(given);
  progress.show('Opening the database');
  const management = connectManagement(await openDatabase(readEnvironment(process.env)));
  try {
    await importFiles(management, files);
  } finally {
    progress.end();
    await management.close();
  }
});

/** The middle of many places, as it grows. */
interface Middle {
  count: number;
  latitude: number;
  longitude: number;
}

type Kind = 'POSTCODE' | 'SECTOR' | 'OUTCODE';
type Point = Pick<ReadPlace, 'latitude' | 'longitude'>;

/** All that an import remembers; its size is that of the sectors and outcodes, whatever the files'. */
interface Import {
  management: ManagementDatabase;
  read: number;
  changed: number;
  leftOut: Map<LeftOut, number>;
  kinds: Set<PostcodeFileKind>;
  sectors: Map<string, Middle>;
  outcodes: Map<string, Middle>;
}

async function importFiles(management: ManagementDatabase, files: readonly PostcodeFile[]) {
  const work: Import = {
    management,
    read: 0,
    changed: 0,
    leftOut: new Map(),
    kinds: new Set(),
    sectors: new Map(),
    outcodes: new Map(),
  };
  try {
    for (const file of files) await importFile(work, file);
    progress.show('Finding the middle of sectors and outcodes');
    const sectors = await writeMiddles(work, 'SECTOR', work.sectors);
    const outcodes = await writeMiddles(work, 'OUTCODE', work.outcodes);
    progress.end();
    describeImport(work, sectors + outcodes);
  } catch (error) {
    if (work.changed === 0) throw error;
    const reason = error instanceof Error ? asOneLine(error.message) : String(error);
    throw new ExpectedFailure(
      `The import stopped: ${reason}. The ${shownCount(work.changed)} postcodes that were stored stay; the same command goes on from there.`,
    );
  }
}

async function importFile(work: Import, { path, format }: PostcodeFile) {
  work.kinds.add(format.kind);
  let isHeader = format.hasHeader;
  let batch = new Map<string, Point>();
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const read = format.read(splitLine(line));
      if ('leftOut' in read) {
        work.leftOut.set(read.leftOut, (work.leftOut.get(read.leftOut) ?? 0) + 1);
        continue;
      }
      work.read += 1;
      batch.set(read.place.code, read.place);
      addTo(work.sectors, read.place.sector, read.place);
      addTo(work.outcodes, read.place.outcode, read.place);
      if (batch.size < BATCH) continue;
      progress.show(`Storing from ${asOneLine(basename(path))}, ${shownCount(work.read)} postcodes read`);
      work.changed += await store(work.management, 'POSTCODE', batch);
      batch = new Map();
    }
  }
  work.changed += await store(work.management, 'POSTCODE', batch);
}

function addTo(middles: Map<string, Middle>, code: string, { latitude, longitude }: Point) {
  const middle = middles.get(code) ?? { count: 0, latitude: 0, longitude: 0 };
  middles.set(code, {
    count: middle.count + 1,
    latitude: middle.latitude + latitude,
    longitude: middle.longitude + longitude,
  });
}

async function writeMiddles(
  { management }: Import,
  kind: Kind,
  middles: ReadonlyMap<string, Middle>,
): Promise<number> {
  let changed = 0;
  const all = [...middles];
  for (let at = 0; at < all.length; at += BATCH) {
    const points = all
      .slice(at, at + BATCH)
      .map(([code, { count, latitude, longitude }]): [string, Point] => [
        code,
        { latitude: round(latitude / count), longitude: round(longitude / count) },
      ]);
    changed += await store(management, kind, new Map(points));
  }
  return changed;
}

/**
 * Writes what is new or has moved, and says how many those are. Each batch is whole on its own: after an interruption
 * the same command goes on, and finds what it has stored already.
 */
async function store(
  management: ManagementDatabase,
  kind: Kind,
  points: ReadonlyMap<string, Point>,
): Promise<number> {
  if (points.size === 0) return 0;
  const values = [...points.values()];
  return management.write(
    'COUNCIL_OFFICER',
    (tx) => tx.$executeRaw`
      INSERT INTO "PostcodePlace" AS stored ("code", "kind", "latitude", "longitude")
      SELECT code, ${kind}::"PlaceKind", latitude, longitude
      FROM unnest(
        ${[...points.keys()]}::text[],
        ${values.map(({ latitude }) => latitude)}::double precision[],
        ${values.map(({ longitude }) => longitude)}::double precision[]
      ) AS read (code, latitude, longitude)
      ON CONFLICT ("code") DO UPDATE
      SET "kind" = excluded."kind", "latitude" = excluded."latitude", "longitude" = excluded."longitude"
      WHERE (stored."kind", stored."latitude", stored."longitude")
        IS DISTINCT FROM (excluded."kind", excluded."latitude", excluded."longitude")`,
  );
}

function describeImport({ read, changed, leftOut, kinds, sectors, outcodes }: Import, middles: number) {
  console.log(
    `Read ${shownCount(read)} postcodes (${[...kinds].map((kind) => kindNames[kind]).join('; ')}).`,
  );
  for (const [why, count] of leftOut) console.log(`Left out ${shownCount(count)}: ${describeLeftOut[why]}.`);
  console.log(
    `The middle of ${shownCount(sectors.size)} sectors and ${shownCount(outcodes.size)} outcodes was found.`,
  );
  console.log(
    changed + middles === 0
      ? 'Everything is stored already. Nothing was changed.'
      : `Stored ${shownCount(changed)} postcodes and ${shownCount(middles)} sectors and outcodes that are new or have moved.`,
  );
  console.log(
    [...kinds].some((kind) => kind !== 'PLAIN')
      ? attribution
      : 'Its source may ask you to name it where postcodes are used.',
  );
}

function readFileArgument(): string {
  const [file, stray] = readOptions(usage, {}).positionals;
  if (file === undefined) throw new ExpectedFailure(`The file with the postcodes is needed.\n${usage}`);
  if (stray !== undefined) {
    throw new ExpectedFailure(
      `One file or folder at a time: "${asOneLine(stray)}" is one too many. Put a name with spaces in quotes.`,
    );
  }
  // npm runs a command in its own folder; what was typed is meant from where it was typed.
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

interface PostcodeFile {
  path: string;
  format: PostcodeFormat;
}

/** The file, or those of a folder that hold postcodes; none at all is a failure. */
async function listFiles(path: string): Promise<PostcodeFile[]> {
  const shown = asOneLine(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ExpectedFailure(
      error.code === 'ENOENT' ? `There is no file ${shown}.` : `${shown} can't be opened (${error.code}).`,
    );
  });
  if (/\.zip$/i.test(path)) {
    throw new ExpectedFailure(`${shown} is packed. Unpack it, and give the folder that comes out of it.`);
  }
  const names = found.isDirectory()
    ? (await readdir(path, { recursive: true })).filter((name) => /\.(csv|txt)$/i.test(name)).toSorted()
    : [''];
  const files: PostcodeFile[] = [];
  for (const name of names) {
    const file = join(path, name);
    progress.show(`Looking into ${asOneLine(basename(file))}`);
    const format = await recognise(file);
    if (format) files.push({ path: file, format });
    else if (found.isDirectory())
      console.log(`Left out ${asOneLine(name)}: it holds no postcodes that can be read.`);
  }
  progress.end();
  if (files.length === 0) {
    throw new ExpectedFailure(
      `${shown} holds no postcodes that can be read. It must be Code-Point Open (postcode, quality, eastings, northings and no header), ONSPD (a header with pcds, lat, long), or have a header with postcode, latitude and longitude.`,
    );
  }
  return files;
}

async function recognise(path: string): Promise<PostcodeFormat | null> {
  try {
    for await (const [first] of readLines(path)) if (first !== undefined) return findFormat(first);
    return null;
  } catch (error) {
    throw new ExpectedFailure(
      `${asOneLine(path)} can't be read (${String((error as NodeJS.ErrnoException).code)}).`,
    );
  }
}
