import { ownerConnection } from '@open-sanctuary/database/client';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const canary = 'zufluchtskanarie';
const search = `query ($filter: ServiceFilter) { council(slug: "fairmead") {
  services(filter: $filter) { totalCount problem edges { node { slug } } }
} }`;

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test('no document whose answer is kept asks what is open, which changes by the minute', () => {
  for (const text of Object.values(persistedDocuments))
    expect([/\bopening\b/.test(text), text.slice(0, 40)]).toEqual([false, text.slice(0, 40)]);
});

describe.each(engines)('what somebody looks for, on %s', (engine) => {
  let database: TestDatabase;
  let folder: string;
  let child: ChildProcess;
  let url: string;
  let output = '';

  beforeAll(async () => {
    database = await startDatabase(engine);
    folder = await mkdtemp(join(tmpdir(), 'sanctuary-'));
    const { at } = database;
    const place =
      'connectionString' in at
        ? { DATABASE_URL: at.connectionString, DATA_DIR: folder }
        : { DATA_DIR: 'host' in at ? at.host : dirname(at.portFile) };
    const port = await findFreePort();
    url = `http://localhost:${port}`;
    child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
      env: { ...process.env, ...place, PORT: String(port), DEMO: '1' },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
    const isReady = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (child.exitCode === null && !(await isReady())) await setTimeout(200);
    expect(child.exitCode, output).toBeNull();
  }, 60_000);

  afterAll(async () => {
    if (child?.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const post = async (body: object | string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      cache: response.headers.get('cache-control'),
      text: await response.text(),
    };
  };

  const get = async (query: string, variables: object = {}) => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await fetch(`${url}/graphql?${parameters}`);
    return { status: response.status, text: await response.text() };
  };

  test('is answered by POST, and nobody may keep the answer', async () => {
    const { status, cache, text } = await post({
      query: search,
      variables: { filter: { words: `English ${canary}`, near: 'E8 3BQ' } },
    });
    expect([status, cache]).toEqual([200, 'no-store']);
    expect(JSON.parse(text)).not.toHaveProperty('errors');
  });

  test.each([
    ['in the variables', search, { filter: { words: canary } }],
    [
      'in the document',
      `{ council(slug: "fairmead") { services(filter: { near: "${canary}" }) { totalCount } } }`,
      {},
    ],
    [
      'in a fragment, by another name',
      `query { council(slug: "fairmead") { ...Found } } fragment Found on Council { all: services(first: 1, filter: { area: "${canary}" }) { totalCount } }`,
      {},
    ],
  ])('is refused kindly in an address: %s', async (_where, query, variables) => {
    const { status, text } = await get(query, variables);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'ASK_BY_POST' } }] });
    expect(text).toContain('by POST');
    expect(text).not.toContain(canary);
  });

  test('is answered to a widget by POST, and refused to it in an address', async () => {
    const [documentId = ''] =
      Object.entries(persistedDocuments).find(([, text]) => text.includes('query ServiceSearch(')) ?? [];
    const variables = { council: 'fairmead', language: 'en', first: 5, filter: { words: canary } };
    const { status, cache, text } = await post({ documentId, variables });
    expect([status, cache, JSON.parse(text)]).toMatchObject([
      200,
      'no-store',
      { data: { council: { services: { totalCount: 0 } } } },
    ]);
    const parameters = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
    const refused = await fetch(`${url}/graphql?${parameters}`);
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'ASK_BY_POST' } }] },
    ]);
    expect((await post({ documentId, variables: [canary] })).status).toBe(400);
    expect((await post({ documentId: 'unknown', variables })).status).toBe(400);
  });

  test('what is fetched once for a device to search is true again right after a change', async () => {
    const [documentId = ''] =
      Object.entries(persistedDocuments).find(([, text]) => text.includes('query ServiceFinder(')) ?? [];
    const parameters = new URLSearchParams({
      documentId,
      variables: JSON.stringify({ council: 'fairmead', language: 'en' }),
    });
    const look = async () => (await fetch(`${url}/graphql?${parameters}`)).text();
    const before = await look();
    expect(before).not.toContain('Moved to the park');
    await database.runAsOwner(
      `UPDATE "Service" SET "notice" = 'Moved to the park', "noticeFrom" = NULL, "noticeUntil" = NULL
       WHERE "id" = (SELECT "Service"."id" FROM "Service" JOIN "Council" ON "Council"."id" = "councilId"
         WHERE "Council"."slug" = 'fairmead' AND "state" = 'RUNNING' AND "isPublished" LIMIT 1)`,
    );
    await expect.poll(look, { timeout: 2000 }).toContain('Moved to the park');
  });

  test('other questions may stand in an address, lists of services and filters of plans too', async () => {
    for (const query of [
      '{ council(slug: "fairmead") { services(first: 2) { totalCount } allServices { slug } } }',
      '{ council(slug: "fairmead") { plan(slug: "2025-2028") { actions(words: "English") { totalCount } } } }',
    ]) {
      const { status, text } = await get(query);
      expect([status, JSON.parse(text)]).toEqual([200, { data: expect.anything() }]);
    }
  });

  test('stands in no line of the server, whatever goes wrong', async () => {
    const filter = { words: canary };
    await post({ query: search, variables: { filter: { words: `${canary} `.repeat(9) } } });
    await post({ query: search, variables: { filter: { near: canary, area: canary } } });
    await post({ query: search, variables: { filter: { unknown: canary } } });
    await post({ query: search, variables: { filter: canary } });
    await post({
      query: `{ council(slug: "${canary}") { services(filter: { words: "${canary}`,
      variables: {},
    });
    await post(`{"query": "${canary}`);
    await post({ documentId: canary, variables: { filter } });
    await post({ query: search, variables: { filter: { words: `\0${canary}` } } });
    await get(search, { filter });
    await fetch(`${url}/${canary}?words=${canary}`);
    // The index is gone: the search fails on our side, and that is noted.
    await database.runAsOwner('ALTER TABLE sanctuary.search_service RENAME TO lost');
    const { status, text } = await post({ query: search, variables: { filter } });
    await database.runAsOwner('ALTER TABLE sanctuary.lost RENAME TO search_service');
    expect(status).toBe(200);
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    await expect.poll(() => output, { timeout: 5000 }).toContain('requestId');
    expect(output).not.toContain(canary);
  });

  test.runIf(engine === 'postgres')(
    'stands in no line when a search takes too long',
    async () => {
      const owner = new pg.Client(ownerConnection(database.at));
      await owner.connect();
      await owner.query('BEGIN; LOCK TABLE sanctuary.search_service IN ACCESS EXCLUSIVE MODE');
      const { text } = await post({ query: search, variables: { filter: { words: canary } } }).finally(() =>
        owner.end(),
      );
      expect(text).toContain('INTERNAL_SERVER_ERROR');
      expect(output).not.toContain(canary);
    },
    40_000,
  );
});
