import { expect, test, describe } from 'vitest';
import { connectManagement, connectPublic, readClock } from './client.ts';
import { demoCouncils, loadDemo } from './demo/demo.ts';
import { engines, startDatabase } from './testing.ts';

describe.each(engines)('on %s', (engine) => {
  test('the demo loads, and the public sees what is published', async () => {
    const database = await startDatabase(engine);
    const management = connectManagement(database.at);
    const visitor = connectPublic(database.at);
    try {
      const now = await readClock(management.read);
      const t = Date.now();
      await management.write('DEMO', (tx) => loadDemo(tx, now.toISOString().slice(0, 10), now));
      console.log(engine, 'demo', Date.now() - t, 'ms');
      expect(await visitor.read.council.count()).toBe(demoCouncils('2026-11-22').length);
      expect(await visitor.read.report.count()).toBe((await management.read.report.count()) - 1);
      expect(await visitor.read.change.count()).toBeLessThan(await management.read.change.count());
      await expect(visitor.read.managementToken.findMany()).rejects.toThrow(/denied/);
      await expect(visitor.read.council.updateMany({ data: { name: 'x' } })).rejects.toThrow(/denied/);
      await expect(management.read.change.deleteMany()).rejects.toThrow(/denied/);
      const revisions = await management.read.council.findMany({ select: { revision: true } });
      expect(revisions.map((council) => council.revision)).toEqual([1, 1, 1]);
      await database.setClock('2030-01-01T00:00:00Z');
      expect((await readClock(visitor.read)).getUTCFullYear()).toBe(2030);
    } finally {
      await management.close();
      await visitor.close();
      await database.close();
    }
  });
});
