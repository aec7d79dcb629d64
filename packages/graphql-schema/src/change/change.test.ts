import { engines } from '@open-sanctuary/database/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

interface Changes {
  council: {
    revision: number;
    changes: {
      edges: {
        cursor: string;
        node: { revision: number; noun: string; kind: string; fields: string[]; byRole: string };
      }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

describe.each(engines)('the record of changes, on %s', (engine) => {
  let graph: Graph;
  let councilId: string;
  let actionId: string;

  beforeAll(async () => {
    graph = await startGraph(engine);
    const council = await addCouncil(graph, 'ashby');
    councilId = council.id;
    const [action] = await addActions(graph, await addPlan(graph, council), [{}]);
    actionId = idOf('Action', action?.id ?? '');
  });
  afterAll(() => graph.close());

  const listChanges = async (first = 100, after: string | null = null) =>
    (
      await graph.ask<Changes>(
        `query ($first: Int, $after: String) { council(slug: "ashby") { revision changes(first: $first, after: $after) {
          edges { cursor node { revision noun kind fields byRole } } pageInfo { hasNextPage endCursor }
        } } }`,
        { first, after },
      )
    ).council;

  const change = (
    mutation: string,
    inputType: string,
    input: object,
    role: 'COUNCIL_OFFICER' | 'STEERING_GROUP',
  ) =>
    graph.askAs(role, councilId)<Record<string, { id: string }>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { id } }`,
      { input },
    );

  test('holds every write, by field and role and never by value, and nothing of one that failed', async () => {
    const before = await listChanges();
    const evidence = [{ kind: 'DATA', title: 'Hidden title', url: 'https://hidden.example' }];
    const { publishReport } = await change(
      'publishReport',
      'PublishReportInput',
      { actionId, expectedVersion: 1, status: 'DONE', whatHappened: 'Hidden words', evidence },
      'COUNCIL_OFFICER',
    );
    const reportId = publishReport?.id;
    const about = { reportId, expectedVersion: 0 };
    await change(
      'recordGroupView',
      'RecordGroupViewInput',
      { ...about, view: 'AGREES', assessedOn: '2026-01-01' },
      'STEERING_GROUP',
    );
    await change(
      'recordCouncilResponse',
      'RecordCouncilResponseInput',
      { ...about, text: 'Hidden answer', respondedOn: '2026-01-01' },
      'COUNCIL_OFFICER',
    );
    await change(
      'correctReport',
      'CorrectReportInput',
      { reportId, expectedVersion: 1, status: 'DELAYED', whatHappened: 'Hidden again' },
      'COUNCIL_OFFICER',
    );
    await change(
      'editAction',
      'EditActionInput',
      { actionId, expectedVersion: 2, title: 'Hidden title' },
      'COUNCIL_OFFICER',
    );
    await expect(
      change(
        'editAction',
        'EditActionInput',
        { actionId, expectedVersion: 2, title: 'Late' },
        'COUNCIL_OFFICER',
      ),
    ).rejects.toThrow();

    const after = await listChanges();
    expect(after.revision).toBe(before.revision + 5);
    const added = after.changes.edges
      .slice(0, after.changes.edges.length - before.changes.edges.length)
      .map(({ node }) => node)
      .toReversed();
    expect(
      added.map(({ revision, noun, kind, byRole }) => [revision - before.revision, noun, kind, byRole]),
    ).toEqual([
      [1, 'Report', 'CREATED', 'COUNCIL_OFFICER'],
      [1, 'Evidence', 'CREATED', 'COUNCIL_OFFICER'],
      [2, 'GroupAssessment', 'CREATED', 'STEERING_GROUP'],
      [3, 'CouncilResponse', 'CREATED', 'COUNCIL_OFFICER'],
      [4, 'Report', 'CREATED', 'COUNCIL_OFFICER'],
      [5, 'ActionWording', 'CREATED', 'COUNCIL_OFFICER'],
    ]);
    expect(added[0]?.fields).toEqual(expect.arrayContaining(['publishedAt', 'status', 'whatHappened']));
    expect(JSON.stringify(after)).not.toMatch(/hidden/i);
  });

  test('is read in pages, newest first', async () => {
    const all = (await listChanges()).changes.edges.map(({ cursor }) => cursor);
    const first = (await listChanges(3)).changes;
    const second = (await listChanges(100, first.pageInfo.endCursor)).changes;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ cursor }) => cursor)).toEqual(all);
  });

  test('has places that count nothing, and go on past what is hidden', async () => {
    const before = (await listChanges(1)).changes.edges[0]?.cursor ?? '';
    const council = { id: councilId };
    await addActions(graph, await addPlan(graph, council, { slug: 'draft', state: 'DRAFT' }), [{}]);
    await addActions(graph, await addPlan(graph, council, { slug: 'public', state: 'ENDED' }), [{}]);
    const { edges } = (await listChanges()).changes;
    const places = edges.map(({ cursor }) => Buffer.from(cursor, 'base64url').toString());
    expect(places.filter((place) => !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(place))).toEqual([]);
    expect(new Set(places).size).toBe(edges.length);
    const onwards = (await listChanges(100, before)).changes.edges;
    expect(onwards).toEqual(edges.slice(edges.findIndex(({ cursor }) => cursor === before) + 1));

    const elsewhere = await addCouncil(graph, 'elsewhere');
    await addPlan(graph, elsewhere);
    const { council: other } = await graph.ask<Changes>(
      '{ council(slug: "elsewhere") { changes(first: 1) { edges { cursor } } } }',
    );
    await expect(listChanges(5, other.changes.edges[0]?.cursor)).rejects.toMatchObject({
      extensions: { code: 'INVALID_INPUT' },
    });
  });

  test.each([
    ['none', 0, null],
    ['fewer than none', -1, null],
    ['too many', 101, null],
    ['an unknown cursor', 5, 'rubbish'],
    ['an empty cursor', 5, ''],
    ['a huge cursor', 5, 'x'.repeat(4000)],
    ['a cursor that is a number', 5, Buffer.from('5').toString('base64url')],
    ['a cursor of no change', 5, Buffer.from(randomUUID()).toString('base64url')],
  ])('refuses to give a page of %s', async (_what, first, after) => {
    await expect(listChanges(first, after)).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  });
});
