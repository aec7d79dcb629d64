import { connectManagement } from '@open-sanctuary/database/client';
import { findEnginePid, openEmbedded } from '@open-sanctuary/database/embedded';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type RunningProcesses, startProcesses } from '../testing/start-processes.ts';
import { findCanaries } from './canaries.ts';
import { visit } from './crawl.ts';

const council = 'canary-council';
const today = '2026-06-15';
const nameOf = (number: number) => `zqcanaryname${number}x`;
const legalNameOf = (number: number) => `zqcanarylegal${number}x`;
const toGlobalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64');

/** Nine members, each named by consent; who they are is kept as well. Returns their terms. */
async function addMembers(management: ReturnType<typeof connectManagement>): Promise<string[]> {
  return management.write('TEST', async (tx) => {
    const { id: councilId } = await tx.council.create({
      data: { slug: council, name: 'Canary Council', kind: 'BOROUGH' },
    });
    const { id: groupId } = await tx.steeringGroup.create({
      data: { councilId, slug: 'group', name: 'Group', isPublished: true },
    });
    const { id: constituencyId } = await tx.constituency.create({
      data: { councilId, groupId, position: 0, kind: 'CHARITIES', name: 'Charities' },
    });
    const terms: string[] = [];
    for (let number = 0; number < 9; number++) {
      const seat = await tx.seat.create({ data: { councilId, constituencyId, position: number } });
      const term = await tx.term.create({ data: { councilId, seatId: seat.id } });
      const of = { councilId, termId: term.id };
      const consentGivenOn = new Date('2026-01-10');
      await tx.appearance.create({
        data: { ...of, form: 'FULL_NAME', consentGivenOn, consentMeans: 'LETTER' },
      });
      await tx.shownName.create({ data: { ...of, name: nameOf(number) } });
      await tx.holder.create({ data: { ...of, legalName: legalNameOf(number) } });
      terms.push(term.id);
    }
    return terms;
  });
}

/** A copy of the database as it is, made while nobody uses it, that can be put in its place later. */
async function keepCopy(database: TestDatabase) {
  if (!('connectionString' in database.at)) {
    const folder = 'host' in database.at ? database.at.host : '';
    const copy = await mkdtemp(join(tmpdir(), 'sanctuary-copy-'));
    await stopEngine(folder);
    await cp(join(folder, 'pg'), join(copy, 'pg'), { recursive: true });
    await openEmbedded(folder);
    return async () => {
      await stopEngine(folder);
      await rm(join(folder, 'pg'), { recursive: true });
      await cp(join(copy, 'pg'), join(folder, 'pg'), { recursive: true });
      await rm(copy, { recursive: true });
      return openEmbedded(folder);
    };
  }
  const { pathname } = new URL(database.at.connectionString);
  const name = pathname.slice(1);
  const connectionString = `${inject('postgresServer')}/${name}_copy`;
  const client = new pg.Client({ connectionString: `${inject('postgresServer')}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}_copy TEMPLATE ${name}`);
  await client.end();
  return async () => ({ connectionString });
}

async function stopEngine(folder: string) {
  const pid = findEnginePid(folder);
  if (pid) process.kill(pid, 'SIGTERM');
  while (findEnginePid(folder)) await wait(20);
}

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(engines)('a name that is withdrawn, on %s', (engine) => {
  let database: TestDatabase;
  let run: RunningProcesses;
  let terms: string[];
  let restore: Awaited<ReturnType<typeof keepCopy>>;
  let folder: string;
  const codes: string[] = [];

  beforeAll(async () => {
    database = await startDatabase(engine);
    folder = 'host' in database.at ? database.at.host : await mkdtemp(join(tmpdir(), 'sanctuary-'));
    await database.setClock(`${today}T11:00:00Z`);
    const management = connectManagement(database.at);
    terms = await addMembers(management);
    await management.close();
    restore = await keepCopy(database);
    // An earlier process was ended in the middle of a line.
    await writeFile(join(folder, 'erasures.jsonl'), '{"id":"cut-o');
    run = await startProcesses(database.at, { folder, withSite: true });
  });
  afterAll(async () => {
    await run?.stop();
    await database?.close();
  });

  const idOf = (number: number) => toGlobalId('Term', terms[number] ?? '');
  const manage = async (query: string) => {
    const { text } = await run.manage(query);
    const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: object[] };
    expect(errors).toBeUndefined();
    return data ?? {};
  };
  const seats = `{ council(slug: "${council}") { revision steeringGroup { vacantCount seats { state currentTerm { id shownName } pastTerms { shownName } comingTerms { shownName } } } } }`;
  const membersPage = () => `${run.site}/${council}/members`;
  /** Everything that shows, or could show, who sits on the group. */
  const readAll = async () => {
    const asked = await Promise.all([
      run.ask(seats),
      run.ask(
        `{ ${terms.map((_, number) => `n${number}: node(id: "${idOf(number)}") { ... on Term { shownName } }`).join(' ')} }`,
      ),
      run.ask(
        `{ council(slug: "${council}") { changes(first: 100) { edges { node { noun fields recordUuid byRole } } } } }`,
      ),
    ]);
    const pages = await Promise.all(
      [
        membersPage(),
        `${membersPage()}?lang=ar`,
        `${membersPage()}?asAt=2026-06-14`,
        `${run.site}/${council}`,
        `${run.site}/sitemap.xml`,
        `${run.server}/feeds/${council}/updates.atom`,
        `${run.server}/feeds/${council}/updates.json`,
        `${run.server}/feeds/${council}/meetings.ics`,
        ...Object.keys(persistedDocuments).map(
          (id) =>
            `${run.server}/graphql?documentId=${id}&variables=${encodeURIComponent(JSON.stringify({ council, language: 'en', plan: '' }))}`,
        ),
      ].map((url) => visit(url)),
    );
    return [...asked.map(({ text }) => text), ...pages.flatMap(({ text, headers }) => [text, headers])].join(
      '\n',
    );
  };
  const ownLink = async (number: number, wish: 'withdraw' | 'hide') => {
    const { createHolderCode } = await manage(`mutation { createHolderCode(termId: "${idOf(number)}") }`);
    const code = String(createHolderCode);
    codes.push(code);
    const page = await visit(`${run.server}/my-name`, {
      method: 'POST',
      body: new URLSearchParams({ code, wish }),
    });
    expect(page.text).toContain('Done.');
  };
  const choose = (number: number, input: string) =>
    manage(
      `mutation { chooseAppearance(termId: "${idOf(number)}", expectedVersion: 1, input: { ${input} }) { id } }`,
    );

  test.each([
    ['the secretary', 0, () => manage(`mutation { withdrawName(termId: "${idOf(0)}") { id } }`)],
    ['the person, by their own link', 1, () => ownLink(1, 'withdraw')],
  ])('by %s is gone at once, and open pages hear of it within five seconds', async (_, number, withdraw) => {
    const name = nameOf(number);
    const before = await visit(membersPage());
    expect(before.text).toContain(name);
    const tag = /^etag: (.*)$/m.exec(before.headers)?.[1] ?? '';
    const [, age] = /^cache-control: .*max-age=(\d+)/m.exec(before.headers) ?? [];
    expect(Number(age)).toBeLessThanOrEqual(60);
    expect(before.headers).not.toMatch(/stale-(while|if)/);

    const controller = new AbortController();
    const live = await fetch(`${run.server}/live/${council}`, { signal: controller.signal });
    let heard = '';
    const listening = (async () => {
      for await (const piece of live.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += piece;
    })().catch(() => {});
    await expect.poll(() => heard).toContain('event: change');
    const page = await browser.newPage();
    await page.goto(`${run.server}/embed/steering-group/${council}`);
    const member = page.locator('sanctuary-steering-group').getByText(name);
    await member.waitFor();
    const { revision } = (
      JSON.parse((await run.ask(seats)).text) as { data: { council: { revision: number } } }
    ).data.council;

    await withdraw();
    // Neither later nor after a while: the very next answer, to whoever has an older copy as well.
    expect(await readAll()).not.toContain(name);
    const again = await visit(membersPage(), { headers: { 'if-none-match': tag } });
    expect([again.status, again.text.includes(name)]).toEqual([200, false]);
    const lastHeard = () => Number([...heard.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? 0);
    await expect.poll(lastHeard, { timeout: 5000 }).toBeGreaterThan(revision);
    await member.waitFor({ state: 'detached', timeout: 5000 });
    expect(await page.content()).not.toContain(name);
    await page.close();
    controller.abort();
    await listening;
    expect(
      heard.replaceAll(/^(event: change|id: \d+|data: \{"revision":\d+\}|retry: \d+|:)$/gm, '').trim(),
    ).toBe('');
  });

  test('leaves the seat held, by role only, and is not brought back by anything but a new choice', async () => {
    const { text } = await run.ask(seats);
    const { steeringGroup } = (
      JSON.parse(text) as {
        data: { council: { steeringGroup: { vacantCount: number; seats: { state: string }[] } } };
      }
    ).data.council;
    expect(steeringGroup.vacantCount).toBe(0);
    expect(steeringGroup.seats.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'HELD'));
    // Nobody undoes it, not even in the database itself; and the name is not there any more.
    const management = connectManagement(database.at);
    await expect(
      management.write('TEST', (tx) =>
        tx.appearance.updateMany({
          data: { withdrawnAt: null, form: 'FULL_NAME' },
          where: { termId: terms[0] ?? '' },
        }),
      ),
    ).rejects.toThrow(/before a withdrawal/);
    expect(await management.read.shownName.count({ where: { termId: terms[0] ?? '' } })).toBe(0);
    await management.close();
    expect(await readAll()).not.toContain(nameOf(0));
  });

  test('does not come back with a copy of the database from before, whoever took it away and how', async () => {
    await ownLink(2, 'hide');
    await choose(3, 'form: ROLE_ONLY');
    await choose(
      4,
      `form: FIRST_NAME, name: "${nameOf(40)}", consentGivenOn: "${today}", consentMeans: EMAIL`,
    );
    await choose(5, 'form: NOT_SHOWN');
    await manage(`mutation { erasePerson(termId: "${idOf(6)}") { id } }`);
    await manage(`mutation { removeTerm(termId: "${idOf(7)}", expectedVersion: 1) }`);
    // What is still named stays named: the same choice, recorded anew, takes nothing away.
    await choose(8, `form: FULL_NAME, name: "${nameOf(8)}", consentGivenOn: "${today}", consentMeans: EMAIL`);
    const before = await readAll();
    expect(new Set(findCanaries(before))).toEqual(new Set(['name40', 'name8']));
    const ledger = async () => readFile(join(folder, 'erasures.jsonl'), 'utf8');
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7])
      await expect.poll(ledger, { timeout: 5000 }).toContain(terms[number]);
    expect(await ledger()).not.toContain(terms[8]);
    expect(findCanaries(await ledger())).toEqual([]);
    const saidBefore = run.said();
    await run.stop();

    const at = await restore();
    const management = connectManagement(at);
    expect(await management.read.shownName.count()).toBe(9);
    run = await startProcesses(at, { folder, withSite: true });
    expect(new Set(findCanaries(await readAll()))).toEqual(new Set(['name8']));
    expect((await management.read.shownName.findMany()).map(({ name }) => name)).toEqual([nameOf(8)]);
    expect(await management.read.holder.count({ where: { termId: terms[6] ?? '' } })).toBe(0);
    await management.close();
    // Two seats were hidden, and stay so.
    const shown = JSON.parse((await run.ask(seats)).text) as {
      data: { council: { steeringGroup: { seats: object[] } } };
    };
    expect(shown.data.council.steeringGroup.seats).toHaveLength(7);

    const said = saidBefore + run.said();
    expect(findCanaries(said)).toEqual([]);
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(said).not.toContain(code);
    const names = (await readdir(folder, { recursive: true })).join('\n');
    expect(findCanaries(names)).toEqual([]);
  });
});
