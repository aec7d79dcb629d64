import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from './testing.ts';

describe.each(engines)('what is not published, on %s', (engine) => {
  let graph: Graph;
  let ids: Record<'draftPlan' | 'draftAction' | 'draftTheme' | 'draftReport' | 'hiddenReport', string>;

  beforeAll(async () => {
    graph = await startGraph(engine);
    const council = await addCouncil(graph, 'ashby');
    const plan = await addPlan(graph, council);
    const [action] = await addActions(graph, plan, [
      { reports: [{ whatHappened: 'A draft.', status: 'DONE' }] },
    ]);
    const draft = await addPlan(graph, council, { slug: 'next', state: 'DRAFT', title: 'Secret plan' });
    const publishedAt = new Date('2026-01-01T00:00:00Z');
    const [hidden] = await addActions(graph, draft, [
      { reports: [{ whatHappened: 'Not yet.', publishedAt }] },
    ]);
    const draftReport = await graph.management.read.report.findFirstOrThrow({
      where: { actionId: action?.id ?? '' },
    });
    const hiddenReport = await graph.management.read.report.findFirstOrThrow({
      where: { actionId: hidden?.id ?? '' },
    });
    await graph.management.write('STEERING_GROUP', (tx) =>
      tx.groupAssessment.create({
        data: { councilId: council.id, reportId: draftReport.id, view: 'DISAGREES', assessedOn: publishedAt },
      }),
    );
    ids = {
      draftPlan: idOf('Plan', draft.id),
      draftTheme: idOf('Theme', draft.themeId),
      draftAction: idOf('Action', hidden?.id ?? ''),
      draftReport: idOf('Report', draftReport.id),
      hiddenReport: idOf('Report', hiddenReport.id),
    };
  });
  afterAll(() => graph.close());

  test('is not found by its id', async () => {
    const fields = Object.entries(ids).map(([name, id]) => `${name}: node(id: "${id}") { id }`);
    const found = await graph.ask<Record<string, unknown>>(`{ ${fields.join('\n')} }`);
    expect(Object.values(found)).toEqual([null, null, null, null, null]);
  });

  test('is in no list, no count and no state', async () => {
    expect(
      await graph.ask(`{ council(slug: "ashby") {
        plans { slug supersededBy { slug } progress { total byStatus { status count } disagreed } }
        hidden: plan(slug: "next") { title }
        shown: plan(slug: "2026-2029") {
          actions { totalCount edges { node { status groupView groupAssessment { view } lastReportedOn reports { uuid } } } }
          agreed: actions(groupView: [DISAGREES]) { totalCount }
        }
      } }`),
    ).toEqual({
      council: {
        plans: [
          {
            slug: '2026-2029',
            supersededBy: [],
            progress: {
              total: 1,
              byStatus: ['NOT_REPORTED', 'NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED'].map(
                (status) => ({
                  status,
                  count: status === 'NOT_REPORTED' ? 1 : 0,
                }),
              ),
              disagreed: 0,
            },
          },
        ],
        hidden: null,
        shown: {
          actions: {
            totalCount: 1,
            edges: [
              {
                node: {
                  status: 'NOT_REPORTED',
                  groupView: 'NOT_ASSESSED',
                  groupAssessment: null,
                  lastReportedOn: null,
                  reports: [],
                },
              },
            ],
          },
          agreed: { totalCount: 0 },
        },
      },
    });
  });

  test('is not in the record of changes', async () => {
    const { council } = await graph.ask<{
      council: { changes: { edges: { node: { noun: string; plan: { slug: string } | null } }[] } };
    }>('{ council(slug: "ashby") { changes(first: 100) { edges { node { noun fields plan { slug } } } } } }');
    const changes = council.changes.edges.map(({ node }) => node);
    expect(changes.map(({ noun }) => noun).toSorted()).toEqual([
      'Action',
      'ActionWording',
      'Council',
      'Plan',
      'Theme',
    ]);
    expect(changes.filter(({ plan }) => plan?.slug === 'next')).toEqual([]);
  });

  test('is there for management', async () => {
    const askAsOfficer = graph.askAs('COUNCIL_OFFICER');
    expect(
      await askAsOfficer(`{ council(slug: "ashby") {
        plans { slug } plan(slug: "2026-2029") { action(ref: "1.1") { status drafts { whatHappened } } }
      } }`),
    ).toEqual({
      council: {
        plans: [{ slug: '2026-2029' }, { slug: 'next' }],
        plan: { action: { status: 'NOT_REPORTED', drafts: [{ whatHappened: 'A draft.' }] } },
      },
    });
    expect(await askAsOfficer('query ($id: ID!) { node(id: $id) { id } }', { id: ids.draftReport })).toEqual({
      node: null,
    });
  });

  test('cannot be written by the public, who cannot read the tokens either', async () => {
    await expect(graph.visitor.plan.updateMany({ data: { state: 'CURRENT' } })).rejects.toThrow(/denied/);
    await expect(graph.visitor.report.deleteMany()).rejects.toThrow(/denied/);
    await expect(graph.visitor.managementToken.findMany()).rejects.toThrow(/denied/);
    await expect(graph.ask('mutation { publishReport(input: {}) { id } }')).rejects.toThrow(/publishReport/);
  });
});
