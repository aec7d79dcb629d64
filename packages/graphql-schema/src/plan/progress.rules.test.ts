import { describe, expect, test } from 'vitest';
import { planProgress } from './progress.rules.ts';
import type { ActionFacts, PlanProgress } from './progress.rules.ts';

const TODAY = '2026-06-15';

/** In progress, due later, reported lately, with a lead and a measure; the group agrees. Nothing needs attention. */
const action = (facts: Partial<ActionFacts> = {}): ActionFacts => ({
  status: 'IN_PROGRESS',
  strengths: ['DELIVER'],
  timescale: { from: null, to: '2026-12-31', kind: 'DATED' },
  planState: 'CURRENT',
  lastReportedAt: '2026-06-01',
  planFrom: '2026-01-01',
  reportingEveryMonths: 3,
  groupView: 'AGREES',
  hasDate: true,
  hasLead: true,
  hasMeasure: true,
  hasLeftDocument: false,
  ...facts,
});

const calm = planProgress([action()], TODAY);
const statusesOf = ({ byStatus }: PlanProgress) =>
  Object.fromEntries(byStatus.map(({ status, count }) => [status, count]));

test('an empty plan has every status, none of them counted', () => {
  const progress = planProgress([], TODAY);
  expect(progress.byStatus).toEqual([
    { status: 'NOT_REPORTED', count: 0 },
    { status: 'NOT_STARTED', count: 0 },
    { status: 'IN_PROGRESS', count: 0 },
    { status: 'DELAYED', count: 0 },
    { status: 'DONE', count: 0 },
    { status: 'STOPPED', count: 0 },
  ]);
  expect(progress.total).toBe(0);
});

test('an action that goes well is in no count but its status and the agreement', () => {
  expect(calm).toEqual({
    total: 1,
    byStatus: expect.arrayContaining([{ status: 'IN_PROGRESS', count: 1 }]),
    delivered: 0,
    explored: 0,
    doneOfUnknownStrength: 0,
    stopped: 0,
    noDate: 0,
    noLead: 0,
    noMeasure: 0,
    late: 0,
    stale: 0,
    agreed: 1,
    partlyAgreed: 0,
    disagreed: 0,
    notAssessed: 0,
    endedWithoutReport: 0,
    leftDocument: 0,
  });
});

describe('one action that differs', () => {
  test.each<[string, Partial<ActionFacts>, Partial<PlanProgress>]>([
    ['done and promised to be delivered counts as delivered', { status: 'DONE' }, { delivered: 1 }],
    [
      'done and promised to continue counts as delivered',
      { status: 'DONE', strengths: ['CONTINUE'] },
      { delivered: 1 },
    ],
    [
      'done and promised to be explored counts as explored, not as delivered',
      { status: 'DONE', strengths: ['EXPLORE'] },
      { explored: 1 },
    ],
    [
      'done and promised to be delivered and explored counts as delivered once',
      { status: 'DONE', strengths: ['DELIVER', 'EXPLORE'] },
      { delivered: 1 },
    ],
    [
      'done without a known strength is counted apart',
      { status: 'DONE', strengths: [] },
      { doneOfUnknownStrength: 1 },
    ],
    ['stopped is counted apart and is no progress', { status: 'STOPPED' }, { stopped: 1 }],
    ['no date', { hasDate: false }, { noDate: 1 }],
    ['ongoing has a timescale', { timescale: { from: null, to: null, kind: 'ONGOING' } }, {}],
    ['recurring has a timescale', { timescale: { from: null, to: null, kind: 'RECURRING' } }, {}],
    ['no lead', { hasLead: false }, { noLead: 1 }],
    ['no measure', { hasMeasure: false }, { noMeasure: 1 }],
    ['due yesterday is late', { timescale: { from: null, to: '2026-06-14', kind: 'DATED' } }, { late: 1 }],
    ['due today is not late', { timescale: { from: null, to: TODAY, kind: 'DATED' } }, {}],
    ['silent for too long is stale', { lastReportedAt: '2026-03-14' }, { stale: 1 }],
    ['silent for exactly one rhythm is not stale', { lastReportedAt: '2026-03-15' }, {}],
    ['the group agrees in part', { groupView: 'PARTLY_AGREES' }, { agreed: 0, partlyAgreed: 1 }],
    ['the group disagrees', { groupView: 'DISAGREES' }, { agreed: 0, disagreed: 1 }],
    ['the group has not said', { groupView: 'NOT_ASSESSED' }, { agreed: 0, notAssessed: 1 }],
    [
      'no report before the plan ended is not late and not stale, but counted',
      { status: 'NOT_REPORTED', planState: 'ENDED', lastReportedAt: null },
      { endedWithoutReport: 1 },
    ],
    [
      'an action that left the document is in no other count',
      { hasLeftDocument: true, hasLead: false, status: 'DONE' },
      { total: 0, agreed: 0, leftDocument: 1 },
    ],
  ])('%s', (_name, facts, changed) => {
    const { byStatus: _changed, ...counts } = planProgress([action(facts)], TODAY);
    const { byStatus: _before, ...before } = calm;
    expect(counts).toEqual({ ...before, ...changed });
  });
});

test('the counts of a whole plan add up', () => {
  const progress = planProgress(
    [
      action({ status: 'DONE' }),
      action({ status: 'DONE', strengths: ['EXPLORE'], groupView: 'DISAGREES' }),
      action({ status: 'DONE', strengths: [] }),
      action({ status: 'STOPPED', groupView: 'NOT_ASSESSED' }),
      action({ status: 'NOT_REPORTED', groupView: 'NOT_ASSESSED' }),
      action({ status: 'DELAYED', groupView: 'PARTLY_AGREES' }),
      action({ hasLeftDocument: true, status: 'DONE' }),
    ],
    TODAY,
  );
  const statuses = statusesOf(progress);
  expect(progress.total).toBe(6);
  expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(statuses).toEqual({
    NOT_REPORTED: 1,
    NOT_STARTED: 0,
    IN_PROGRESS: 0,
    DELAYED: 1,
    DONE: 3,
    STOPPED: 1,
  });
  expect(progress.delivered + progress.explored + progress.doneOfUnknownStrength).toBe(statuses['DONE']);
  expect([progress.agreed, progress.partlyAgreed, progress.disagreed, progress.notAssessed]).toEqual([
    2, 1, 1, 2,
  ]);
});
