import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startOn } from '../testing/start-on.ts';

const name = 'Canary';

interface Given {
  term?: { startsOn?: Date; endsOn?: Date };
  seat?: { endsOn?: Date };
  group?: { endsOn?: Date; isPublished?: boolean };
  consentUntil?: Date;
}

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(engines)('what a person reads of their own entry, on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let server: RunningServer;
  let token: string;
  let councilId: string;
  let groups = 0;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    ({ id: councilId } = await management.write('TEST', (tx) =>
      tx.council.create({ data: { slug: 'riverside', name: 'Riverside', kind: 'BOROUGH' } }),
    ));
    server = await startOn(database.at, { DEMO: '0' });
    token = server.firstToken ?? '';
  });
  beforeEach(() => database.setClock('2026-06-15T11:00:00Z'));
  afterAll(async () => {
    await server?.close();
    await management?.close();
    await database?.close();
  });

  const idOf = (termId: string) => Buffer.from(`Term:${termId}`).toString('base64');

  /** Somebody who agreed to be named, with the code of their own link. */
  async function addMember({ term = {}, seat = {}, group = {}, consentUntil }: Given) {
    const termId = await management.write('TEST', async (tx) => {
      groups += 1;
      const { id: groupId } = await tx.steeringGroup.create({
        data: { councilId, slug: `group-${groups}`, name: 'Group', isPublished: true, ...group },
      });
      const { id: constituencyId } = await tx.constituency.create({
        data: { councilId, groupId, position: 0, kind: 'CHARITIES', name: 'Charities' },
      });
      const { id: seatId } = await tx.seat.create({
        data: { councilId, constituencyId, position: 0, ...seat },
      });
      const { id } = await tx.term.create({ data: { councilId, seatId, ...term } });
      const consent = { consentGivenOn: new Date('2026-06-01'), consentMeans: 'FORM' as const };
      await tx.appearance.create({
        data: { councilId, termId: id, form: 'CHOSEN_NAME', ...consent, consentUntil: consentUntil ?? null },
      });
      await tx.shownName.create({ data: { councilId, termId: id, name } });
      return id;
    });
    const { data } = await server.manage(token, `mutation { createHolderCode(termId: "${idOf(termId)}") }`);
    return { termId, code: String((data as { createHolderCode?: unknown }).createHolderCode) };
  }

  const submit = async (form: Record<string, string>) =>
    (await fetch(`${server.url}/my-name`, { method: 'POST', body: new URLSearchParams(form) })).text();

  test('is that the name shows later, and they take it away before it ever did', async () => {
    const { code, termId } = await addMember({
      term: { startsOn: new Date('2026-07-01'), endsOn: new Date('2027-06-30') },
    });
    const page = await submit({ code });
    expect(page).toContain('Your name is recorded as “Canary”. It is not shown now.');
    expect(page).toContain('It begins to show on 1 July 2026. It goes by itself after 30 June 2027.');
    expect(await submit({ code, lang: 'ar' })).toContain('ويبدأ ظهوره في 1 يوليو 2026.');
    expect(page).toContain('Take my name away');

    expect(await submit({ code, wish: 'withdraw' })).toContain('Done. Your name is gone.');
    expect(await submit({ code })).toContain('No name is shown.');
    await database.setClock('2026-07-01T11:00:00Z');
    const { data } = await server.ask(`{ node(id: "${idOf(termId)}") { ... on Term { shownName } } }`);
    expect(data).toEqual({ node: { shownName: null } });
  });

  const [early, late] = [new Date('2026-11-30'), new Date('2027-06-24')];
  test.each<[string, Given]>([
    ['the consent', { consentUntil: early, term: { endsOn: late } }],
    ['the term', { consentUntil: late, term: { endsOn: early } }],
    ['the seat', { term: { endsOn: late }, seat: { endsOn: early } }],
    ['the group', { term: { endsOn: late }, group: { endsOn: early } }],
  ])('is the day on which the name goes, when %s ends first', async (_, given) => {
    const { code } = await addMember(given);
    const page = await submit({ code });
    expect(page).toContain('Your name is shown as “Canary”. It goes by itself after 30 November 2026.');
    expect(await submit({ code, lang: 'ar' })).toContain('بعد 30 نوفمبر 2026.');
  });

  test('is that nobody sees it, in a group that is not published', async () => {
    const { code, termId } = await addMember({ group: { isPublished: false } });
    expect(await submit({ code })).toContain('It is not shown now.');
    const { data } = await server.manage(
      token,
      `{ node(id: "${idOf(termId)}") { ... on Term { isNameShown } } }`,
    );
    expect(data).toEqual({ node: { isNameShown: false } });
  });

  test('is nothing any more once somebody else holds their term', async () => {
    const { code, termId } = await addMember({});
    const id = idOf(termId);
    const ask = async (mutation: string) => {
      const { data, errors } = await server.manage(token, `mutation { ${mutation} }`);
      expect(errors).toBeUndefined();
      return data;
    };
    expect(await submit({ code })).toContain('Your name is shown as “Canary”.');
    await ask(`changeHolder(termId: "${id}", expectedVersion: 1, legalName: "Successor") { isNameShown }`);
    expect(await submit({ code })).toContain('We do not know this code.');

    await ask(`chooseAppearance(termId: "${id}", expectedVersion: 3, input: { form: FULL_NAME,
      name: "Successor", consentGivenOn: "2026-06-15", consentMeans: FORM }) { id }`);
    expect(await submit({ code, wish: 'withdraw' })).toContain('We do not know this code.');
    expect(await server.ask(`{ node(id: "${id}") { ... on Term { shownName } } }`)).toMatchObject({
      data: { node: { shownName: 'Successor' } },
    });
  });

  test('stays when they change the language, and the code never stands in an address', async () => {
    const { code } = await addMember({});
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.url}/my-name#${code}`);
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.waitForURL('**/my-name?lang=ar');
    expect(await page.locator('#code').inputValue()).toBe(code);
    await page.getByRole('button', { name: 'أظهر ما هو منشور عني' }).click();
    await page.getByText('يظهر اسمك هكذا').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Your name is shown as “Canary”.').waitFor();
    expect(page.url()).toBe(`${server.url}/my-name`);
    expect(asked.filter((url) => url.split('#')[0]?.includes(code))).toEqual([]);
    await page.close();
  });
});
