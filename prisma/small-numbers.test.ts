import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectManagement } from './client.ts';
import { addCouncil, addPlanRows } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let councilId: string;
  let targetId: string;
  let days = 0;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    await management.write('TEST', async (tx) => {
      ({ id: councilId } = await addCouncil(tx, 'hillside'));
      const rows = await addPlanRows(tx, { councilId, word: 'people', state: 'CURRENT', publishedAt: null });
      [targetId = ''] = rows.Target;
    });
  });

  afterAll(async () => {
    await management.close();
    await database.close();
  });

  const measure = (unit: string | null, value: number) =>
    management.write('TEST', async (tx) => {
      await tx.target.update({ where: { id: targetId }, data: { unit } });
      const measuredOn = new Date(Date.UTC(2025, 0, ++days));
      const { id } = await tx.measurement.create({
        data: { councilId, targetId, measuredOn, value, source: 'A form' },
      });
      return id;
    });

  const read = (id: string) =>
    management.read.measurement.findUniqueOrThrow({
      where: { id },
      select: { value: true, isFewerThanFive: true },
    });

  test.each([
    ['people', 1],
    ['people', 4],
    ['referrals', 3],
    [null, 2],
  ])('a count of %s: %d is kept as "fewer than five" only', async (unit, value) => {
    expect(await read(await measure(unit, value))).toEqual({ value: null, isFewerThanFive: true });
  });

  test.each([
    ['people', 0],
    ['people', 5],
    [null, 1000],
    ['%', 3],
    ['£', 2],
  ])('of %s, %d is kept as it is', async (unit, value) => {
    expect(await read(await measure(unit, value))).toEqual({ value, isFewerThanFive: false });
  });

  test('a hidden count can be corrected to one that may be shown, and back', async () => {
    const id = await measure('people', 3);
    const correct = (value: number) =>
      management.write('TEST', (tx) => tx.measurement.update({ where: { id }, data: { value } }));
    await correct(7);
    expect(await read(id)).toEqual({ value: 7, isFewerThanFive: false });
    await correct(4);
    expect(await read(id)).toEqual({ value: null, isFewerThanFive: true });
  });

  test('a small percentage is hidden once its target turns out to count people', async () => {
    const id = await measure('%', 3);
    await management.write('TEST', (tx) =>
      tx.target.update({ where: { id: targetId }, data: { unit: 'people' } }),
    );
    expect(await read(id)).toEqual({ value: null, isFewerThanFive: true });
  });
});
