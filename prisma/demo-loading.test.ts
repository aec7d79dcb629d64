import { describe, expect, test } from 'vitest';
import { connectManagement, connectPublic, readClock } from './client.ts';
import { loadDemo } from './demo/demo.ts';
import { engines, startDatabase } from './testing.ts';

describe.each(engines)('on %s', (engine) => {
  test('the public sees the demo: three councils, each loaded in one revision', async () => {
    const database = await startDatabase(engine);
    const management = connectManagement(database.at);
    const visitor = connectPublic(database.at);
    try {
      const now = await readClock(management.read);
      await management.write('DEMO', (tx) => loadDemo(tx, now));

      const councils = await visitor.read.council.findMany({
        orderBy: { slug: 'asc' },
        select: {
          slug: true,
          revision: true,
          isExample: true,
          plans: {
            orderBy: { position: 'asc' },
            select: { slug: true, _count: { select: { themes: true, actions: true } } },
          },
        },
      });
      const counts = councils.map(({ plans, ...council }) => ({
        ...council,
        plans: plans.map(({ slug, _count }) => `${slug}: ${_count.themes} themes, ${_count.actions} actions`),
      }));
      expect(counts).toEqual(demoAsPublished);

      const drafts = await management.read.report.count({ where: { publishedAt: null } });
      expect(drafts).toBeGreaterThan(0);
      expect(await visitor.read.report.count()).toBe((await management.read.report.count()) - drafts);
      expect(await visitor.read.report.count({ where: { council: { isExample: false } } })).toBe(0);

      // Of seven experts with a term, two are named, and one has no seat in anybody's sight.
      const names = await visitor.read.shownName.findMany({ orderBy: { name: 'asc' } });
      expect(names.map(({ name }) => name)).toEqual([
        'Expert by experience, seat 1',
        'Expert by experience, seat 2',
      ]);
      expect(await visitor.read.seat.count()).toBe((await management.read.seat.count()) - 1);
      expect(await visitor.read.groupAssessment.count({ where: { decisionId: { not: null } } })).toBe(2);
    } finally {
      await visitor.close();
      await management.close();
      await database.close();
    }
  });
});

const demoAsPublished = [
  {
    slug: 'fairmead',
    revision: 1,
    isExample: true,
    plans: ['2025-2028: 5 themes, 24 actions', '2021-2024: 2 themes, 6 actions'],
  },
  { slug: 'hackney', revision: 1, isExample: false, plans: ['2026-2029: 7 themes, 35 actions'] },
  {
    slug: 'islington',
    revision: 1,
    isExample: false,
    plans: [
      'commitments-2024-2026: 5 themes, 16 actions',
      'strategic-intent: 6 themes, 0 actions',
      'equality-service-provider-2021: 6 themes, 32 actions',
    ],
  },
];
