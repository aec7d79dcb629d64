import { connectManagement } from '@open-sanctuary/database/client';
import { findEnginePid, openEmbedded } from '@open-sanctuary/database/embedded';
import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { converse, hasTerminal, runScript, surroundingsOf, type Outcome } from './testing.ts';

let database: TestDatabase;
let management: ReturnType<typeof connectManagement>;
let folder: string;

beforeAll(async () => {
  database = await startDatabase('postgres');
  management = connectManagement(database.at);
  folder = await mkdtemp(join(tmpdir(), 'sanctuary-import-'));
});

afterAll(async () => {
  await management.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const heads = 'Theme,Ref,Action,Lead,Deadline,Measure';
const rows = {
  houses: 'Homes,1.1,Find ten houses for families who arrive this year.,Housing,By March 2027,',
  letters:
    'Homes,1.2,Write to every private landlord about the fair letting promise.,"Housing, with Legal and other teams",,',
  clinic: 'Health,2.1,Train every receptionist in welcome.,Public Health,,90% of receptionists trained',
};

let councils = 0;
/** A council of its own for each test, with the plan it has imported. */
async function startCouncil(...planRows: string[]) {
  const slug = `testham-${(councils += 1)}`;
  await management.write('ADMINISTRATOR', (tx) =>
    tx.council.createMany({ data: [{ slug, name: 'Testham', kind: 'BOROUGH' }] }),
  );
  const importRows = async (lines: readonly string[], ...options: string[]) => {
    await writeFile(join(folder, `${slug}.csv`), [heads, ...lines, ''].join('\n'));
    return importFile(`${slug}.csv`, ...options);
  };
  const importFile = (file: string, ...options: string[]): Promise<Outcome> =>
    runScript(
      'plan-import',
      ['--council', slug, '--plan', '2026-2029', '--title', 'Testham welcomes', ...options, file],
      surroundingsOf(database.at, folder),
    );
  if (planRows.length > 0) expect(await importRows(planRows, '--yes')).toMatchObject({ code: 0 });
  return { slug, importRows, importFile };
}

const findCouncil = (slug: string) =>
  management.read.council.findUniqueOrThrow({
    where: { slug },
    include: {
      organisations: { orderBy: { name: 'asc' } },
      themes: { orderBy: { position: 'asc' } },
      targets: true,
      actions: {
        orderBy: { ref: 'asc' },
        include: {
          reports: true,
          wordings: { orderBy: { number: 'asc' }, include: { leads: { orderBy: { position: 'asc' } } } },
        },
      },
      plans: true,
      _count: { select: { changes: true, wordings: true, leads: true } },
    },
  });

/** What only the owner of the tables may do. */
const asOwner = (sql: string) =>
  management.write('TEST', async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL ROLE NONE');
    await tx.$executeRawUnsafe(sql);
  });

const report = async (slug: string, ref: string) => {
  const { id: councilId, actions } = await findCouncil(slug);
  const action = actions.find((candidate) => candidate.ref === ref);
  await management.write('COUNCIL_OFFICER', (tx) =>
    tx.report.createMany({
      data: [
        {
          councilId,
          actionId: action?.id ?? '',
          status: 'IN_PROGRESS',
          whatHappened: 'It has begun.',
          byRole: 'COUNCIL_OFFICER',
        },
      ],
    }),
  );
};

describe('a first import', () => {
  test('stores themes, actions, wordings, leads, organisations and targets', async () => {
    const { slug } = await startCouncil(...Object.values(rows));
    const stored = await findCouncil(slug);
    expect(stored.plans).toMatchObject([
      { slug: '2026-2029', title: 'Testham welcomes', state: 'CURRENT', periodText: '2026-2029' },
    ]);
    expect(stored.themes.map(({ title }) => title)).toEqual(['Homes', 'Health']);
    expect(
      stored.actions.map(({ ref, wordings }) => [ref, wordings[0]?.leadText, wordings[0]?.dueText]),
    ).toEqual([
      ['1.1', 'Housing', 'By March 2027'],
      ['1.2', 'Housing, with Legal and other teams', null],
      ['2.1', 'Public Health', null],
    ]);
    expect(
      stored.actions[1]?.wordings[0]?.leads.map(({ name, role, organisationId }) => [
        name,
        role,
        organisationId !== null,
      ]),
    ).toEqual([
      ['Housing', 'ACCOUNTABLE', true],
      ['Legal', 'PARTNER', false],
      ['other teams', 'OTHERS_NOT_NAMED', false],
    ]);
    expect(stored.organisations.map(({ name, kind }) => [name, kind])).toEqual([
      ['Housing', 'DEPARTMENT'],
      ['Public Health', 'DEPARTMENT'],
    ]);
    expect(stored.targets).toMatchObject([
      { statement: '90% of receptionists trained', targetValue: 90, unit: '%' },
    ]);
    expect(stored.actions.every(({ wordings }) => wordings[0]?.strengths.length === 0)).toBe(true);
    expect(stored.revision).toBe(2);
  });

  test('says how to go on where nobody can be asked, and changes nothing', async () => {
    const { slug, importRows } = await startCouncil();
    const { code, out, err } = await importRows([rows.houses]);
    expect([code, out.includes('+ 1.1'), err.includes('--yes')]).toEqual([1, true, true]);
    expect(await findCouncil(slug)).toMatchObject({ revision: 1, plans: [] });
  });

  test('counts no lead and no date that are only to be confirmed', async () => {
    const { importRows } = await startCouncil();
    const { out } = await importRows(
      [rows.houses, 'Homes,1.2,Open a night shelter.,TBC,To be confirmed,N/A', rows.clinic],
      '--dry-run',
    );
    expect(out).toContain('1 without a lead, 2 without a date');
    expect(out).toContain('3 actions, 1 target and outcome');
  });

  test('says how much detail stands behind a title', async () => {
    const { importFile } = await startCouncil();
    const text = [
      'Testham action plan',
      '',
      'Homes',
      '',
      'We will:',
      '• Find ten houses with',
      '   - a garden',
      '   - a lift',
      '• Write to every landlord.',
    ];
    await writeFile(join(folder, 'detail.txt'), text.join('\n'));
    const { out } = await importFile('detail.txt', '--dry-run');
    expect(out).toMatch(/Find ten houses with \+ 2 lines of detail\n.*Write to every landlord\.\n/);
  });

  test('run dry changes nothing', async () => {
    const { slug, importRows } = await startCouncil();
    const { code, out } = await importRows([rows.houses], '--dry-run');
    expect([code, out.includes('dry run')]).toEqual([0, true]);
    expect(await findCouncil(slug)).toMatchObject({ revision: 1, plans: [], organisations: [] });
  });

  test('stores nothing that is outside the plan, but shows it', async () => {
    const { slug, importFile } = await startCouncil();
    const text = [
      'Testham welcomes',
      'Our action plan sets out 2 actions.',
      '',
      '1\tHomes\tLead',
      '1.1\tFind ten houses for families.\tHousing',
      '1.2\tWrite to every landlord.\tHousing',
      '',
      'Foreword',
      'A quite private sentence about the zebra of our street.',
    ].join('\n');
    await writeFile(join(folder, 'outside.txt'), text);
    const { code, out } = await importFile('outside.txt', '--yes');
    expect(code).toBe(0);
    expect(out).toMatch(/lines? \d.*Foreword|zebra/);
    expect(
      JSON.stringify(await findCouncil(slug), (_key, value: unknown) =>
        typeof value === 'bigint' ? 0 : value,
      ),
    ).not.toContain('zebra');
  });
});

describe('a second import', () => {
  test('of the same document changes nothing', async () => {
    const { slug, importRows } = await startCouncil(...Object.values(rows));
    const before = await findCouncil(slug);
    const { code, out } = await importRows(Object.values(rows), '--yes');
    expect([code, out.includes('Nothing was changed')]).toEqual([0, true]);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test('adds a wording where the words have changed, and keeps the earlier one', async () => {
    const { slug, importRows } = await startCouncil(...Object.values(rows));
    const { code, out } = await importRows(
      [rows.houses.replace('ten houses', 'twelve houses'), rows.letters, rows.clinic],
      '--yes',
    );
    expect(code).toBe(0);
    expect(out).toContain('title: “Find ten houses for families who arrive this year.” → “Find twelve');
    const { actions, revision, _count: counts } = await findCouncil(slug);
    expect(
      actions.map(({ version, wordings }) => [
        version,
        wordings.map(({ number, title }) => [number, title]),
      ])[0],
    ).toEqual([
      2,
      [
        [1, 'Find ten houses for families who arrive this year.'],
        [2, 'Find twelve houses for families who arrive this year.'],
      ],
    ]);
    expect([revision, counts.wordings]).toEqual([3, 4]);
  });

  test('follows actions to other references with all that was reported', async () => {
    const { slug, importRows } = await startCouncil(rows.houses, rows.letters);
    await report(slug, '1.2');
    const swapped = [rows.letters.replace('1.2', '1.1'), rows.houses.replace('1.1', '1.2')];
    expect(await importRows(swapped, '--yes')).toMatchObject({ code: 0 });
    const { actions } = await findCouncil(slug);
    expect(actions.map(({ ref, reports, wordings }) => [ref, reports.length, wordings.length])).toEqual([
      ['1.1', 1, 1],
      ['1.2', 0, 1],
    ]);
    expect(await importRows(swapped, '--yes')).toMatchObject({
      out: expect.stringContaining('Nothing was changed'),
    });
  });

  test('keeps an action that is gone once a day has ended with it, reported on or not, and welcomes it back', async () => {
    await database.setClock('2026-03-01T12:00:00Z');
    const { slug, importRows } = await startCouncil(rows.houses, rows.letters);
    await importRows([rows.houses, rows.letters, rows.clinic], '--yes');
    const [, letters] = (await findCouncil(slug)).actions;

    await database.setClock('2026-03-02T12:00:00Z');
    const gone = await importRows([rows.houses, rows.clinic.replace('2.1', '1.2')], '--yes');
    expect(gone).toMatchObject({ code: 0, out: expect.stringContaining('kept as they were') });
    expect((await findCouncil(slug)).actions).toMatchObject([
      { ref: '1.1', leftDocumentAt: null },
      { ref: '1.2', leftDocumentAt: null },
      { id: letters?.id, ref: '1.2-earlier', leftDocumentAt: new Date('2026-03-02T12:00:00Z') },
    ]);

    await database.setClock('2026-03-03T12:00:00Z');
    expect(await importRows(Object.values(rows), '--yes')).toMatchObject({ code: 0 });
    const { actions } = await findCouncil(slug);
    expect(
      actions.map(({ ref, leftDocumentAt, wordings }) => [ref, leftDocumentAt, wordings.length]),
    ).toEqual([
      ['1.1', null, 1],
      ['1.2', null, 1],
      ['2.1', null, 1],
    ]);
    expect(actions[1]?.id).toBe(letters?.id);
    await database.setClock(new Date().toISOString());
  });

  test('keeps an action with reports that is gone, removes one of today without, and welcomes it back', async () => {
    const { slug, importRows } = await startCouncil(...Object.values(rows));
    await report(slug, '2.1');
    const gone = await importRows([rows.houses], '--yes');
    expect(gone).toMatchObject({ code: 0, out: expect.stringContaining('not in the new document') });
    const without = await findCouncil(slug);
    expect(without.actions.map(({ ref, leftDocumentAt }) => [ref, leftDocumentAt !== null])).toEqual([
      ['1.1', false],
      ['2.1', true],
    ]);
    expect(without.themes.map(({ title }) => title)).toEqual(['Homes', 'Health']);
    expect(await importRows([rows.houses], '--yes')).toMatchObject({
      out: expect.stringContaining('Nothing was changed'),
    });

    expect(await importRows([rows.houses, rows.clinic], '--yes')).toMatchObject({ code: 0 });
    const { actions } = await findCouncil(slug);
    expect(actions.map(({ ref, leftDocumentAt, reports }) => [ref, leftDocumentAt, reports.length])).toEqual([
      ['1.1', null, 0],
      ['2.1', null, 1],
    ]);
  });

  test('says which timescales hold no day that could be read, each once', async () => {
    const { importRows } = await startCouncil();
    const dated = (ref: string, due: string) => `Homes,${ref},Open shop ${ref}.,Parks,${due},`;
    const { out } = await importRows(
      [
        dated('1', 'Sept 25'),
        dated('2', 'Sept 25'),
        dated('3', 'May 2027'),
        dated('4', 'TBC'),
        dated('5', 'yearly'),
      ],
      '--dry-run',
    );
    expect(out.match(/Timescales from which[^]*?\n\n/)?.[0]).toBe(
      'Timescales from which no day could be read\n    2  Sept 25\n\n',
    );
  });

  test('does not guess that a similar action is the same: without an answer it is gone and new', async () => {
    const { slug, importRows } = await startCouncil(rows.houses, rows.letters);
    await report(slug, '1.1');
    const { code, out } = await importRows(
      [rows.letters, rows.houses.replace('1.1', '1.3').replace('ten', 'twelve')],
      '--yes',
    );
    expect([code, out.includes('Not sure')]).toEqual([0, true]);
    const { actions } = await findCouncil(slug);
    expect(
      actions.map(({ ref, leftDocumentAt, reports }) => [ref, leftDocumentAt !== null, reports.length]),
    ).toEqual([
      ['1.1', true, 1],
      ['1.2', false, 0],
      ['1.3', false, 0],
    ]);
  });

  test('does not let reports slip to another promise under the same reference', async () => {
    const { slug, importRows } = await startCouncil(rows.houses);
    await report(slug, '1.1');
    expect(await importRows(['Homes,1.1,Plant a community garden.,Parks,,'], '--yes')).toMatchObject({
      code: 0,
    });
    const { actions } = await findCouncil(slug);
    expect(actions.map(({ ref, reports }) => [ref, reports.length])).toEqual([
      ['1.1', 0],
      ['1.1-earlier', 1],
    ]);
  });

  test('keeps a measured target that is gone, and removes the others', async () => {
    const { slug, importRows } = await startCouncil(
      rows.clinic,
      'Health,2.2,Open a clinic.,Public Health,,50 visits a week',
    );
    const before = await findCouncil(slug);
    const measured = before.targets.find(({ statement }) => statement.startsWith('90%'));
    await management.write('COUNCIL_OFFICER', (tx) =>
      tx.measurement.createMany({
        data: [
          {
            councilId: before.id,
            targetId: measured?.id ?? '',
            measuredOn: new Date('2026-10-01'),
            value: 40,
            source: 'Training records',
          },
        ],
      }),
    );
    const { code, out } = await importRows(
      [rows.clinic.replace('90%', '95%'), 'Health,2.2,Open a clinic.,Public Health,,60 visits a week'],
      '--yes',
    );
    expect([code, out.includes('kept for its measurements')]).toEqual([0, true]);
    const { targets } = await findCouncil(slug);
    expect(targets.map(({ statement }) => statement).toSorted()).toEqual([
      '60 visits a week',
      '90% of receptionists trained',
      '95% of receptionists trained',
    ]);
  });
});

describe('wrong input', () => {
  let council: Awaited<ReturnType<typeof startCouncil>>;
  beforeAll(async () => {
    council = await startCouncil(rows.houses);
  });

  const wrong: [string, string, Uint8Array | string, RegExp][] = [
    ['an empty file', 'empty.csv', '', /no text in this file/],
    ['a picture', 'picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), /PNG picture/],
    ['a text that is no plan', 'recipe.txt', 'Take two onions.\nChop them.\nServe warm.\n', /./],
    [
      'duplicate references',
      'twice.csv',
      `${heads}\n${rows.houses}\n${rows.clinic.replace('2.1', '1.1')}\n`,
      /Line 3.*1\.1.*line 2/,
    ],
    ['unknown columns', 'columns.csv', 'Fruit,Colour,Weight\napple,red,120\npear,green,140\n', /./],
    [
      'mixed encodings',
      'mixed.csv',
      Buffer.concat([
        Buffer.from(`${heads}\nCafés,1.1,Open a café.,Housing,,\n`),
        Buffer.from('Cafés,1.2,Close a café.,Housing,,\n', 'latin1'),
      ]),
      /Line 3.*line 2 is UTF-8/,
    ],
    [
      'more actions than a plan can have',
      'many.csv',
      `${heads}\n${Array.from({ length: 2001 }, (_, at) => `Homes,H${at},Build house number ${at}.,Housing,,`).join('\n')}`,
      /2,001 actions.*2,000/,
    ],
  ];

  test.each(wrong)('%s changes nothing, and the message says why', async (_name, file, bytes, message) => {
    const { slug, importFile } = council;
    const before = await findCouncil(slug);
    await writeFile(join(folder, file), bytes);
    const { code, err } = await importFile(file, '--yes');
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at |went wrong/);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test('a file of 50 MB is not even read', async () => {
    const { slug, importFile } = council;
    const before = await findCouncil(slug);
    const huge = await open(join(folder, 'huge.csv'), 'w');
    await huge.truncate(50 * 1024 ** 2);
    await huge.close();
    const { code, err } = await importFile('huge.csv', '--yes');
    expect([code, err.includes('has 50 MB; at most 20 MB'), err.includes('Reading')]).toEqual([
      1,
      true,
      false,
    ]);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test.each<[string, string[], RegExp]>([
    ['no file', ['--council', 'x', '--plan', 'y'], /file with the plan is needed/],
    [
      'a file that is not there',
      ['--council', 'x', '--plan', 'y', 'nowhere.csv'],
      /There is no file .*nowhere\.csv/,
    ],
    ['a folder', ['--council', 'x', '--plan', 'y', '.'], /is not a file/],
    ['two files', ['--council', 'x', '--plan', 'y', 'a.csv', 'b.csv'], /"b\.csv" is one too many/],
    ['no council', ['--plan', 'y', 'a.csv'], /--council is needed/],
    ['a plan that no address can hold', ['--council', 'x', '--plan', 'A plan', 'a.csv'], /--plan "A plan"/],
    ['an unknown option', ['--force', 'a.csv'], /'--force'/],
  ])('%s: the message says so', async (_name, args, message) => {
    const { code, err } = await runScript('plan-import', args, surroundingsOf(database.at, folder));
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('an unknown council is named, and what to do', async () => {
    await writeFile(join(folder, 'plan.csv'), `${heads}\n${rows.houses}\n`);
    const { code, err } = await runScript(
      'plan-import',
      ['--council', 'nowhere', '--plan', '2026', '--title', 'A plan', '--yes', 'plan.csv'],
      surroundingsOf(database.at, folder),
    );
    expect([code, err.includes('no council "nowhere"'), err.includes('council:add')]).toEqual([
      1,
      true,
      true,
    ]);
  });

  test('a database that does not answer is said in one line', async () => {
    await writeFile(join(folder, 'plan.csv'), `${heads}\n${rows.houses}\n`);
    const { code, err } = await runScript('plan-import', ['--council', 'x', '--plan', '2026', 'plan.csv'], {
      DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none',
      INIT_CWD: folder,
    });
    expect([code, err.includes('DATABASE_URL'), err.includes('secret'), err.includes('\n    at ')]).toEqual([
      1,
      true,
      false,
      false,
    ]);
  });
});

describe('all or nothing', () => {
  const many = Array.from(
    { length: 760 },
    (_, at) =>
      `Theme ${at % 19},A${at},Do the thing that is number ${at} of all.,Team ${at % 11},By May 2027,`,
  );

  test('a failure in the middle leaves nothing behind', async () => {
    const { slug, importRows } = await startCouncil(rows.houses);
    const before = await findCouncil(slug);
    // Targets are among the last that is written.
    await asOwner(`ALTER TABLE "Target" ADD CONSTRAINT refused CHECK ("statement" NOT LIKE '77%')`);
    const { code, err } = await importRows([rows.letters, rows.clinic.replace('90%', '77%')], '--yes');
    await asOwner(`ALTER TABLE "Target" DROP CONSTRAINT refused`);
    expect([code, err.includes('Writing 1 target '), err.includes('Nothing was changed')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test('killed while it writes, it leaves nothing behind', async () => {
    const { slug } = await startCouncil(rows.houses);
    const before = await findCouncil(slug);
    await writeFile(join(folder, 'many.csv'), [heads, ...many].join('\n'));
    const { code, err } = await runScript(
      'plan-import',
      ['--council', slug, '--plan', '2026-2029', '--yes', 'many.csv'],
      surroundingsOf(database.at, folder),
      (said, kill) => {
        if (said.includes('wordings with leads')) kill();
      },
    );
    expect([code, err.includes('Writing 760 actions')]).toEqual([null, true]);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test('760 rows are imported, and again without a change', async () => {
    const { slug, importRows } = await startCouncil();
    const first = performance.now();
    await runScript('plan-import', ['--help'], surroundingsOf(database.at, folder));
    const started = performance.now();
    expect(await importRows(many, '--yes')).toMatchObject({ code: 0 });
    const imported = performance.now();
    expect(await importRows(many, '--yes')).toMatchObject({
      out: expect.stringContaining('Nothing was changed'),
    });
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    console.log(
      `760 rows: ${seconds(first, started)} s to start a process, ${seconds(started, imported)} s with it to import, ${seconds(imported, performance.now())} s to import again`,
    );
    expect((await findCouncil(slug)).actions).toHaveLength(760);
  });
});

test('works on the embedded engine, beside whoever else is connected', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sanctuary-data-'));
  await cp(inject('embeddedTemplate'), dataFolder, { recursive: true });
  const running = connectManagement(await openEmbedded(dataFolder));
  try {
    const surroundings = { DATA_DIR: dataFolder, INIT_CWD: folder };
    expect(await running.read.council.count()).toBe(0);
    await writeFile(join(folder, 'embedded.csv'), [heads, ...Object.values(rows)].join('\n'));
    const added = await runScript('council-add', ['--slug', 'testham', '--name', 'Testham'], surroundings);
    expect(added).toMatchObject({ code: 0 });
    const options = ['--council', 'testham', '--plan', '2026', '--title', 'A plan', '--yes', 'embedded.csv'];
    expect(await runScript('plan-import', options, surroundings)).toMatchObject({ code: 0 });
    expect(await running.read.action.count()).toBe(3);
    const again = await runScript('plan-import', options, surroundings);
    expect(again.out).toContain('Nothing was changed');
    expect(await running.read.council.findFirst()).toMatchObject({ revision: 2 });
  } finally {
    await running.close();
    const pid = findEnginePid(dataFolder);
    if (pid) process.kill(pid, 'SIGKILL');
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
});

describe.skipIf(!hasTerminal)('from a terminal (skipped where "script" of util-linux is absent)', () => {
  async function converseAbout(
    slug: string,
    lines: string[],
    answers: string[],
    before?: () => Promise<void>,
  ) {
    await writeFile(join(folder, 'asked.csv'), [heads, ...lines].join('\n'));
    const args = ['--council', slug, '--plan', '2026-2029', 'asked.csv'];
    return converse('plan-import', args, surroundingsOf(database.at, folder), answers, before);
  }
  const renumbered = [rows.letters, rows.houses.replace('1.1', '1.3').replace('ten', 'twelve')];

  test('a pair that reads alike is asked about, and is the same action after a yes', async () => {
    const { slug } = await startCouncil(rows.houses, rows.letters);
    await report(slug, '1.1');
    const { code, said } = await converseAbout(slug, renumbered, ['yes', 'perhaps', 'yes']);
    expect([code, said.includes('read alike'), said.includes('Applied.')]).toEqual([0, true, true]);
    const { actions } = await findCouncil(slug);
    expect(actions.map(({ ref, reports, wordings }) => [ref, reports.length, wordings.length])).toEqual([
      ['1.2', 0, 1],
      ['1.3', 1, 2],
    ]);
  });

  test('a no changes nothing', async () => {
    const { slug } = await startCouncil(rows.houses);
    const before = await findCouncil(slug);
    const { code, said } = await converseAbout(slug, [rows.letters], ['no']);
    expect([code, said.includes('Nothing was changed')]).toEqual([1, true]);
    expect(await findCouncil(slug)).toEqual(before);
  });

  test('what somebody else wrote while the question stood is not written over', async () => {
    const { slug } = await startCouncil(rows.houses);
    const { code, said } = await converseAbout(slug, [rows.letters], ['yes'], () => report(slug, '1.1'));
    expect([code, said.includes('Somebody changed')]).toEqual([1, true]);
    const { actions } = await findCouncil(slug);
    expect(actions.map(({ ref, reports }) => [ref, reports.length])).toEqual([['1.1', 1]]);
  });
});

const published = join(import.meta.dirname, '../../../../../shared/seeds/004_6bc39095fcfaba7c.txt');

test.skipIf(!existsSync(published))(
  'a published plan of 35 actions is stored with its leads exactly as written (skipped where ../shared/seeds is absent)',
  async () => {
    const { slug, importFile } = await startCouncil();
    expect(await importFile(published, '--yes')).toMatchObject({ code: 0 });
    const { themes, actions } = await findCouncil(slug);
    expect(themes.map(({ id }) => actions.filter(({ themeId }) => themeId === id).length)).toEqual([
      8, 3, 6, 3, 6, 5, 4,
    ]);
    const leadTexts = actions.map(({ wordings }) => wordings[0]?.leadText);
    expect(new Set(leadTexts).size).toBe(8);
    const accountable = actions.map(
      ({ wordings }) => wordings[0]?.leads.find(({ role }) => role === 'ACCOUNTABLE')?.name,
    );
    const counts = [...Map.groupBy(accountable, (name) => name)].map(([name, found]) => [name, found.length]);
    expect(Object.fromEntries(counts)).toEqual({
      'Adults, Health, and Integration': 15,
      'Housing, Climate, and Economy': 12,
      'Children and Education': 4,
      "Chief Executive's Directorate": 3,
      'Finance and Corporate Resources': 1,
    });
    expect(await importFile(published, '--yes')).toMatchObject({
      out: expect.stringContaining('Nothing was changed'),
    });
  },
);
