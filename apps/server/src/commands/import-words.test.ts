import { connectManagement } from '@open-sanctuary/database/client';
import { engines } from '@open-sanctuary/database/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { combineWords, describeMap, readMaps } from './import-words.ts';
import { converse, hasTerminal, runScript, startCommandDatabase } from './testing.ts';

const sheet = [
  'Ref,Action,Ownership,Deadline,Remarks',
  '1,Find ten houses for families.,Housing,May 2027,Ask the cabinet member first',
  '2,Train every receptionist in welcome.,Public Health,May 2028,',
];
const today = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

// What is stored is tried on both engines, what is only said on one.
describe.each(engines)('on %s, the columns of a council', (engine) => {
  let folder: string;
  let database: Awaited<ReturnType<typeof startCommandDatabase>>;
  let management: ReturnType<typeof connectManagement>;
  let councils = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sanctuary-words-'));
    database = await startCommandDatabase(engine, folder);
    management = connectManagement(database.at);
  });

  afterAll(async () => {
    await management.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function startCouncil() {
    const slug = `testham-${(councils += 1)}`;
    await management.write('ADMINISTRATOR', (tx) =>
      tx.council.createMany({ data: [{ slug, name: 'Testham', kind: 'BOROUGH' }] }),
    );
    const importSheet = async (lines: readonly string[], ...options: string[]) => {
      await writeFile(join(folder, `${slug}.csv`), lines.join('\n'));
      const args = ['--council', slug, '--plan', '2027', '--title', 'Testham welcomes', ...options];
      return runScript('plan-import', [...args, `${slug}.csv`], database.surroundings);
    };
    const find = () =>
      management.read.council.findUniqueOrThrow({
        where: { slug },
        select: {
          revision: true,
          importWords: {
            select: { kind: true, written: true, meaning: true },
            orderBy: { key: 'asc' },
          },
          actions: {
            select: {
              wordings: {
                select: { leadText: true, detail: true },
                orderBy: { number: 'desc' },
                take: 1,
              },
            },
            orderBy: { ref: 'asc' },
          },
        },
      });
    return { slug, importSheet, find };
  }

  test.runIf(engine === 'postgres')(
    'that nobody knows are named with the line to add, and not read',
    async () => {
      const { importSheet, find } = await startCouncil();
      const { code, out } = await importSheet(sheet, '--yes');
      expect(code).toBe(0);
      expect(out).toContain('--map "Ownership=lead"');
      expect(out).toContain('--map "Remarks=…"');
      expect(await find()).toMatchObject({
        importWords: [],
        actions: [{ wordings: [{ leadText: null }] }, { wordings: [{ leadText: null }] }],
      });
    },
  );

  test('are read as somebody says, remembered for the next import, and said so', async () => {
    const { importSheet, find } = await startCouncil();
    const maps = ['--map', 'ownerSHIP = Lead', '--map', 'Remarks='];
    const first = await importSheet(sheet, ...maps, '--yes');
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('Read “Ownership” as lead\n');
    expect(first.out).toContain('To be remembered at the next import');
    const after = await find();
    expect(after).toMatchObject({
      revision: 2,
      importWords: [
        { kind: 'COLUMN', written: 'ownerSHIP', meaning: 'lead' },
        { kind: 'COLUMN', written: 'Remarks', meaning: null },
      ],
      actions: [
        { wordings: [{ leadText: 'Housing', detail: null }] },
        { wordings: [{ leadText: 'Public Health', detail: null }] },
      ],
    });

    const second = await importSheet(sheet, '--yes');
    const day = today.format(new Date());
    expect(second.out).toContain(`Read “Ownership” as lead, as on ${day}`);
    expect(second.out).toContain(`Left out “Remarks”, as on ${day}`);
    expect(second.out).toContain('Nothing was changed');
    expect((await importSheet(sheet, ...maps, '--yes')).out).toContain('Nothing was changed');
    expect(await find()).toEqual(after);
  });

  test('can be said otherwise, and forgotten', async () => {
    const { slug, importSheet, find } = await startCouncil();
    await importSheet(sheet, '--map', 'Ownership=lead', '--map', 'Remarks=', '--yes');
    await importSheet(sheet, '--map', 'Remarks=detail', '--yes');
    expect(await find()).toMatchObject({
      importWords: [{ meaning: 'lead' }, { meaning: 'detail' }],
      actions: [
        { wordings: [{ leadText: 'Housing', detail: 'Ask the cabinet member first' }] },
        { wordings: [{ leadText: 'Public Health', detail: null }] },
      ],
    });
    const { out } = await importSheet(sheet, '--forget', '--map', 'Ownership=lead', '--yes');
    expect(out).toContain('To be forgotten\n  “Remarks” is read as detail');
    expect(await find()).toMatchObject({
      importWords: [{ written: 'Ownership', meaning: 'lead' }],
      actions: [{ wordings: [{ detail: null }] }, { wordings: [{ detail: null }] }],
    });
    const changes = await management.read.change.findMany({
      where: { council: { slug }, noun: 'ImportWord' },
      orderBy: { id: 'asc' },
      select: { kind: true, byRole: true },
    });
    expect(changes.map(({ kind }) => kind)).toEqual(['CREATED', 'CREATED', 'REMOVED', 'CREATED', 'REMOVED']);
    expect(new Set(changes.map(({ byRole }) => byRole))).toEqual(new Set(['COUNCIL_OFFICER']));
  });

  test.runIf(engine === 'postgres')('are those of this council alone', async () => {
    const { importSheet } = await startCouncil();
    await importSheet(sheet, '--map', 'Ownership=lead', '--yes');
    const other = await startCouncil();
    await other.importSheet(sheet, '--yes');
    expect(await other.find()).toMatchObject({
      importWords: [],
      actions: [{ wordings: [{ leadText: null }] }, {}],
    });
  });

  test.runIf(engine === 'postgres')('may have no header at all', async () => {
    const { importSheet, find } = await startCouncil();
    const headless = [',Action,Deadline', 'Housing,Find ten houses for families.,May 2027'];
    expect((await importSheet(headless, '--dry-run')).out).toContain('--map "Column A=…"');
    await importSheet(headless, '--map', 'Column A=lead', '--yes');
    expect(await find()).toMatchObject({ actions: [{ wordings: [{ leadText: 'Housing' }] }] });
  });

  test.runIf(engine === 'postgres')('may be what makes a table a plan', async () => {
    const { importSheet, find } = await startCouncil();
    const strange = ['Vorhaben,Deadline', 'Find ten houses for families.,May 2027'];
    const { code, err } = await importSheet(strange, '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining('--map "…=action"')]);
    expect(await importSheet(strange, '--map', 'Vorhaben=action', '--yes')).toMatchObject({ code: 0 });
    expect((await find()).actions).toHaveLength(1);
  });

  test('are not remembered by a dry run', async () => {
    const { importSheet, find } = await startCouncil();
    const { code, out } = await importSheet(sheet, '--map', 'Ownership=lead', '--dry-run');
    expect([code, out.includes('Housing'), out.includes('dry run')]).toEqual([0, true, true]);
    expect(await find()).toEqual({ revision: 1, importWords: [], actions: [] });
  });

  test.runIf(engine === 'postgres').each<[string, string[], RegExp]>([
    [
      'a meaning that there is not',
      ['--map', 'Remarks=shoes'],
      /no column means “shoes”.*action, theme, reference, lead, timescale, status, progress, target, outcome, detail/,
    ],
    [
      'a header that the document has not',
      ['--map', 'Owner=lead'],
      /no column “Owner” in the document\. Its columns are “Ref”, “Action”, “Ownership”, “Deadline”, “Remarks”/,
    ],
    [
      'two headers to one column',
      ['--map', 'Ownership=lead', '--map', 'Remarks=lead'],
      /“Ownership” and “Remarks” can't both be read as lead\. .*--map "Remarks=" or --map "Ownership="/,
    ],
    [
      'a header to a column that another header holds',
      ['--map', 'Remarks=timescale'],
      /“Remarks” and “Deadline” can't both be read as timescale\. .*--map "Deadline="/,
    ],
    [
      'two meanings for one header',
      ['--map', 'Remarks=lead', '--map', 'remarks='],
      /two things about “remarks”/,
    ],
    ['no meaning', ['--map', 'Remarks'], /--map "Remarks" names no column and its meaning/],
    ['no header', ['--map', '=lead'], /--map "=lead" names no column/],
  ])('%s is refused, and nothing is changed', async (_name, options, message) => {
    const { importSheet, find } = await startCouncil();
    const { code, err } = await importSheet(sheet, ...options, '--yes');
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at |went wrong/);
    expect(await find()).toEqual({ revision: 1, importWords: [], actions: [] });
  });

  test.runIf(hasTerminal && engine === 'postgres')(
    'are asked about on a terminal (skipped where "script" is absent)',
    async () => {
      const { slug, find } = await startCouncil();
      await writeFile(join(folder, 'asked.csv'), sheet.join('\n'));
      const args = ['--council', slug, '--plan', '2027', '--title', 'Plan', 'asked.csv'];
      const answers = ['leader', 'lead', 'none', 'yes'];
      const { code, said } = await converse('plan-import', args, database.surroundings, answers);
      expect([code, said.includes('(perhaps lead)'), said.includes('Applied.')]).toEqual([0, true, true]);
      expect(await find()).toMatchObject({
        importWords: [{ meaning: 'lead' }, { meaning: null }],
        actions: [{ wordings: [{ leadText: 'Housing' }] }, { wordings: [{ leadText: 'Public Health' }] }],
      });
    },
  );
});

describe('the words of a command line', () => {
  test('a header may hold the sign of equality, and what a shell would read', () => {
    expect(readMaps(['A = B=lead'])).toMatchObject([{ written: 'A = B', meaning: 'lead' }]);
    expect(describeMap('What "we" owe ($)', 'detail')).toBe(`--map 'What "we" owe ($)=detail'`);
    expect(describeMap("Who's in", 'lead')).toBe(`--map "Who's in=lead"`);
  });

  test('what is said again keeps the day on which it was said first', () => {
    const since = new Date('2026-03-03');
    const remembered = readMaps(['Owner=lead', 'Notes=']).map((word) => ({ ...word, since }));
    const { known, toRemember, toForget } = combineWords(
      remembered,
      readMaps(['OWNER=lead', 'Notes=detail']),
      true,
    );
    expect(known.map((word) => [word.written, word.since])).toEqual([
      ['Owner', since],
      ['Notes', null],
    ]);
    expect([toRemember.map(({ written }) => written), toForget]).toEqual([['Notes'], []]);
  });
});
