import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectManagement, connectPublic, readClock } from './client.ts';
import { addCouncil } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let visitor: ReturnType<typeof connectPublic>;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    visitor = connectPublic(database.at);
  });

  afterAll(async () => {
    await visitor.close();
    await management.close();
    await database.close();
  });

  test('the clock is that of the database until a test sets it, for both roles and for what is recorded', async () => {
    for (const { read } of [visitor, management]) {
      expect(Math.abs((await readClock(read)).getTime() - Date.now())).toBeLessThan(5000);
    }
    const moment = '2031-05-06T07:08:09.000Z';
    await database.setClock(moment);
    for (const { read } of [visitor, management]) {
      expect((await readClock(read)).toISOString()).toBe(moment);
    }
    await management.write('TEST', (tx) => addCouncil(tx, 'hillside'));
    expect((await visitor.read.change.findFirst())?.at.toISOString()).toBe(moment);
  });

  test('a report is public from the moment that it is published', async () => {
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await addCouncil(tx, 'riverside');
      const { id: planId } = await tx.plan.create({
        data: { councilId, slug: 'p', title: 'P', state: 'CURRENT' },
      });
      const at = { councilId, planId, position: 0, ref: '1' };
      const { id: themeId } = await tx.theme.create({ data: { ...at, title: 'T' } });
      const { id: actionId } = await tx.action.create({ data: { ...at, themeId } });
      const publishedAt = new Date('2031-06-01T09:00:00Z');
      await tx.report.create({
        data: {
          councilId,
          actionId,
          status: 'DONE',
          whatHappened: 'It.',
          byRole: 'COUNCIL_OFFICER',
          publishedAt,
        },
      });
    });
    await database.setClock('2031-06-01T08:59:59Z');
    expect(await visitor.read.report.count()).toBe(0);
    await database.setClock('2031-06-01T09:00:00Z');
    expect(await visitor.read.report.count()).toBe(1);
  });
});
