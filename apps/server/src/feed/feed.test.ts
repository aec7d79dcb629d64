import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { publicSchema } from '@open-sanctuary/graphql-schema';
import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { costOf, limits } from '../document-limits.ts';
import { type RunningServer, startOn } from '../testing/start-on.ts';
import { feedDocuments } from './updates.queries.ts';

const atom = 'http://www.w3.org/2005/Atom';
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const childrenOf = (parent: Element | Document, name: string): Element[] =>
  [...parent.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && node.namespaceURI === atom && node.localName === name,
  );
const textOf = (parent: Element, name: string) => childrenOf(parent, name)[0]?.textContent ?? null;
const linkOf = (parent: Element, relation: string) =>
  childrenOf(parent, 'link')
    .find((link) => link.getAttribute('rel') === relation)
    ?.getAttribute('href');

/** The root of a feed that keeps the rules of RFC 4287. */
function readAtom(text: string): Element {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml');
  const [feed] = childrenOf(document, 'feed');
  if (!feed) throw new Error('There is no feed.');
  const entries = childrenOf(feed, 'entry');
  for (const each of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(each, name), name).toHaveLength(1);
    for (const name of ['updated', 'published'])
      for (const { textContent } of childrenOf(each, name)) expect(textContent).toMatch(rfc3339);
    expect(textOf(each, 'id')).toMatch(/^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[^\s]+$/);
    expect(textOf(each, 'title')?.trim()).not.toBe('');
    expect(URL.canParse(linkOf(each, 'alternate') ?? '')).toBe(true);
    for (const name of ['published', 'summary', 'content', 'rights'])
      expect(childrenOf(each, name).length).toBeLessThan(2);
  }
  const [author] = childrenOf(feed, 'author');
  expect(author && textOf(author, 'name')).toBeTruthy();
  expect(linkOf(feed, 'self')).toContain('/updates.atom');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  expect(entries.length).toBeLessThanOrEqual(50);
  for (const content of entries.flatMap((entry) => childrenOf(entry, 'content'))) {
    expect(content.getAttribute('type')).toBe('xhtml');
    const [div, ...others] = [...content.childNodes].filter(({ nodeType }) => nodeType === 1);
    expect([div?.localName, div?.namespaceURI]).toEqual(['div', 'http://www.w3.org/1999/xhtml']);
    expect(others).toEqual([]);
  }
  return feed;
}

describe.each(engines)('the feed, on %s', (engine) => {
  let database: TestDatabase;
  let server: RunningServer;
  let management: ReturnType<typeof connectManagement>;

  beforeAll(async () => {
    database = await startDatabase(engine);
    server = await startOn(database.at, {
      PUBLIC_URL: 'https://api.example',
      COUNCIL_SITE_URL: 'https://plans.example',
    });
    management = connectManagement(database.at);
  });
  afterAll(async () => {
    await management?.close();
    await server?.close();
    await database?.close();
  });

  const get = (council: string, init: RequestInit = {}) =>
    fetch(`${server.url}/feeds/${council}/updates.atom`, init);
  const read = async (council: string) => readAtom(await (await get(council)).text());
  const entriesOf = async (council: string) => childrenOf(await read(council), 'entry');
  const change = async (mutation: string, type: string, input: object) => {
    const { errors, data } = await server.manage(
      server.firstToken ?? '',
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return (data?.[mutation] as { id: string } | undefined)?.id ?? '';
  };
  const findAction = async (ref: string) => {
    const { id, version } = await management.read.action.findFirstOrThrow({
      where: { ref, plan: { slug: '2025-2028' } },
    });
    return { actionId: Buffer.from(`Action:${id}`).toString('base64'), expectedVersion: version };
  };

  test('is sound for every council of the demo, and marks the invented one', async () => {
    for (const council of ['hackney', 'islington', 'fairmead']) {
      const feed = await read(council);
      const terms = childrenOf(feed, 'category').map((category) => category.getAttribute('term'));
      expect(terms).toEqual(council === 'fairmead' ? ['example'] : []);
      expect(textOf(feed, 'rights')).toBe('Open Government Licence v3.0');
    }
    expect((await get('fairmead')).headers.get('x-robots-tag')).toBe('noindex');
    expect((await entriesOf('hackney')).map((entry) => textOf(entry, 'title'))).toEqual([
      'Plan: Hackney Borough of Sanctuary Framework and Action Plan 2026-2029',
    ]);
    expect((await entriesOf('fairmead')).length).toBeGreaterThan(20);
  });

  test('tells the same as JSON, each with what it is about', async () => {
    const response = await fetch(`${server.url}/feeds/fairmead/updates.json`);
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    type Item = { id: string; title: string; date_modified: string; _open_sanctuary: object };
    const feed = (await response.json()) as { version: string; feed_url: string; items: Item[] };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe('https://api.example/feeds/fairmead/updates.json');
    const entries = await entriesOf('fairmead');
    expect(feed.items.map(({ id, title, date_modified }) => [id, title, date_modified])).toEqual(
      entries.map((entry) => ['id', 'title', 'updated'].map((name) => textOf(entry, name))),
    );
    expect(feed.items.map((item) => item._open_sanctuary)).toContainEqual(
      expect.objectContaining({ kind: 'response', plan: '2025-2028', ref: '1.3' }),
    );
    const none = await fetch(`${server.url}/feeds/nowhere/updates.json`);
    expect(none.status).toBe(404);
  });

  test('any words make well-formed XML and come out whole', async () => {
    const whatHappened = 'a < b & "c" ]]> <script>x</script>\nمرحبا 😀 \u202e \u0001 \u000b \ufffe end';
    await change('publishReport', 'PublishReportInput', {
      ...(await findAction('1.3')),
      status: 'DELAYED',
      whatHappened,
    });
    const [entry] = await entriesOf('fairmead');
    if (!entry) throw new Error('There is no entry.');
    expect(textOf(entry, 'title')).toMatch(/^1\.3 .*: Delayed$/);
    expect(linkOf(entry, 'alternate')).toBe('https://plans.example/fairmead/plans/2025-2028/actions/1.3');
    expect(textOf(entry, 'content')).toContain('a < b & "c" ]]> <script>x</script>');
    expect(textOf(entry, 'content')).toContain('مرحبا 😀 \u202e \ufffd \ufffd \ufffd end');
    const [quote] = [...entry.getElementsByTagName('p')].slice(1);
    expect(quote?.getAttribute('xml:lang')).toBe('en');
  });

  test('a corrected report is told of without its words', async () => {
    const reportId = await change('publishReport', 'PublishReportInput', {
      ...(await findAction('1.2')),
      status: 'DONE',
      whatHappened: 'Words that were wrong.',
    });
    const before = await entriesOf('fairmead');
    expect(before.map((entry) => textOf(entry, 'content')).join()).toContain('Words that were wrong.');
    const id = before[0] && textOf(before[0], 'id');
    await change('correctReport', 'CorrectReportInput', {
      reportId,
      expectedVersion: 1,
      status: 'IN_PROGRESS',
      whatHappened: 'Words that are right.',
    });
    const text = await (await get('fairmead')).text();
    expect(text).not.toContain('Words that were wrong.');
    expect(text).toContain('Words that are right.');
    expect(text).toContain(`<id>${id}</id>`);
  });

  test('what was taken down is gone, and so is what a draft says', async () => {
    const marker = 'To be taken down.';
    await change('publishReport', 'PublishReportInput', {
      ...(await findAction('2.1')),
      status: 'DONE',
      whatHappened: marker,
    });
    expect(await (await get('fairmead')).text()).toContain(marker);
    await management.write('TEST', async (tx) => {
      await tx.report.deleteMany({ where: { whatHappened: marker } });
      await tx.plan.updateMany({ where: { slug: '2021-2024' }, data: { state: 'DRAFT' } });
    });
    const deadline = Date.now() + 5000;
    const isGone = async () => !/To be taken down|2021-2024/.test(await (await get('fairmead')).text());
    while (!(await isGone()) && Date.now() < deadline)
      await new Promise((done) => void setTimeout(done, 200));
    expect(await isGone()).toBe(true);
  });

  test('one edit is one entry', async () => {
    await change('editAction', 'EditActionInput', {
      ...(await findAction('1.1')),
      leadText: 'Public Health',
    });
    const [entry] = await entriesOf('fairmead');
    expect(entry && textOf(entry, 'title')).toMatch(/^1\.1 .*: lead changed$/);
    expect(entry && textOf(entry, 'summary')).toContain('Lead: Public Health.');
  });

  test('says by 304 that nothing is new, by tag and by time', async () => {
    const first = await get('hackney');
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const [etag = '', modified = ''] = ['etag', 'last-modified'].map((name) => first.headers.get(name) ?? '');
    expect((await get('hackney', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await get('hackney', { headers: { 'if-modified-since': modified } })).status).toBe(304);
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
    expect((await get('hackney', { headers: { 'if-modified-since': earlier } })).status).toBe(200);
    const both = { 'if-modified-since': modified, 'if-none-match': '"other"' };
    expect((await get('hackney', { headers: both })).status).toBe(200);
    expect((await get('hackney', { method: 'HEAD' })).headers.get('etag')).toBe(etag);
  });

  test('an unknown council has none, and the answer says where the councils are', async () => {
    const response = await get('nobody');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('https://plans.example/');
  });
});

test('each question of a feed is within what one answer may cost', () => {
  for (const text of Object.values(feedDocuments)) {
    const document = parse(text);
    const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    expect(operation && costOf(publicSchema, document, operation, {})).toBeLessThan(limits.cost);
  }
});
