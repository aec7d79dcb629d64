import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

let graph: Graph;
let ashby: Awaited<ReturnType<typeof addCouncil>>;
let brook: Awaited<ReturnType<typeof addCouncil>>;
let actionId: string;
let plans = 0;

beforeAll(async () => {
  graph = await startGraph();
  ashby = await addCouncil(graph, 'ashby');
  brook = await addCouncil(graph, 'brook');
});
afterAll(() => graph.close());

beforeEach(async () => {
  await graph.setClock('2026-03-01T12:00:00Z');
  plans += 1;
  const [action] = await addActions(graph, await addPlan(graph, ashby, { slug: `plan-${plans}` }), [{}]);
  actionId = idOf('Action', action?.id ?? '');
});

const publish = (input: object, ask = graph.askAs('COUNCIL_OFFICER', ashby.id)) =>
  ask<{ publishReport: { id: string; version: number } }>(
    `mutation ($input: PublishReportInput!) { publishReport(input: $input) {
      id version status whatHappened language publishedAt publishedOn byRole isCorrected corrects { id }
      evidence { kind title url datedOn } groupView action { version status isOverdue }
    } }`,
    {
      input: {
        actionId,
        expectedVersion: 1,
        status: 'IN_PROGRESS',
        whatHappened: 'Work has begun.',
        ...input,
      },
    },
  );

const correct = (input: object, ask = graph.askAs('COUNCIL_OFFICER', ashby.id)) =>
  ask<{ correctReport: { id: string } }>(
    `mutation ($input: CorrectReportInput!) { correctReport(input: $input) {
      id status corrects { id isCorrected } action { status lastReportedOn }
    } }`,
    { input: { expectedVersion: 1, status: 'DELAYED', whatHappened: 'It has not begun.', ...input } },
  );

const recordView = (input: object, ask = graph.askAs('STEERING_GROUP', ashby.id)) =>
  ask(
    `mutation ($input: RecordGroupViewInput!) { recordGroupView(input: $input) {
      groupView groupAssessment { view reason assessedOn version } action { groupView }
    } }`,
    {
      input: {
        expectedVersion: 0,
        view: 'DISAGREES',
        reason: 'We see no work.',
        assessedOn: '2026-03-01',
        ...input,
      },
    },
  );

const respond = (input: object, ask = graph.askAs('COUNCIL_OFFICER', ashby.id)) =>
  ask(
    `mutation ($input: RecordCouncilResponseInput!) { recordCouncilResponse(input: $input) {
      councilResponse { text respondedOn version } action { councilResponse { text } }
    } }`,
    { input: { expectedVersion: 0, text: 'It is behind the fence.', respondedOn: '2026-03-01', ...input } },
  );

const refused = (code: string, details: object = {}) => ({ extensions: { code, ...details } });

test('what the newest report says is what an action is at', async () => {
  const evidence = [
    {
      kind: 'MINUTES',
      title: 'Minutes of February',
      url: 'https://example.org/minutes',
      datedOn: '2026-02-10',
    },
    { kind: 'DATA', title: 'Figures', url: 'http://example.org/figures?year=2026', datedOn: null },
  ];
  expect(await publish({ evidence })).toMatchObject({
    publishReport: {
      version: 1,
      status: 'IN_PROGRESS',
      whatHappened: 'Work has begun.',
      language: 'en',
      publishedAt: '2026-03-01T12:00:00.000Z',
      publishedOn: '2026-03-01',
      byRole: 'COUNCIL_OFFICER',
      isCorrected: false,
      corrects: null,
      evidence,
      groupView: 'NOT_ASSESSED',
      action: {
        version: 2,
        status: 'IN_PROGRESS',
        isOverdue: null,
      },
    },
  });
  await graph.setClock('2026-04-01T12:00:00Z');
  expect(await publish({ expectedVersion: 2, status: 'DONE' })).toMatchObject({
    publishReport: { action: { version: 3, status: 'DONE' } },
  });
});

test('a correction takes the place of what it corrects, and a report is corrected once', async () => {
  const { publishReport: first } = await publish({ status: 'DONE' });
  await recordView({ reportId: first.id });
  await graph.setClock('2026-04-01T12:00:00Z');
  const { correctReport } = await correct({ reportId: first.id });
  expect(correctReport).toMatchObject({
    status: 'DELAYED',
    corrects: { id: first.id, isCorrected: true },
    action: { status: 'DELAYED', lastReportedOn: '2026-03-01' },
  });
  expect(
    await graph.ask(
      'query ($id: ID!) { node(id: $id) { ... on Action { groupView reports { id isCorrected } } } }',
      {
        id: actionId,
      },
    ),
  ).toEqual({
    node: {
      groupView: 'NOT_ASSESSED',
      reports: [
        { id: correctReport.id, isCorrected: false },
        { id: first.id, isCorrected: true },
      ],
    },
  });
  await expect(correct({ reportId: first.id })).rejects.toMatchObject(
    refused('CONFLICT', { currentVersion: 2 }),
  );
  await expect(correct({ reportId: first.id, expectedVersion: 2 })).rejects.toMatchObject(
    refused('INVALID_INPUT'),
  );
  await correct({ reportId: correctReport.id, status: 'STOPPED' });
});

test('the group’s view and the council’s answer stand beside the report, and change by version', async () => {
  const { publishReport } = await publish({});
  const reportId = publishReport.id;
  expect(await recordView({ reportId })).toEqual({
    recordGroupView: {
      groupView: 'DISAGREES',
      groupAssessment: { view: 'DISAGREES', reason: 'We see no work.', assessedOn: '2026-03-01', version: 1 },
      action: { groupView: 'DISAGREES' },
    },
  });
  expect(await respond({ reportId })).toEqual({
    recordCouncilResponse: {
      councilResponse: { text: 'It is behind the fence.', respondedOn: '2026-03-01', version: 1 },
      action: { councilResponse: { text: 'It is behind the fence.' } },
    },
  });
  await expect(recordView({ reportId })).rejects.toMatchObject(refused('CONFLICT', { currentVersion: 1 }));
  await expect(respond({ reportId, expectedVersion: 7 })).rejects.toMatchObject(
    refused('CONFLICT', { currentVersion: 1 }),
  );
  expect(await recordView({ reportId, expectedVersion: 1, view: 'AGREES', reason: null })).toMatchObject({
    recordGroupView: { groupAssessment: { view: 'AGREES', reason: null, version: 2 } },
  });
  expect(await respond({ reportId, expectedVersion: 1, text: 'Thank you.' })).toMatchObject({
    recordCouncilResponse: { councilResponse: { text: 'Thank you.', version: 2 } },
  });
  await expect(recordView({ reportId, expectedVersion: 2, assessedOn: '2026-03-02' })).rejects.toMatchObject(
    refused('INVALID_INPUT'),
  );
});

const codesOf = (attempts: PromiseSettledResult<unknown>[]) =>
  attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason.extensions] : []));
const conflicts = (currentVersion: number) =>
  Array.from({ length: 49 }, () => ({ code: 'CONFLICT', currentVersion }));

test('of fifty who publish at once one succeeds, and the others learn the version that is there', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 50 }, () => publish({})));
  expect(codesOf(attempts)).toEqual(conflicts(2));
  expect(
    await graph.ask('query ($id: ID!) { node(id: $id) { ... on Action { reports { status } } } }', {
      id: actionId,
    }),
  ).toEqual({ node: { reports: [{ status: 'IN_PROGRESS' }] } });
});

test('of fifty first views of one report one is recorded', async () => {
  const { publishReport } = await publish({});
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, () => recordView({ reportId: publishReport.id })),
  );
  expect(codesOf(attempts)).toEqual(conflicts(1));
});

describe('who may write what', () => {
  test('goes by role', async () => {
    const { publishReport } = await publish({});
    const reportId = publishReport.id;
    const group = graph.askAs('STEERING_GROUP', ashby.id);
    const officer = graph.askAs('COUNCIL_OFFICER', ashby.id);
    const administrator = graph.askAs('ADMINISTRATOR', ashby.id);
    await expect(publish({ expectedVersion: 2 }, group)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(correct({ reportId }, group)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(respond({ reportId }, group)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await expect(recordView({ reportId }, officer)).rejects.toMatchObject(refused('NOT_ALLOWED'));
    await recordView({ reportId }, administrator);
    await respond({ reportId }, administrator);
    await publish({ expectedVersion: 2 }, administrator);
  });

  test('goes by the council that the record belongs to', async () => {
    const { publishReport } = await publish({});
    const reportId = publishReport.id;
    const there = graph.askAs('ADMINISTRATOR', brook.id);
    await expect(publish({ expectedVersion: 2 }, there)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(correct({ reportId }, there)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(recordView({ reportId }, there)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(respond({ reportId }, there)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(
      there('mutation ($input: EditActionInput!) { editAction(input: $input) { id } }', {
        input: { actionId, expectedVersion: 2, title: 'Ours' },
      }),
    ).rejects.toMatchObject(refused('NOT_FOUND'));
    await publish({ expectedVersion: 2 }, graph.askAs('ADMINISTRATOR'));
  });

  test('an id of nothing is as one of another council', async () => {
    await expect(publish({ actionId: idOf('Action', ashby.id) })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(correct({ reportId: idOf('Report', ashby.id) })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(publish({ actionId: idOf('Plan', ashby.id) })).rejects.toThrow();
  });
});

test.each([
  ['NUL', { whatHappened: 'a\0b' }],
  ['half of a pair', { whatHappened: 'a\ud800b' }],
  ['nothing but spaces', { whatHappened: ' \n ' }],
  ['too many words', { whatHappened: 'x'.repeat(5001) }],
  [
    'an address that is no web address',
    { evidence: [{ kind: 'DATA', title: 'A', url: 'javascript:alert(1)' }] },
  ],
  [
    'an address that lets its holder in',
    { evidence: [{ kind: 'DATA', title: 'A', url: 'https://officer:secret@a.example/' }] },
  ],
  ['an address without a host', { evidence: [{ kind: 'DATA', title: 'A', url: 'https://' }] }],
  [
    'a title that is too long',
    { evidence: [{ kind: 'DATA', title: 'x'.repeat(301), url: 'https://a.example' }] },
  ],
  [
    'too many items',
    { evidence: Array.from({ length: 21 }, () => ({ kind: 'DATA', title: 'A', url: 'https://a.example' })) },
  ],
  [
    'a day that is not in the calendar',
    { evidence: [{ kind: 'DATA', title: 'A', url: 'https://a.example', datedOn: '2026-02-30' }] },
  ],
  ['a language that is none', { language: 'English' }],
])('a report with %s is refused, and nothing is stored', async (_what, input) => {
  const { revision } = await graph.visitor.council.findUniqueOrThrow({ where: { slug: 'ashby' } });
  await expect(publish(input)).rejects.toMatchObject(refused('INVALID_INPUT'));
  expect(await graph.visitor.council.findUniqueOrThrow({ where: { slug: 'ashby' } })).toMatchObject({
    revision,
  });
});
