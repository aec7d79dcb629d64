import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

let graph: Graph;
let council: Awaited<ReturnType<typeof addCouncil>>;

beforeAll(async () => {
  graph = await startGraph();
  await graph.setClock('2026-07-01T12:00:00Z');
  council = await addCouncil(graph, 'ashby', { reportingEveryMonths: 3 });
});
afterAll(() => graph.close());

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { ref: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const askActions = async (slug: string, args: string): Promise<Page> => {
  const { council: found } = await graph.ask<{ council: { plan: { actions: Page } } }>(
    `query ($slug: String!) { council(slug: "ashby") { plan(slug: $slug) { actions${args && `(${args})`} {
      totalCount edges { cursor node { ref } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } } } }`,
    { slug },
  );
  return found.plan.actions;
};
const refsOf = ({ edges }: Page) => edges.map(({ node }) => node.ref);
const reportOn = (day: string, status: 'DONE' | 'IN_PROGRESS' | 'STOPPED' = 'IN_PROGRESS') => ({
  publishedAt: new Date(`${day}T12:00:00Z`),
  status,
});

describe('a plan with actions of every sort', () => {
  beforeAll(async () => {
    const plan = await addPlan(graph, council, { slug: 'sorts' });
    await addActions(graph, plan, [
      {
        wording: { title: 'Open a Café', leadText: 'Housing', dueText: 'by March 2026' },
        leads: [{ name: 'Housing', role: 'ACCOUNTABLE' }],
      },
      {
        wording: { title: 'Explore grants', leadText: 'Health, with Housing', dueText: 'by May 2026' },
        leads: [
          { name: 'Health', role: 'ACCOUNTABLE' },
          { name: 'Housing', role: 'PARTNER' },
        ],
        reports: [reportOn('2026-06-01')],
      },
      { wording: { title: 'Deliver training' }, reports: [reportOn('2026-05-01', 'DONE')] },
      {
        wording: { title: 'Review letters', dueText: 'when we can' },
        reports: [reportOn('2026-06-15', 'DONE')],
      },
      {
        wording: { title: 'Deliver more', detail: 'With music', dueText: '2027' },
        reports: [reportOn('2026-01-15', 'STOPPED')],
      },
      {
        wording: { title: 'Gone', dueText: 'by May 2026' },
        leftDocumentAt: new Date('2026-06-01T00:00:00Z'),
      },
    ]);
    const report = await graph.management.read.report.findFirstOrThrow({ where: { status: 'IN_PROGRESS' } });
    await graph.management.write('STEERING_GROUP', (tx) =>
      tx.groupAssessment.create({
        data: {
          councilId: council.id,
          reportId: report.id,
          view: 'PARTLY_AGREES',
          assessedOn: new Date('2026-06-20'),
        },
      }),
    );
  });

  test.each([
    ['', '1.1 1.2 1.3 1.4 1.5 1.6'],
    ['theme: "1"', '1.1 1.2 1.3 1.4 1.5 1.6'],
    ['theme: "2"', ''],
    ['lead: "Housing"', '1.1 1.2'],
    ['lead: "housing"', ''],
    ['status: [DONE]', '1.3 1.4'],
    ['status: [DONE, STOPPED]', '1.3 1.4 1.5'],
    ['status: []', ''],
    ['strength: [EXPLORE]', '1.2 1.4'],
    ['strength: [EXPLORE, DELIVER]', '1.1 1.2 1.3 1.4 1.5'],
    ['late: true', '1.1 1.2'],
    ['late: false', '1.3 1.4 1.5 1.6'],
    ['late: null', '1.1 1.2 1.3 1.4 1.5 1.6'],
    ['noDate: true', '1.3'],
    ['noLead: true', '1.3 1.4 1.5'],
    ['noLead: false', '1.1 1.2'],
    ['noMeasure: true', '1.1 1.2 1.3 1.4 1.5'],
    ['stale: true', '1.1'],
    ['groupView: [PARTLY_AGREES]', '1.2'],
    ['groupView: [PARTLY_AGREES, DISAGREES]', '1.2'],
    ['words: "cafe  OPEN"', '1.1'],
    ['words: "music"', '1.5'],
    ['words: "housing health"', '1.2'],
    ['words: "housing music"', ''],
    ['words: " "', '1.1 1.2 1.3 1.4 1.5 1.6'],
    ['words: "1.4"', '1.4'],
    ['late: true, lead: "Housing", status: [IN_PROGRESS]', '1.2'],
    ['late: true, status: [DONE]', ''],
  ])('finds with (%s) the actions %s', async (args, refs) => {
    const page = await askActions('sorts', args);
    expect(refsOf(page).join(' ')).toBe(refs);
    expect(page.totalCount).toBe(page.edges.length);
  });

  test('words that only fill a cell are published and name no day and no lead', async () => {
    const plan = await addPlan(graph, council, { slug: 'fillers' });
    await addActions(graph, plan, [
      { wording: { leadText: 'TBC', dueText: 'To be confirmed' } },
      { wording: { leadText: 'N/A', dueText: '-' } },
      { wording: { leadText: 'Housing', dueText: 'ongoing' } },
    ]);
    expect(refsOf(await askActions('fillers', 'noDate: true'))).toEqual(['1.1', '1.2']);
    expect(refsOf(await askActions('fillers', 'noLead: true'))).toEqual(['1.1', '1.2']);
    expect(
      await graph.ask(`{ council(slug: "ashby") { plan(slug: "fillers") { progress { noDate noLead }
        first: action(ref: "1.1") { leadText dueText noDate noLead }
        last: action(ref: "1.3") { noDate noLead asAt(date: "2026-07-01") { noDate noLead } }
      } } }`),
    ).toEqual({
      council: {
        plan: {
          progress: { noDate: 2, noLead: 2 },
          first: { leadText: 'TBC', dueText: 'To be confirmed', noDate: true, noLead: true },
          last: { noDate: false, noLead: false, asAt: { noDate: false, noLead: false } },
        },
      },
    });
  });

  test.each([
    ['REF', '1.1 1.2 1.3 1.4 1.5 1.6'],
    ['DUE', '1.1 1.2 1.5 1.3 1.4 1.6'],
    ['LAST_REPORTED', '1.4 1.2 1.3 1.5 1.1 1.6'],
    ['STATUS', '1.1 1.2 1.3 1.4 1.5 1.6'],
  ])('sorts by %s, what left the document last', async (sort, refs) => {
    expect(refsOf(await askActions('sorts', `sort: ${sort}`)).join(' ')).toBe(refs);
  });

  test('says how far it is in numbers that add up', async () => {
    expect(
      await graph.ask(`{ council(slug: "ashby") { plan(slug: "sorts") {
        leads { name actionCount }
        progress { total byStatus { status count } delivered explored stopped noDate noLead noMeasure late stale
          disagreed partlyAgreed notAssessed endedWithoutReport leftDocument }
      } } }`),
    ).toEqual({
      council: {
        plan: {
          leads: [
            { name: 'Housing', actionCount: 1 },
            { name: 'Health', actionCount: 1 },
          ],
          progress: {
            total: 5,
            byStatus: [
              {
                status: 'NOT_REPORTED',
                count: 1,
              },
              {
                status: 'NOT_STARTED',
                count: 0,
              },
              {
                status: 'IN_PROGRESS',
                count: 1,
              },
              {
                status: 'DELAYED',
                count: 0,
              },
              {
                status: 'DONE',
                count: 2,
              },
              {
                status: 'STOPPED',
                count: 1,
              },
            ],
            delivered: 1,
            explored: 1,
            stopped: 1,
            noDate: 1,
            noLead: 3,
            noMeasure: 5,
            late: 2,
            stale: 1,
            disagreed: 0,
            partlyAgreed: 1,
            notAssessed: 4,
            endedWithoutReport: 0,
            leftDocument: 1,
          },
        },
      },
    });
  });

  test('is read page by page, forwards and backwards', async () => {
    const first = await askActions('sorts', 'first: 2');
    expect(refsOf(first)).toEqual(['1.1', '1.2']);
    expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const second = await askActions('sorts', `first: 4, after: "${first.pageInfo.endCursor}"`);
    expect(refsOf(second)).toEqual(['1.3', '1.4', '1.5', '1.6']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await askActions('sorts', `last: 1, before: "${second.pageInfo.startCursor}"`);
    expect(refsOf(back)).toEqual(['1.2']);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(refsOf(await askActions('sorts', 'last: 2'))).toEqual(['1.5', '1.6']);
  });

  test('goes on from an action that a filter no longer finds', async () => {
    const { pageInfo } = await askActions('sorts', 'first: 2');
    expect(
      refsOf(await askActions('sorts', `status: [DONE], first: 1, after: "${pageInfo.endCursor}"`)),
    ).toEqual(['1.3']);
  });

  test.each([
    'first: 0',
    'first: -1',
    'first: 101',
    'last: 0',
    'first: 1, last: 1',
    'after: "rubbish"',
    'after: ""',
    'before: "%00"',
    `after: "${'x'.repeat(3000)}"`,
    `words: "${'x'.repeat(201)}"`,
    String.raw`words: "a\u0000b"`,
  ])('refuses to answer (%s)', async (args) => {
    await expect(askActions('sorts', args)).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  });

  test.each(['after', 'before'])(
    'says how to go on without a cursor that it has not given: %s',
    async (name) => {
      await expect(askActions('sorts', `${name}: "rubbish"`)).rejects.toThrow(
        `This is not a cursor of this list. Begin again without \`${name}\`.`,
      );
    },
  );

  test.each(['a\0b', 'a\ud800', '\udc00'])(
    'refuses to look for text that cannot be stored',
    async (words) => {
      const looking = graph.ask(
        'query ($words: String) { council(slug: "ashby") { plan(slug: "sorts") { actions(words: $words) { totalCount } } } }',
        { words },
      );
      await expect(looking).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
      await expect(
        graph.ask('query ($slug: String!) { council(slug: $slug) { id } }', { slug: words }),
      ).rejects.toThrow(/cannot be stored/);
    },
  );

  test('knows no plan, theme or action that is not there', async () => {
    expect(
      await graph.ask(`{ none: council(slug: "x") { id } council(slug: "ashby") {
        none: plan(slug: "x") { id } plan(slug: "sorts") { theme(ref: "x") { id } action(ref: "x") { id } } } }`),
    ).toEqual({ none: null, council: { none: null, plan: { theme: null, action: null } } });
  });

  test('is the same by its id, from its actions and in a list', async () => {
    const parts = 'title council { slug } theme(ref: "1") { plan { slug } targets { id } }';
    const { council: found } = await graph.ask<{ council: { plan: { id: string } } }>(
      `{ council(slug: "ashby") { plan(slug: "sorts") { id ${parts} action(ref: "1.1") { plan { id } theme { ref } } } } }`,
    );
    expect(
      await graph.ask(`query ($id: ID!) { node(id: $id) { id ... on Plan { ${parts} } } }`, {
        id: found.plan.id,
      }),
    ).toEqual({
      node: {
        id: found.plan.id,
        title: 'A plan',
        council: { slug: 'ashby' },
        theme: {
          plan: { slug: 'sorts' },
          targets: [],
        },
      },
    });
  });
});

test('a plan knows which it follows, and which follow it', async () => {
  const old = await addPlan(graph, council, {
    slug: 'old',
    state: 'SUPERSEDED',
    supersedesNames: ['A strategy of 2010'],
  });
  await addPlan(graph, council, { slug: 'new', supersedesPlanId: old.id });
  expect(
    await graph.ask(`{ council(slug: "ashby") {
      new: plan(slug: "new") { state supersedes { slug } }
      old: plan(slug: "old") { state supersedes { slug } supersedesNames supersededBy { slug } }
    } }`),
  ).toEqual({
    council: {
      new: { state: 'CURRENT', supersedes: { slug: 'old' } },
      old: {
        state: 'SUPERSEDED',
        supersedes: null,
        supersedesNames: ['A strategy of 2010'],
        supersededBy: [{ slug: 'new' }],
      },
    },
  });
});

test('what the action tracker asks takes as many statements for fifty actions as for five', async () => {
  const tracker = await readFile(
    new URL('../../../widgets/src/action-tracker/action-tracker.graphql', import.meta.url),
    'utf8',
  );
  const counts = [];
  for (const size of [5, 50]) {
    const slug = `size-${size}`;
    const plan = await addPlan(graph, council, { slug });
    const actions = await addActions(
      graph,
      plan,
      Array.from({ length: size }, (_, index) => ({
        wording: { dueText: 'by May 2026', leadText: 'Housing' },
        leads: [{ name: 'Housing', role: 'ACCOUNTABLE' as const }],
        reports: [reportOn('2026-05-01'), reportOn('2026-06-01', index % 2 ? 'DONE' : 'IN_PROGRESS')],
      })),
    );
    await graph.management.write('ADMINISTRATOR', async (tx) => {
      const of = { councilId: council.id, planId: plan.id, themeId: plan.themeId };
      for (const [position, { id: actionId, wordingId }] of actions.entries()) {
        const target = await tx.target.create({
          data: {
            ...of,
            actionId,
            position,
            kind: 'TARGET',
            statement: 'A target',
            unit: 'people',
            targetValue: 100,
          },
        });
        await tx.target.create({
          data: {
            ...of,
            actionId,
            partOfId: target.id,
            position,
            kind: 'TARGET',
            statement: 'A share',
            unit: '%',
          },
        });
        await tx.measurement.create({
          data: {
            councilId: council.id,
            targetId: target.id,
            measuredOn: new Date('2026-06-01'),
            value: 50,
            source: 'A count',
          },
        });
        await tx.milestone.create({
          data: { councilId: council.id, actionId, position: 0, title: 'A step', dueText: 'May 2026' },
        });
        await tx.translation.create({
          data: {
            councilId: council.id,
            wordingId,
            language: 'ar',
            field: 'title',
            text: 'عمل',
            source: 'PERSON',
          },
        });
        const [report] = await tx.report.findMany({ where: { actionId } });
        await tx.groupAssessment.create({
          data: {
            councilId: council.id,
            reportId: report?.id ?? '',
            view: 'AGREES',
            assessedOn: new Date('2026-06-02'),
          },
        });
      }
    });
    counts.push(await graph.countStatements(tracker, { council: 'ashby', plan: slug, language: 'ar' }));
  }
  expect(counts[1]).toBe(counts[0]);
  expect(counts[0]).toBeLessThan(10);
});

test('the other ways round take no more statements either', async () => {
  const asking = `query ($plan: String!) { council(slug: "ashby") { plan(slug: $plan) { actions(first: 50) { edges { node {
    plan { council { name } themes { ref } progress { total } } theme { targets { theme { ref } } }
    reports { action { ref } corrects { id } isExample } targets { action { ref } shares { theme { plan { slug } } } }
    leads { organisation { isExample } } milestones { dueTo }
  } } } } } }`;
  const few = await graph.countStatements(asking, { plan: 'size-5' });
  expect(await graph.countStatements(asking, { plan: 'size-50' })).toBe(few);
});

test('ids name their type', async () => {
  const plan = await addPlan(graph, council, { slug: 'ids' });
  expect(await graph.ask('{ council(slug: "ashby") { plan(slug: "ids") { id uuid } } }')).toEqual({
    council: { plan: { id: idOf('Plan', plan.id), uuid: plan.id } },
  });
});
