import { afterAll, beforeAll, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, startGraph } from '../testing.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await startGraph();
  await graph.setClock('2026-07-01T12:00:00Z');
});
afterAll(() => graph.close());

test('figures that would tell of one to four people are not shown, in a share or beside it', async () => {
  const council = await addCouncil(graph, 'ashby');
  const plan = await addPlan(graph, council);
  const [action] = await addActions(graph, plan, [{}]);
  await graph.management.write('COUNCIL_OFFICER', async (tx) => {
    const of = { councilId: council.id, planId: plan.id, themeId: plan.themeId, kind: 'TARGET' as const };
    const measure = (targetId: string, values: [day: string, value: number][]) =>
      tx.measurement.createMany({
        data: values.map(([day, value]) => ({
          councilId: council.id,
          targetId,
          measuredOn: new Date(day),
          value,
          source: 'A count',
        })),
      });
    const people = await tx.target.create({
      data: {
        ...of,
        position: 0,
        statement: 'People in work',
        unit: 'people',
        targetValue: 100,
        actionId: action?.id ?? null,
        dueText: 'by summer 2026',
      },
    });
    const women = await tx.target.create({
      data: {
        ...of,
        position: 1,
        partOfId: people.id,
        statement: 'Of them women',
        unit: '%',
        targetValue: 50,
      },
    });
    await measure(people.id, [
      ['2026-02-01', 3],
      ['2026-04-01', 12],
      ['2026-06-01', 40],
    ]);
    await measure(women.id, [
      ['2026-02-01', 50],
      ['2026-04-01', 25],
      ['2026-05-01', 80],
      ['2026-06-01', 50],
    ]);
  });

  const figures = 'measurements { measuredOn value isFewerThanFive } progress { fraction isMet }';
  expect(
    await graph.ask(`{ council(slug: "ashby") { plan(slug: "2026-2029") {
      targets { statement dueFrom dueTo theme { ref } action { ref } ${figures} shares { statement ${figures} } }
      theme(ref: "1") { targets { statement } }
      action(ref: "1.1") { targets { statement } }
      progress { noMeasure }
    } } }`),
  ).toEqual({
    council: {
      plan: {
        targets: [
          {
            statement: 'People in work',
            dueFrom: null,
            dueTo: '2026-08-31',
            theme: { ref: '1' },
            action: { ref: '1.1' },
            measurements: [
              {
                measuredOn: '2026-02-01',
                value: null,
                isFewerThanFive: true,
              },
              {
                measuredOn: '2026-04-01',
                value: 12,
                isFewerThanFive: false,
              },
              {
                measuredOn: '2026-06-01',
                value: 40,
                isFewerThanFive: false,
              },
            ],
            progress: {
              fraction: 0.4,
              isMet: false,
            },
            shares: [
              {
                statement: 'Of them women',
                measurements: [
                  {
                    measuredOn: '2026-02-01',
                    value: null,
                    isFewerThanFive: true,
                  },
                  {
                    measuredOn: '2026-04-01',
                    value: null,
                    isFewerThanFive: true,
                  },
                  {
                    measuredOn: '2026-05-01',
                    value: null,
                    isFewerThanFive: true,
                  },
                  {
                    measuredOn: '2026-06-01',
                    value: 50,
                    isFewerThanFive: false,
                  },
                ],
                progress: {
                  fraction: 1,
                  isMet: true,
                },
              },
            ],
          },
        ],
        theme: { targets: [{ statement: 'People in work' }] },
        action: { targets: [{ statement: 'People in work' }] },
        progress: { noMeasure: 0 },
      },
    },
  });
});
