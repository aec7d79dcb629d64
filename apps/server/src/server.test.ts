import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { serverAudits } from 'graphql-http';
import { getIntrospectionQuery } from 'graphql';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { actionIdQuestion, examples } from '../playground/examples.ts';
import { listenTo } from './testing/listen-to.ts';
import { type RunningServer, startOn } from './testing/start-on.ts';

const idOfDocument = (name: string) =>
  Object.entries(persistedDocuments).find(([, text]) => text.includes(`query ${name}(`))?.[0] ?? '';
const trackerId = idOfDocument('ActionTracker');
const hackney = { council: 'hackney', plan: '2026-2029', language: 'en' };

const actionOf = (council: string, plan: string, ref: string) =>
  `{ council(slug: "${council}") { plan(slug: "${plan}") { action(ref: "${ref}") { id version status title } } } }`;
const publish = `mutation ($input: PublishReportInput!) { publishReport(input: $input) { id version status } }`;

interface Known {
  id: string;
  version: number;
  status: string;
}

async function readAction(server: RunningServer, token: string, council: string, plan: string, ref: string) {
  const { data } = await server.manage(token, actionOf(council, plan, ref));
  const { council: found } = data as unknown as { council: { plan: { action: Known } } };
  return found.plan.action;
}

async function report(server: RunningServer, token: string, ref: string, whatHappened: string) {
  const { id, version } = await readAction(server, token, 'fairmead', '2025-2028', ref);
  const input = { actionId: id, expectedVersion: version, status: 'IN_PROGRESS', whatHappened };
  return server.manage(token, publish, { input });
}

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let server: RunningServer;
  let token: string;

  beforeAll(async () => {
    database = await startDatabase(engine);
    server = await startOn(database.at);
    token = server.firstToken ?? '';
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  const getTracker = (variables: object, headers: Record<string, string> = {}) =>
    fetch(
      `${server.url}/graphql?documentId=${trackerId}&variables=${encodeURIComponent(JSON.stringify(variables))}`,
      {
        headers,
      },
    );

  test('conforms to GraphQL over HTTP: no audit fails', async () => {
    const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch });
    const results = await Promise.all(
      audits.map(async (audit) => `${(await audit.fn()).status}: ${audit.name}`),
    );
    expect(results.filter((result) => result.startsWith('error'))).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
  });

  test('every example of the playground works against the demo', async () => {
    const id = (await server.ask(actionIdQuestion.query, actionIdQuestion.variables)) as unknown;
    for (const { query, variables } of examples) {
      const { errors } = await server.ask(query, variables);
      expect(errors, query).toBeUndefined();
    }
    expect(id).toHaveProperty('data');
  });

  test('the schema is public', async () => {
    const { data } = await server.ask(getIntrospectionQuery());
    expect(data).toHaveProperty('__schema');
  });

  test('a browser sees the playground, and nothing on it comes from elsewhere', async () => {
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/(src|href)="https?:/);
    const [, script] = /src="(\/playground\/[^"]+)"/.exec(text) ?? [];
    expect((await fetch(server.url + script)).status).toBe(200);
  });

  test.each([
    ['a question', '/graphql?query={councils{slug}}', 200],
    ['a document of ours', `/graphql?documentId=${trackerId}`, 400],
    ['a question to management', '/manage/graphql?query={councils{slug}}', 400],
    ['nothing of management', '/manage/graphql', 400],
  ])('a link with %s gives a browser the answer and no page of others', async (_what, path, status) => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const response = await fetch(server.url + path, {
      headers: { accept, authorization: `Bearer ${token}` },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/json; charset=utf-8',
    ]);
    expect(await response.text()).not.toContain('https:');
  });

  test('a widget asks by GET, and hears that its copy still holds', async () => {
    const first = await getTracker(hackney);
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('set-cookie')).toBeNull();
    const again = await getTracker(hackney, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('an answer changes with the report, for those who ask right after it', async () => {
    const variables = { council: 'fairmead', plan: '2025-2028', language: 'en' };
    const before = await getTracker(variables);
    const { errors } = await report(server, token, '1.1', 'The first room was opened.');
    expect(errors).toBeUndefined();
    const after = await getTracker(variables, { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('The first room was opened.');
  });

  test('open pages hear of a report within a second', async () => {
    const live = await listenTo(`${server.url}/live/fairmead`);
    const revision = await live.next();
    const started = Date.now();
    await report(server, token, '1.2', 'Two more evenings a week.');
    expect(await live.next()).toBeGreaterThan(Number(revision));
    expect(Date.now() - started).toBeLessThan(1000);
    live.close();
  });

  test('two editors who read the same version: one succeeds, one is told', async () => {
    const { id, version } = await readAction(server, token, 'fairmead', '2025-2028', '1.3');
    const input = { actionId: id, expectedVersion: version, status: 'DONE', whatHappened: 'It is done.' };
    const answers = await Promise.all([1, 2].map(() => server.manage(token, publish, { input })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok');
    expect(codes.toSorted()).toEqual(['CONFLICT', 'ok']);
  });

  test('management needs the token, and no other site can use it', async () => {
    const body = { query: '{ councils { slug } }' };
    expect((await server.post('/manage/graphql', body)).status).toBe(401);
    expect((await server.post('/manage/graphql', body, { authorization: `Bearer ${token}x` })).status).toBe(
      401,
    );
    const foreign = await server.post('/manage/graphql', body, {
      authorization: `Bearer ${token}`,
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect((await server.post('/graphql', { query: publish })).status).toBe(400);
  });
});

describe('two servers over one PostgreSQL', () => {
  test('a report through the one shows on the pages of the other within a second', async () => {
    const database = await startDatabase('postgres');
    const one = await startOn(database.at);
    const other = await startOn(database.at);
    try {
      const live = await listenTo(`${other.url}/live/fairmead`);
      await live.next();
      const started = Date.now();
      await report(one, one.firstToken ?? '', '2.1', 'Seen on both.');
      await live.next();
      expect(Date.now() - started).toBeLessThan(1000);
      const answer = await other.ask(
        actionOf('fairmead', '2025-2028', '2.1').replace('version ', 'reports { whatHappened } '),
      );
      expect(JSON.stringify(answer)).toContain('Seen on both.');
      expect(other.firstToken).toBeNull();
      live.close();
    } finally {
      await one.close();
      await other.close();
      await database.close();
    }
  });
});

const bomb = () => {
  const levels = Array.from(
    { length: 20 },
    (_, i) =>
      `fragment F${i} on Plan { a: council { plan(slug: "x") { ${i < 19 ? `...F${i + 1}` : 'slug'} } } b: council { plan(slug: "y") { ${i < 19 ? `...F${i + 1}` : 'slug'} } } }`,
  );
  return `{ council(slug: "hackney") { plan(slug: "x") { ...F0 } } } ${levels.join(' ')}`;
};
const manyTimes = (field: string) =>
  `{ councils { ${Array.from({ length: 28 }, (_, index) => `a${index}: ${field}`).join(' ')} } }`;
const nested = (depth: number) =>
  `{ council(slug: "hackney") { plan(slug: "x") ${'{ council { plan(slug: "x") '.repeat(depth)} { slug } ${'} }'.repeat(depth)} } }`;

describe('wrong and hostile input', () => {
  let database: TestDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await startDatabase('embedded');
    server = await startOn(database.at);
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  test.each<[string, string]>([
    ['too many aliases', `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['too many fields', `{ ${Array.from({ length: 300 }, () => 'councils { slug }').join(' ')} }`],
    ['too deep', nested(10)],
    ['far too deep', nested(2000)],
    ['a bomb of fragments', bomb()],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['too many directives', `{ __typename ${'@skip(if: false) '.repeat(40)} }`],
    ['an unknown directive, often', `{ __typename ${'@aa '.repeat(2000)} }`],
    [
      'lists inside lists inside lists',
      '{ councils { plans { themes { actions { reports { evidence { title } action { plan { targets { shares { statement } } } } } } } } } }',
    ],
    [
      'a page of a hundred thousand',
      '{ council(slug: "hackney") { plan(slug: "2026-2029") { actions(first: 100000) { totalCount } } } }',
    ],
    [
      'an empty page',
      '{ council(slug: "hackney") { plan(slug: "2026-2029") { actions(first: 0) { totalCount } } } }',
    ],
    [
      'a foreign cursor',
      '{ council(slug: "hackney") { plan(slug: "2026-2029") { actions(after: "AAAA") { totalCount } } } }',
    ],
    ['a search in every council, under many names', manyTimes('services(first: 1) { totalCount }')],
    ['a look for a service in every council, under many names', manyTimes('service(slug: "x") { slug }')],
    ['a very long name', `{ ${'n'.repeat(50_000)} }`],
    ['not GraphQL', '{'],
    ['a NUL in a text', '{ council(slug: "\\u0000") { slug } }'],
  ])('%s is refused in words, quickly', async (_name, query) => {
    const started = Date.now();
    const response = await server.post('/graphql', { query });
    const text = await response.text();
    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]?.message.length).toBeGreaterThan(5);
    expect(errors[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(response.status).toBeLessThan(500);
    expect(text.length).toBeLessThan(5000);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test.each<[string, RequestInit & { path?: string }, number]>([
    ['half a body', { body: '{"query":' }, 400],
    ['null', { body: 'null' }, 400],
    ['no body', {}, 400],
    ['a batch', { body: '[{"query":"{__typename}"}]' }, 400],
    ['variables that are a text', { body: '{"query":"{__typename}","variables":"{}"}' }, 400],
    [
      'a body of more than 64 KB',
      { body: JSON.stringify({ query: `{__typename} #${'x'.repeat(70_000)}` }) },
      413,
    ],
    ['plain text', { body: '{__typename}', headers: { 'content-type': 'text/plain' } }, 400],
    ['a subscription', { body: '{"query":"subscription { changed }"}' }, 400],
    ['PUT', { method: 'PUT', body: '{}' }, 405],
    ['an unknown document', { method: 'GET', path: '/graphql?documentId=abc' }, 400],
    [
      'variables that are no JSON',
      { method: 'GET', path: `/graphql?documentId=${trackerId}&variables={` },
      400,
    ],
    [
      'a mutation by GET',
      { method: 'GET', path: '/graphql?query=mutation{reportNothingFound(council:%22nowhere%22)}' },
      405,
    ],
    ['an embedded page of nonsense', { method: 'GET', path: '/embed/action-tracker/hackney?plan=%00' }, 400],
    [
      'an embedded page of two plans',
      { method: 'GET', path: '/embed/action-tracker/nobody?plan=a&plan=b' },
      404,
    ],
    ['an address that cannot be read', { method: 'GET', path: '/%ff' }, 400],
    ['an unknown path', { method: 'GET', path: '/nothing' }, 404],
    ['an unknown council’s stream', { method: 'GET', path: '/live/nobody' }, 404],
  ])('%s is answered in JSON', async (_name, { path = '/graphql', ...init }, status) => {
    const body = init.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } };
    const response = await fetch(server.url + path, { method: 'POST', ...body, ...init });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toHaveProperty('errors[0].message');
  });

  test.each([
    [
      'a widget’s answer',
      `/graphql?documentId=${trackerId}&variables=${encodeURIComponent(JSON.stringify(hackney))}`,
    ],
    ['the playground', '/graphql'],
    ['a live stream', '/live/hackney'],
  ])('%s tells about itself and ends, where only its head is asked for', async (_what, path) => {
    const headers = { accept: 'text/html, text/event-stream' };
    const head = await fetch(server.url + path, { method: 'HEAD', headers });
    const whole = await fetch(server.url + path, { headers });
    await whole.body?.cancel();
    expect(await head.text()).toBe('');
    for (const name of ['content-type', 'etag', 'cache-control', 'access-control-allow-origin'])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    expect([head.status, whole.status]).toEqual([200, 200]);
  });

  test.each([
    ['content-type', 'application/json; charset=evil', 415, 'UTF-8'],
    ['content-type', 'application/json;charset="utf-16"', 415, 'UTF-8'],
    ['content-type', 'application/json; charset="UTF-8"', 200, 'Query'],
    ['content-type', 'application/json; charset=utf8', 200, 'Query'],
    ['content-encoding', 'gzip', 415, 'uncompressed'],
    ['content-encoding', 'identity', 200, 'Query'],
  ])('a body with %s: %s is read as what it says or refused in words', async (name, value, status, words) => {
    const response = await server.post('/graphql', { query: '{ __typename }' }, { [name]: value });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
    expect(await response.text()).toContain(words);
  });

  test.each([
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br; q=0.000', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
  ])('who takes %s gets %s', async (accepted, encoding) => {
    const { status, headers } = await fetch(`${server.url}/embed/page.css`, {
      headers: { 'accept-encoding': accepted },
    });
    expect([status, headers.get('content-encoding')]).toEqual([200, encoding]);
  });

  test('whoever asks for the head of a live stream takes no place of those who listen', async () => {
    const { port } = new URL(server.url);
    const ask = async (method: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.write(`${method} /live/hackney HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      const [bytes] = (await once(socket, 'data')) as [Buffer];
      return String(bytes).split('\r\n', 1)[0];
    };
    // An address may hold a hundred of them open.
    const heads = await Promise.all(Array.from({ length: 110 }, () => ask('HEAD')));
    expect(new Set([...heads, await ask('GET')])).toEqual(new Set(['HTTP/1.1 200 OK']));
  });

  test('half a surrogate pair is refused, and what is well formed comes back unchanged', async () => {
    const query =
      'query ($words: String!) { council(slug: "hackney") { plan(slug: "2026-2029") { actions(words: $words) { totalCount } } } }';
    expect((await server.ask(query, { words: '\ud800' })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      (await server.ask(query, { words: "O'Brien ' OR 1=1-- %_ ${7*7} \u202e" })).errors,
    ).toBeUndefined();
  });

  test('the pinned script is the one whose hash is published', async () => {
    const manifest = (await (await fetch(`${server.url}/embed/manifest.json`)).json()) as {
      versions: { path: string; integrity: string; tags: { path: string; integrity: string }[] }[];
    };
    const scripts = manifest.versions.flatMap((version) => [version, ...version.tags]);
    expect(scripts).toHaveLength(4);
    for (const { path, integrity } of scripts) {
      const response = await fetch(server.url + path);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(integrity);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
  });

  test('the embedded page shows the plan without a script', async () => {
    const text = await (await fetch(`${server.url}/embed/action-tracker/hackney`)).text();
    expect(text.match(/data-ref="/g)?.length).toBe(35);
  });

  test('the embedded page shows the steering group without a script, and no search engine keeps it', async () => {
    const response = await fetch(`${server.url}/embed/steering-group/islington`);
    const text = await response.text();
    expect(text).toContain('noarchive');
    expect(text).toMatch(/<sanctuary-steering-group\s+council="islington"/);
    expect(text.match(/part="constituency"/g)?.length).toBeGreaterThan(3);
    const example = await (await fetch(`${server.url}/embed/steering-group/fairmead`)).text();
    expect(example).toMatch(/href="?\/feeds\/fairmead\/meetings\.ics/);
    const arabic = await (await fetch(`${server.url}/embed/steering-group/islington?lang=ar`)).text();
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect((await fetch(`${server.url}/embed/steering-group/nobody`)).status).toBe(404);
    expect((await fetch(`${server.url}/embed/steering-group/%00`)).status).toBe(400);
  });

  test('the embedded page finds services without a script, and what is looked for stands in no address', async () => {
    const address = `${server.url}/embed/service-finder/fairmead`;
    const overview = await (await fetch(address)).text();
    expect(overview).toMatch(/<sanctuary-service-finder\s+council="fairmead"/);
    expect(overview.match(/part="service"/g)).toHaveLength(50);
    expect(overview).toContain('href="tel:999"');
    expect(overview).toContain('<form\n    method="post"');
    expect(overview).not.toMatch(/<form(?![^>]*method="post")/);

    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ need: 'FOOD', where: 'E8', lang: 'ar' }),
    });
    const found = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(found).toContain('<html lang="ar" dir="rtl">');
    expect(found).toMatch(/value="E8"/);
    const count = found.match(/part="service"/g)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(50);

    const refused = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ words: 'kanarienvogel '.repeat(60) }),
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).not.toContain('kanarienvogel');
    expect((await fetch(`${server.url}/embed/service-finder/nobody`)).status).toBe(404);
    expect((await fetch(`${server.url}/embed/service-finder/%00`)).status).toBe(400);
  });
});
