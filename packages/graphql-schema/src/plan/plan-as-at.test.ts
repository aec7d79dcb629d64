import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActions, addCouncil, addPlan, type Graph, idOf, startGraph } from '../testing.ts';

interface PlanThen {
  state: string;
  themes: { ref: string; actions: { ref: string; title: string }[] }[];
  progress: Record<string, number>;
}

describe.each(engines)('a plan as it stood on a day, on %s', (engine) => {
  let graph: Graph;
  let council: Awaited<ReturnType<typeof addCouncil>>;
  let plan: Awaited<ReturnType<typeof addPlan>>;
  const ids: Record<string, string> = {};

  const askOn = async <Then = PlanThen>(
    date: string,
    fields: string,
    ask = graph.ask,
  ): Promise<Then | null> => {
    const answer = await ask<{ council: { plan: { asAt: Then | null } } }>(
      `query ($date: Date!) { council(slug: "ashby") { plan(slug: "2026-2029") { asAt(date: $date) { ${fields} } } } }`,
      { date },
    );
    return answer.council.plan.asAt;
  };
  const listRefs = async (date: string) =>
    (await askOn(date, 'themes { ref actions { ref title } }'))?.themes.map(
      ({ ref, actions }) => `${ref}: ${actions.map((action) => action.ref).join(' ')}`,
    );
  const findAction = async (date: string, ref: string) =>
    (
      await askOn<{ theme: { actions: { ref: string }[] } | null }>(
        date,
        `theme(ref: "${ref[0]}") { actions { ref title leadText dueText status groupView isOverdue daysLate isStale lastReportedOn hasMeasure } }`,
      )
    )?.theme?.actions.find((action) => action.ref === ref);
  const write: Graph['management']['write'] = (role, work) => graph.management.write(role, work);
  const askAs = (role: Parameters<Graph['askAs']>[0], mutation: string, input: object) =>
    graph.askAs(role)<Record<string, { id: string; version: number }>>(
      `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id version } }`,
      { input },
    );

  beforeAll(async () => {
    graph = await startGraph(engine);
    await graph.setClock('2026-01-10T12:00:00Z');
    council = await addCouncil(graph, 'ashby', { reportingEveryMonths: 3 });
    plan = await addPlan(graph, council, { state: 'DRAFT' });
    const [one, two] = await addActions(graph, plan, [
      { wording: { title: 'Open a library', leadText: 'Housing', dueText: 'by 31 March 2026' } },
      { wording: { title: 'Train staff' } },
    ]);
    Object.assign(ids, { one: idOf('Action', one?.id ?? ''), two: two?.id });

    await graph.setClock('2026-02-01T12:00:00Z');
    await write('ADMINISTRATOR', (tx) =>
      tx.plan.update({ where: { id: plan.id }, data: { state: 'CURRENT' } }),
    );
    // Half past midnight of 11 April in London is still the evening of the 10th in Greenwich.
    await graph.setClock('2026-04-10T23:30:00Z');
    await askAs('COUNCIL_OFFICER', 'editAction', {
      actionId: ids['one'],
      expectedVersion: 1,
      leadText: null,
      dueText: 'by 30 June 2026',
    });
    await graph.setClock('2026-05-01T12:00:00Z');
    const { publishReport } = await askAs('COUNCIL_OFFICER', 'publishReport', {
      actionId: ids['one'],
      expectedVersion: 2,
      status: 'IN_PROGRESS',
      whatHappened: 'The walls stand.',
    });
    await graph.setClock('2026-05-20T12:00:00Z');
    await askAs('STEERING_GROUP', 'recordGroupView', {
      reportId: publishReport?.id,
      expectedVersion: 0,
      view: 'DISAGREES',
      assessedOn: '2026-05-20',
    });
    await askAs('COUNCIL_OFFICER', 'recordCouncilResponse', {
      reportId: publishReport?.id,
      expectedVersion: 0,
      text: 'Look again.',
      respondedOn: '2026-05-20',
    });
    await graph.setClock('2026-05-25T12:00:00Z');
    await askAs('STEERING_GROUP', 'recordGroupView', {
      reportId: publishReport?.id,
      expectedVersion: 1,
      view: 'PARTLY_AGREES',
      reason: 'Two walls stand.',
      assessedOn: '2026-05-20',
    });
    await graph.setClock('2026-06-01T12:00:00Z');
    await askAs('COUNCIL_OFFICER', 'correctReport', {
      reportId: publishReport?.id,
      expectedVersion: 1,
      status: 'DELAYED',
      whatHappened: 'One wall stands.',
    });
    await graph.setClock('2026-06-10T12:00:00Z');
    await write('ADMINISTRATOR', async (tx) => {
      const of = { councilId: council.id, planId: plan.id };
      const theme = await tx.theme.create({ data: { ...of, ref: '2', position: 1, title: 'Schools' } });
      const action = await tx.action.create({ data: { ...of, themeId: theme.id, ref: '2.1', position: 0 } });
      await tx.actionWording.create({
        data: { councilId: council.id, actionId: action.id, number: 1, title: 'Visit schools' },
      });
      const [actionId] = [ids['two'] ?? ''];
      await tx.target.create({
        data: {
          ...of,
          themeId: plan.themeId,
          actionId,
          position: 0,
          kind: 'TARGET',
          statement: 'All of them',
        },
      });
    });
    const turn = (leftDocumentAt: Date | null) =>
      write('ADMINISTRATOR', (tx) =>
        tx.action.update({ where: { id: ids['two'] ?? '' }, data: { leftDocumentAt } }),
      );
    await graph.setClock('2026-06-15T12:00:00Z');
    await turn(new Date('2026-06-15T12:00:00Z'));
    await graph.setClock('2026-06-20T12:00:00Z');
    await turn(null);
    await graph.setClock('2026-07-05T12:00:00Z');
    await turn(new Date('2026-07-05T12:00:00Z'));
    await graph.setClock('2026-07-10T12:00:00Z');
    await write('ADMINISTRATOR', (tx) =>
      tx.plan.update({ where: { id: plan.id }, data: { state: 'SUPERSEDED' } }),
    );
    await graph.setClock('2026-07-20T12:00:00Z');
  });
  afterAll(() => graph.close());

  test.each([
    ['before it was recorded', '2026-01-09', null],
    ['while it was a draft', '2026-01-31', null],
    ['on the day of its publication', '2026-02-01', { state: 'CURRENT' }],
    ['before another took its place', '2026-07-09', { state: 'CURRENT' }],
    ['on the day on which another took its place', '2026-07-10', { state: 'SUPERSEDED' }],
    ['today', '2026-07-20', { state: 'SUPERSEDED' }],
    ['tomorrow', '2026-07-21', null],
  ])('%s (%s) is %j', async (_what, date, stood) => {
    expect(await askOn(date, 'state')).toEqual(stood);
  });

  test('tells the first day on which it was both recorded and published', async () => {
    const ask = '{ council(slug: "ashby") { plan(slug: "2026-2029") { asAtFrom } } }';
    expect(await graph.ask(ask)).toEqual({ council: { plan: { asAtFrom: '2026-02-01' } } });
  });

  test('is as unknown to an editor as to the public while it was a draft', async () => {
    expect(await askOn('2026-01-31', 'state', graph.askAs('ADMINISTRATOR'))).toBeNull();
  });

  test.each([
    ['2026-02-01', ['1: 1.1 1.2']],
    ['2026-06-09', ['1: 1.1 1.2']],
    ['2026-06-10', ['1: 1.1 1.2', '2: 2.1']],
    ['2026-06-15', ['1: 1.1', '2: 2.1']],
    ['2026-06-20', ['1: 1.1 1.2', '2: 2.1']],
    ['2026-07-04', ['1: 1.1 1.2', '2: 2.1']],
    ['2026-07-05', ['1: 1.1', '2: 2.1']],
  ])('holds on %s what was in the document then: %j', async (date, refs) => {
    expect(await listRefs(date)).toEqual(refs);
  });

  const atFirst = {
    ref: '1.1',
    title: 'Open a library',
    leadText: 'Housing',
    dueText: 'by 31 March 2026',
    status: 'NOT_REPORTED',
    groupView: 'NOT_ASSESSED',
    isOverdue: false,
    daysLate: 0,
    isStale: false,
    lastReportedOn: null,
    hasMeasure: false,
  };
  const putOff = { ...atFirst, leadText: null, dueText: 'by 30 June 2026', isStale: true };
  const reported = { ...putOff, status: 'IN_PROGRESS', lastReportedOn: '2026-05-01', isStale: false };

  test.each([
    ['on the day it was due', '2026-03-31', atFirst],
    ['late', '2026-04-10', { ...atFirst, isOverdue: true, daysLate: 10, isStale: true }],
    ['put off after midnight of a summer night', '2026-04-11', putOff],
    ['before the report', '2026-04-30', putOff],
    ['reported on', '2026-05-01', reported],
    ['before the group spoke', '2026-05-19', reported],
    ['disagreed with', '2026-05-20', { ...reported, groupView: 'DISAGREES' }],
    ['on the day before the group thought again', '2026-05-24', { ...reported, groupView: 'DISAGREES' }],
    ['when the group had thought again', '2026-05-25', { ...reported, groupView: 'PARTLY_AGREES' }],
    ['corrected, and the group asked anew', '2026-06-01', { ...reported, status: 'DELAYED' }],
    ['late again', '2026-07-01', { ...reported, status: 'DELAYED', isOverdue: true, daysLate: 1 }],
    ['in a plan that was replaced', '2026-07-10', { ...reported, status: 'DELAYED' }],
  ])('shows an action %s', async (_what, date, stood) => {
    expect(await findAction(date, '1.1')).toEqual(stood);
    const { council: found } = await graph.ask<{ council: { plan: { action: { asAt: object } } } }>(
      `{ council(slug: "ashby") { plan(slug: "2026-2029") { action(ref: "1.1") { asAt(date: "${date}") {
        ref title leadText dueText status groupView isOverdue daysLate isStale lastReportedOn hasMeasure
      } } } } }`,
    );
    expect(found.plan.action.asAt).toEqual(stood);
  });

  test('keeps all that the group said and the council answered, oldest first', async () => {
    const { council: found } = await graph.ask<{ council: { plan: { action: { reports: object[] } } } }>(
      `{ council(slug: "ashby") { plan(slug: "2026-2029") { action(ref: "1.1") { reports {
        groupAssessment { number view } groupAssessments { number since view reason assessedOn }
        councilResponse { text } councilResponses { number since text respondedOn }
      } } } } }`,
    );
    expect(found.plan.action.reports).toEqual([
      { groupAssessment: null, groupAssessments: [], councilResponse: null, councilResponses: [] },
      {
        groupAssessment: { number: 2, view: 'PARTLY_AGREES' },
        groupAssessments: [
          {
            number: 1,
            since: '2026-05-20T12:00:00.000Z',
            view: 'DISAGREES',
            reason: null,
            assessedOn: '2026-05-20',
          },
          {
            number: 2,
            since: '2026-05-25T12:00:00.000Z',
            view: 'PARTLY_AGREES',
            reason: 'Two walls stand.',
            assessedOn: '2026-05-20',
          },
        ],
        councilResponse: { text: 'Look again.' },
        councilResponses: [
          { number: 1, since: '2026-05-20T12:00:00.000Z', text: 'Look again.', respondedOn: '2026-05-20' },
        ],
      },
    ]);
  });

  test('knows of a target from the day on which it came', async () => {
    expect(await findAction('2026-06-09', '1.2')).toMatchObject({ hasMeasure: false });
    expect(await findAction('2026-06-10', '1.2')).toMatchObject({ hasMeasure: true });
  });

  const counts = 'progress { total noDate noLead noMeasure late stale disagreed leftDocument }';
  const none = {
    total: 2,
    noDate: 1,
    noLead: 1,
    noMeasure: 2,
    late: 0,
    stale: 0,
    disagreed: 0,
    leftDocument: 0,
  };

  test.each([
    ['2026-03-31', none],
    ['2026-04-10', { ...none, late: 1, stale: 2 }],
    ['2026-04-11', { ...none, noLead: 2, stale: 2 }],
    ['2026-05-20', { ...none, noLead: 2, stale: 1, disagreed: 1 }],
    ['2026-06-10', { ...none, total: 3, noDate: 2, noLead: 3, noMeasure: 2, stale: 2 }],
    ['2026-06-15', { ...none, total: 2, noDate: 1, noLead: 2, noMeasure: 2, stale: 1, leftDocument: 1 }],
    ['2026-07-05', { ...none, noLead: 2, late: 1, stale: 1, leftDocument: 1 }],
  ])('counts on %s as it would have then: %j', async (date, progress) => {
    expect(await askOn(date, counts)).toEqual({ progress });
  });

  test('as at today is what it is today', async () => {
    const { council: found } = await graph.ask<{
      council: { plan: PlanThen & { asAt: PlanThen; leads: object } };
    }>(
      `{ council(slug: "ashby") { plan(slug: "2026-2029") { state leads { name } ${counts} asAt(date: "2026-07-20") { state leads { name } ${counts} } } } }`,
    );
    const { asAt, ...today } = found.plan;
    expect(asAt).toEqual(today);
  });

  test('what is hidden today was never there', async () => {
    const report = await graph.management.read.report.findFirstOrThrow({ where: { status: 'DELAYED' } });
    const publish = (publishedAt: Date | null) =>
      write('ADMINISTRATOR', (tx) => tx.report.update({ where: { id: report.id }, data: { publishedAt } }));
    await publish(null);
    expect(await findAction('2026-06-01', '1.1')).toMatchObject({ status: 'IN_PROGRESS' });
    await publish(report.publishedAt);
    await write('ADMINISTRATOR', (tx) =>
      tx.plan.update({ where: { id: plan.id }, data: { state: 'DRAFT' } }),
    );
    expect(
      await graph.ask(
        '{ council(slug: "ashby") { plan(slug: "2026-2029") { asAt(date: "2026-06-01") { state } } } }',
      ),
    ).toEqual({ council: { plan: null } });
    await write('ADMINISTRATOR', (tx) =>
      tx.plan.update({ where: { id: plan.id }, data: { state: 'SUPERSEDED' } }),
    );
  });

  test('refuses a day that is not in the calendar', async () => {
    for (const date of ['2026-02-30', 'yesterday', ''])
      await expect(askOn(date, 'state')).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  });

  test('takes as many statements for fifty actions as for five, and for three days as for one', async () => {
    const everything = `state progress { total late } leads { name } themes { title actions { title leads { name }
      status groupView isOverdue strengths hasMeasure } }`;
    const counted = [];
    for (const size of [5, 50]) {
      const slug = `size-${size}`;
      const larger = await addPlan(graph, council, { slug });
      await addActions(
        graph,
        larger,
        Array.from({ length: size }, () => ({
          leads: [{ name: 'Housing', role: 'ACCOUNTABLE' as const }],
          reports: [{ publishedAt: new Date('2026-07-20T10:00:00Z') }],
        })),
      );
      const one = `one: asAt(date: "2026-07-20") { ${everything} }`;
      const three = `${one} two: asAt(date: "2026-07-19") { ${everything} } three: asAt(date: "2026-07-18") { state }`;
      for (const asked of [one, three])
        counted.push(
          await graph.countStatements(
            `query ($slug: String!) { council(slug: "ashby") { plan(slug: $slug) { ${asked} } } }`,
            { slug },
          ),
        );
    }
    expect(new Set(counted).size).toBe(1);
    expect(counted[0]).toBeLessThan(10);
  });
});
