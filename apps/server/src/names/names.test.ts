import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningProcesses, startProcesses } from '../testing/start-processes.ts';
import { addCanaries, type CanaryCouncil, council, findCanaries, plan, today } from './canaries.ts';
import { crawl, visit } from './crawl.ts';
import { nodeSelections, walkSchema } from './schema-walk.ts';

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

describe.each(engines)('a name that may not be shown, on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let run: RunningProcesses;
  let sample: CanaryCouncil;
  let schema: GraphQLSchema;
  /** All that came out, by where it did; where people may be named stands apart. */
  const out: { where: string; text: string; mayName: boolean }[] = [];

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    await database.setClock('2026-05-01T11:00:00Z');
    sample = await addCanaries(management);
    await database.setClock(`${today}T11:00:00Z`);
    run = await startProcesses(database.at, { withSite: true });
    const { text } = await run.ask(getIntrospectionQuery());
    schema = buildClientSchema((JSON.parse(text) as { data: IntrospectionQuery }).data);
  });
  afterAll(async () => {
    await run?.stop();
    await management?.close();
    await database?.close();
  });

  const take = (where: string, texts: { text: string; headers: string }, mayName: boolean) => {
    out.push({ where, text: texts.text, mayName });
    out.push({ where: `headers of ${where}`, text: texts.headers, mayName: false });
    expectOnly(where, texts.text, mayName);
    expectOnly(`headers of ${where}`, texts.headers, false);
    expect(texts.headers, where).not.toMatch(/^set-cookie:/im);
  };
  const expectOnly = (where: string, text: string, mayName: boolean) => {
    const isWrong = (each: string) =>
      !sample.allowed.has(each) || (!mayName && /^(name|declared|cohort|title)/.test(each));
    expect(findCanaries(text).filter(isWrong), where).toEqual([]);
  };
  const ask = async (query: string) => {
    const { response, text } = await run.ask(query);
    const { data, errors = [] } = JSON.parse(text) as Answer;
    take(query, { text, headers: describeHeaders(response) }, true);
    return { data, errors: errors.map(({ message }) => message) };
  };
  const read = async (url: string, mayName = false, init: RequestInit = {}) => {
    const page = await visit(url, init);
    take(`${init.method ?? 'GET'} ${url}`, page, mayName);
    return page;
  };
  const listSeen = (from = 0) => new Set(out.slice(from).flatMap(({ text }) => findCanaries(text)));
  const allowedOf = (kinds: RegExp) => [...sample.allowed].filter((each) => kinds.test(each)).toSorted();

  // Some hundreds of questions: on a busy machine they take a while.
  test('comes out by no field of any type, whatever is asked for', { timeout: 180_000 }, async () => {
    const said = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(said.toSorted()).toEqual(['reportEntryProblem', 'reportNothingFound']);
    expect(schema.getSubscriptionType()).toBeNull();
    const { unreached, refused } = await walkSchema(schema, ask, {
      slug: [`"${council}"`, `"${plan}"`, '"service-0"', '"service-1"', '"service-2"'],
      slugs: [`["${council}"]`],
      ref: [`"${plan}"`],
      date: [`"${today}"`, '"2026-05-02"', '"2026-04-30"', '"2026-06-16"'],
      language: ['"ar"', `"${plan}"`],
      first: ['1', '100'],
      from: ['0', '1'],
      count: ['500', '1'],
      last: ['1', '100'],
      words: ['"zqcanary"', `"${plan}"`],
      lead: ['"zqcanary"', `"${plan}"`],
      theme: [`"${plan}"`, '"zqcanary"'],
      filter: [
        '{}',
        '{ words: "zqcanary" }',
        '{ words: "help", near: "E8 1EA", area: "zqcanary" }',
        '{ near: "zqcanary" }',
        '{ near: "E8", openNow: true, includeEnded: true }',
      ],
      uuid: [`"${sample.organisationId}"`, `"${plan}"`],
      // Ids and cursors are walked below.
      id: [],
      after: [],
      before: [],
    });
    // All services of all councils at once are too many for anybody; each was asked for in its council.
    expect(refused.filter((each) => !each.startsWith('This could return about'))).toEqual([]);
    // The first is asked for below; the others write.
    expect(unreached.toSorted()).toEqual([
      'Mutation.reportEntryProblem',
      'Mutation.reportNothingFound',
      'Query.node',
    ]);
  });

  test('comes out by no id of any record, given out or guessed', async () => {
    const rows = await listRows(management);
    const selections = new Map(nodeSelections(schema));
    selections.set('Term', `${selections.get('Term')} interests { text }`);
    const ids = rows.flatMap(({ type, uuid }) =>
      selections.has(type)
        ? [{ id: toGlobalId(type, uuid), selection: `... on ${type} { ${selections.get(type)} }` }]
        : ['Seat', 'Term'].map((guessed) => ({ id: toGlobalId(guessed, uuid), selection: '__typename' })),
    );
    for (let at = 0; at < ids.length; at += 12) {
      const asked = ids
        .slice(at, at + 12)
        .map(({ id, selection }, n) => `n${n}: node(id: "${id}") { ${selection} }`);
      const { errors } = await ask(`{ ${asked.join(' ')} }`);
      expect(errors).toEqual([]);
    }
    // And what may be seen was seen, all of it: else nothing above proves anything.
    expect([...listSeen()].toSorted()).toEqual([...sample.allowed].toSorted());
    expect(allowedOf(/^name/)).toHaveLength(3);
    for (const { termId, seatId, isTermSeen, isSeatSeen, isNamed, number } of sample.terms.slice(0, 12)) {
      const query = `{ term: node(id: "${toGlobalId('Term', termId)}") { ... on Term { shownName } } seat: node(id: "${toGlobalId('Seat', seatId)}") { id } }`;
      expect((await ask(query)).data).toEqual({
        term: isTermSeen ? { shownName: isNamed ? `zqcanaryname${number}x` : null } : null,
        seat: isSeatSeen ? { id: toGlobalId('Seat', seatId) } : null,
      });
    }
  });

  test('comes out by no count: who is hidden is in none', async () => {
    const { data } = await ask(
      `{ council(slug: "${council}") { steeringGroups { vacantCount seats { id } meetings(first: 100) { decisions { recusalCount } } } } }`,
    );
    const { steeringGroups } = (
      data as {
        council: {
          steeringGroups: {
            vacantCount: number;
            seats: object[];
            meetings: { decisions: { recusalCount: number }[] }[];
          }[];
        };
      }
    ).council;
    expect(steeringGroups).toHaveLength(1);
    const isNow = ({ time }: { time: string }) => time !== 'in a seat that is no more';
    expect(steeringGroups[0]?.seats).toHaveLength(
      sample.terms.filter((term) => term.isSeatSeen && isNow(term)).length,
    );
    const vacant = ({ isSeatSeen, time }: { isSeatSeen: boolean; time: string }) =>
      isSeatSeen && ['before', 'after'].includes(time);
    expect(steeringGroups[0]?.vacantCount).toBe(sample.terms.filter(vacant).length);
    const counts =
      steeringGroups[0]?.meetings.flatMap(({ decisions }) =>
        decisions.map(({ recusalCount }) => recusalCount),
      ) ?? [];
    // But of a decision all who took no part, or the number would fall when one of them hides, and tell who it was.
    expect(new Set(counts)).toEqual(new Set([0, sample.whoTookNoPart.length]));
  });

  test('comes out by no cursor, and not by the record of changes', async () => {
    const page = (field: string, on: string) =>
      `{ council(slug: "${council}") { ${on.replace('#', `${field} { edges { cursor node { __typename } } pageInfo { endCursor } }`)} } }`;
    const actions = `plan(slug: "${plan}") { # }`;
    const rows = await listRows(management);
    const hidden = rows.filter(({ type }) => ['Holder', 'ShownName'].includes(type)).slice(0, 5);
    for (const { uuid } of hidden) {
      const cursor = Buffer.from(uuid).toString('base64url');
      for (const way of ['after', 'before'])
        expect((await ask(page(`actions(${way}: "${cursor}")`, actions))).errors).toHaveLength(1);
      expect((await ask(page(`changes(after: "${cursor}")`, '#'))).errors).toHaveLength(1);
    }
    // A change of what is hidden has no place in the list, whether its place is guessed or its number.
    const untoldChange = await management.read.change.findFirstOrThrow({ where: { noun: 'ShownName' } });
    for (const key of [untoldChange.cursor, String(untoldChange.id), '999999999'])
      expect(
        (await ask(page(`changes(after: "${Buffer.from(key).toString('base64url')}")`, '#'))).errors,
      ).toHaveLength(1);
    const nouns = new Set<string>();
    for (let after = 'null'; ;) {
      const { data } = await ask(
        `{ council(slug: "${council}") { changes(first: 100, after: ${after}) { edges { node { noun recordUuid fields byRole } } pageInfo { endCursor hasNextPage } } } }`,
      );
      const { changes } = (data as { council: { changes: Changes } }).council;
      for (const { node } of changes.edges) nouns.add(node.noun);
      expect(changes.edges.filter(({ node }) => hiddenIds(rows).has(node.recordUuid))).toEqual([]);
      if (!changes.pageInfo.hasNextPage) break;
      after = JSON.stringify(changes.pageInfo.endCursor);
    }
    expect([...nouns].filter((noun) => untold.has(noun))).toEqual([]);
    expect(nouns.size).toBeGreaterThan(10);
    // Nor does the record itself keep a word of anybody, for those who may read all of it.
    const kept = await management.read.change.findMany();
    expect(kept.length).toBeGreaterThan(500);
    expect(
      findCanaries(
        JSON.stringify(kept, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      ),
    ).toEqual([]);
  });

  test('comes out by none of our own documents, in any language', async () => {
    for (const [documentId, text] of Object.entries(persistedDocuments))
      for (const language of ['en', 'ar']) {
        if (text.includes('$filter')) {
          // What somebody looks for goes by POST.
          const given = { council, language, first: 20, filter: { words: 'zqcanary', near: 'E8' } };
          const { status } = await read(`${run.server}/graphql`, true, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ documentId, variables: given }),
          });
          expect(status).toBe(200);
          continue;
        }
        const variables = encodeURIComponent(JSON.stringify({ council, plan, language }));
        const { status, headers } = await read(
          `${run.server}/graphql?documentId=${documentId}&variables=${variables}`,
          true,
        );
        expect(status).toBe(200);
        expectShortlyKept(headers);
      }
  });

  test('comes out by no page, export, feed or file that a reader can come to', async () => {
    const from = out.length;
    const pages = await crawl(
      [
        ...[
          '/',
          `/${council}`,
          `/${council}/members`,
          `/${council}/members?lang=ar`,
          `/${council}/members?asAt=2026-05-02`,
          '/sitemap.xml',
          '/robots.txt',
          `/compare?council=${council}`,
          `/${council}/members/meetings/none`,
        ].map((path) => run.site + path),
        ...[
          `/export/${council}/${plan}/actions.csv`,
          `/export/${council}/${plan}/actions.json`,
          `/feeds/${council}/updates.atom`,
          `/feeds/${council}/updates.json`,
          `/feeds/${council}/meetings.ics`,
        ].map((path) => run.server + path),
        ...[
          `/embed/action-tracker/${council}?plan=${plan}`,
          '/embed/manifest.json',
          `/go/${council}/members`,
          '/my-name',
          '/livez',
          '/readyz',
          '/graphql',
          `/export/${council}/none/actions.csv`,
          '/nothing',
          '/embed/action-tracker/nobody',
          '/manage/graphql',
        ].map((path) => run.server + path),
      ],
      200,
    );
    for (const { url, text, headers } of pages) {
      const { origin, pathname } = new URL(url);
      take(url, { text, headers }, origin === run.site && pathname.startsWith(`/${council}/members`));
    }
    const kinds = pages
      .filter(({ status }) => status === 200)
      .map(({ url }) =>
        new URL(url).pathname.replace(/[\da-f-]{36}/, ':id').replace(`/${council}`, '/:council'),
      );
    expect(kinds).toEqual(expect.arrayContaining(everyKind));
    expect(pages.length).toBeLessThan(200);
    const seen = out.slice(from).flatMap(({ text }) => findCanaries(text));
    expect([...new Set(seen)].toSorted()).toEqual(
      expect.arrayContaining(allowedOf(/^(name|agenda|place|link|decision)/)),
    );
    for (const { url, headers, status } of pages)
      if (status === 200 && /members|export|feeds|embed\/action/.test(url)) expectShortlyKept(headers);
  });

  test('comes out neither in what goes wrong nor in what an open page hears', async () => {
    const controller = new AbortController();
    const live = await fetch(`${run.server}/live/${council}`, { signal: controller.signal });
    let heard = '';
    const listening = (async () => {
      for await (const piece of live.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += piece;
    })().catch(() => {});
    const term = sample.terms.find(({ isNamed }) => isNamed);
    const termId = toGlobalId('Term', term?.termId ?? '');
    const [name, long] = ['zqcanaryname999x', 'zqcanaryname999x'.repeat(100)];
    const consent = `consentGivenOn: "${today}", consentMeans: EMAIL`;
    const wrong = [
      `mutation { chooseAppearance(termId: "${termId}", expectedVersion: 99, input: { form: FULL_NAME, name: "${name}", ${consent} }) { id } }`,
      `mutation { chooseAppearance(termId: "${termId}", expectedVersion: 1, input: { form: FULL_NAME, name: "${long}", ${consent} }) { id } }`,
      `mutation { changeHolder(termId: "${termId}", expectedVersion: 1, legalName: "${long}") { id } }`,
      `mutation { withdrawName(termId: "${name}") { id } }`,
    ];
    for (const query of wrong) {
      const { text, response } = await run.manage(query);
      expect(JSON.parse(text)).toHaveProperty('errors');
      take('a refusal', { text, headers: describeHeaders(response) }, false);
    }
    const headers = { 'content-type': 'application/json' };
    for (const path of ['/graphql', '/manage/graphql', '/my-name'])
      await read(run.server + path, false, { method: 'POST', headers, body: `{"query": "${name}` });
    await read(`${run.server}/my-name`, false, {
      method: 'POST',
      body: new URLSearchParams({ code: name, wish: 'withdraw' }),
    });

    const { text } = await run.manage(
      `mutation { chooseAppearance(termId: "${termId}", expectedVersion: 1, input: { form: FIRST_NAME, name: "${name}", ${consent} }) { id } changeHolder(termId: "${termId}", expectedVersion: 2, legalName: "${name}", contact: "${name}", isSamePerson: true) { id } createHolderCode(termId: "${termId}") }`,
    );
    expect(text).not.toContain('errors');
    sample.allowed.delete(`name${term?.number}`);
    sample.allowed.add('name999');
    await expect.poll(() => heard.match(/event: change/g)?.length ?? 0).toBeGreaterThan(1);
    controller.abort();
    await listening;
    take('the live stream', { text: heard, headers: describeHeaders(live) }, false);
    for (const data of heard.matchAll(/^data: (.*)$/gm))
      expect(Object.keys(JSON.parse(data[1] ?? '') as object)).toEqual(['revision']);
    await read(`${run.server}/feeds/${council}/updates.atom`);
    expect((await read(`${run.site}/${council}/members`, true)).text).toContain(name);
  });

  test('stands in no log, no name of a file, and no file beside the database', async () => {
    expect(run.said()).not.toBe('');
    expectOnly('what the processes printed', run.said(), false);
    expect(findCanaries(run.said())).toEqual([]);
    const files = await readdir(run.folder, { recursive: true, withFileTypes: true });
    expect(findCanaries(files.map(({ name }) => name).join('\n'))).toEqual([]);
    for (const file of files
      .filter(({ parentPath }) => parentPath === run.folder)
      .filter((each) => each.isFile()))
      expect(findCanaries(await readFile(join(run.folder, file.name), 'latin1')), file.name).toEqual([]);
    expect(files.map(({ name }) => name)).toContain('first-management-token');
  });
});

interface Changes {
  edges: { node: { noun: string; recordUuid: string } }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

/** Nouns of which nobody is told that anything about them changed. */
const untold = new Set([
  'Seat',
  'Term',
  'Appearance',
  'ShownName',
  'Holder',
  'Erasure',
  'DeclaredInterest',
  'MeetingAccess',
  'Recusal',
]);

/** Every kind of page and file that there is to read without being signed in. */
const everyKind = [
  '/',
  '/:council',
  '/:council/members',
  '/:council/members/names',
  '/:council/members/meetings/:id',
  `/:council/plans/${plan}`,
  `/:council/plans/${plan}/report`,
  `/:council/plans/${plan}/report.docx`,
  `/:council/plans/${plan}/changes`,
  `/:council/plans/${plan}/themes/${plan}`,
  `/:council/plans/${plan}/actions/${plan}`,
  '/:council/how-we-count',
  '/:council/embed',
  '/compare',
  '/developers',
  '/accessibility',
  '/privacy',
  '/sitemap.xml',
  '/robots.txt',
  `/export/:council/${plan}/actions.csv`,
  `/export/:council/${plan}/actions.json`,
  '/feeds/:council/updates.atom',
  '/feeds/:council/updates.json',
  '/feeds/:council/meetings.ics',
  '/embed/action-tracker/:council',
  '/embed/manifest.json',
  '/my-name',
];

const toGlobalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64');

const describeHeaders = ({ headers }: Response) =>
  [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');

/** For at most a minute, and never as an older copy while nobody can be asked. */
function expectShortlyKept(headers: string) {
  const rule = /^cache-control: (.*)$/m.exec(headers)?.[1] ?? '';
  const ages = [...rule.matchAll(/max-?age=(\d+)/g)].map(([, seconds]) => Number(seconds));
  expect(rule === 'no-store' || ages.length > 0, rule).toBe(true);
  for (const age of ages) expect(age).toBeLessThanOrEqual(60);
  expect(rule).not.toContain('stale');
}

type Rows = Awaited<ReturnType<typeof listRows>>;

/** All records, by the noun that they are stored as. */
async function listRows({ read }: ReturnType<typeof connectManagement>) {
  const select = { select: { id: true } } as const;
  const tables = {
    Council: await read.council.findMany(select),
    Organisation: await read.organisation.findMany(select),
    Plan: await read.plan.findMany(select),
    Action: await read.action.findMany(select),
    Report: await read.report.findMany(select),
    SteeringGroup: await read.steeringGroup.findMany(select),
    Constituency: await read.constituency.findMany(select),
    Seat: await read.seat.findMany(select),
    Term: await read.term.findMany(select),
    Appearance: await read.appearance.findMany({ ...select, take: 20 }),
    ShownName: await read.shownName.findMany({ ...select, take: 20 }),
    Holder: await read.holder.findMany({ ...select, take: 20 }),
    DeclaredInterest: await read.declaredInterest.findMany({ ...select, take: 20 }),
    Meeting: await read.meeting.findMany(select),
    MeetingAccess: await read.meetingAccess.findMany(select),
    Decision: await read.decision.findMany(select),
  };
  return Object.entries(tables).flatMap(([type, rows]) => rows.map(({ id }) => ({ type, uuid: id })));
}

const hiddenIds = (rows: Rows) =>
  new Set(rows.filter(({ type }) => untold.has(type)).map(({ uuid }) => uuid));
