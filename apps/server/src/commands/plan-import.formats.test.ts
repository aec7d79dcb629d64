import { connectManagement } from '@open-sanctuary/database/client';
import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScript, surroundingsOf } from './testing.ts';

const documents = join(import.meta.dirname, '../../../../packages/plan-document/src/documents');

let database: TestDatabase;
let management: ReturnType<typeof connectManagement>;
let folder: string;

beforeAll(async () => {
  database = await startDatabase('postgres');
  management = connectManagement(database.at);
  folder = await mkdtemp(join(tmpdir(), 'sanctuary-formats-'));
});

afterAll(async () => {
  await management.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const importFile = (slug: string, file: string, ...options: string[]) =>
  runScript(
    'plan-import',
    ['--council', slug, '--plan', '2027-2030', ...options, file],
    surroundingsOf(database.at, folder),
  );

const startCouncil = (slug: string) =>
  management.write('ADMINISTRATOR', (tx) =>
    tx.council.createMany({ data: [{ slug, name: 'Testham', kind: 'BOROUGH' }] }),
  );

const findCouncil = (slug: string) =>
  management.read.council.findUniqueOrThrow({
    where: { slug },
    include: {
      plans: true,
      themes: { orderBy: { position: 'asc' } },
      actions: { orderBy: { ref: 'asc' }, include: { wordings: { include: { leads: true } } } },
    },
  });

test(
  'a Word document is imported, and the same plan in any other format changes nothing',
  { timeout: 120_000 },
  async () => {
    await startCouncil('manyham');
    const first = await importFile('manyham', join(documents, 'fairmead.libreoffice.docx'), '--yes');
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('In the document (DOCX): 3 themes, 7 actions'),
    });
    const stored = await findCouncil('manyham');
    expect(stored.plans).toMatchObject([
      { title: 'Fairmead welcome plan 2027-2030', periodText: '2027-2030' },
    ]);
    expect(stored.themes.map(({ title }) => title)).toEqual([
      'A warm arrival',
      'تعلم اللغة معا',
      'Здоров’я та спокій',
    ]);
    expect(
      stored.actions.map(({ ref, wordings }) => [ref, wordings[0]?.leadText, wordings[0]?.dueText]),
    ).toEqual([
      ['1.1', 'Customer Services', 'By March 2027'],
      ['1.2', 'Housing, with Legal and other teams', 'Autumn 2027'],
      ['1.3', 'Communications', 'ongoing'],
      ['2.1', 'Libraries', 'September 2027'],
      ['2.2', 'فريق المكتبات', '2028'],
      ['3.1', 'Public Health', 'By May 2028'],
      ['3.2', 'Служба здоров’я', 'Summer 2028'],
    ]);
    for (const name of [
      'libreoffice.xlsx',
      'libreoffice.ods',
      'libreoffice.html',
      'libreoffice.pdf',
      'browser.pdf',
    ]) {
      expect(await importFile('manyham', join(documents, `fairmead.${name}`), '--yes')).toMatchObject({
        code: 0,
        out: expect.stringContaining('Nothing was changed'),
      });
    }
    expect(await findCouncil('manyham')).toEqual(stored);
  },
);

test('pages and sheets are named where something stands', async () => {
  await startCouncil('placeham');
  const pdf = await importFile('placeham', join(documents, 'fairmead.libreoffice.pdf'), '--dry-run');
  expect(pdf.out).toContain('page 1, line 2: “Fairmead has welcomed newcomers');
  const sheet = await importFile('placeham', join(documents, 'fairmead.libreoffice.xlsx'), '--dry-run');
  expect(sheet.out).toContain(
    'row 2 of sheet “fairmead”: “Theme Ref Action Lead Timescale” (The column headers)',
  );
});

test('what cannot be read is one clear line, exit code 1, and nothing is changed', async () => {
  await startCouncil('brokenham');
  const before = await findCouncil('brokenham');
  await copyFile(join(documents, 'fairmead.libreoffice.docx'), join(folder, 'plan.pdf'));
  expect(await importFile('brokenham', 'plan.pdf', '--dry-run')).toMatchObject({ code: 0 });
  await writeFile(join(folder, 'old.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  for (const [file, words] of [
    [join(documents, 'protected.libreoffice.pdf'), 'protected with a password'],
    ['old.docx', 'old Office program'],
  ] as const) {
    const { code, out, err } = await importFile('brokenham', file, '--yes');
    expect([code, out, err.trim().split('\n').at(-1)]).toEqual([1, '', expect.stringContaining(words)]);
  }
  expect(await findCouncil('brokenham')).toEqual(before);
});

test('the help says what can be read', async () => {
  const { out } = await runScript('plan-import', ['--help'], surroundingsOf(database.at, folder));
  for (const kind of ['.docx', 'PDF', '.xlsx', '.ods', '.html', 'CSV']) expect(out).toContain(kind);
});
