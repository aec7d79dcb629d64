import { connectManagement } from '@open-sanctuary/database/client';
import { findEnginePid } from '@open-sanctuary/database/embedded';
import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScript, surroundingsOf } from './testing.ts';

let database: TestDatabase;
let management: ReturnType<typeof connectManagement>;

beforeAll(async () => {
  database = await startDatabase('postgres');
  management = connectManagement(database.at);
});

afterAll(async () => {
  await management.close();
  await database.close();
});

const add = (...args: string[]) => runScript('council-add', args, surroundingsOf(database.at, tmpdir()));

test('a council is added with all that is known of it', async () => {
  const { code, out } = await add(
    '--name',
    'City of Testham',
    ...'--slug testham --kind city --code E09000099 --time-zone Europe/London'.split(' '),
    ...'--contact-email welcome@example.org --site-url https://example.org/sanctuary'.split(' '),
    ...'--report-every-months 3'.split(' '),
  );
  expect([code, out.includes('Added City of Testham')]).toEqual([0, true]);
  expect(await management.read.council.findUnique({ where: { slug: 'testham' } })).toMatchObject({
    name: 'City of Testham',
    kind: 'CITY',
    officialCode: 'E09000099',
    timeZone: 'Europe/London',
    contactEmail: 'welcome@example.org',
    siteUrl: 'https://example.org/sanctuary',
    reportingEveryMonths: 3,
    isExample: false,
    revision: 1,
  });
});

test('in a new folder it makes the database, and ends as soon as it has said what it did', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sanctuary-new-'));
  try {
    const { code, out, lingered } = await runScript(
      'council-add',
      ['--slug', 'testham', '--name', 'City of Testham'],
      { DATA_DIR: folder, INIT_CWD: tmpdir() },
    );
    expect([code, out.includes('Added City of Testham')]).toEqual([0, true]);
    expect(lingered).toBeLessThan(3000);
  } finally {
    const pid = findEnginePid(folder);
    if (pid) process.kill(pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a slug that is taken says whose it is', async () => {
  await add('--slug', 'taken', '--name', 'First');
  const { code, err } = await add('--slug', 'taken', '--name', 'Second');
  expect([code, err.includes('already: First')]).toEqual([1, true]);
  expect(await management.read.council.findUnique({ where: { slug: 'taken' } })).toMatchObject({
    name: 'First',
    revision: 1,
  });
});

test.each<[string, string[], RegExp]>([
  ['no slug', ['--name', 'X'], /--slug is needed/],
  ['a slug with capitals', ['--slug', 'Tower Hamlets', '--name', 'X'], /"Tower Hamlets".*a-z, 0-9/],
  ['the address of another page', ['--slug', 'developers', '--name', 'X'], /"developers".*another page/],
  ['no name', ['--slug', 'x'], /--name is needed/],
  ['a name of blanks', ['--slug', 'x', '--name', '  '], /--name is needed/],
  ['an unknown kind', ['--slug', 'x', '--name', 'X', '--kind', 'TOWN'], /--kind "TOWN".*BOROUGH, CITY/],
  ['a code of another form', ['--slug', 'x', '--name', 'X', '--code', 'E9'], /--code "E9".*eight digits/],
  [
    'an unknown time zone',
    ['--slug', 'x', '--name', 'X', '--time-zone', 'London'],
    /--time-zone "London".*Europe\/London/,
  ],
  [
    'an address that is none',
    ['--slug', 'x', '--name', 'X', '--contact-email', 'welcome'],
    /--contact-email "welcome"/,
  ],
  [
    'a page that is no web page',
    ['--slug', 'x', '--name', 'X', '--site-url', 'javascript:alert(1)'],
    /--site-url.*https:\/\//,
  ],
  [
    'a rhythm of no months',
    ['--slug', 'x', '--name', 'X', '--report-every-months', '0'],
    /--report-every-months "0".*1 to 60/,
  ],
  ['a word too many', ['--slug', 'x', '--name', 'Big', 'Council'], /"Council" belongs to no option/],
  ['an unknown option', ['--slug', 'x', '--nmae', 'X'], /'--nmae'/],
  ['an option without its value', ['--slug', 'x', '--name'], /--name/],
])('%s: the message says so, and nothing is added', async (_name, args, message) => {
  const { code, err } = await add(...args);
  expect(code).toBe(1);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
  expect(await management.read.council.count({ where: { slug: 'x' } })).toBe(0);
});

test('a variable of the environment that cannot be used is named', async () => {
  const { code, err } = await runScript('council-add', ['--slug', 'x', '--name', 'X'], {
    DATABASE_URL: 'mysql://example.org/db',
    INIT_CWD: tmpdir(),
  });
  expect([code, err.includes('DATABASE_URL')]).toEqual([1, true]);
});

test('help says how it is called', async () => {
  const { code, out } = await add('--help');
  expect([code, out.startsWith('npm run council:add --')]).toEqual([0, true]);
});
