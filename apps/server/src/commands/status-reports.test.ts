import { connectManagement, connectPublic } from '@open-sanctuary/database/client';
import { engines } from '@open-sanctuary/database/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { converse, hasTerminal, runScript, startCommandDatabase } from './testing.ts';

const heads = 'Ref,Action,Lead,Status,Progress update';
const rows = {
  houses: '1,Find ten houses for families.,Housing,On track,Four families have moved in.',
  letters: '2,Write to every private landlord.,Housing,Complete,',
  clinic: '3,Train every receptionist in welcome.,Public Health,Not yet started,',
  garden: '4,Plant a garden with newcomers.,Parks,,',
};
const held = '5,Open a second café.,Libraries,On hold,The lease is being looked at.';

// What is stored is tried on both engines, what is only said on one.
describe.each(engines)('on %s, the status of a tracker', (engine) => {
  let folder: string;
  let database: Awaited<ReturnType<typeof startCommandDatabase>>;
  let management: ReturnType<typeof connectManagement>;
  let councils = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sanctuary-status-'));
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
    const args = ['--council', slug, '--plan', '2027', '--title', 'Testham welcomes'];
    const importRows = async (lines: readonly string[], ...options: string[]) => {
      await writeFile(join(folder, `${slug}.csv`), lines.join('\n'));
      return runScript('plan-import', [...args, ...options, `${slug}.csv`], database.surroundings);
    };
    const find = () =>
      management.read.council.findUniqueOrThrow({
        where: { slug },
        select: {
          id: true,
          revision: true,
          importWords: { select: { kind: true, written: true, meaning: true } },
          actions: {
            select: {
              ref: true,
              version: true,
              reports: {
                select: { status: true, whatHappened: true, byRole: true, publishedAt: true },
                orderBy: { publishedAt: 'desc' },
              },
            },
            orderBy: { ref: 'asc' },
          },
        },
      });
    const findStatuses = async () =>
      (await find()).actions.map(({ reports }) => reports.map(({ status }) => status));
    return { slug, args, importRows, find, findStatuses };
  }

  test('becomes a published report, with the words about progress or a sentence of ours', async () => {
    const { slug, importRows, find } = await startCouncil();
    const { code, out } = await importRows([heads, ...Object.values(rows)], '--yes');
    expect(code).toBe(0);
    expect(out).toContain('1  Find ten houses for families.: not reported → in progress');
    const { actions, revision } = await find();
    expect(
      actions.map(({ reports }) => reports.map(({ status, whatHappened }) => [status, whatHappened])),
    ).toEqual([
      [['IN_PROGRESS', 'Four families have moved in.']],
      [['DONE', 'Status taken from the council’s own tracker.']],
      [['NOT_STARTED', 'Status taken from the council’s own tracker.']],
      [],
    ]);
    expect(actions[0]?.reports[0]).toMatchObject({
      byRole: 'COUNCIL_OFFICER',
      publishedAt: expect.any(Date),
    });
    expect(revision).toBe(2);

    const visitor = connectPublic(database.at);
    const changes = await visitor.read.change.findMany({
      where: { council: { slug }, noun: 'Report' },
      select: { kind: true, byRole: true, actionId: true },
    });
    await visitor.close();
    expect(changes.map(({ kind, byRole, actionId }) => [kind, byRole, actionId !== null])).toEqual(
      Array.from({ length: 3 }, () => ['CREATED', 'COUNCIL_OFFICER', true]),
    );
  });

  test('is not reported again by a second import, and is when it has changed', async () => {
    const { importRows, find, findStatuses } = await startCouncil();
    await importRows([heads, ...Object.values(rows)], '--yes');
    const before = await find();
    const again = await importRows([heads, ...Object.values(rows)], '--yes');
    expect(again.out).toContain('Nothing was changed');
    expect(await find()).toEqual(before);

    const { out } = await importRows(
      [heads, rows.houses.replace('On track', '100%'), rows.letters, rows.clinic, rows.garden],
      '--yes',
    );
    expect(out).toContain('in progress → done');
    expect(await findStatuses()).toEqual([['DONE', 'IN_PROGRESS'], ['DONE'], ['NOT_STARTED'], []]);
    expect((await find()).actions.map(({ version }) => version)).toEqual([
      (before.actions[0]?.version ?? 0) + 1,
      ...before.actions.slice(1).map(({ version }) => version),
    ]);
  });

  test('that nobody knows stops everything, until somebody says what it is; then it is remembered', async () => {
    const { importRows, find, findStatuses } = await startCouncil();
    const refused = await importRows([heads, rows.letters, held], '--yes');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--status "On hold=…"   (line 3)');
    expect(refused.err).not.toMatch(/\n\s+at |went wrong/);
    // Of two columns, the one is named in which the words stand.
    const turned = await importRows(
      ['Ref,Action,Lead,Progress update,Status', '5,Open a café.,Libraries,The lease is read.,On hold'],
      '--yes',
    );
    expect(turned.err).toContain('If “Status” is no status at all');
    expect(await find()).toMatchObject({ revision: 1, importWords: [], actions: [] });

    const said = ['--status', 'on HOLD = stopped'];
    expect((await importRows([heads, rows.letters, held], ...said, '--dry-run')).code).toBe(0);
    expect(await find()).toMatchObject({ revision: 1, importWords: [], actions: [] });
    expect(await importRows([heads, rows.letters, held], ...said, '--yes')).toMatchObject({ code: 0 });
    expect(await findStatuses()).toEqual([['DONE'], ['STOPPED']]);
    expect((await find()).importWords).toEqual([{ kind: 'STATUS', written: 'on HOLD', meaning: 'STOPPED' }]);

    const next = await importRows([heads, rows.letters.replace('Complete', 'On hold'), held], '--yes');
    expect(next.out).toMatch(/2 {2}“On hold”: stopped, as on \d/);
    expect(await findStatuses()).toEqual([['STOPPED', 'DONE'], ['STOPPED']]);
  });

  const onOne = test.runIf(engine === 'postgres');

  onOne('may be said to tell nothing', async () => {
    const { importRows, findStatuses } = await startCouncil();
    expect(await importRows([heads, rows.letters, held], '--status', 'On hold=', '--yes')).toMatchObject({
      code: 0,
    });
    expect(await findStatuses()).toEqual([['DONE'], []]);
  });

  onOne('stays what an officer has reported since, unless the tracker says otherwise', async () => {
    const { importRows, find, findStatuses } = await startCouncil();
    await importRows([heads, rows.houses, rows.letters], '--yes');
    const { id: councilId, actions } = await find();
    const stored = await management.read.action.findMany({ where: { councilId }, orderBy: { ref: 'asc' } });
    await management.write('COUNCIL_OFFICER', (tx) =>
      tx.report.createMany({
        data: stored.map(({ id: actionId }) => ({
          councilId,
          actionId,
          status: 'DONE' as const,
          whatHappened: 'All of it is finished.',
          byRole: 'COUNCIL_OFFICER' as const,
          publishedAt: new Date(),
        })),
      }),
    );
    expect(actions).toHaveLength(2);
    const { out } = await importRows([heads, rows.houses, rows.letters.replace(/,$/, ',Sent.')], '--yes');
    expect(out).toContain('done → in progress');
    expect(out).toContain('no report is added to 2.');
    expect(await findStatuses()).toEqual([
      ['IN_PROGRESS', 'DONE', 'IN_PROGRESS'],
      ['DONE', 'DONE'],
    ]);
  });

  onOne(
    'that is a colour is read by the key in the sheet, and asked for where that says too little',
    async () => {
      const { importRows, findStatuses } = await startCouncil();
      const coloured = [
        'Key: Green = on track; Blue = complete; Amber = some concerns,,,,',
        heads,
        rows.houses.replace('On track', 'Green'),
        rows.letters.replace('Complete', 'BLUE'),
      ];
      const amber = rows.clinic.replace('Not yet started', 'Amber');
      const refused = await importRows([...coloured, amber], '--yes');
      expect(refused.err).toContain(
        '--status "Amber=…"   (line 5; the document explains it as “some concerns”)',
      );
      const { code, out } = await importRows(coloured, '--yes');
      expect([code, out]).toEqual([
        0,
        expect.stringContaining('“Green”: in progress, by the key in the document'),
      ]);
      expect(await findStatuses()).toEqual([['IN_PROGRESS'], ['DONE']]);
    },
  );

  onOne('is needed beside words about progress', async () => {
    const { importRows, findStatuses } = await startCouncil();
    const words = ['Ref,Action,Progress', '1,Find ten houses.,Four families have moved in by now.'];
    const { code, out } = await importRows(words, '--yes');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('1 action of the document says what has happened'),
    ]);
    expect(await findStatuses()).toEqual([[]]);
  });

  onOne.each<[string, string[], RegExp]>([
    [
      'a status that there is not',
      ['--status', 'On hold=asleep'],
      /no status “asleep”.*NOT_STARTED, IN_PROGRESS/,
    ],
    ['no status', ['--status', 'On hold'], /--status "On hold" names no words and their status/],
    ['two statuses', ['--status', 'On hold=DONE', '--status', 'on hold='], /--status says two things/],
  ])('%s is refused', async (_name, options, message) => {
    const { importRows, find } = await startCouncil();
    const { code, err } = await importRows([heads, held], ...options, '--yes');
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(await find()).toMatchObject({ revision: 1, importWords: [], actions: [] });
  });

  test.runIf(hasTerminal && engine === 'postgres')(
    'is asked for on a terminal (skipped where "script" is absent)',
    async () => {
      const { slug, args, find, findStatuses } = await startCouncil();
      const ongoing = rows.houses.replace('On track', 'Ongoing');
      await writeFile(join(folder, `${slug}.csv`), [heads, ongoing, held].join('\n'));
      const answers = ['fine', 'in progress', '', 'yes'];
      const { code, said } = await converse(
        'plan-import',
        [...args, `${slug}.csv`],
        database.surroundings,
        answers,
      );
      expect([code, said.includes('What is “Ongoing” (1×)?'), said.includes('Applied.')]).toEqual([
        0,
        true,
        true,
      ]);
      expect(await findStatuses()).toEqual([['IN_PROGRESS'], []]);
      expect((await find()).importWords).toMatchObject([{ written: 'Ongoing', meaning: 'IN_PROGRESS' }]);
    },
  );
});
