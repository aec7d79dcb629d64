import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { publicSchema } from '@open-sanctuary/graphql-schema';
import { parse as parseCsv } from 'csv-parse/sync';
import { Kind, parse } from 'graphql';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScript, surroundingsOf } from '../commands/testing.ts';
import { costOf, limits } from '../document-limits.ts';
import { type RunningServer, startOn } from '../testing/start-on.ts';
import { exportDocuments } from './exported-plan.queries.ts';

const demoPlans = [
  ['hackney', '2026-2029'],
  ['islington', 'commitments-2024-2026'],
  ['islington', 'strategic-intent'],
  ['islington', 'equality-service-provider-2021'],
  ['fairmead', '2025-2028'],
  ['fairmead', '2021-2024'],
] as const;

const unchanged = 'Everything is stored already. Nothing was changed.';

/** What a spreadsheet would run, rewrite or trim, and what a careless writer would break. */
const hostile = [
  '=HYPERLINK("https://example.org","here")',
  '+44 20 7946 0000',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' \u200b=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1+1",
  "''",
  '" or ""',
  'a, b; c\td',
  'one\r\ntwo\nthree\rfour',
  '\\n is no line end, \\ neither',
  ' spaces at both ends ',
  'مرحبا\u2067 بالعالم\u2069 \u202b=1\u202c',
  'soft\u00adhyphen, zero\u200bwidth, e\u0301',
  '😀 ]]> <b>&amp;</b> **not bold**',
  'A first sentence. By March 2027 a second.',
  'Outcome: a label of ours',
  '1.10',
  '#REF!',
];

describe.each(engines)('the exports, on %s', (engine) => {
  let database: TestDatabase;
  let server: RunningServer;
  let management: ReturnType<typeof connectManagement>;
  let folder: string;

  beforeAll(async () => {
    database = await startDatabase(engine);
    server = await startOn(database.at, { COUNCIL_SITE_URL: 'https://plans.example' });
    management = connectManagement(database.at);
    folder = await mkdtemp(join(tmpdir(), 'sanctuary-export-'));
  });
  afterAll(async () => {
    await management?.close();
    await server?.close();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}/export/${path}`, init);
  const save = async (council: string, plan: string, ending: string) => {
    const bytes = Buffer.from(await (await get(`${council}/${plan}/actions.${ending}`)).arrayBuffer());
    const name = `${council}-${plan}.${ending}`;
    await writeFile(join(folder, name), bytes);
    return name;
  };
  const importFile = (council: string, plan: string, ...more: string[]) =>
    runScript('plan-import', ['--council', council, '--plan', plan, ...more], {
      ...surroundingsOf(database.at, folder),
      ...('host' in database.at ? { DATA_DIR: database.at.host } : {}),
    });

  test.each(demoPlans)('%s %s comes back from CSV and JSON as it is stored', async (council, plan) => {
    for (const ending of ['csv', 'json']) {
      const { code, out } = await importFile(council, plan, await save(council, plan, ending));
      expect(out).toContain(unchanged);
      expect(out).not.toContain('Left out');
      expect(code).toBe(0);
    }
  });

  test('tells what is promised, what is reported, and under which licence', async () => {
    const response = await get('hackney/2026-2029/actions.csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="hackney-2026-2029-actions.csv"',
    );
    expect(response.headers.get('x-robots-tag')).toBeNull();
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(bytes);
    expect(rows).toHaveLength(35);
    expect(rows.find((row) => row['Lead']?.includes('in partnership with Housing'))).toMatchObject({
      'Accountable lead (our reading)': 'Adults, Health, and Integration',
      'Partners (our reading)': 'Housing, Climate, and Economy',
      'Others not named (our reading)': 'other services',
    });
    expect(rows[0]).toMatchObject({
      Ref: '1.1',
      'Ref counted by us': 'No',
      'Theme ref': '1',
      Timescale: '',
      Status: 'Not reported',
      'Is overdue': '',
      'What the group says': 'Not assessed',
      Permalink: 'https://plans.example/hackney/plans/2026-2029/actions/1.1',
      Council: 'Hackney Council',
      Licence: 'OGL-UK-3.0',
      'Licence name': 'Open Government Licence v3.0',
      'Is example': 'No',
      'How we count': 'https://plans.example/hackney/how-we-count',
    });
  });

  test('marks an example, in the file and for search engines', async () => {
    const csv = await get('fairmead/2025-2028/actions.csv');
    expect(csv.headers.get('x-robots-tag')).toBe('noindex');
    expect(readCsv(Buffer.from(await csv.arrayBuffer()))[0]?.['Is example']).toBe('Yes');
    const { isExample, licence, actions } = (await (await get('fairmead/2025-2028/actions.json')).json()) as {
      isExample: boolean;
      licence: { spdx: string };
      actions: { status: string; isOverdue: boolean | null; daysLate: number; groupView: string }[];
    };
    expect([isExample, licence.spdx]).toEqual([true, 'OGL-UK-3.0']);
    const {
      data: { council },
    } = (await server.ask(
      `{ council(slug: "fairmead") { plan(slug: "2025-2028") { actions(first: 100) { edges { node {
        status isOverdue daysLate groupView } } } } } }`,
    )) as unknown as { data: { council: { plan: { actions: { edges: { node: object }[] } } } } };
    expect(
      actions.map(({ status, isOverdue, daysLate, groupView }) => ({
        status,
        isOverdue,
        daysLate,
        groupView,
      })),
    ).toEqual(council.plan.actions.edges.map(({ node }) => node));
  });

  test('says by 304 that a copy still holds, and gives a new one after a report', async () => {
    const path = 'fairmead/2025-2028/actions.csv';
    const first = await get(path);
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    expect((await get(path, known)).status).toBe(304);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, first.headers.get('etag')]);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
    const action = await management.read.action.findFirstOrThrow({
      where: { ref: '1.1', plan: { slug: '2025-2028' } },
    });
    const { errors } = await server.manage(
      server.firstToken ?? '',
      'mutation ($input: PublishReportInput!) { publishReport(input: $input) { id } }',
      {
        input: {
          actionId: Buffer.from(`Action:${action.id}`).toString('base64'),
          expectedVersion: action.version,
          status: 'STOPPED',
          whatHappened: '=cmd|calc',
        },
      },
    );
    expect(errors).toBeUndefined();
    const after = await get(path, known);
    expect(after.status).toBe(200);
    const row = readCsv(Buffer.from(await after.arrayBuffer())).find(({ Ref }) => Ref === '1.1');
    expect([row?.['Status'], row?.['What the council reports']]).toEqual(['Stopped', "'=cmd|calc"]);
  });

  test('what a draft plan says is as unknown as a plan that is not there', async () => {
    await management.write('TEST', (tx) =>
      tx.plan.updateMany({ where: { slug: '2021-2024' }, data: { state: 'DRAFT' } }),
    );
    for (const path of ['fairmead/2021-2024', 'fairmead/nothing', 'nobody/2021-2024']) {
      for (const ending of ['csv', 'json']) {
        const response = await until(() => get(`${path}/actions.${ending}`), 404);
        expect(response.status).toBe(404);
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
        const { errors } = (await response.json()) as { errors: { message: string }[] };
        expect(errors[0]?.message).toMatch(/Its plans: 2025-2028\.|https:\/\/plans\.example/);
      }
    }
  });

  test('hostile words come back letter for letter, and no cell can be run', async () => {
    const plan = await addPlan(management, 'hackney', 'hostile', hostile);
    expect(plan.actions).toBe(hostile.length);
    const csv = await until(() => get('hackney/hostile/actions.csv'), 200);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await csv.arrayBuffer());
    const cells = parseCsv(text, { bom: true, record_delimiter: '\r\n' }).flat();
    expect(
      cells.filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell)),
    ).toEqual([]);
    for (const ending of ['csv', 'json']) {
      const { out } = await importFile('hackney', 'hostile', await save('hackney', 'hostile', ending));
      expect(out, ending).toContain(unchanged);
    }
  });

  test('an action that left the document is told of, and stays as it is', async () => {
    await management.write('TEST', (tx) =>
      tx.action.updateMany({
        where: { ref: '2.1', plan: { slug: '2025-2028' } },
        data: { leftDocumentAt: new Date('2026-01-15T12:00:00Z') },
      }),
    );
    const name = await until(async () => {
      const file = await save('fairmead', '2025-2028', 'csv');
      const csv = await get('fairmead/2025-2028/actions.csv');
      const left = readCsv(Buffer.from(await csv.arrayBuffer())).filter((row) => row['Left document on']);
      return { status: left.length, file };
    }, 1);
    for (const file of [name.file, await save('fairmead', '2025-2028', 'json')]) {
      expect((await importFile('fairmead', '2025-2028', file)).out).not.toMatch(/in the document: |Gone/);
    }
  });

  test('a plan can move to another server: a council imports the file as a new plan', async () => {
    const file = await save('islington', 'equality-service-provider-2021', 'json');
    const { code } = await importFile('islington', 'moved', '--yes', file);
    expect(code).toBe(0);
    const [before, after] = await Promise.all(
      ['equality-service-provider-2021', 'moved'].map((slug) =>
        management.read.target.findMany({
          where: { plan: { slug } },
          orderBy: [{ theme: { position: 'asc' } }, { partOfId: 'asc' }, { statement: 'asc' }],
          select: { kind: true, statement: true, unit: true, targetValue: true, dueText: true },
        }),
      ),
    );
    expect(after?.filter(({ statement }) => !/^\d+%/.test(statement))).toEqual(
      before?.filter(({ statement }) => !/^\d+%/.test(statement)),
    );
  });

  test.runIf(engine === 'postgres')(
    'ten thousand actions come as one file, from questions that anybody could ask',
    async () => {
      const titles = Array.from({ length: 10_000 }, (_, at) => `Plant tree ${at + 1} of many`);
      await addPlan(management, 'hackney', 'big', titles);
      const response = await until(() => get('hackney/big/actions.csv'), 200);
      const rows = readCsv(Buffer.from(await response.arrayBuffer()));
      expect(rows.map((row) => row['Action'])).toEqual(titles);
    },
    180_000,
  );
});

test('each question of an export is within what one answer may cost', () => {
  for (const text of Object.values(exportDocuments)) {
    const document = parse(text);
    const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    expect(operation && costOf(publicSchema, document, operation, {})).toBeLessThan(limits.cost);
  }
});

const readCsv = (bytes: Buffer): Record<string, string>[] =>
  parseCsv(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });

/** What is written beside the server is known to it within a second. */
async function until<Found extends { status: number }>(look: () => Promise<Found>, status: number) {
  let found = await look();
  for (let tries = 0; found.status !== status && tries < 20; tries += 1) {
    await new Promise((done) => {
      setTimeout(done, 200);
    });
    found = await look();
  }
  return found;
}

/** A plan whose every text is one of these. */
async function addPlan(
  management: ReturnType<typeof connectManagement>,
  council: string,
  slug: string,
  texts: readonly string[],
) {
  return management.write('TEST', async (tx) => {
    const { id: councilId } = await tx.council.findUniqueOrThrow({ where: { slug: council } });
    const plan = await tx.plan.create({
      data: { councilId, slug, title: texts[0] ?? '', state: 'CURRENT', position: 9 },
    });
    const at = { councilId, planId: plan.id };
    const theme = await tx.theme.create({
      data: { ...at, ref: '1', position: 0, title: texts[0] ?? '', detail: texts[1] ?? '' },
    });
    const actions = texts.map((_, index) => ({
      id: randomUUID(),
      ...at,
      themeId: theme.id,
      ref: `1.${index + 1}`,
      position: index,
    }));
    await tx.action.createMany({ data: actions });
    await tx.actionWording.createMany({
      data: actions.map(({ id: actionId }, index) => ({
        councilId,
        actionId,
        number: 1,
        title: texts[index] ?? '',
        detail: texts[(index + 1) % texts.length] ?? '',
        dueText: texts[(index + 2) % texts.length] ?? '',
      })),
    });
    if (texts.length < 100) {
      await tx.target.createMany({
        data: texts.map((statement, position) => ({
          ...at,
          themeId: theme.id,
          actionId: actions[3]?.id ?? null,
          position,
          kind: position % 2 === 0 ? ('OUTCOME' as const) : ('TARGET' as const),
          statement,
        })),
      });
    }
    return { actions: actions.length };
  });
}
