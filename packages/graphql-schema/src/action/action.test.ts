import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

let graph: Graph;
let council: Awaited<ReturnType<typeof addCouncil>>;

beforeAll(async () => {
  graph = await startGraph();
  council = await addCouncil(graph, 'ashby', { reportingEveryMonths: 3, isExample: true });
});
afterAll(() => graph.close());

describe('with the passing of time, and without a write', () => {
  beforeAll(async () => {
    await graph.setClock('2026-01-01T12:00:00Z');
    const plan = await addPlan(graph, council, { slug: 'time', periodText: '2026-2027' });
    await addActions(graph, plan, [
      { wording: { dueText: 'by 30 June 2026' } },
      { wording: { dueText: 'in due course' } },
    ]);
  });

  const askTime = () =>
    graph.ask(`{ council(slug: "ashby") { today plan(slug: "time") { state
      one: action(ref: "1.1") { dueTo dueKind isOverdue daysLate isStale }
      two: action(ref: "1.2") { dueKind isOverdue isStale }
      progress { late stale noDate endedWithoutReport }
    } } }`);

  test('an action due today is not late, in the time of the council', async () => {
    // Half past midnight of 1 July in London is still 30 June in Greenwich.
    await graph.setClock('2026-06-30T22:30:00Z');
    expect(await askTime()).toEqual({
      council: {
        today: '2026-06-30',
        plan: {
          state: 'CURRENT',
          one: { dueTo: '2026-06-30', dueKind: 'DATED', isOverdue: false, daysLate: 0, isStale: true },
          two: { dueKind: 'UNDATED', isOverdue: null, isStale: true },
          progress: { late: 0, stale: 2, noDate: 0, endedWithoutReport: 0 },
        },
      },
    });
    await graph.setClock('2026-06-30T23:30:00Z');
    expect(await askTime()).toMatchObject({
      council: {
        today: '2026-07-01',
        plan: { one: { isOverdue: true, daysLate: 1 }, progress: { late: 1 } },
      },
    });
  });

  test('before the rhythm of reporting is missed nothing is stale', async () => {
    await graph.setClock('2026-04-01T12:00:00Z');
    expect(await askTime()).toMatchObject({
      council: { plan: { one: { isStale: false }, progress: { stale: 0 } } },
    });
  });

  test('in a plan whose period is over nothing is late, and silence counts as ended without a report', async () => {
    await graph.setClock('2028-01-01T12:00:00Z');
    expect(await askTime()).toMatchObject({
      council: {
        plan: {
          state: 'ENDED',
          one: { isOverdue: false, isStale: false },
          progress: { late: 0, stale: 0, endedWithoutReport: 2 },
        },
      },
    });
  });
});

describe('an action that was edited and reported on', () => {
  let id: string;

  beforeAll(async () => {
    await graph.setClock('2026-02-01T12:00:00Z');
    const plan = await addPlan(graph, council, { slug: 'history' });
    const [action] = await addActions(graph, plan, [
      { wording: { title: 'Open a library', leadText: 'Housing', dueText: '2027' } },
    ]);
    id = idOf('Action', action?.id ?? '');
    const askAsOfficer = graph.askAs('COUNCIL_OFFICER', council.id);
    await graph.setClock('2026-03-01T12:00:00Z');
    await askAsOfficer('mutation ($input: EditActionInput!) { editAction(input: $input) { ref } }', {
      input: { actionId: id, expectedVersion: 1, title: 'Open two libraries', dueText: '2028' },
    });
    await graph.setClock('2026-04-01T12:00:00Z');
    await askAsOfficer('mutation ($input: PublishReportInput!) { publishReport(input: $input) { status } }', {
      input: {
        actionId: id,
        expectedVersion: 2,
        status: 'IN_PROGRESS',
        whatHappened: 'Both are being built.',
      },
    });
  });

  test('shows each wording, and what changed in it', async () => {
    expect(
      await graph.ask(
        `query ($id: ID!) { node(id: $id) { ... on Action { wordings { number since title changed } } } }`,
        { id },
      ),
    ).toEqual({
      node: {
        wordings: [
          { number: 1, since: '2026-02-01T12:00:00.000Z', title: 'Open a library', changed: [] },
          {
            number: 2,
            since: '2026-03-01T12:00:00.000Z',
            title: 'Open two libraries',
            changed: ['title', 'dueText'],
          },
        ],
      },
    });
  });

  test('shows how it stood on any day', async () => {
    expect(
      await graph.ask(
        `query ($id: ID!) { node(id: $id) { ... on Action {
          before: asAt(date: "2026-01-31") { title }
          first: asAt(date: "2026-02-28") { date title status groupView }
          second: asAt(date: "2026-03-31") { title status dueText }
          today: asAt(date: "2026-04-01") { title status }
          tomorrow: asAt(date: "2026-04-02") { title }
        } } }`,
        { id },
      ),
    ).toEqual({
      node: {
        before: null,
        first: {
          date: '2026-02-28',
          title: 'Open a library',
          status: 'NOT_REPORTED',
          groupView: 'NOT_ASSESSED',
        },
        second: { title: 'Open two libraries', status: 'NOT_REPORTED', dueText: '2028' },
        today: { title: 'Open two libraries', status: 'IN_PROGRESS' },
        tomorrow: null,
      },
    });
  });

  test('refuses a day that is not in the calendar', async () => {
    const asking = `query ($date: Date!) { council(slug: "ashby") { plan(slug: "history") { action(ref: "1.1") { asAt(date: $date) { title } } } } }`;
    for (const date of ['2026-02-30', 'tomorrow', '', 5])
      await expect(graph.ask(asking, { date })).rejects.toMatchObject({
        extensions: { code: 'INVALID_INPUT' },
      });
  });
});

test('a translation stands beside the original, until the words change', async () => {
  await graph.setClock('2026-05-01T12:00:00Z');
  const plan = await addPlan(graph, council, { slug: 'languages' });
  const [action] = await addActions(graph, plan, [{ wording: { title: 'Open a library' } }]);
  await graph.management.write('ADMINISTRATOR', (tx) =>
    tx.translation.createMany({
      data: ['ar', 'uk'].map((language) => ({
        councilId: council.id,
        language,
        field: 'title',
        text: `In ${language}`,
        source: 'PERSON' as const,
        wordingId: action?.wordingId ?? '',
      })),
    }),
  );
  const askWords = () =>
    graph.ask(`{ council(slug: "ashby") { plan(slug: "languages") { action(ref: "1.1") {
      title language translations { language } arabic: translations(language: "ar") { field text source }
    } } } }`);

  expect(await askWords()).toEqual({
    council: {
      plan: {
        action: {
          title: 'Open a library',
          language: 'en',
          translations: [{ language: 'ar' }, { language: 'uk' }],
          arabic: [
            {
              field: 'title',
              text: 'In ar',
              source: 'PERSON',
            },
          ],
        },
      },
    },
  });

  await graph.askAs('ADMINISTRATOR')(
    'mutation ($input: EditActionInput!) { editAction(input: $input) { ref } }',
    {
      input: { actionId: idOf('Action', action?.id ?? ''), expectedVersion: 1, title: 'Open two libraries' },
    },
  );
  expect(await askWords()).toMatchObject({
    council: { plan: { action: { title: 'Open two libraries', translations: [] } } },
  });
});

test('an edited lead text is read anew, with the names that the plan knows', async () => {
  const plan = await addPlan(graph, council, { slug: 'leads' });
  await graph.management.write('ADMINISTRATOR', (tx) =>
    tx.organisation.create({
      data: { councilId: council.id, name: 'Homes, Land and Growth', kind: 'DEPARTMENT' },
    }),
  );
  const [action] = await addActions(graph, plan, [
    { wording: { leadText: 'Schools' }, leads: [{ name: 'Schools', role: 'ACCOUNTABLE' }] },
    {
      wording: { leadText: 'Homes, Land and Growth' },
      leads: [{ name: 'Homes, Land and Growth', role: 'ACCOUNTABLE' }],
    },
  ]);
  const askAsOfficer = graph.askAs('COUNCIL_OFFICER', council.id);
  const edit = (input: object) =>
    askAsOfficer(
      `mutation ($input: EditActionInput!) { editAction(input: $input) {
        version leadText leads { name role organisation { name isExample } } strengths strengthsAreDerived
      } }`,
      { input: { actionId: idOf('Action', action?.id ?? ''), ...input } },
    );

  expect(await edit({ expectedVersion: 1, leadText: 'Homes, Land and Growth, with Schools' })).toEqual({
    editAction: {
      version: 2,
      leadText: 'Homes, Land and Growth, with Schools',
      leads: [
        {
          name: 'Homes, Land and Growth',
          role: 'ACCOUNTABLE',
          organisation: {
            name: 'Homes, Land and Growth',
            isExample: true,
          },
        },
        { name: 'Schools', role: 'PARTNER', organisation: null },
      ],
      strengths: [],
      strengthsAreDerived: true,
    },
  });
  expect(await edit({ expectedVersion: 2, strengths: ['EXPLORE'] })).toMatchObject({
    editAction: { version: 3, leads: [{}, {}], strengths: ['EXPLORE'], strengthsAreDerived: false },
  });
  expect(await edit({ expectedVersion: 3, leadText: null })).toMatchObject({
    editAction: { version: 4, leadText: null, leads: [], strengths: ['EXPLORE'] },
  });
  await expect(edit({ expectedVersion: 4, strengths: ['EXPLORE'] })).rejects.toMatchObject({
    extensions: { code: 'INVALID_INPUT' },
  });
});

test('an id that we have not given out is refused, and one of nothing finds nothing', async () => {
  const find = (id: string) => graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
  const notOurs = [
    '',
    'x',
    '🦊',
    '../../etc',
    idOf('Plan', '1'),
    idOf('ManagementToken', council.id),
    'A'.repeat(100_000),
  ];
  for (const id of [...notOurs, `${idOf('Plan', council.id)}\0`])
    await expect(find(id)).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  expect(await find(idOf('Plan', council.id))).toEqual({ node: null });
  expect(await find(idOf('Council', council.id))).toEqual({ node: { id: idOf('Council', council.id) } });
});
