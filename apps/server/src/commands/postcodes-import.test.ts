import { connectManagement } from '@open-sanctuary/database/client';
import { serviceFinderDocumentId } from '@open-sanctuary/widgets/documents';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { listenTo } from '../testing/listen-to.ts';
import { startOn } from '../testing/start-on.ts';
import { runScript, startCommandDatabase } from './testing.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sanctuary-postcodes-'));
  return () => rm(folder, { recursive: true });
});

async function write(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.join('\n'));
  return path;
}

const codePoint = (code: string, east: number, north: number) =>
  `"${code}",10,${east},${north},"E92000001","E19000003","E18000007","","E09000012","E05009371"`;

const header = '"pcd7","pcds","dointr","doterm","lat","long","imd"';
const onspd = (code: string, ended: string, latitude: number, longitude: number) =>
  `"${code.replace(' ', '')}","${code}","198001","${ended}",${latitude},${longitude},1234`;

const shared = join(
  import.meta.dirname,
  '../../../../../shared/data/postcodes/hackney-islington-postcodes-wgs84.csv',
);

describe.each(['postgres', 'embedded'] as const)('on %s', (engine) => {
  let database: Awaited<ReturnType<typeof startCommandDatabase>>;
  let management: ReturnType<typeof connectManagement>;

  beforeAll(async () => {
    database = await startCommandDatabase(engine, tmpdir());
    management = connectManagement(database.at);
  });

  afterAll(async () => {
    await management.close();
    await database.close();
  });

  const run = (...args: string[]) => runScript('postcodes-import', args, database.surroundings);
  const find = (...codes: string[]) =>
    management.read.postcodePlace.findMany({ where: { code: { in: codes } }, orderBy: { code: 'asc' } });

  test('Code-Point Open: the grid becomes latitude and longitude, sectors and outcodes their middle', async () => {
    const path = await write(
      'sw.csv',
      codePoint('SW8 1AA', 530_624, 178_388),
      codePoint('SW8 1AB', 530_624, 178_588),
      codePoint('SW82AA', 530_624, 178_988),
      codePoint('SW8 2AB', 0, 0),
    );

    const { code, out } = await run(path);

    expect(code).toBe(0);
    expect(out).toContain('Read 3 postcodes (Code-Point Open)');
    expect(out).toContain('Left out 1: the list does not say where they are');
    expect(out).toContain('Stored 3 postcodes and 3 sectors and outcodes');
    expect(out).toContain('Contains OS data © Crown copyright');
    const places = await find('SW8', 'SW8 1', 'SW8 1AA', 'SW8 1AB', 'SW8 2', 'SW8 2AA', 'SW8 2AB');
    expect(
      places.map((each) => [each.code, each.kind, each.latitude.toFixed(3), each.longitude.toFixed(3)]),
    ).toEqual([
      ['SW8', 'OUTCODE', '51.492', '-0.120'],
      ['SW8 1', 'SECTOR', '51.490', '-0.120'],
      ['SW8 1AA', 'POSTCODE', '51.489', '-0.120'],
      ['SW8 1AB', 'POSTCODE', '51.491', '-0.120'],
      ['SW8 2', 'SECTOR', '51.495', '-0.120'],
      ['SW8 2AA', 'POSTCODE', '51.495', '-0.120'],
    ]);
  });

  test('ONSPD: what has ended or is nowhere is left out and counted', async () => {
    const path = await write(
      'onspd.csv',
      header,
      onspd('LS1 1AA', '', 53.79, -1.54),
      onspd('LS1 1AB', '201906', 53.8, -1.55),
      onspd('LS1 1AD', '', 99.999999, 0),
      onspd('what?', '', 53.8, -1.55),
      '',
    );

    const { code, out } = await run(path);

    expect(code).toBe(0);
    expect(out).toContain('Read 1 postcodes (ONS Postcode Directory)');
    expect(out).toContain('Left out 1: not in use any more');
    expect(out).toContain('Left out 1: the list does not say where they are');
    expect(out).toContain('Left out 1: not a whole postcode with a place');
    expect((await find('LS1', 'LS1 1', 'LS1 1AA', 'LS1 1AB', 'LS1 1AD')).map((each) => each.code)).toEqual([
      'LS1',
      'LS1 1',
      'LS1 1AA',
    ]);
  });

  test('run twice it changes nothing; a postcode that has moved is moved', async () => {
    const first = await write('first.csv', 'postcode,latitude,longitude', 'M1 1AA,53.4808,-2.2426');
    const moved = await write('moved.csv', 'Longitude,Postcode,Latitude', '-2.25,m11aa,53.49');

    expect((await run(first)).out).toContain('Stored 1 postcodes and 2 sectors');
    const again = await run(first);
    expect([again.code, again.out.includes('Nothing was changed')]).toEqual([0, true]);
    expect((await run(moved)).out).toContain('Stored 1 postcodes and 2 sectors');
    expect(await find('M1 1', 'M1 1AA')).toMatchObject([
      { latitude: 53.49, longitude: -2.25 },
      { latitude: 53.49, longitude: -2.25 },
    ]);
  });

  test('a folder is read whole, whatever its files are called; what holds no postcodes is named', async () => {
    await write('Data/CSV/ox.csv', codePoint('OX1 1AA', 451_000, 206_000));
    await write('Data/CSV/cf.txt', codePoint('CF10 1AA', 318_000, 176_000));
    await write(
      'Doc/headings.csv',
      'PC,PQ,EA,NO',
      'Postcode,Positional_quality_indicator,Eastings,Northings',
    );
    await write('Doc/licence.pdf', 'no list');

    const { code, out } = await run(folder);

    expect([code, out.includes('Read 2 postcodes')]).toEqual([0, true]);
    expect(out).toContain('Left out Doc/headings.csv');
    expect(out).not.toContain('licence');
    expect(await find('OX1 1AA', 'CF10 1AA')).toHaveLength(2);
  });

  test('lines from another computer, in quotes, with commas in them', async () => {
    const path = await write(
      'windows.csv',
      '\uFEFF"postcode","name","latitude","longitude"\r',
      '"BS1 1AA","a ""quay"", old",51.45,-2.59\r',
    );
    expect((await run(path)).code).toBe(0);
    expect(await find('BS1 1AA')).toMatchObject([{ latitude: 51.45, longitude: -2.59 }]);
  });

  test('a server that runs tells of the new places, and says so to the pages that are open', async () => {
    const server = await startOn(database.at);
    onTestFinished(() => server.close());
    const parameters = new URLSearchParams({
      documentId: serviceFinderDocumentId,
      variables: JSON.stringify({ council: 'fairmead', language: 'en' }),
    });
    const readServices = async () => (await fetch(`${server.url}/graphql?${parameters}`)).text();
    expect(await readServices()).not.toContain('51.54321');
    const live = await listenTo(`${server.url}/live/fairmead`);
    const before = Number(await live.next());

    const path = await write('moved.csv', 'postcode,latitude,longitude', 'E8 3BQ,51.54321,-0.05');
    expect((await run(path)).code).toBe(0);

    expect(await live.next()).toBeGreaterThan(before);
    expect(await readServices()).toContain('51.54321');
    live.close();
  });

  test.skipIf(!existsSync(shared))(
    'the postcodes of two boroughs (skipped where ../shared/data is absent)',
    async () => {
      const { code, out } = await run(shared);
      expect([code, out.includes('Read 11,081 postcodes')]).toEqual([0, true]);
      expect(await find('E8 1EA', 'N1 2UN')).toMatchObject([{ kind: 'POSTCODE' }, { kind: 'POSTCODE' }]);
      const [outcode] = await find('E8');
      expect([outcode?.latitude.toFixed(2), outcode?.longitude.toFixed(2)]).toEqual(['51.54', '-0.07']);
    },
  );
});

describe('what cannot be read is said, and nothing is stored', () => {
  let database: Awaited<ReturnType<typeof startCommandDatabase>>;

  beforeAll(async () => {
    database = await startCommandDatabase('postgres', tmpdir());
  });

  afterAll(() => database.close());

  test.each<[string, () => string[] | Promise<string[]>, RegExp]>([
    ['no file', () => [], /The file with the postcodes is needed/],
    ['two files', () => ['a.csv', 'b.csv'], /"b.csv" is one too many/],
    ['a file that is not there', () => [join(folder, 'none.csv')], /There is no file .*none\.csv/],
    ['an unknown option', () => ['--fast'], /'--fast'/],
    ['a packed file', async () => [await write('codepo_gb.zip', 'PK')], /Unpack it/],
    ['another list', async () => [await write('list.csv', 'name,age', 'x,1')], /holds no postcodes/],
    ['an empty file', async () => [await write('empty.csv', '')], /holds no postcodes/],
    ['an empty folder', () => [folder], /holds no postcodes/],
  ])('%s', async (_, args, message) => {
    const { code, err } = await runScript('postcodes-import', await args(), database.surroundings);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('help says how it is called', async () => {
    const { code, out } = await runScript('postcodes-import', ['--help'], database.surroundings);
    expect([code, out.startsWith('npm run postcodes:import --')]).toEqual([0, true]);
  });
});
