import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { launchBrowser } from '@open-sanctuary/widgets/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listenTo } from '../testing/listen-to.ts';
import { type RunningServer, startOn } from '../testing/start-on.ts';

const council = 'canary-council';
const name = 'zqcanaryname1x';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(engines)('a name whose term ends, on %s', (engine) => {
  let database: TestDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await startDatabase(engine);
    // In London, the last minute of a day in summer.
    await database.setClock('2026-06-15T22:59:30Z');
    const management = connectManagement(database.at);
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await tx.council.create({
        data: { slug: council, name: 'Canary Council', kind: 'BOROUGH' },
      });
      const { id: groupId } = await tx.steeringGroup.create({
        data: { councilId, slug: 'group', name: 'Group', isPublished: true },
      });
      const { id: constituencyId } = await tx.constituency.create({
        data: { councilId, groupId, position: 0, kind: 'CHARITIES', name: 'Charities' },
      });
      const seat = await tx.seat.create({ data: { councilId, constituencyId, position: 0 } });
      const { id: termId } = await tx.term.create({
        data: { councilId, seatId: seat.id, endsOn: new Date('2026-06-15') },
      });
      const consent = { consentGivenOn: new Date('2026-01-10'), consentMeans: 'LETTER' as const };
      await tx.appearance.create({ data: { councilId, termId, form: 'FULL_NAME', ...consent } });
      await tx.shownName.create({ data: { councilId, termId, name } });
    });
    await management.close();
    server = await startOn(database.at, { DEMO: '0' });
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  test('leaves an open page by itself, with nothing written', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/embed/steering-group/${council}`);
    const member = page.locator('sanctuary-steering-group').getByText(name);
    await member.waitFor();
    const stream = await listenTo(`${server.url}/live/${council}`);
    const revision = await stream.next();
    expect(revision).toBeGreaterThan(0);

    await database.setClock('2026-06-15T23:00:00Z');
    expect(await stream.next()).toBeNull();
    await member.waitFor({ state: 'detached', timeout: 5000 });
    expect(await page.content()).not.toContain(name);
    stream.close();
    await page.close();
    const { data } = await server.ask(`{ council(slug: "${council}") { revision } }`);
    expect(data).toEqual({ council: { revision } });
  });
});
